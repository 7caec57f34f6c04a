"""Makes one invented order hold together: lines, total, payments, shipment and times that fit its state."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from demo.shop.regions import Region
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
