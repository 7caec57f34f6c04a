"""The day by which somebody needs something: "before the 12th", "in time for Christmas", "by Friday", "bis zum 12.12."."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_MONTHS = [
    r"jan(?:uary|uar)?", r"feb(?:ruary|ruar)?", r"mar(?:ch)?|marz", r"apr(?:il)?", r"may|mai", r"june?|juni", r"july?|juli",
    r"aug(?:ust)?", r"sep(?:t(?:ember)?)?", r"o[ck]t(?:ober)?", r"nov(?:ember)?", r"de[cz](?:ember)?",
]  # fmt: skip
_WEEKDAYS = [
    r"mon(?:day)?|montag", r"tue(?:s(?:day)?)?|dienstag", r"wed(?:nesday)?|mittwoch", r"thu(?:r(?:s(?:day)?)?)?|donnerstag",
    r"fri(?:day)?|freitag", r"sat(?:urday)?|samstag|sonnabend", r"sun(?:day)?|sonntag",
]  # fmt: skip
_FEASTS = {
    r"christmas|x-?mas|weihnachten|heilig ?abend|heiligabend|the holidays": (12, 24),
    r"new years? eve|silvester": (12, 31),
    r"new years?(?: day)?|neujahr": (1, 1),
    r"halloween": (10, 31),
    r"valentines?(?: day)?|valentinstag": (2, 14),
}
_ANY_MONTH, _ANY_WEEKDAY, _ANY_FEAST = "|".join(_MONTHS), "|".join(_WEEKDAYS), "|".join(_FEASTS)
_DAY = (
    rf"(?:(?P<month_first>{_ANY_MONTH})\.? (?:the )?(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|(?P<day_before>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of )?(?P<month_last>{_ANY_MONTH})\b"
    r"|(?P<day_dotted>\d{1,2})\.(?P<month_dotted>\d{1,2})\.?(?!\d)|(?P<day_alone>\d{1,2})(?:(?:st|nd|rd|th)\b|\.(?!\w))"
    rf"|(?P<weekday>(?:{_ANY_WEEKDAY}))\b|(?P<feast>(?:{_ANY_FEAST}))\b"
    r"|(?P<weekend>weekend|wochenende)\b)"
)
_BY = lazy_pattern(
    r"\b(?P<how>by|before|until|till?|for|on|vor|am|bis|fur|zum?)"
    r" (?:(?:to|zum?|am|the|my|our|dem|den|der|meine[mnr]?|this|next|diese[mnr]?|nachste[mnr]?|coming|kommende[mnr]?|"
    r"like|about|maybe|"
    rf"{_ANY_WEEKDAY})\W{{1,2}}){{0,3}}{_DAY}"
    r"|(?<!guten )(?<!gute )\b(?:(?P<tomorrow>tomorrow|morgen)|(?P<today>today|tonight|heute))\b"
)
_NAMED = lazy_pattern(
    rf"\b(?:{_DAY}|(?<!guten )(?<!gute )\b(?:(?P<tomorrow>tomorrow|morgen)|(?P<today>today|tonight|heute))\b)"
)
# A day on which it should have come, or was ordered.
_GONE_BY = lazy_pattern(
    r"\b(?:supposed to|should have|was (?:due|meant|promised)|were promised"
    r"|sollte\w*|hatte\w*|ordered|placed|bought|paid|bestellt|gekauft)\b"
)
_BEFORE = frozenset({"before", "vor"})
_FRIDAY = 4
_WEEK = 7


@dataclass(frozen=True)
class DayNeeded:
    """``named``: the day in the words. ``latest``: the last day that is early enough, the day before where it has to be before."""

    named: date
    latest: date


def day_needed(text: str, today: date) -> DayNeeded | None:
    """The first of such days that a text names, from ``today`` on; None where it names none. A feast has to be met on its eve."""
    said = folded(text)
    if _GONE_BY.search(said):
        return None
    found = [(day, match) for match in _BY.finditer(said) if (day := _day_of(match, today)) is not None]
    if not found:
        return None
    day, match = min(found, key=lambda one: one[0])
    is_before = match["how"] in _BEFORE and not match["feast"]
    return DayNeeded(day, day - timedelta(days=1) if is_before else day)


def day_named(text: str, today: date) -> date | None:
    """The one day that a text names, however it does: "so Tuesday then?"; None where it names none, or several. A weekday is the next one,
    today among them."""
    days = {day for match in _NAMED.finditer(folded(text)) if (day := _day_of(match, today)) is not None}
    return days.pop() if len(days) == 1 else None


def _day_of(match: re.Match[str], today: date) -> date | None:
    if match["today"]:
        return today
    if match["tomorrow"]:
        return today + timedelta(days=1)
    if match["weekend"]:
        return _next_weekday(today, _FRIDAY)
    if match["weekday"]:
        return _next_weekday(today, next(n for n, names in enumerate(_WEEKDAYS) if re.fullmatch(names, match["weekday"])))
    if match["feast"]:
        return _in_a_year(today, *next(day for names, day in _FEASTS.items() if re.fullmatch(names, match["feast"])))
    if match["day_alone"]:
        return _in_a_month(today, int(match["day_alone"]))
    if match["day_dotted"]:
        return _in_a_year(today, int(match["month_dotted"]), int(match["day_dotted"]))
    month = match["month_first"] or match["month_last"]
    number = next(n for n, names in enumerate(_MONTHS, 1) if re.fullmatch(names, month))
    return _in_a_year(today, number, int(match["day_after"] or match["day_before"]))


def _next_weekday(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % _WEEK or _WEEK)


def _in_a_month(today: date, day: int) -> date | None:
    """The next month's, where this month's has passed or there is none."""
    year, month = today.year, today.month
    for _ in range(3):
        if 1 <= day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # December
    return None


def _in_a_year(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found >= today:
            return found
    return None


_COMES = lazy_pattern(
    r"\b(?:in time|on time|show(?:s|ing)? up|make it|made it|be (?:here|there|delivered|with me)|get(?:s|ting)? (?:here|there|to me)|"
    r"gets? it|have it|arriv\w*|com(?:e|es|ing)|reach\w*|deliver\w*|need(?:ed)?|rechtzeitig|punktlich|kommt|"
    r"ankomm\w*|an ?kommt|da sein|da ist|geliefert|schaff\w*|brauch\w*|reicht|hier sein)\b|\bbis\b.{0,20}\b(?:da|hier|an)\b"
)
# Of an order that is yet to be placed, or of how things are in general.
_IN_GENERAL = lazy_pattern(
    r"\b(?:if i (?:order|buy|place)|when i order|ordering|order (?:today|now|by|before|until)|last (?:day|date)|do you|are you"
    r"|wenn ich"
    r"|bestelle\w*|liefert ihr|liefern sie|can i (?:still )?(?:order|return|exchange|cancel|change)|return\w*|refund\w*|invoice)\b"
)


def asks_whether_in_time(text: str, today: date) -> bool:
    """Whether the words want to know, or say, by which day something ordered has to be here."""
    said = folded(text)
    return bool(_COMES.search(said)) and not _IN_GENERAL.search(said) and day_needed(text, today) is not None


_DAY_BEFORE = lazy_pattern(r"\b(?:yesterday|last night|gestern)\b")
_THIS_DAY = lazy_pattern(r"\b(?:today|this morning|heute|just now)\b")


def day_gone_by(text: str, today: date) -> date | None:
    """The day on which something was done, as a text tells it from ``today``: "the one from yesterday"."""
    said = folded(text)
    if _DAY_BEFORE.search(said):
        return today - timedelta(days=1)
    return today if _THIS_DAY.search(said) else None


_A_DAY = lazy_pattern(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?"
    r"|tomorrow|today|by now|"
    r"(?:working|business|week) ?days?|(?:werk|arbeits)tagen?|\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.(?:\d{1,2}\.)?(?= |$|\W*$)"
    r"|this week|next week|"
    r"heute|morgen|inzwischen|mittlerweile|diese woche|nachste woche)(?!\w)"
)
_CONFIRMS = lazy_pattern(
    r"\?|\b(?:right|correct|yeah|or not|or what|i guess|is that|is it|so i (?:just )?(?:wait|have to wait)|what day is that"
    r"|oder|richtig|stimmt(?: das| s)?|"
    r"also (?:bis|am|kommt|ist|warte)|nicht wahr|gell|ne)\b"
)
_MOST_OF_A_CHECK = 18  # words


def checks_a_day(text: str) -> bool:
    """ "So I wait till Wednesday, right?", "5 working days from the 25th is what?": whether a day that was told is asked back."""
    said = folded(text)
    is_short = len(said.split()) <= _MOST_OF_A_CHECK
    return is_short and bool(_A_DAY.search(said) and _CONFIRMS.search(said)) and not _IN_GENERAL.search(said)


_LATEST = lazy_pattern(
    r"\b(?:by|before|until|till?|for|in time|on time|need\w*|bis|vor|fur|zum?|rechtzeitig|punktlich|brauch\w*|schaff\w*)\b"
)


def names_a_latest_day(text: str) -> bool:
    """Whether the day that is named is one by which it has to be here, and not the one on which it is to come."""
    return bool(_LATEST.search(folded(text)))


def weekday_named(text: str) -> int | None:
    """The one weekday that a text names, from Monday as 0; None where it names none, or several."""
    words = set(re.findall(r"[a-z]+", folded(text)))
    named = {n for n, names in enumerate(_WEEKDAYS) if any(re.fullmatch(names, word) for word in words)}
    return named.pop() if len(named) == 1 else None
