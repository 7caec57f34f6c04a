"""A form without personal data: every string goes through the mask, unless its shape is that of an id.

All that it says may be a piece of a card's number, but for what every form about goods says.
"""

import json
import re
from collections.abc import Iterator

from domain.conversation import ActionRequest, JsonObject
from domain.errors import ValidationFailed
from domain.json_values import mapped, strings
from domain.lazy_pattern import lazy_pattern
from domain.personal_data import NEVER_TYPED, PIECE, PersonalDataKind, Sealed
from domain.ports.privacy import Masker

_GOODS = frozenset({"line_id", "line_ids", "quantities"})
_SMALL = lazy_pattern(r"\d{1,2}")  # a line's number, a count
_A_PRICE = lazy_pattern(r"-?\d{1,6}\.\d{1,3}")  # nobody writes a piece of a card's number so
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
    elif value is not None and not isinstance(value, bool) and not (name == "amount" and _A_PRICE.fullmatch(str(value))):
        yield str(value), _is_small(name, str(value))


def _is_small(name: str, text: str) -> bool:
    return name in _GOODS and _SMALL.fullmatch(text) is not None


# Fields that hold one value of a kind: it is sealed whole, however it is written.
_PERSONAL: dict[str, PersonalDataKind] = {
    "email": "email",
    "phone": "phone",
    "name": "name",
    "address": "address",
    "postcode": "address",
}
# Actions whose fields of such a name hold something else: there it is text like any other.
_OF_GOODS = frozenset({("product_details", "name")})
_ORDER = lazy_pattern(r"#?[A-Za-z]{0,5}[-_/]?\d{1,12}(?:[-_/]\d{1,8}){0,3}[A-Za-z]?")
_CODE = lazy_pattern(r"(?=[^\d]*\d)(?![^\d]*\d{13})[A-Z0-9]{1,24}(?:[-_.][A-Z0-9]{1,24}){0,4}|[a-z]\d{0,6}")
_SLUG = lazy_pattern(r"[a-z]{1,24}(?:[_-][a-z]{1,24}){0,4}[_-][A-Za-z0-9]{1,40}")
_WORD = lazy_pattern(r"[A-Za-z]{2,24}")  # a shop may call a payment method or a variant by a word: "paypal", "default"
# Words and numbers tied together, as systems name their records: "V-Other", "gid://shop/Variant/77", "SO/2026/0012-A".
_TIED = lazy_pattern(r"[A-Za-z0-9]{1,40}(?:[-_:/#]{1,3}[A-Za-z0-9]{1,40}){1,8}")
_TIED_NUMBER = lazy_pattern(rf"(?=[^\d]*\d){_TIED.pattern}")
_HEX = lazy_pattern(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{24,40}|(?=[A-Z]*\d)[0-9A-Z]{26}")
_UUID = lazy_pattern(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHAPES: dict[str, tuple[re.Pattern[str], ...]] = {
    # Of goods; capitals, small letters and digits in one word are rather a password.
    "name": (lazy_pattern(r"(?!(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)\S{8,}$).*", re.DOTALL),),
    "order_id": (_ORDER, _UUID, _TIED_NUMBER),
    **dict.fromkeys(
        ("line_id", "line_ids", "variant_id", "product_id", "payment_method_id", "refund_to", "quote_id", "quantities"),
        (_ORDER, _CODE, _SLUG, _UUID, _TIED, _HEX),
    ),
    **dict.fromkeys(("variant_id", "payment_method_id", "refund_to"), (_ORDER, _CODE, _SLUG, _UUID, _TIED, _HEX, _WORD)),
    "amount": (lazy_pattern(r"[+-]?\d{1,9}(?:\.\d{1,4})?"),),
    "currency": (lazy_pattern(r"[A-Z]{3}"),),
    "code": (lazy_pattern(r"\d{3}[ -]?\d{3}"),),
}
_LEAST_PIECE = 3  # characters: a line's number is no half of a card's
_PRICE = lazy_pattern(r"\d{1,6}\.\d{1,2}")  # nobody writes half a card's number so
_LONGEST_PIECE = 60  # of what names a record
_MOST_PIECES = 40  # values of a form in which a number's pieces are looked for
_LEAST_DIGITS = 14  # an order's number and a postcode may pass for the rare cards of fewer
_MOST_DIGITS = 7  # of a number that is no string: quantities
_UNTOLD: PersonalDataKind = "secret"  # what an id's field holds that is no id and nothing that the mask knows


class FormMask:
    """Masks one form's arguments. ``sealed`` is what is new, ``hidden`` the kinds that nobody here ever needs."""

    def __init__(self, masker: Masker, region: str | None, known: list[Sealed]) -> None:
        self._masker, self._region, self._known = masker, region, known
        self.sealed: list[Sealed] = []
        self.hidden: list[str] = []
        self._action = ""

    def arguments(self, action: ActionRequest) -> JsonObject:
        """Raises ``ValidationFailed`` where a personal field holds what is never kept: there is nothing to seal."""
        self._action = action.name
        masked = self._masked(action.arguments)
        pieces = [text for text in strings(masked) if len(text) >= _LEAST_PIECE]
        # What stands alone was looked at as a value; together they may be what none of them is.
        found = self._masker.find(" ".join(pieces), self._region) if len(pieces) > 1 else []
        in_halves = any(entity.kind in ("card", "ssn") for entity in found)
        if in_halves or self._is_split(action.arguments):
            self.hidden.append("card")
            return self.without_digits(action)
        return masked

    def without_digits(self, action: ActionRequest) -> JsonObject:
        """As ``arguments``, of a form that holds pieces of a number: none of them is left, nor sealed as something else."""
        self.sealed = []
        whole = {name: _as_text(value) for name, value in action.arguments.items()}
        return self._masked(mapped(whole, self._masker.mask_digits))

    def _masked(self, arguments: JsonObject) -> JsonObject:
        return {name: self._value(name, value) for name, value in arguments.items() if value is not None}

    def _is_split(self, arguments: JsonObject) -> bool:
        """Whether two fields of the form, or two values of a field, make a card: in whichever order they are."""
        sizes = range(_LEAST_PIECE, _LONGEST_PIECE + 1)
        texts = [text for text in strings(arguments) if len(text) in sizes and not _PRICE.fullmatch(text)][:_MOST_PIECES]
        for row in (texts, texts[::-1]):
            for at in range(1, len(row)):
                held = self._masker.completes_split_number(row[:at], row[at])
                if held and sum(map(str.isdigit, "".join(row[at - held : at + 1]))) >= _LEAST_DIGITS:
                    return True
        return False

    def _value(self, name: str, value: object) -> object:
        kind = _PERSONAL.get(name) if (self._action, name) not in _OF_GOODS else None
        if kind is not None:
            return self._sealed_whole(name, kind, value)
        if isinstance(value, dict):
            return {self._key(name, key): self._value(_inner(name, key), inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._value(name, inner) for inner in value]
        if isinstance(value, str):
            return self._text(name, value)
        if isinstance(value, bool) or value is None or len(str(value)) <= _MOST_DIGITS:
            return value
        return self._text(name, str(value))

    def _key(self, name: str, key: str) -> str:
        """The keys of an object are the contract's words, but those of ``quantities`` are the caller's."""
        return self._text(name, key) if name == "quantities" else key

    def _sealed_whole(self, name: str, kind: PersonalDataKind, value: object) -> str:
        if any(PIECE in text for text in strings(value)):
            return PIECE
        found = {f.kind for f in self._masker.find("\n".join(strings(value)), self._region)} & NEVER_TYPED
        if found:
            message = "holds a card number, a social security number or a password: we never need one, and never keep one"
            raise ValidationFailed("", [{"field": f"action.arguments.{name}", "message": message}])
        whole = json.dumps(value, sort_keys=True) if isinstance(value, dict | list) else str(value)
        return self._seal(kind, whole)

    def _text(self, name: str, text: str) -> str:
        shapes = None if PIECE in text else _SHAPES.get(name)
        masked, new = self._masker.mask(text, self._region, [*self._known, *self.sealed])
        if masked.entities:
            self.sealed += new
            self.hidden += [entity.kind for entity in masked.entities]
            return masked.text
        if shapes is None or any(shape.fullmatch(text) for shape in shapes):
            return text
        return self._seal(_UNTOLD, text)

    def _seal(self, kind: PersonalDataKind, value: str) -> str:
        token, new = self._masker.seal(kind, value, [*self._known, *self.sealed])
        self.sealed += new
        return token


def _inner(name: str, key: str) -> str:
    """Values of ``quantities`` are counts of its keys' goods; elsewhere a key names its value."""
    return name if name == "quantities" else key


def _as_text(value: object) -> object:
    """With its numbers as text, so that their digits can be hidden."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    is_piece = isinstance(value, int | float) and not isinstance(value, bool) and len(str(value)) >= _LEAST_PIECE
    return str(value) if is_piece else value
