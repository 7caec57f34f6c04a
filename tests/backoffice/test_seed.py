import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from backoffice.shop.open import open_shop
from backoffice.shop.seed import DEMO_CUSTOMERS, demo_document, seed_demo
from domain.shop import Customer, Order, Product

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def orders() -> list[Order]:
    return [Order.model_validate(o) for o in demo_document(NOW)["orders"]]


@pytest.fixture(scope="module")
def customers() -> dict[str, Customer]:
    return {c["id"]: Customer.model_validate(c) for c in demo_document(NOW)["customers"]}


def test_there_is_enough_of_everything(orders: list[Order], customers: dict[str, Customer]) -> None:
    assert len(customers) >= 220
    assert {c.region for c in customers.values()} == {"US", "GB", "DE", "FR", "CA"}
    assert all(1 <= len(c.payment_methods) <= 3 for c in customers.values())
    states = Counter(o.status for o in orders)
    assert set(states) == {"pending", "processed", "shipped", "delivered", "cancelled", "returned"}
    assert min(states.values()) >= 30
    assert sum(o.total.amount > 200 for o in orders) >= 50
    assert sum(len({line.variant_id for line in o.lines}) < len(o.lines) for o in orders) >= 20
    assert sum(len({p.method_id for p in o.payments}) > 1 for o in orders) >= 20


def test_every_order_adds_up(orders: list[Order]) -> None:
    for order in orders:
        assert order.total.amount == sum((line.price.amount for line in order.lines), Decimal(0))
        kept = Decimal(0) if order.status in {"cancelled", "returned"} else order.total.amount
        assert order.paid.amount == kept


def test_times_fit_the_state(orders: list[Order]) -> None:
    for order in orders:
        assert order.placed_at < NOW
        assert (order.delivered_at is not None) == (order.status in {"delivered", "returned"})
        assert order.delivered_at is None or order.placed_at < order.delivered_at < NOW
        if order.status == "shipped":
            assert all(s.estimated_delivery and s.estimated_delivery > NOW for s in order.shipments)
    ages = [NOW - o.delivered_at for o in orders if o.status == "delivered" and o.delivered_at]
    assert sum(age < timedelta(days=30) for age in ages) >= 100
    assert sum(age > timedelta(days=60) for age in ages) >= 100
    assert not [age for age in ages if timedelta(days=28) < age < timedelta(days=58)]


def test_lines_are_sold_in_the_orders_own_currency(orders: list[Order], customers: dict[str, Customer]) -> None:
    products = {p["id"]: Product.model_validate(p) for p in demo_document(NOW)["products"]}
    assert len({p.name for p in products.values()}) == 50
    assert all(3 <= len(p.variants) <= 8 for p in products.values())
    assert all(6 <= v.price.amount <= 480 for p in products.values() for v in p.variants)
    for order in orders:
        customer = customers[order.customer_id]
        assert {m.balance.currency for m in customer.payment_methods if m.balance} <= {order.currency}
        for line in order.lines:
            variant = products[line.product_id].variant(line.variant_id)
            assert variant is not None
            assert variant.price == line.unit_price
            assert line.unit_price.currency == order.currency


async def test_only_an_empty_shop_is_filled_and_quickly(tmp_path: Path) -> None:
    shop = open_shop(tmp_path)
    try:
        started = time.perf_counter()
        assert await seed_demo(shop, NOW)
        assert time.perf_counter() - started < 5
        await shop.load({"customers": [{"id": "C0001", "name": "Someone Else", "email": "else@example.com"}]})
        assert not await seed_demo(shop, NOW + timedelta(days=1))
        changed = await shop.customer("C0001")
        assert changed is not None
        assert changed.name == "Someone Else"
    finally:
        await shop.close()


def test_the_same_moment_gives_the_same_shop() -> None:
    assert demo_document(NOW) == demo_document(NOW)


def test_the_known_customers_play_their_parts(orders: list[Order], customers: dict[str, Customer]) -> None:
    by_id = {o.id: o for o in orders}
    for demo in DEMO_CUSTOMERS:
        customer = customers[demo.id]
        assert (customer.name, customer.email, customer.region) == (demo.name, demo.email, demo.region)
        for order in demo.orders:
            assert by_id[order.id].customer_id == demo.id
            assert by_id[order.id].status == order.status
    refundable = by_id["HP104233"]
    assert refundable.total.amount < 200
    assert refundable.delivered_at == NOW - timedelta(days=5)
    assert by_id["HP104385"].total.amount > 300
    old = [o.delivered_at for o in orders if o.customer_id == "C0005"]
    assert all(at and at < NOW - timedelta(days=60) for at in old)
