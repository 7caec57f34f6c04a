"""Phone numbers: the region's own forms by `phonenumbers`, international ones, and any number that is said to be one."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.recognizers.digits import Group, digits_of

_DATE = lazy_pattern(
    r"(?<!\d)(?:[0-2]?\d|3[01])[./-](?:0?\d|1[0-2])[./-](?:\d{4}|\d{2}(?!\d))|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
)
_SHAPES = (
    lazy_pattern(  # North America
        r"(?<![\w.-])(?:\+?1[ .-]{0,3})?(?:\(\d{3}\)[ .-]{0,3}|\d{3}[ .\-/]{1,3})\d{3}[ .-]{1,3}\d{4}"
        r"(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w-]|\.\d)",
        re.IGNORECASE,
    ),
    lazy_pattern(
        r"(?<![\w+])(?:\+|00)\s?[1-9](?:[ ./()-]{0,3}\d){6,14}(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w-])", re.IGNORECASE
    ),
    lazy_pattern(r"(?<![\w.,+/-])0[1-9](?:([ .-])\d\d)(?:\1\d\d){3}(?![\w-]|[.,]\d)"),  # France
    lazy_pattern(r"(?<![\w.,+/-])07\d{9}(?![\w-]|[.,]\d)"),  # British mobile
    lazy_pattern(r"(?<![\w.,+/-])8[ ]?\(9\d{2}\)[ ]?\d{3}[- ]?\d{2}[- ]?\d{2}(?![\w-])"),  # Russia
    lazy_pattern(r"(?<![\w.,+/-])\(\d{2}\)[ ]?9?\d{4}[- ]?\d{4}(?![\w-])"),  # Brazil, Australia
)
_TRUNK = lazy_pattern(r"(?<![\w.,+/-])\(?0[1-9]\d{0,4}\)?(?:[ ./-]{1,3}\d{2,8}){1,5}(?![\w-]|[.,]\d)")
_TRUNK_PLAIN = lazy_pattern(r"(?<![\w.,+/-])0[1-9]\d{8,10}(?![\w-]|[.,]\d)")
_TRUNK_REGIONS = ("GB", "DE", "FR", "AT", "CH", "BE", "NL", "IE", "AU", "SE")  # where a zero begins numbers, but no order's
_MOBILE = {  # a region's mobiles, in one piece too
    "CN": lazy_pattern(r"(?<![\w.,+/-])1[3-9]\d{9}(?![\w-]|[.,]\d)"),
    "IN": lazy_pattern(r"(?<![\w.,+/-])[6-9]\d{4} \d{5}(?![\w-]|[.,]\d)"),
    "KR": lazy_pattern(r"(?<![\w.,+/-])01\d[- ]?\d{4}[- ]?\d{4}(?![\w-]|[.,]\d)"),
    "BR": lazy_pattern(r"(?<![\w.,+/-])\d{2}[ ]?9\d{4}-\d{4}(?![\w-]|[.,]\d)"),
}
_REGIONS = ("US", "GB", "DE", "FR")
_GROUPED = lazy_pattern(r"\d[\d() ./-]{6,}\d")
_BEGINS = lazy_pattern(
    r"[+(]|(?<!\d)0"
)  # what a number begins with that the library is asked for in every region: it is slow
_SHORT = lazy_pattern(r"(?<![\w-])\d{3}[- ]\d{4}(?![\w-])")
_CODE_BEFORE = lazy_pattern(r"(?<![^\W_])(?:\d[A-Z]{1,3}|[A-Z]{1,4}\d+[A-Z\d]*|\d+[A-Z]+\d*)\s$")
_LENGTHS_SPELLED = (10, 11, 12)  # digits
_FEWEST_SPELLED = 3  # groups of them, where others are written
_BULLETS = str.maketrans("•·∙⋅~|¦", "-------")


def phones(reading: Reading) -> Iterator[Finding]:
    text = reading.text.translate(_BULLETS)
    spelled = [(run[0].start, run[-1].end) for run in reading.runs if _is_spelled_out(run)]
    if sum(sign.isdigit() for sign in text) < 7 and not reading.has("phone") and not spelled:
        return
    for start, end in (
        *spelled,
        *_by_shape(text, reading.region),
        *_by_library(text, reading.region),
        *_by_words(reading, text),
    ):
        if not reading.is_numbered(start) and not _CODE_BEFORE.search(text, max(0, start - 12), start):
            yield Finding("phone", start, end)


def plain_phone(value: str, region: str | None) -> str:
    """E.164 where the number can be read, else its digits."""
    try:
        number = phonenumbers.parse(value, region or "US")
    except phonenumbers.NumberParseException:
        return "".join(sign for sign in value if sign.isdigit()) or value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _by_shape(text: str, region: str | None) -> Iterator[tuple[int, int]]:
    for pattern in (*_SHAPES, *filter(None, (_MOBILE.get(region or ""),))):
        for match in pattern.finditer(text):
            yield match.span()
    if region in _TRUNK_REGIONS:
        for match in _TRUNK_PLAIN.finditer(text):
            yield match.span()
    for match in _TRUNK.finditer(text):
        if 9 <= sum(sign.isdigit() for sign in match.group()) <= 12 and not _DATE.search(match.group()):
            yield match.span()


def _by_library(text: str, region: str | None) -> Iterator[tuple[int, int]]:
    """What the region's plan allows; a number without a sign of its beginning only where it is grouped and at home."""
    begins = _BEGINS.search(text) is not None
    homes = dict.fromkeys((region, *_REGIONS) if region else _REGIONS) if begins else {}
    if region and region not in homes and _GROUPED.search(text):
        homes = {region: None}
    for home in homes:
        for match in PhoneNumberMatcher(text, home, leniency=Leniency.VALID):
            raw = match.raw_string
            count = sum(sign.isdigit() for sign in raw)
            is_marked = raw[0] in "+(0" or (home == region and home not in ("US", "CA"))
            if raw.isdigit() or not is_marked or count < 8 or (count < 9 and raw[0] not in "+(0") or _DATE.search(raw):
                continue
            yield match.start, match.end


def _is_spelled_out(run: list[Group]) -> bool:
    """ "five oh three, five five five, oh one two seven": nothing else is told so, a digit at a time."""
    return len(digits_of(run)) in _LENGTHS_SPELLED and sum(group.is_spelled for group in run) >= _FEWEST_SPELLED


def _by_words(reading: Reading, text: str) -> Iterator[tuple[int, int]]:
    if not reading.has("phone"):
        return
    for run in reading.runs:
        first = next((at for at, group in enumerate(run[:3]) if reading.follows(group.start, ("phone",))), None)
        if first is None:
            if not reading.is_said_after(run[-1].end, ("phone",)):
                continue
            first = 0
        end, count = first, 0
        while end < len(run) and count + len(run[end].digits) <= 15:
            between = text[run[end - 1].end : run[end].start] if end > first else ""
            if any(sign in between for sign in ",;:\n") and not (run[end].is_spelled and "," in between):
                break
            count += len(run[end].digits)
            end += 1
        if end > first and count >= 7 and not _DATE.search(text[run[first].start : run[end - 1].end]):
            start = run[first].start - (text[run[first].start - 1 : run[first].start] in ("(", "+"))
            yield start, run[end - 1].end
    for match in _SHORT.finditer(text):
        if reading.follows(match.start(), ("phone",)):
            yield match.span()
