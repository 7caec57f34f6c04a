"""Addresses that the customer's account and orders hold already: named by their city, by an order, or as the default one."""

import json
from collections.abc import Iterable

from pydantic import ValidationError

from domain.language.account.address_references import (
    is_in_another_order,
    means_the_default,
    means_this_address,
    names_the_city,
)
from domain.order_numbers import same_number
from domain.personal_data import in_part
from domain.shop import Address, Order
from nodes.actions.pipeline.order_lookup import find_order
from nodes.actions.pipeline.request import Request


def same_place(one: Address, other: Address) -> bool:
    return _key(one) == _key(other)


def _key(address: Address) -> tuple[str, ...]:
    parts = (address.line1, address.line2 or "", address.postcode, address.country)
    return tuple(" ".join(part.casefold().split()) for part in parts)


async def named_address(request: Request) -> Address | None:
    """The one address of the customer's own that the words name, other than the one that is to be replaced."""
    if not request.text or request.customer is None:
        return None
    now = replaced_address(request)
    other = await _named_order(request)
    if other is not None:
        return other.shipping_address
    is_this = means_this_address(request.text) and _was_just_changed(request)
    if request.order is not None and (is_this or means_the_default(request.text)):
        default = _default(request)
        return default if default and not (now and same_place(default, now)) else None
    named = [a for a in await _own(request) if names_the_city(request.text, a.city)]
    if not named and is_in_another_order(request.text):
        named = await _of_orders(request)
    if now is not None:
        named = [a for a in named if not same_place(a, now)]
    return named[0] if len(named) == 1 else None


async def address_in_words(request: Request, token: str) -> str:
    """An address as a quote says it: by its city where we hold it already, else as the one that was given, by the beginnings of its
    street and its city, so that its owner sees whether it is the right one."""
    original = await request.deps.detokenize(token)
    try:
        address = Address.model_validate(json.loads(original or ""))
    except (ValueError, ValidationError):
        return request.say("address-given", token=token)
    held = any(same_place(address, own) for own in await _own(request)) if request.customer else False
    if held:
        return request.say("address-held", city=address.city, token=token)
    return request.say("address-typed", street=in_part("street", address.line1), city=address.city, token=token)


def replaced_address(request: Request) -> Address | None:
    """The address that is to be changed: the order's, else the account's default one."""
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
    return _each_once([*request.the_customer.addresses, *await _of_orders(request)])


async def _of_orders(request: Request) -> list[Address]:
    orders = await request.deps.desk.orders(request.the_customer.id)
    return _each_once(order.shipping_address for order in orders)


def _each_once(addresses: Iterable[Address]) -> list[Address]:
    return list({_key(address): address for address in addresses}.values())


def _was_just_changed(request: Request) -> bool:
    """Whether the account's own address is what was changed last."""
    frame = request.state.get("frame")
    return frame is not None and frame["action"] == "update_account"
