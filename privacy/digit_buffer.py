"""Cards and SSNs that come in pieces over several messages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from domain.personal_data import PIECE
from privacy.folding import fold
from privacy.reading import Reading
from privacy.recognizers.digits import Group
from privacy.recognizers.national_ids import is_ssn, speaks_of_ssn
from privacy.recognizers.payment import is_card
from privacy.tokens import typed_tokens

_MESSAGES = 6  # how far back the first piece may be
_LONGEST = 19  # digits of a card
_LEAST_PIECE = 2  # digits: "I have 2 lamps" between the pieces is passed over


def completes_split_number(earlier: Sequence[str], text: str) -> int:
    """How many of the latest ``earlier`` messages hold the first pieces of what ``text`` completes; 0 for none.

    Bounded for messages of any length: of the outer ones only as many groups are read as a card has digits, and a message
    between that holds more digits than a card ends the search."""
    recent = earlier[-_MESSAGES:]
    new = _reading(text)
    latest = list(islice(_pieces(new, _groups(new)), _LONGEST))
    if not latest:
        return 0
    of_ssn = cache(lambda: any(speaks_of_ssn(_reading(message)) for message in (text, *recent)))  # where it is asked for
    between: dict[bool, str | None] = {False: "", True: ""}  # by whether short groups are passed over; None: too long
    for count, words in enumerate(reversed(recent), 1):
        message = _reading(words)
        groups = _groups(message)
        first = list(islice(_pieces(message, reversed(groups)), _LONGEST))[::-1]
        if any(_is_whole(chain, of_ssn) for chain in _chains(first, between, latest)):
            return count
        between = {long_only: _with(message, groups, digits, long_only) for long_only, digits in between.items()}
        if not any(digits is not None for digits in between.values()):
            break
    return 0


def mask_digits(text: str) -> str:
    """The text with a mark for every group of digits that may be a piece; tokens and numbers inside words stay."""
    folded = fold(text)
    masked, at = [], 0
    for piece in _groups(_blanked(folded.text)):
        start, end = folded.span(piece.start, piece.end)
        masked += [text[at:start], PIECE]
        at = end
    return "".join([*masked, text[at:]])


def _reading(message: str) -> Reading:
    return _blanked(fold(message).text)


def _blanked(text: str) -> Reading:
    blanked = list(text)
    for start, end in typed_tokens(text):
        blanked[start:end] = " " * (end - start)
    return Reading("".join(blanked), None)


def _groups(reading: Reading) -> list[Group]:
    """Written groups, and spelled digits where several stand together: "one" alone is a word."""
    groups = reading.groups
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


def _pieces(reading: Reading, groups: Iterable[Group]) -> Iterator[str]:
    """The digits that may be pieces: not those said to be an order's or a parcel's number, no prices."""
    for group in groups:
        if reading.text[group.start - 1 : group.start] not in ("$", "€", "£") and not reading.is_numbered(group.start):
            yield group.digits


def _with(reading: Reading, groups: Sequence[Group], digits: str | None, long_only: bool) -> str | None:
    """``digits`` with those of a message before them; None where they are more than a card has."""
    for piece in _pieces(reading, (g for g in reversed(groups) if not long_only or len(g.digits) > _LEAST_PIECE)):
        if digits is None or len(piece) + len(digits) >= _LONGEST:
            return None
        digits = piece + digits
    return digits


def _chains(first: Sequence[str], between: Mapping[bool, str | None], latest: Sequence[str]) -> Iterator[str]:
    """Every way to read the digits in a row from some group of the first message to some group of the latest."""
    for long_only, middle in between.items():
        if middle is None:
            continue
        heads, tails = ([p for p in pieces if not long_only or len(p) > _LEAST_PIECE] for pieces in (first, latest))
        for start in range(len(heads)):
            head = "".join(heads[start:]) + middle
            if len(head) < _LONGEST:
                yield from (head + "".join(tails[:end]) for end in range(1, len(tails) + 1))


def _is_whole(digits: str, of_ssn: Callable[[], bool]) -> bool:
    return is_card(digits) if len(digits) > 9 else is_ssn(digits) and of_ssn()
