"""The customers that the demo page and the guide speak of: fixed numbers, fixed parts to play."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from demo.shop.catalogue import REGIONS
from demo.shop.orders import OrderDraft
from demo.shop.people import address, email_of, phone
from domain.money import Money
from domain.shop import Customer, Order, OrderStatus, PaymentMethod, Product


@dataclass(frozen=True)
class DemoOrder:
    """``hours`` since it was placed; ``items`` are (product without its price list's digit, variant, quantity)."""

    id: str
    about: str
    status: OrderStatus
    hours: int
    items: tuple[tuple[str, int, int], ...]
    gift_share: str = "0"


@dataclass(frozen=True)
class DemoCustomer:
    id: str
    name: str
    region: str
    about: str
    gift_card: int | None = None  # its balance, in the region's currency
    orders: tuple[DemoOrder, ...] = field(default=())

    @property
    def email(self) -> str:
        return email_of(self.name, int(self.id[1:]))


_DAY = 24

DEMO_CUSTOMERS: tuple[DemoCustomer, ...] = (
    DemoCustomer(
        "C0001",
        "Maya Torres",
        "US",
        "An everyday customer: a refund by rule, a parcel on its way, an order that can still change.",
        gift_card=60,
        orders=(
            DemoOrder(
                "HP104233",
                "delivered 5 days ago, under 200",
                "delivered",
                9 * _DAY,
                (("06", 1, 1), ("12", 1, 2)),
            ),
            DemoOrder("HP104251", "on its way", "shipped", 60, (("32", 1, 1),)),
            DemoOrder("HP104268", "pending: cancel or change it", "pending", 3, (("03", 1, 2), ("25", 2, 1))),
        ),
    ),
    DemoCustomer(
        "C0002",
        "Oliver Ashworth",
        "GB",
        "A customer in Britain, who is asked for consent first.",
        orders=(
            DemoOrder("HP104302", "delivered 8 days ago", "delivered", 12 * _DAY, (("49", 3, 1), ("50", 2, 1))),
            DemoOrder("HP104317", "pending", "pending", 5, (("18", 2, 1),)),
        ),
    ),
    DemoCustomer(
        "C0003",
        "Hannah Lindner",
        "DE",
        "A customer in Germany; one order holds the same mug twice.",
        gift_card=25,
        orders=(
            DemoOrder("HP104344", "delivered 3 days ago", "delivered", 7 * _DAY, (("03", 2, 1), ("03", 2, 1))),
            DemoOrder("HP104359", "on its way", "shipped", 50, (("27", 1, 1),)),
        ),
    ),
    DemoCustomer(
        "C0004",
        "June Okafor",
        "US",
        "Large orders: a refund above 200.00 waits for a person's approval.",
        gift_card=40,
        orders=(
            DemoOrder("HP104385", "delivered 6 days ago, above 300", "delivered", 10 * _DAY, (("36", 4, 1), ("28", 1, 1))),
            DemoOrder("HP104390", "pending, paid by card and gift card", "pending", 6, (("35", 1, 1),), gift_share="0.25"),
        ),
    ),
    DemoCustomer(
        "C0005",
        "Claire Gagnon",
        "CA",
        "Only old orders: every window has passed.",
        orders=(
            DemoOrder("HP104011", "delivered 95 days ago", "delivered", 99 * _DAY, (("21", 2, 1),)),
            DemoOrder("HP104027", "delivered 200 days ago", "delivered", 204 * _DAY, (("16", 2, 3), ("30", 1, 2))),
        ),
    ),
)


def personas(products: dict[str, Product], now: datetime, rng: random.Random) -> tuple[list[Customer], list[Order]]:
    customers = [_customer(demo, now, rng) for demo in DEMO_CUSTOMERS]
    orders = [
        _order(customer, order, products, now)
        for demo, customer in zip(DEMO_CUSTOMERS, customers, strict=True)
        for order in demo.orders
    ]
    return customers, orders


def _customer(demo: DemoCustomer, now: datetime, rng: random.Random) -> Customer:
    region = next(r for r in REGIONS if r.code == demo.region)
    number = demo.id[1:]
    methods = [PaymentMethod(id=f"card_{number}", kind="card", brand="visa", last4=f"{4200 + int(number)}")]
    if demo.gift_card is not None:
        balance = Money(amount=Decimal(demo.gift_card), currency=region.currency)
        methods.append(PaymentMethod(id=f"gift_{number}", kind="gift_card", balance=balance))
    methods.append(PaymentMethod(id=f"paypal_{number}", kind="paypal"))
    return Customer(
        id=demo.id,
        name=demo.name,
        email=demo.email,
        phone=phone(region, rng),
        region=region.code,
        locale=region.locale,
        created_at=now - timedelta(days=500),
        addresses=[address(region, rng, "home").model_copy(update={"default": True})],
        payment_methods=methods,
    )


def _order(customer: Customer, demo: DemoOrder, products: dict[str, Product], now: datetime) -> Order:
    region = next(r for r in REGIONS if r.code == customer.region)
    items = []
    for product_number, variant, quantity in demo.items:
        product = products[f"P{region.price_list}{product_number}"]
        items.append((product, product.variants[variant - 1], quantity))
    draft = OrderDraft(
        customer=customer,
        region=region,
        status=demo.status,
        placed_at=now - timedelta(hours=demo.hours),
        items=items,
        address=customer.addresses[0],
        gift_share=Decimal(demo.gift_share),
    )
    return draft.order(demo.id)
