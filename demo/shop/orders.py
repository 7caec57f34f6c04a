"""Six hundred and forty invented orders in every state, their times told from the moment of seeding. Of each, lines, total, payments,
shipment and times fit its state.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from demo.shop.catalogue import REGIONS, Region
from domain.money import Money
from domain.shop import Address, Customer, Order, OrderLine, OrderStatus, Payment, Product, Shipment, Variant

DELIVERY_DAYS = 4


@dataclass
class OrderDraft:
    """``arrives_in`` counts from ``placed_at``. ``gift_share`` (0..1) is paid by the customer's gift card, if any."""

    customer: Customer
    region: Region
    status: OrderStatus
    placed_at: datetime
    items: list[tuple[Product, Variant, int]]
    address: Address
    express: bool = False
    gift_share: Decimal = Decimal(0)
    arrives_in: timedelta = field(default_factory=lambda: timedelta(days=DELIVERY_DAYS))

    def order(self, order_id: str) -> Order:
        lines = [self._line(i, *item) for i, item in enumerate(self.items, 1)]
        total = Money.zero(self.region.currency)
        for line in lines:
            total = total + line.price
        arrived = self.status in {"delivered", "returned"}
        return Order(
            id=order_id,
            customer_id=self.customer.id,
            status=self.status,
            placed_at=self.placed_at,
            delivered_at=self.placed_at + self.arrives_in if arrived else None,
            currency=self.region.currency,
            lines=lines,
            shipments=self._shipments(order_id, lines),
            payments=self._payments(order_id, total),
            shipping_address=self.address.model_copy(update={"id": None, "default": None}),
            total=total,
        )

    def _line(self, number: int, product: Product, variant: Variant, quantity: int) -> OrderLine:
        return OrderLine(
            line_id=str(number),
            product_id=product.id,
            variant_id=variant.variant_id,
            name=product.name,
            options=variant.options,
            quantity=quantity,
            unit_price=variant.price,
            status="refunded" if self.status == "returned" else None,
        )

    def _shipments(self, order_id: str, lines: list[OrderLine]) -> list[Shipment]:
        if self.status in {"pending", "processed", "cancelled"}:
            return []
        return [
            Shipment(
                id=f"{order_id}-S1",
                carrier=self.region.carriers[1 if self.express else 0],
                tracking_number=f"HPX{self.region.code}{order_id.removeprefix('HP')}",
                status="in_transit" if self.status == "shipped" else "delivered",
                estimated_delivery=self.placed_at + self.arrives_in,
                line_ids=[line.line_id for line in lines],
            )
        ]

    def _payments(self, order_id: str, total: Money) -> list[Payment]:
        first, *others = self.customer.payment_methods
        gift = next((m for m in others if m.kind == "gift_card"), None)
        by_gift = Money.rounded(total.amount * self.gift_share, total.currency) if gift else Money.zero(total.currency)
        parts = [(first.id, total - by_gift)]
        if gift and by_gift.is_positive:
            parts.append((gift.id, by_gift))
        paid = [
            Payment(id=f"{order_id}-P{i}", kind="payment", method_id=m, amount=a, at=self.placed_at)
            for i, (m, a) in enumerate(parts, 1)
        ]
        if self.status not in {"cancelled", "returned"}:
            return paid
        at = self.placed_at + (timedelta(hours=2) if self.status == "cancelled" else self.arrives_in + timedelta(days=9))
        back = [
            Payment(id=f"{order_id}-R{i}", kind="refund", method_id=m, amount=a, at=at) for i, (m, a) in enumerate(parts, 1)
        ]
        return paid + back


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
