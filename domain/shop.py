"""What a back office holds: customers, orders and products, and the operations that change them."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from domain.money import Money

OrderStatus = Literal["pending", "processed", "shipped", "delivered", "cancelled", "returned"]
OperationKind = Literal[
    "cancel_order",
    "change_order_items",
    "change_shipping_address",
    "change_payment_method",
    "return_items",
    "exchange_items",
    "refund",
    "update_account",
    "delete_account",
    "send_invoice",
    "send_password_reset",
    "send_code",
]
RefusalCode = Literal[
    "not_found",
    "not_owner",
    "wrong_status",
    "bad_reason",
    "line_not_in_order",
    "other_product",
    "same_variant",
    "unavailable",
    "payment_method_not_owned",
    "refund_method_not_allowed",
    "insufficient_balance",
    "window_passed",
    "over_limit",
    "already_done",
    "stale_version",
]


class Record(BaseModel):
    """A shape of the back-office contract. A merchant may send more fields than we read."""

    model_config = ConfigDict(extra="ignore")


class Address(Record):
    id: str | None = None
    line1: str
    line2: str | None = None
    city: str
    state: str | None = None
    postcode: str
    country: str
    default: bool | None = None


class PaymentMethod(Record):
    id: str
    kind: Literal["card", "gift_card", "paypal", "bank"]
    brand: str | None = None
    last4: str | None = None
    balance: Money | None = None


class Customer(Record):
    id: str
    name: str
    email: str
    phone: str | None = None
    region: str | None = None
    locale: str | None = None
    created_at: datetime | None = None
    addresses: list[Address] = []
    payment_methods: list[PaymentMethod] = []

    def method(self, method_id: str | None) -> PaymentMethod | None:
        return next((m for m in self.payment_methods if m.id == method_id), None)


class OrderLine(Record):
    line_id: str
    product_id: str
    variant_id: str
    name: str
    options: dict[str, str] = {}
    quantity: int = 1
    unit_price: Money
    status: str | None = None
    settled: int = 0  # pieces that were refunded or are on their way back, where the back office says so
    money_back: Money | None = None  # of the line's price, given back by refunds, where the back office says so

    @property
    def price(self) -> Money:
        return self.unit_price * self.quantity

    @property
    def unrefunded(self) -> Money:
        """What is left of the price, by what the back office says."""
        back = self.money_back
        return self.price - back if back is not None and back.currency == self.unit_price.currency else self.price

    def worth(self, pieces: int) -> Money:
        """What can go back for so many pieces: their price, at most what is left of the line's."""
        return min(self.unit_price * pieces, self.unrefunded, key=lambda m: m.amount)


class Shipment(Record):
    id: str
    carrier: str
    tracking_number: str
    status: str
    estimated_delivery: datetime | None = None
    line_ids: list[str] = []


class Payment(Record):
    id: str
    kind: Literal["payment", "refund"]
    method_id: str
    amount: Money
    at: datetime | None = None


class Order(Record):
    id: str
    customer_id: str
    status: OrderStatus
    version: int = 1
    placed_at: datetime
    delivered_at: datetime | None = None
    currency: str
    lines: list[OrderLine]
    shipments: list[Shipment] = []
    payments: list[Payment] = []
    shipping_address: Address
    total: Money

    def line(self, line_id: str) -> OrderLine | None:
        return next((line for line in self.lines if line.line_id == line_id), None)

    @property
    def paid(self) -> Money:
        """Payments less refunds: what can still go back."""
        total = Money.zero(self.currency)
        for p in self.payments:
            total = total + p.amount if p.kind == "payment" else total - p.amount
        return total

    @property
    def paid_by_method(self) -> dict[str, Money]:
        """What each method paid and did not get back, largest first; never a negative part."""
        net: dict[str, Money] = {}
        for p in self.payments:
            before = net.get(p.method_id, Money.zero(self.currency))
            net[p.method_id] = before + p.amount if p.kind == "payment" else before - p.amount
        kept = [(method, amount) for method, amount in net.items() if amount.is_positive]
        return dict(sorted(kept, key=lambda pair: pair[1].amount, reverse=True))

    def refund_parts(self, amount: Money, first: str | None = None) -> list[tuple[str, Money]]:
        """How ``amount`` goes back to the methods that paid, ``first`` before the others, each at most what it paid."""
        parts: list[tuple[str, Money]] = []
        left = amount
        for method_id, paid in sorted(self.paid_by_method.items(), key=lambda pair: pair[0] != first):
            part = min(paid, left, key=lambda m: m.amount)
            if part.is_positive:
                parts.append((method_id, part))
                left = left - part
        return parts


class Variant(Record):
    variant_id: str
    options: dict[str, str] = {}
    price: Money
    available: bool = True


class Product(Record):
    id: str
    name: str
    variants: list[Variant] = []

    def variant(self, variant_id: str) -> Variant | None:
        return next((v for v in self.variants if v.variant_id == variant_id), None)


class Operation(BaseModel):
    """What the back office is asked to do. ``arguments`` holds real, unmasked values: never store or log it."""

    model_config = ConfigDict(frozen=True)

    kind: OperationKind
    customer_id: str
    order_id: str | None = None
    order_version: int | None = None
    # JSON values whose shape depends on `kind`; each action builds its own.
    arguments: dict[str, Any] = {}
    amount: Money | None = None
    method_id: str | None = None
    conversation_id: str
    turn_id: str


class Receipt(Record):
    key: str
    kind: str
    status: Literal["done"]
    reference: str
    executed_at: datetime
    result: dict[str, Any] = {}  # the merchant's own JSON


class Refused(Exception):
    """The back office, or our policy, says no. The code is of ``backoffice.md``; without a message the customer is told by it."""

    def __init__(self, code: RefusalCode, message: str = "") -> None:
        super().__init__(message)
        self.code: RefusalCode = code
        self.message = message


class DeskUnavailable(Exception):
    """The back office gave no answer that the contract knows: whether it acted is unknown.

    ``reason`` is for staff, the log and health: no personal data and no secret, never shown to a customer. ``is_one_record``:
    it answers, and what it holds of one thing is not of the contract."""

    def __init__(self, reason: str, *, answered: bool = False, is_one_record: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.answered, self.is_one_record = reason, answered or is_one_record, is_one_record
