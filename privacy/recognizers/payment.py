"""Means of payment: cards by a known issuer's prefix, length and check digit, IBANs by country, length and check digits;
however written.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from stdnum import ean, luhn, numdb
from stdnum.iso7064 import mod_97_10

from domain.lazy_pattern import lazy_pattern
from privacy.findings import Finding
from privacy.reading import Reading
from privacy.recognizers.digits import Group, digits_of, has_filler

# Lowest and highest prefix of an issuer's range, and the lengths of its numbers.
_ISSUERS: list[tuple[str, str, frozenset[int]]] = [
    ("4", "4", frozenset({13, 16, 18, 19})),  # Visa
    ("51", "55", frozenset({16})),  # Mastercard
    ("2221", "2720", frozenset({16})),
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),
    ("6011", "6011", frozenset({16, 17, 18, 19})),  # Discover
    ("644", "659", frozenset({16, 17, 18, 19})),
    ("300", "305", frozenset({14, 16, 17, 18, 19})),  # Diners
    ("309", "309", frozenset({14, 16})),
    ("36", "36", frozenset({14, 16, 17, 18, 19})),
    ("38", "39", frozenset({14, 16, 17, 18, 19})),
    ("35", "35", frozenset({16})),  # JCB
    ("2131", "2131", frozenset({15})),
    ("1800", "1800", frozenset({15})),
    ("62", "62", frozenset({16, 17, 18, 19})),  # UnionPay
    ("81", "81", frozenset({16, 17, 18, 19})),
    ("2200", "2205", frozenset({16, 17, 18, 19})),  # Mir
    ("5018", "5018", frozenset({12, 13, 16, 18, 19})),  # Maestro
    ("5019", "5019", frozenset({16})),  # Dankort
    ("5060", "5061", frozenset({16, 18, 19})),  # Verve
    ("5067", "5067", frozenset({16})),  # Elo
    ("6362", "6363", frozenset({16})),
    ("8600", "8600", frozenset({16})),  # Uzcard
    ("9860", "9860", frozenset({16})),  # Humo
    ("5020", "5020", frozenset({12, 13, 16, 18, 19})),
    ("5038", "5038", frozenset({12, 13, 16, 18, 19})),
    ("56", "58", frozenset({12, 13, 16, 18, 19})),
    ("6304", "6304", frozenset({12, 13, 16, 18, 19})),
    ("6759", "6763", frozenset({12, 13, 16, 18, 19})),
    ("6390", "6390", frozenset({12, 13, 16, 18, 19})),
    ("508", "508", frozenset({16})),  # RuPay
    ("60", "60", frozenset({16})),
    ("9792", "9792", frozenset({16})),  # Troy
]
_MOST_DIGITS = 19
_LONGEST_PREFIX = 4
_USUAL = 16  # digits
_LENGTHS = (16, 15, 14, 19, 18, 17, 13, 12)  # the common ones first: a card and its code may stand side by side

_PRINTED_UNEVENLY = ([4, 6, 5], [4, 6, 4])  # American Express, Diners
_LONGEST_TIGHT_GROUP = 4  # digits: only such groups may be joined by commas, colons or slashes
_HALF = 8  # digits: two of them with words between are a card where the words say so
# A number in which letters stand for digits: "45Z6 O18I 59O8 3OI2".
_LOOKALIKE = lazy_pattern(r"(?<![^\W_])[0-9OoIlBSZzs]{4}(?:[ ._-]?[0-9OoIlBSZzs]{2,6}){2,3}(?![^\W_])")
_LOOKS = str.maketrans("OoIlBSZzs", "001185225")
_EXPIRY = lazy_pattern(
    r"[\s|,;:/¦&?\"'()-]{0,4}(?:(?:exp(?:iry|ires?|iration)?|valid(?: thru| until| to)?|good thru|gültig(?: bis)?|"
    r"ablaufdatum|expire|"
    r"caduca|scadenza|validade|vervalt|"
    r"date)[\s.:=|-]{0,3}){0,2}(?P<date>(?:0[1-9]|1[0-2])\s?[/|¦.-]?\s?(?:20)?[2-4]\d)(?!\d|[./-]\d)",
    re.IGNORECASE,
)
_CODE_AFTER = lazy_pattern(r"[\s|,;:/¦()-]{1,3}(?P<code>\d{3,4})(?![\w]|[.,/-]\d)")
_CODE_BEFORE = lazy_pattern(
    r"(?<![\w.,/-])(?P<code>\d{3,4})[\s|,;:/¦-]{1,3}(?:exp\.?\s)?(?:0[1-9]|1[0-2])\s?[/|¦.-]\s?(?:20)?[2-4]\d[\s|,;:/¦-]{1,3}$"
)


def is_card(digits: str) -> bool:
    """Whether the digits are a known issuer's, of the right length, with a right check digit."""
    return has_card_shape(digits) and bool(luhn.is_valid(digits))


def has_card_shape(digits: str) -> bool:
    return len(digits) in _lengths(digits[:_LONGEST_PREFIX])


@cache
def _lengths(prefix: str) -> frozenset[int]:
    """The lengths of the numbers that begin with these digits, four of them where there are as many."""
    known = [lengths for low, high, lengths in _ISSUERS if low <= prefix[: len(low)] <= high]
    return frozenset().union(*known)


def cards(reading: Reading) -> Iterator[Finding]:
    for finding in (*_by_digits(reading), *_by_lookalikes(reading)):
        yield finding
        yield from _beside(reading.text, finding)


def _by_digits(reading: Reading) -> Iterator[Finding]:
    for run in reading.runs:
        at = 0
        while at < len(run):
            end = _card_from(reading, run, at)
            if end is None:
                at += 1
            else:
                yield Finding("card", run[at].start, run[end - 1].end)
                at = end


def _by_lookalikes(reading: Reading) -> Iterator[Finding]:
    for match in _LOOKALIKE.finditer(reading.text):
        signs = "".join(sign for sign in match.group() if sign.isalnum())
        if signs.isdigit() or sum(map(str.isdigit, signs)) * 2 < len(signs):
            continue
        digits = signs.translate(_LOOKS)
        if is_card(digits) or (has_card_shape(digits) and reading.follows(match.start(), ("card",), 30)):
            yield Finding("card", match.start(), match.end())


def _beside(text: str, card: Finding) -> Iterator[Finding]:
    """Its expiry and code where nothing names them: "4111 1111 1111 1111 12/27 123"."""
    at = card.end
    if expiry := _EXPIRY.match(text, at):
        yield Finding("card", expiry.start("date"), expiry.end("date"))
        at = expiry.end()
        if code := _CODE_AFTER.match(text, at):
            yield Finding("secret", code.start("code"), code.end("code"))
    if before := _CODE_BEFORE.search(text, max(0, card.start - 24), card.start):
        yield Finding("secret", before.start("code"), before.end("code"))


def _card_from(reading: Reading, run: list[Group], at: int) -> int | None:
    """The index after the card's last group, if a card starts at group ``at``."""
    start = run[at].start
    candidates = _candidates(reading, run, at)
    is_named = reading.follows(start, ("card",), 30) and not _is_gift(reading.text, start)
    if not candidates:
        return _card_of_any_issuer(reading, run, at) if is_named else None
    if not is_named and reading.follows(start, ("order",)):
        if reading.text[max(0, start - 1) : start].isalpha():
            return None
        # A parcel's number may pass for a card's, but not in a card's own groups or as sixteen digits of a common issuer.
        candidates = [
            (d, e) for d, e in candidates if len(d) == 16 and d[0] in "45" and reading.text[max(0, start - 1) : start] != "#"
        ]
    for digits, end in candidates:
        if luhn.is_valid(digits) and (is_named or not _looks_like_barcode(digits)):
            return end
    # Said to be a card: a slip in one digit does not make it public.
    for digits, end in candidates:
        if len(digits) in _LENGTHS[:3] and (is_named or reading.is_said_after(run[end - 1].end, ("card",))):
            return end
    return None


def _card_of_any_issuer(reading: Reading, run: list[Group], at: int) -> int | None:
    """The index after the last group of what is said to be a card's number, and is as long as the most of them."""
    for end in range(at + 1, len(run) + 1):
        size = sum(len(group.digits) for group in run[at:end])
        if size == _USUAL and _hangs_together(reading, run[at:end]):
            return end
    return None


def _is_gift(text: str, start: int) -> bool:
    return (
        re.search(r"(?:gift|loyalty|member\w*|memory|business|store)\s+card", text[max(0, start - 40) : start], re.I)
        is not None
    )


def _candidates(reading: Reading, run: list[Group], at: int) -> list[tuple[str, int]]:
    """The digits from group ``at`` on that have a card's shape, with the index after their last group, likely ones first."""
    found: dict[int, tuple[str, int]] = {}
    digits = ""
    for end in range(at, len(run)):
        digits += run[end].digits
        if len(digits) > _MOST_DIGITS or (len(digits) >= _LONGEST_PREFIX and not _lengths(digits[:_LONGEST_PREFIX])):
            break
        if has_card_shape(digits) and _hangs_together(reading, run[at : end + 1]):
            found[len(digits)] = (digits, end + 1)
    return [found[length] for length in _LENGTHS if length in found]


def _looks_like_barcode(digits: str) -> bool:
    """12 and 13 digits are rare cards and common barcodes."""
    return len(digits) <= 13 and bool(ean.is_valid(digits))


def _hangs_together(reading: Reading, groups: list[Group]) -> bool:
    """A list of numbers ("104233, 4012345678") is not one number in groups."""
    between = [reading.text[one.end : two.start] for one, two in pairwise(groups)]
    has_words = any(map(has_filler, between))
    if has_words or any(sign in gap for gap in between for sign in ",:;()"):
        sizes = [len(group.digits) for group in groups]
        is_halved = max(sizes) <= _HALF and reading.follows(groups[0].start, ("card",), 30)
        return max(sizes) <= _LONGEST_TIGHT_GROUP or sizes in _PRINTED_UNEVENLY or is_halved
    return True


_START = lazy_pattern(
    r"(?:(?<![^\W_])|(?<=iban)|(?<=IBAN))(?P<country>[A-Za-z][ ._-]?[A-Za-z])[ ._\n-]{0,3}[\dOIl][ ._-]?[\dOIl]"
)
_FEWEST, _MOST = 11, 30  # digits of an IBAN whose country is left out
_SIGN = lazy_pattern(r"[ \t._\n/|·•-]{0,3}([A-Za-z0-9])")
_FIELD = lazy_pattern(r"(\d+)!")
_LOOKALIKES = str.maketrans("OIL", "011")


def ibans(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for match in _START.finditer(text):
        country = match["country"]
        length = _length(f"{country[0]}{country[-1]}".upper())
        if length is None:
            continue
        number, end = _read(text, match.start(), length)
        if len(number) != length or text[end : end + 1].isalnum() or sum(map(str.isdigit, number)) < length // 3:
            continue
        is_named = reading.follows(match.start(), ("iban",)) or reading.is_said_after(end, ("iban",))
        if _is_valid(number) or (is_named and sum(map(str.isdigit, number)) >= length // 2):
            yield Finding("iban", match.start(), end)
    for run in reading.runs if reading.has("iban") else ():
        if reading.follows(run[0].start, ("iban",)) and _FEWEST <= len(digits_of(run)) <= _MOST:
            yield Finding("iban", run[0].start, run[-1].end)


def _is_valid(number: str) -> bool:
    forms = {number, number[:2] + number[2:].translate(_LOOKALIKES), number[:4] + number[4:].translate(_LOOKALIKES)}
    return any(form[2:4].isdigit() and mod_97_10.is_valid(form[4:] + form[:4]) for form in forms)


def _read(text: str, start: int, length: int) -> tuple[str, int]:
    """Up to ``length`` letters and digits from ``start``, without separators, and where they end."""
    signs: list[str] = []
    at = start
    while len(signs) < length and (match := _SIGN.match(text, at)):
        signs.append(match[1].upper())
        at = match.end()
    return "".join(signs), at


@cache
def _length(country: str) -> int | None:
    """How long the country's IBANs are; None where it has none."""
    details: dict[str, str] = numdb.get("iban").info(country)[0][1]
    structure = details.get("bban")
    return None if structure is None else 4 + sum(int(n) for n in _FIELD.findall(structure))
