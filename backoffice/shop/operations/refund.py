"""Give money back without cancelling: for lines, for an amount, or for all that is left."""

from backoffice.shop.errand import Errand, Result
from backoffice.shop.operations.return_items import EXCHANGE_REQUESTED, REFUNDED
from backoffice.shop.till import give_back, refund_facts, split_refund
from domain.errors import ValidationFailed
from domain.money import Money
from domain.shop import Order, OrderLine, Refused


async def refund(errand: Errand) -> Result:
    """Arguments: ``line_ids?``, ``refund_to?``. The operation's ``amount``, else the lines' price, else the rest.

    A line is ``refunded`` when its whole price went back, and cannot be refunded again."""
    errand.require_status("processed", "shipped", "delivered", "returned")
    order, customer = errand.order, errand.customer
    lines = errand.named_lines(required=False)
    if not order.paid.is_positive or any(line.status in {REFUNDED, EXCHANGE_REQUESTED} for line in lines):
        raise Refused("already_done", "This was refunded or exchanged already.")
    full = _price(order, lines) if lines else order.paid
    amount = errand.operation.amount or min(full, order.paid, key=lambda m: m.amount)
    if amount.currency != order.currency:
        raise ValidationFailed(f"the order is in {order.currency}")
    if not amount.is_positive:
        raise ValidationFailed("a refund is more than zero")
    if full < amount:
        raise Refused("over_limit", f"No more than {full} can be refunded here.")
    refund_to = errand.text_argument("refund_to") or errand.operation.method_id
    refunds = split_refund(customer, order, amount, refund_to)
    give_back(customer, order, refunds, errand.at)
    if amount == full:
        for line in lines or order.lines:
            line.status = REFUNDED
    return {
        "refunds": refund_facts(customer, refunds),
        "amount": amount.model_dump(mode="json"),
        "line_ids": [line.line_id for line in lines],
    }


def _price(order: Order, lines: list[OrderLine]) -> Money:
    price = Money.zero(order.currency)
    for line in lines:
        price = price + line.price
    return price
