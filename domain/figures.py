"""Figures in a text: amounts, percentages, durations, measures, dates, times of day, and counts of things."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from domain.lazy_pattern import lazy_pattern

FigureKind = Literal["amount", "percent", "duration", "measure", "date", "time", "count"]

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
_WORDS = {word: value for value, word in enumerate(re.findall(r"\w+", _SMALL), 1)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
}
_BY_VALUE = {str(value): word for word, value in _WORDS.items()}
_MONTHS = re.findall(r"\w+", "january february march april may june july august september october november december")
_MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?\\b\\.?" if len(m) > 3 else m for m in _MONTHS) + ")"
_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = rf"(?:{_DIGITS}|\b(?:{'|'.join(_WORDS)})\b)"
_RANGE = r"\s*(?:-|–|—|to|or|and)\s*"
_CURRENCIES = {
    "$": "USD", "€": "EUR", "£": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP", "cad": "CAD",
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "cent": "cent", "coin": "coin",
}  # fmt: skip
_SIGN = r"[$€£]|\b(?:USD|EUR|GBP|CAD)\b"
_MONEY_WORD = r"[€£$]|(?:USD|EUR|GBP|CAD|dollars?|euros?|cents?)\b"
_SPANS = {
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}
_SPAN = r"(?:(?P<work>working|business|calendar)[\s-]+)?(?P<span>minutes?|mins?|hours?|days?|weeks?|months?|years?)\b"
_MEASURES = {
    "kilogram": "kg", "kilo": "kg", "gram": "g", "pound-weight": "lb", "litre": "l", "liter": "l", "metre": "m", "meter": "m",
    "centimetre": "cm", "centimeter": "cm", "millimetre": "mm", "inche": "inch", "inch": "inch", "feet": "ft", "foot": "ft",
    "watt": "w", "degree": "°",
}  # fmt: skip
_MEASURE = (
    r"(?P<measure>kg|kilos?|kilograms?|grams?|g|lbs?|oz|ounces?|cm|mm|km|m|centimet(?:re|er)s?|millimet(?:re|er)s?|"
    r"met(?:re|er)s?|inch(?:es)?|feet|foot|ft|ml|l|lit(?:re|er)s?|watts?|w|gb|mb|degrees?|°\s?[cf]?)(?![a-z])"
)
_PATTERNS: list[tuple[FigureKind, re.Pattern[str]]] = [
    ("date", lazy_pattern(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")),
    (
        "date",
        lazy_pattern(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<y>\d{{4}}))?", re.I),
    ),
    ("date", lazy_pattern(rf"\b(?P<month>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y>\d{{4}})\b)?", re.I)),
    ("time", lazy_pattern(r"\b(?P<h>\d{1,2}):(?P<min>\d{2})(?:\s*(?P<half>[ap]\.?m\b))?", re.I)),
    ("time", lazy_pattern(r"\b(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m)\b", re.I)),
    ("amount", lazy_pattern(rf"(?P<sign>{_SIGN})\s?(?P<a>{_DIGITS})(?:{_RANGE}(?:{_SIGN})?\s?(?P<b>{_DIGITS}))?", re.I)),
    ("amount", lazy_pattern(rf"(?P<a>{_NUMBER})(?:{_RANGE}(?P<b>{_NUMBER}))?\s?(?P<sign>{_MONEY_WORD})", re.I)),
    ("percent", lazy_pattern(rf"(?P<a>{_NUMBER})(?:{_RANGE}(?P<b>{_NUMBER}))?\s?(?:%|percent\b|per cent\b)", re.I)),
    ("duration", lazy_pattern(rf"(?P<a>{_NUMBER}|\ban?\b)(?:{_RANGE}(?P<b>{_NUMBER}))?[\s-]+{_SPAN}", re.I)),
    ("measure", lazy_pattern(rf"(?P<a>{_NUMBER})(?:{_RANGE}(?P<b>{_NUMBER}))?[\s-]?{_MEASURE}", re.I)),
    ("count", lazy_pattern(rf"(?P<a>{_NUMBER})(?:{_RANGE}(?P<b>{_NUMBER}))?\s+(?P<noun>[a-z]{{3,}})\b", re.I)),
]


@dataclass(frozen=True)
class Figure:
    """``value`` is comparable among figures of the same ``kind`` and ``unit``; ``text`` is as it was written."""

    kind: FigureKind
    unit: str
    value: str
    number: str  # as a decimal string, where `value` counts in another unit (14 days for two weeks)
    text: str
    start: int
    end: int

    @property
    def fact(self) -> tuple[str, str, str]:
        return self.kind, self.unit, self.value


def figures(text: str) -> list[Figure]:
    """Every figure, in order; a range gives two of one text. What one kind took, a later kind does not read again."""
    found: list[Figure] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            values = _read(kind, match)
            if values:
                taken.append(match.span())
                found += [Figure(kind, unit, value, number, match.group(), *match.span()) for unit, value, number in values]
    return sorted(found, key=lambda figure: (figure.start, figure.value))


def said_as(figure: Figure) -> str:
    """A regular expression for the figure's own number, however it is written; its unit is left open."""
    if figure.kind in ("date", "time") or figure.text.lower().startswith(("a ", "an ")):
        return said_with_unit(figure)
    return _number_pattern(figure.number)


def said_with_unit(figure: Figure) -> str:
    """A regular expression for the figure as it was written, its unit included; spaces and commas may differ."""
    if figure.kind in ("date", "time"):
        return rf"(?<!\d){_spaced(figure.text)}(?!\d)"
    parts = re.split(f"({_NUMBER})", figure.text.strip(), flags=re.IGNORECASE)
    written = r"[\s-]*".join(
        _number_pattern(_plain(part)) if i % 2 else _spaced(part.strip()) for i, part in enumerate(parts) if part.strip()
    )
    return written + r"\b" if figure.text[-1:].isalnum() else written


def _spaced(text: str) -> str:
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", text))


def _number_pattern(value: str) -> str:
    whole, _, part = value.partition(".")
    digits = f"{int(whole):,}".replace(",", r"[,\s]?") + (
        rf"[.,]{part.rstrip('0')}0*" if part.strip("0") else r"(?:[.,]0+)?"
    )
    plain = rf"(?<![\d.,]){digits}(?!\d|[.,]\d)"
    word = _BY_VALUE.get(value)
    return rf"(?:{plain}|\b{word}\b)" if word else plain


def _read(kind: FigureKind, match: re.Match[str]) -> list[tuple[str, str, str]]:
    """(unit, value, number) of one or two figures; nothing where it is no such figure after all."""
    parts = match.groupdict()
    if kind == "date":
        return _date(parts)
    if kind == "time":
        hour, minute = int(parts["h"]), int(parts.get("min") or 0)
        if hour > 24 or minute > 59:
            return []
        half = (parts.get("half") or "").lower()
        return [("", f"{hour % 12 + 12 * half.startswith('p') if half else hour:02}:{minute:02}", "")]
    unit, factor = _unit(kind, parts)
    if unit is None:
        return []
    values = [_plain(number) for number in (parts["a"], parts.get("b")) if number]
    try:
        return [(unit, f"{(Decimal(value) * factor).normalize():f}", value) for value in values]
    except InvalidOperation:
        return []


def _unit(kind: FigureKind, parts: dict[str, str | None]) -> tuple[str | None, int]:
    if kind == "amount":
        sign = (parts["sign"] or "").lower()
        return _CURRENCIES.get(sign) or _CURRENCIES.get(sign.rstrip("s")) or sign.upper(), 1
    if kind == "duration":
        span = _SPANS[(parts["span"] or "").lower().rstrip("s")]
        if parts["work"] and parts["work"].lower() != "calendar":
            return f"working {span}", 1
        return ("day", 7) if span == "week" else (span, 1)
    if kind == "measure":
        name = re.sub(r"\s", "", (parts["measure"] or "").lower())
        return _MEASURES.get(name) or _MEASURES.get(name.rstrip("s")) or name.rstrip("s"), 1
    if kind == "count":
        noun = (parts["noun"] or "").lower()
        return (None, 1) if noun in _NOT_COUNTED else (noun.rstrip("s"), 1)
    return "", 1


def _date(parts: dict[str, str | None]) -> list[tuple[str, str, str]]:
    day = int(parts["d"] or 0)
    name = (parts.get("month") or "").lower()[:3]
    month = int(parts["m"] or 0) if parts.get("m") else next((i for i, m in enumerate(_MONTHS, 1) if m.startswith(name)), 0)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return []
    year = parts.get("y")
    return [("year" if year else "", f"{f'{year}-' if year else ''}{month:02}-{day:02}", "")]


def _plain(number: str) -> str:
    """A number as a decimal string: `1,200.50`, `4,95` and `twelve` alike; `a` and `an` are one."""
    number = number.strip().lower()
    if number in ("a", "an"):
        return "1"
    if number in _WORDS:
        return str(_WORDS[number])
    if re.fullmatch(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?", number):
        return re.sub(r"[,\u00a0 ]", "", number)
    return number.replace(",", ".")


_NOT_COUNTED = frozenset(
    re.findall(
        r"\w+",
        "and or of the to a an in on for with per is are was were that this these those which who from until till by at as but "
        "more less than other another most least nor not can may must will shall should would could you your we our they it "
        "its when where if so only also about after before between during each every any some all both either",
    )
)
