"""What of a form may be a piece of a card's number: all that it says, but for what every form about goods says."""

from collections.abc import Iterator

from domain.conversation import JsonObject
from domain.lazy_pattern import lazy_pattern

_GOODS = frozenset({"line_id", "line_ids", "quantities"})
_SMALL = lazy_pattern(r"\d{1,2}")  # a line's number, a count
_PRICE = lazy_pattern(r"-?\d{1,6}\.\d{1,3}")  # nobody writes a piece of a card's number so
_MOST_SMALL = 8  # digits of small numbers in one form: half a card's, cut small, is no order


def words_of_form(arguments: JsonObject) -> str:
    """What a form says in a row, without prices and without a few small numbers of lines and pieces: several forms about an
    order would else make many a number that passes for a card's."""
    told = [part for name, value in arguments.items() for part in _told(name, value)]
    is_order = sum(len(text) for text, is_small in told if is_small) <= _MOST_SMALL
    return " ".join(text for text, is_small in told if not (is_small and is_order))


def _told(name: str, value: object) -> Iterator[tuple[str, bool]]:
    """Each text, number and key with a digit; and whether it is a small number of goods."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if any(sign.isdigit() for sign in key):
                yield key, _is_small(name, key)
            yield from _told(name if name in _GOODS else key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _told(name, inner)
    elif value is not None and not isinstance(value, bool) and not (name == "amount" and _PRICE.fullmatch(str(value))):
        yield str(value), _is_small(name, str(value))


def _is_small(name: str, text: str) -> bool:
    return name in _GOODS and _SMALL.fullmatch(text) is not None
