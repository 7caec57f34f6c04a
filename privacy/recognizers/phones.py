"""Phone numbers: the region's own forms by `phonenumbers`, international ones, and any number that is said to be one."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from privacy.recognizers.context import follows, is_numbered
from privacy.recognizers.digits import digit_runs
from privacy.recognizers.finding import Finding

_WORDS = (
    r"phone(?: number| no\.?| #)?|telephone|mobile(?: number)?|cell(?:phone)?(?: number)?|tel\.?|"
    r"landline|call(?: me| us| back)?|"
    r"ring(?: me)?|text(?: me)?|reach(?:ed)?(?: me| us)?|whats\s?app|sms|contact number|my number|fax|callback|"
    r"telefon(?:nummer)?|handy(?:nummer)?|rufnummer|mobil(?:nummer)?|nummer|anrufen|téléphone|"
    r"portable|mobile|numéro|appeler?z?"
)
_NORTH_AMERICAN = re.compile(
    r"(?<![\w.-])(?:\+?1[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[ .\-/])\d{3}[ .-]\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w-]|\.\d)",
    re.I,
)
_INTERNATIONAL = re.compile(
    r"(?<![\w+])(?:\+|00)\s?[1-9](?:[ ./()-]{0,2}\d){6,14}(?:\s*(?:x|ext\.?)\s*\d{1,5})?(?![\w-])", re.IGNORECASE
)
_TRUNK = re.compile(r"(?<![\w.,+/-])\(?0[1-9]\d{0,4}\)?(?:[ ./-]{1,3}\d{2,8}){1,5}(?![\w-]|[.,]\d)")
_PAIRS = re.compile(r"(?<![\w.,+/-])0[1-9](?:([ .-])\d\d)(?:\1\d\d){3}(?![\w-]|[.,]\d)")  # France
_BRITISH_MOBILE = re.compile(r"(?<![\w.,+/-])07\d{9}(?![\w-]|[.,]\d)")
_DATE = re.compile(r"(?<!\d)(?:[0-2]?\d|3[01])[./-](?:0?\d|1[0-2])[./-](?:\d{4}|\d{2}(?!\d))")
_SAID_AFTER = re.compile(
    r"\s*(?:is|ist|est|are|=|-|\()?\s*(?:my|our|the|meine?|mon|ma)?\s*(?:best |new |home |"
    r"work )?(?:phone|mobile|cell|tel\b|landline|handy|portable|téléphone|telefon|number to (?:call|"
    r"reach))",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w-])\d{3}-\d{4}(?![\w-])")
_TRUNK_PLAIN = re.compile(r"(?<![\w.,+/-])0[1-9]\d{8,10}(?![\w-]|[.,]\d)")
_TRUNK_REGIONS = ("GB", "DE", "FR")  # where a national number starts with a zero, which no order's number does
_REGIONS = ("US", "GB", "DE", "FR")


def phones(text: str, region: str | None) -> Iterator[Finding]:
    for start, end in (*_by_shape(text, region), *_by_library(text, region), *_by_words(text)):
        if not is_numbered(text, start):
            yield Finding("phone", start, end)


def plain_phone(value: str, region: str | None) -> str:
    """E.164 where the number can be read, else its digits."""
    try:
        number = phonenumbers.parse(value, region or "US")
    except phonenumbers.NumberParseException:
        return "".join(sign for sign in value if sign.isdigit()) or value
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _by_shape(text: str, region: str | None) -> Iterator[tuple[int, int]]:
    for pattern in (_NORTH_AMERICAN, _INTERNATIONAL):
        for match in pattern.finditer(text):
            yield match.span()
    for pattern in (_PAIRS, _BRITISH_MOBILE):
        for match in pattern.finditer(text):
            yield match.span()
    if region in _TRUNK_REGIONS:
        for match in _TRUNK_PLAIN.finditer(text):
            yield match.span()
    for match in _TRUNK.finditer(text):
        if 9 <= sum(sign.isdigit() for sign in match.group()) <= 12 and not _DATE.search(match.group()):
            yield match.span()


def _by_library(text: str, region: str | None) -> Iterator[tuple[int, int]]:
    for home in dict.fromkeys((region, *_REGIONS) if region else _REGIONS):
        for match in PhoneNumberMatcher(text, home, leniency=Leniency.VALID):
            raw = match.raw_string
            count = sum(sign.isdigit() for sign in raw)
            if raw.isdigit() or raw[0] not in "+(0" or count < 9 or _DATE.search(raw):
                continue
            yield match.start, match.end


def _by_words(text: str) -> Iterator[tuple[int, int]]:
    for run in digit_runs(text):
        if not follows(text, run[0].start, _WORDS) and not _SAID_AFTER.match(text, run[-1].end):
            continue
        end, count = 0, 0
        while end < len(run) and count + len(run[end].digits) <= 15:
            if end and any(sign in text[run[end - 1].end : run[end].start] for sign in ",;:\n"):
                break
            count += len(run[end].digits)
            end += 1
        if end and count >= 7 and not _DATE.search(text[run[0].start : run[end - 1].end]):
            start = run[0].start - (text[run[0].start - 1 : run[0].start] in ("(", "+"))
            yield start, run[end - 1].end
    for match in _SHORT.finditer(text):
        if follows(text, match.start(), _WORDS):
            yield match.span()
