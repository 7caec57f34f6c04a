"""The way of a text through the whole service: each has a customer, a delivered order and a refund quote of its own."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from backoffice.shop.open import open_shop
from evals.multidogo.turns import Said, Taken
from evals.tau_retail.serving import HttpCaller, serving

CALL_SECONDS = 60
PRICE = {"amount": "40.00", "currency": "USD"}


def shop_for(n: int, now: datetime) -> dict[str, list[dict[str, Any]]]:  # Any: the contract's JSON
    """``n`` invented customers, each with a delivered order of one mug."""
    address = {"line1": "1 Pier Road", "city": "Portland", "state": "OR", "postcode": "97201", "country": "US"}
    customers, orders = [], []
    for i in range(n):
        method = {"id": f"card-{i}", "kind": "card", "brand": "visa", "last4": "4242"}
        customers.append(
            {
                "id": f"T{i:04d}",
                "name": "Test Person",
                "email": f"t{i}@example.com",
                "region": "US",
                "created_at": (now - timedelta(days=90)).isoformat(),
                "addresses": [address],
                "payment_methods": [method],
            }
        )
        line = {"line_id": "1", "product_id": "M1", "variant_id": "M1-a", "name": "Mug", "quantity": 1, "unit_price": PRICE}
        orders.append(
            {
                "id": f"HP{500000 + i}",
                "customer_id": f"T{i:04d}",
                "status": "delivered",
                "version": 1,
                "placed_at": (now - timedelta(days=9)).isoformat(),
                "delivered_at": (now - timedelta(days=3)).isoformat(),
                "currency": "USD",
                "lines": [line],
                "shipments": [],
                "payments": [
                    {
                        "id": "p1",
                        "kind": "payment",
                        "method_id": f"card-{i}",
                        "amount": PRICE,
                        "at": (now - timedelta(days=9)).isoformat(),
                    }
                ],
                "shipping_address": address,
                "total": PRICE,
            }
        )
    products = [{"id": "M1", "name": "Mug", "variants": [{"variant_id": "M1-a", "price": PRICE}]}]
    return {"customers": customers, "orders": orders, "products": products}


async def take_all(said: list[Said], store_dir: Path) -> list[Taken]:
    """Raises ``RuntimeError`` where a quote cannot be had."""
    shop = open_shop(store_dir)
    try:
        await shop.prepare()
        await shop.load(shop_for(len(said), datetime.now(UTC)))
        secret = secrets.token_hex(32)
        serve = serving(store_dir, secret, policy=None, demo=True)
        async with serve as url, httpx.AsyncClient(base_url=url, timeout=CALL_SECONDS) as client:
            caller = HttpCaller(client, secret)
            return [await _take(one, i, caller) for i, one in enumerate(said)]
    finally:
        await shop.close()


async def _take(said: Said, i: int, caller: HttpCaller) -> Taken:
    handle = await caller.open(f"T{i:04d}")
    wish = {"order_id": f"HP{500000 + i}", "line_ids": ["1"], "reason": "damaged"}
    quote = await caller.act(handle, "refund_order", wish)
    if quote["turn"]["outcome"] != "asked_for_confirmation":
        raise RuntimeError(f"no quote: {quote['turn']['outcome']}")
    turn = (await caller.say(handle, said.text))["turn"]
    return Taken(
        text=said.text,
        acts=dict(said.acts),
        is_plain_yes=said.is_plain_yes,
        executed=any(call["status"] == "succeeded" and call["name"] == "refund_order" for call in turn["tool_calls"]),
        intent=turn["intent"],
        outcome=turn["outcome"],
        failures=turn["failures"],
    )
