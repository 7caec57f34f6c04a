"""Payment cards: a known issuer's prefix, its length and a right check digit, however the digits are written."""

from collections.abc import Iterator
from itertools import pairwise

from stdnum import ean, luhn

from privacy.recognizers.context import follows
from privacy.recognizers.digits import Group, digit_runs
from privacy.recognizers.finding import Finding

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
_LENGTHS = (16, 15, 14, 19, 18, 17, 13, 12)  # the common ones first: a card and its code may stand side by side

CARD_WORDS = (
    r"(?<!gift )(?:cards?|card number|card no\.?|cc|credit|debit|visa|master\s?card|amex|american express|maestro|discover|"
    r"kreditkarten?\w*|karte|kartennummer|carte(?: bancaire| bleue| de crédit)?|tarjeta|pan)"
)
_PARCEL_WORDS = (
    r"tracking(?: number| no\.?| code| id)?|parcel|shipment|usps|ups|dhl|fedex|hermes|sendungsnummer|suivi|imei|serial"
)
_PRINTED_UNEVENLY = ([4, 6, 5], [4, 6, 4])  # American Express, Diners
_LONGEST_TIGHT_GROUP = 4  # digits: only such groups may be joined by commas, colons or slashes


def is_card(digits: str) -> bool:
    """Whether the digits are a known issuer's, of the right length, with a right check digit."""
    return has_card_shape(digits) and bool(luhn.is_valid(digits))


def has_card_shape(digits: str) -> bool:
    return any(low <= digits[: len(low)] <= high and len(digits) in lengths for low, high, lengths in _ISSUERS)


def cards(text: str) -> Iterator[Finding]:
    for run in digit_runs(text):
        at = 0
        while at < len(run):
            end = _card_from(text, run, at)
            if end is None:
                at += 1
            else:
                yield Finding("card", run[at].start, run[end - 1].end)
                at = end


def _card_from(text: str, run: list[Group], at: int) -> int | None:
    """The index after the card's last group, if a card starts at group ``at``."""
    start = run[at].start
    candidates = _candidates(text, run, at)
    if not candidates:
        return None
    is_named = follows(text, start, CARD_WORDS, 30)
    if not is_named and follows(text, start, _PARCEL_WORDS):
        return None
    for digits, end in candidates:
        if luhn.is_valid(digits) and (is_named or not _looks_like_barcode(digits)):
            return end
    # Said to be a card: a slip in one digit does not make it public.
    return next((end for digits, end in candidates if is_named and len(digits) in _LENGTHS[:3]), None)


def _candidates(text: str, run: list[Group], at: int) -> list[tuple[str, int]]:
    """The digits from group ``at`` on that have a card's shape, with the index after their last group, likely ones first."""
    found: dict[int, tuple[str, int]] = {}
    digits = ""
    for end in range(at, len(run)):
        digits += run[end].digits
        if len(digits) > _MOST_DIGITS:
            break
        if has_card_shape(digits) and _hangs_together(text, run[at : end + 1]):
            found[len(digits)] = (digits, end + 1)
    return [found[length] for length in _LENGTHS if length in found]


def _looks_like_barcode(digits: str) -> bool:
    """12 and 13 digits are rare cards and common barcodes."""
    return len(digits) <= 13 and bool(ean.is_valid(digits))


def _hangs_together(text: str, groups: list[Group]) -> bool:
    """A list of numbers ("104233, 4012345678") is not one number in groups."""
    between = [text[one.end : two.start] for one, two in pairwise(groups)]
    if any(sign in gap for gap in between for sign in ",:;/()") or any(any(c.isalpha() for c in gap) for gap in between):
        sizes = [len(group.digits) for group in groups]
        return max(sizes) <= _LONGEST_TIGHT_GROUP or sizes in _PRINTED_UNEVENLY
    return True
