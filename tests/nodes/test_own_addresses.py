"""Addresses that are held already: named by their city, as the default one, or not at all."""

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from domain.messages.messages import Messages
from domain.rules.policy import ActionRule
from domain.shop import Address, Customer, Order
from nodes.actions.pipeline.own_addresses import address_in_words, named_address, same_place
from nodes.actions.pipeline.request import Request
from nodes.deps import Deps


def _address(line1: str, city: str, **more: Any) -> Address:
    return Address(line1=line1, city=city, postcode="00001", country="US", **more)


HOME, OFFICE, FLAT = _address("1 Elm", "Salem", default=True), _address("2 Oak", "Bend"), _address("3 Ash", "Bend")


def _order(number: str, address: Address) -> Order:
    return Order.model_validate(
        {
            "id": number,
            "customer_id": "C1",
            "status": "pending",
            "version": 1,
            "placed_at": "2026-05-01T10:00:00Z",
            "currency": "USD",
            "lines": [],
            "shipments": [],
            "payments": [],
            "shipping_address": address.model_dump(exclude_none=True),
            "total": {"amount": "0.00", "currency": "USD"},
        }
    )


def _request(text: str, orders: list[Order]) -> Request:
    async def of_customer(customer_id: str) -> list[Order]:
        return orders

    async def detokenize(token: str) -> str | None:
        held = {"[ADDRESS_1]": OFFICE.model_dump_json(exclude_none=True), "[ADDRESS_2]": "somewhere else"}
        return held.get(token)

    customer = Customer.model_validate(
        {
            "id": "C1",
            "name": "A B",
            "email": "a@example.com",
            "region": "US",
            "created_at": "2026-01-01T00:00:00Z",
            "addresses": [json.loads(HOME.model_dump_json(exclude_none=True))],
            "payment_methods": [],
        }
    )
    deps = cast(
        Deps,
        SimpleNamespace(
            desk=SimpleNamespace(orders=of_customer), detokenize=detokenize, say=Messages.load().speaking("en-US")
        ),
    )
    return Request(deps, {"entities": {}}, ActionRule(), {}, text, customer, orders[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("send it to my Salem address", HOME),
        ("send it to my default address", HOME),
        ("from Salem to the Bend address", OFFICE),
        ("to Bend", OFFICE),
        ("to Paris", None),
        ("somewhere else please", None),
    ],
)
async def test_an_address_by_its_city(text: str, found: Address | None) -> None:
    now = _address("9 Fir", "Eugene") if found != OFFICE else HOME
    named = await named_address(_request(text, [_order("HP1", now), _order("HP2", OFFICE)]))
    assert (named is None) if found is None else (named is not None and same_place(named, found))


async def test_two_addresses_of_one_city_are_no_answer() -> None:
    orders = [_order("HP1", HOME), _order("HP2", OFFICE), _order("HP3", FLAT)]
    assert await named_address(_request("to Bend", orders)) is None


async def test_a_quote_names_the_city_of_an_address_that_is_held() -> None:
    request = _request("", [_order("HP1", HOME), _order("HP2", OFFICE)])
    assert await address_in_words(request, "[ADDRESS_1]") == "your address in Bend ([ADDRESS_1])"
    assert await address_in_words(request, "[ADDRESS_2]") == "the address you gave ([ADDRESS_2])"
