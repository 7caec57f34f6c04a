"""Cards and SSNs that come in pieces over several messages."""

import re
from collections.abc import Sequence

from privacy.folding import fold
from privacy.recognizers.cards import is_card
from privacy.recognizers.context import is_numbered
from privacy.recognizers.digits import Group, digit_groups
from privacy.recognizers.ssn import SSN_WORDS, is_ssn
from privacy.tokens import PIECE, typed_tokens

_MESSAGES = 6  # how far back the first piece may be
_LONGEST = 19  # digits of a card
_SSN = re.compile(rf"(?<![^\W_])(?:{SSN_WORDS})(?![^\W_])", re.IGNORECASE)
_LEAST_PIECE = 2  # digits: "I have 2 lamps" between the pieces is passed over


def completes(earlier: Sequence[str], text: str) -> int:
    """How many of the latest ``earlier`` messages hold the first pieces of what ``text`` completes; 0 for none."""
    recent = list(earlier[-_MESSAGES:])
    latest = _pieces(text)
    if not latest:
        return 0
    speaks_of_ssn = any(_SSN.search(message) for message in (*recent, text))
    before = [_pieces(message) for message in recent]
    for count in range(1, len(recent) + 1):
        first, between = before[-count], [piece for message in before[len(before) - count + 1 :] for piece in message]
        if first and any(_is_whole(chain, speaks_of_ssn) for chain in _chains(first, between, latest)):
            return count
    return 0


def mask_digits(text: str) -> str:
    """The text with a mark for every group of digits that may be a piece; tokens and numbers inside words stay."""
    folded = fold(text)
    masked, at = [], 0
    for piece in _groups(folded.text):
        start, end = folded.span(piece.start, piece.end)
        masked += [text[at:start], PIECE]
        at = end
    return "".join([*masked, text[at:]])


def _groups(text: str) -> list[Group]:
    """Written groups, and spelled digits where several stand together: "one" alone is a word."""
    blanked = list(text)
    for start, end in typed_tokens(text):
        blanked[start:end] = " " * (end - start)
    groups = digit_groups("".join(blanked))
    return [
        group
        for at, group in enumerate(groups)
        if not group.is_spelled
        or any(
            other.is_spelled and abs(other.start - group.end if other.start >= group.end else group.start - other.end) <= 2
            for other in groups[max(0, at - 1) : at + 2]
            if other is not group
        )
    ]


def _pieces(text: str) -> list[str]:
    """The digits that may be pieces: not those said to be an order's or a parcel's number, no prices."""
    folded = fold(text).text
    return [
        group.digits
        for group in _groups(folded)
        if not is_numbered(folded, group.start) and folded[group.start - 1 : group.start] not in ("$", "€", "£")
    ]


def _chains(first: list[str], between: list[str], latest: list[str]) -> list[str]:
    """Every way to read the digits in a row from some group of the first message to some group of the latest."""
    chains = []
    for long_only in (False, True):
        kept = [[p for p in pieces if not long_only or len(p) > _LEAST_PIECE] for pieces in (first, between, latest)]
        middle = "".join(kept[1])
        for start in range(len(kept[0])):
            head = "".join(kept[0][start:]) + middle
            if len(head) < _LONGEST:
                chains += [head + "".join(kept[2][:end]) for end in range(1, len(kept[2]) + 1)]
    return chains


def _is_whole(digits: str, speaks_of_ssn: bool) -> bool:
    return is_card(digits) if len(digits) > 9 else speaks_of_ssn and is_ssn(digits)
