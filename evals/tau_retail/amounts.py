"""Sums that a variant needs: what a change costs, and which gift card cannot pay it."""

from domain.money import Money
from domain.shop import Customer, Order, OrderLine, Product, Variant
from evals.tau_retail.content import Content


def difference(order: Order, changes: list[dict[str, str]], content: Content) -> Money:
    """Positive where the customer pays more."""
    total = Money.zero(order.currency)
    for change in changes:
        line = order.line(change["line_id"])
        variant = content.products[line.product_id].variant(change["variant_id"]) if line else None
        if line is None or variant is None:
            raise ValueError("a change of another order or product")
        total = total + variant.price * line.quantity - line.price
    return total


def too_small_card(customer: Customer, order: Order, amount: Money) -> str | None:
    """A gift card of the customer that cannot pay ``amount``, not even with what it paid for this order."""
    paid: dict[str, Money] = {p.method_id: p.amount for p in order.payments if p.kind == "payment"}
    for method in customer.payment_methods:
        if method.kind == "gift_card" and method.balance is not None and method.id not in paid and method.balance < amount:
            return method.id
    return None


def too_dear(product: Product, line: OrderLine) -> Variant | None:
    """The dearest available variant, where it costs more than the line."""
    others = [v for v in product.variants if v.available and v.variant_id != line.variant_id]
    dearest = max(others, key=lambda v: v.price.amount, default=None)
    return dearest if dearest and line.unit_price < dearest.price else None
