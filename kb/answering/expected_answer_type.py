"""What kind of thing a question asks for, and whether a text has one: an amount, a time, a number."""

import re

from domain.lazy_pattern import lazy_pattern

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAYS = "mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|daily"
_UNITS = r"(minutes?|hours?|days?|nights?|weeks?|months?|years?|seasons?)"
_NUMBER_WORDS = r"(one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|half|no limit|never)"
_KINDS = {
    "amount": (
        r"\bhow much\b|\b(costs?|prices?|fees?|charges?|charged|postage|cheap|expensive)\b|\bwhat .*\b(worth|pay)\b",
        r"\d+[.,]\d\d\b|[$€£¥]|\b(free|cost|costs|price|prices|fee|fees|charge|charges|pay|worth|USD|GBP|EUR|CAD)\b|\d+ ?%",
    ),
    "time": (
        r"\bwhen\b|\bhow (long|soon|quickly|early|late)\b|\bwhat (time|days?|date)\b|\b(until|by) (what|which|when)\b|"
        rf"\bhow many {_UNITS}\b",
        rf"\b(\d+|{_NUMBER_WORDS}|a|an|few|working|within|every|each|same|next) ([a-z]+ )?{_UNITS}\b|"
        rf"\d ?(-|to|or) ?\d|\d:\d\d|\b\d{{1,2}} ({_MONTHS})\b|"
        rf"\b({_DAYS}|at once|immediately|expires?|as soon as|spring|winter|summer|autumn)\b",
    ),
    "number": (
        r"\bhow (many|big|tall|high|deep|wide|heavy|large|small|hot|warm|cold|far|fast|often|old|loud|bright|strong)\b|"
        r"\b(maximum|minimum|size|weight|height|capacity|wattage)\b",
        rf"\d|\b{_NUMBER_WORDS}\b",
    ),
}
_COMPILED = [(lazy_pattern(asks, re.I), lazy_pattern(has, re.I)) for asks, has in _KINDS.values()]


def expected_answer_type(question: str, text: str) -> tuple[bool, bool]:
    """(the question asks for an amount, a time or a number, ``text`` holds such a thing)."""
    for asks, has in _COMPILED:
        if asks.search(question):
            return True, bool(has.search(text))
    return False, False
