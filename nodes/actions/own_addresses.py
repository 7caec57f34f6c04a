"""Addresses that the customer's account and orders hold already: named by their city, by an order, or as the default one."""

import json
import re

from pydantic import ValidationError

from domain.shop import Address, Order
from nodes.actions.orders import find_order, same_number
from nodes.actions.request import Request

_DEFAULT = re.compile(
    r"\b(?:default|home|account|profile|usual|registered|own) address\b|\bmy address instead\b|\baddress on (?:file|my account)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")


def same_place(one: Address, other: Address) -> bool:
    return _key(one) == _key(other)


def _key(address: Address) -> tuple[str, ...]:
    parts = (address.line1, address.line2 or "", address.postcode, address.country)
    return tuple(" ".join(part.casefold().split()) for part in parts)


async def named_address(request: Request) -> Address | None:
    """The one address of the customer's own that the words name, other than the one that is to be replaced."""
    if not request.text or request.customer is None:
        return None
    now = _replaced(request)
    other = await _named_order(request)
    if other is not None:
        return other.shipping_address
    if request.order is not None and _DEFAULT.search(request.text):
        default = _default(request)
        return default if default and not (now and same_place(default, now)) else None
    said = f" {' '.join(_WORD.findall(request.text.casefold()))} "
    named = [a for a in await _own(request) if f" {' '.join(_WORD.findall(a.city.casefold()))} " in said]
    if now is not None:
        named = [a for a in named if not same_place(a, now)]
    return named[0] if len(named) == 1 else None


async def address_in_words(request: Request, token: str) -> str:
    """An address as a quote says it: by its city where we hold it already, else as the one that was given."""
    original = await request.deps.reveal(token)
    try:
        address = Address.model_validate(json.loads(original or ""))
    except (ValueError, ValidationError):
        return f"the address you gave ({token})"
    held = any(same_place(address, own) for own in await _own(request)) if request.customer else False
    return f"your address in {address.city} ({token})" if held else f"the address you gave ({token})"


def _replaced(request: Request) -> Address | None:
    return request.order.shipping_address if request.order else _default(request)


def _default(request: Request) -> Address | None:
    held = request.customer.addresses if request.customer else []
    return next((a for a in held if a.default), held[0] if held else None)


async def _named_order(request: Request) -> Order | None:
    """Another order of the customer's that the words name, as in "the same as order …". Raises ``Refused`` for a foreign one."""
    numbers = request.state.get("entities", {}).get("order_ids") or []
    others = [n for n in numbers if request.order is None or not same_number(n, request.order.id)]
    return await find_order(request.deps, request.state, others[0]) if len(others) == 1 else None


async def _own(request: Request) -> list[Address]:
    """Each place once: those of the account, then those of the orders."""
    customer = request.the_customer
    orders = await request.deps.desk.orders(customer.id)
    own: dict[tuple[str, ...], Address] = {}
    for address in (*customer.addresses, *(order.shipping_address for order in orders)):
        own.setdefault(_key(address), address)
    return list(own.values())
