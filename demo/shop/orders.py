"""Six hundred and forty invented orders in every state, their times told from the moment of seeding."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from demo.shop.order_draft import DELIVERY_DAYS, OrderDraft
from demo.shop.regions import REGIONS, Region
from domain.shop import Customer, Order, OrderStatus, Product, Variant

# state, how many, hours since the order was placed (from, to)
_PLAN: tuple[tuple[OrderStatus, int, int, int], ...] = (
    ("pending", 84, 1, 20),
    ("processed", 46, 21, 44),
    ("shipped", 100, 45, 90),
    ("delivered", 150, 24 * (DELIVERY_DAYS + 1), 24 * (DELIVERY_DAYS + 25)),
    ("delivered", 180, 24 * (DELIVERY_DAYS + 60), 24 * 420),
    ("cancelled", 48, 24 * 3, 24 * 90),
    ("returned", 32, 24 * 30, 24 * 120),
)
_FIRST_NUMBER = 110_000


def orders(customers: Sequence[Customer], products: Sequence[Product], now: datetime, rng: random.Random) -> list[Order]:
    """By number, which rises with time as a shop's own numbers do."""
    regions = {r.code: r for r in REGIONS}
    shelves = {r.code: [p for p in products if p.id.startswith(f"P{r.price_list}")] for r in REGIONS}
    drafts: list[OrderDraft] = []
    for status, count, least, most in _PLAN:
        for _ in range(count):
            customer = rng.choice(customers)
            region = regions[customer.region or ""]
            placed_at = now - timedelta(minutes=rng.randint(least * 60, most * 60))
            drafts.append(_draft(customer, region, status, placed_at, shelves[region.code], rng))
    number = _FIRST_NUMBER
    numbered: list[Order] = []
    for draft in sorted(drafts, key=lambda d: d.placed_at):
        number += rng.randint(1, 19)
        numbered.append(draft.order(f"HP{number}"))
    return numbered


def order_at(
    customer: Customer, products: Sequence[Product], status: OrderStatus, now: datetime, number: int, rng: random.Random
) -> Order:
    """One order more, as it would stand at ``now``."""
    region = next(r for r in REGIONS if r.code == customer.region)
    shelf = [p for p in products if p.id.startswith(f"P{region.price_list}")]
    _, _, least, most = next(plan for plan in _PLAN if plan[0] == status)
    placed_at = now - timedelta(minutes=rng.randint(least * 60, most * 60))
    return _draft(customer, region, status, placed_at, shelf, rng).order(f"HP{number}")


def _draft(
    customer: Customer, region: Region, status: OrderStatus, placed_at: datetime, shelf: list[Product], rng: random.Random
) -> OrderDraft:
    express = region.code != "CA" and rng.random() < 0.2
    # A shipped order never lies in the past: it was placed at most 90 hours ago and takes four days.
    in_days = 2 if express and status in {"delivered", "returned"} else DELIVERY_DAYS
    return OrderDraft(
        customer=customer,
        region=region,
        status=status,
        placed_at=placed_at,
        items=_items(shelf, rng),
        address=rng.choice(customer.addresses),
        express=express,
        gift_share=Decimal("0.25") if rng.random() < 0.4 else Decimal(0),
        arrives_in=timedelta(days=in_days, hours=rng.randint(-5, 5) if status in {"delivered", "returned"} else 0),
    )


def _items(shelf: list[Product], rng: random.Random) -> list[tuple[Product, Variant, int]]:
    chosen = rng.sample(shelf, rng.choices((1, 2, 3, 4), (45, 30, 15, 10))[0])
    items = [(p, rng.choice(p.variants), 2 if rng.random() < 0.12 else 1) for p in chosen]
    if rng.random() < 0.08:
        items.append(items[0])  # the same variant on a line of its own, as when it is bought as a gift
    return items
