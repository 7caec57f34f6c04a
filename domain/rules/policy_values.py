"""The values of a policy file: names that must be known, amounts, words. Each says what is wrong with one, and what was meant."""

import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from domain.actions import ARGUMENTS
from domain.countries import REGIONS, meant_region

# What stands in ARGUMENTS beside these are steps of a conversation, not actions that a rule could be about.
RULED_ACTIONS = tuple(name for name in ARGUMENTS if name not in ("confirm", "cancel", "verify"))
# A company can have others; a name that is nearly one of these is a slip.
_USUAL_REASONS = (
    *("no_longer_needed", "ordered_by_mistake", "too_slow", "damaged", "missing", "not_as_described"),
    *("changed_mind", "does_not_fit", "wrong_item", "not_received", "defective", "late", "other"),
)
_USUAL_KINDS = (
    *("home", "search", "category", "product", "pricing", "cart", "checkout", "account", "order", "orders", "tracking"),
    *("returns", "help", "contact", "delivery", "payment", "error"),
)
_AMOUNT = r"[0-9]{1,12}(\.[0-9]{1,3})?"
T = TypeVar("T")


def meant(name: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" where a known name is close, else nothing."""
    close = get_close_matches(name.lower().replace("-", "_"), [k for k in known if k != name], n=1, cutoff=0.75)
    return f"; did you mean {close[0]}?" if close else ""


def _action(name: str) -> str:
    if name not in RULED_ACTIONS:
        raise ValueError(f"there is no action {name!r}{meant(name, RULED_ACTIONS)}")
    return name


def _region(code: str) -> str:
    if code not in REGIONS:
        instead = meant_region(code)
        hint = f"; did you mean {instead}?" if instead else ": regions are ISO 3166 codes of two letters"
        raise ValueError(f"there is no region {code!r}{hint}")
    return code


def _unmisspelt(name: str, known: tuple[str, ...]) -> str:
    hint = meant(name, known)
    if name not in known and hint and (name + "s" not in known and name.removesuffix("s") not in known):
        raise ValueError(f"{name!r} is not known{hint}")
    return name


def _reason(name: str) -> str:
    return _unmisspelt(name, _USUAL_REASONS)


def _kind(name: str) -> str:
    return _unmisspelt(name, _USUAL_KINDS)


def _exact(value: object) -> object:
    """YAML reads 200.00 as a float; its shortest form is what was typed. In quotes it is taken as well."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and re.fullmatch(_AMOUNT, value, re.ASCII):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    raise ValueError("an amount is a number such as 200.00, not negative, with a point and without a currency")


def _lower(words: str) -> str:
    if words != words.lower() or not words.strip():
        raise ValueError("the words of customers are in lower case")
    return words


def _unique(items: list[T]) -> list[T]:
    for i, item in enumerate(items):
        if item in items[:i]:
            raise ValueError(f"{item} stands in the list twice")
    return items


def _address(value: str) -> str:
    if not re.fullmatch(r"(https?://[^\s/]+|/)\S*", value):
        raise ValueError("an address begins with https:// or /")
    return value


Label = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Address = Annotated[str, Field(max_length=2000), AfterValidator(_address)]
Words = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_lower)]
ActionName = Annotated[str, AfterValidator(_action), WithJsonSchema({"type": "string", "enum": list(RULED_ACTIONS)})]
RegionCode = Annotated[str, AfterValidator(_region), WithJsonSchema({"type": "string", "enum": sorted(REGIONS)})]
ReasonName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$"), AfterValidator(_reason)]
Kind = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$"), AfterValidator(_kind)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_exact),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": f"^{_AMOUNT}$"}]}),
]
Unique = Annotated[list[T], AfterValidator(_unique), Field(json_schema_extra={"uniqueItems": True})]
