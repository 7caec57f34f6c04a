"""Money given back: without goods, at once; for goods that come back, decided now and paid when they arrive."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.send_message import sent_to
from backoffice.shop.payments import give_back, refund_facts, split_refund
from domain.errors import ValidationFailed
from domain.money import Money
from domain.shop import Order, OrderLine, Refused


async def refund(context: OperationContext) -> Result:
    """Arguments: ``line_ids?``, ``quantities?``, ``refund_to?``. The operation's ``amount``, else the goods' price, else the rest.

    What went back is noted on the lines: goods that were paid back in part are worth the rest. A line is ``refunded`` when the
    price of all its pieces went back, and cannot be refunded again."""
    context.require_status("processed", "shipped", "delivered", "returned")
    order, customer = context.order, context.customer
    lines = context.named_lines(required=False)
    if not order.paid.is_positive or any(line.status in {REFUNDED, EXCHANGE_REQUESTED} for line in lines):
        raise Refused("already_done")
    pieces = context.pieces(lines, paid_later={RETURN_REQUESTED}) if lines else {}
    full = _price(order, lines, pieces) if lines else order.paid
    amount = context.operation.amount or min(full, order.paid, key=lambda m: m.amount)
    if amount.currency != order.currency:
        raise ValidationFailed(f"the order is in {order.currency}")
    if not full.is_positive:
        raise Refused("already_done")
    if not amount.is_positive:
        raise ValidationFailed("a refund is more than zero")
    if full < amount:
        raise Refused("over_limit")
    refund_to = context.text_argument("refund_to") or context.operation.method_id
    refunds = split_refund(customer, order, amount, refund_to)
    give_back(customer, order, refunds, context.at)
    _note(lines or order.lines, pieces, amount)
    if amount == full:
        for line in lines or order.lines:
            line.settled = min(line.quantity, line.settled + pieces.get(line.line_id, line.quantity))
            if line.settled >= line.quantity:
                line.status = REFUNDED
    return {
        "refunds": refund_facts(customer, refunds),
        "amount": amount.model_dump(mode="json"),
        "line_ids": [line.line_id for line in lines],
    }


def _price(order: Order, lines: list[OrderLine], pieces: dict[str, int]) -> Money:
    price = Money.zero(order.currency)
    for line in lines:
        price = price + line.worth(pieces[line.line_id])
    return price


def _note(lines: list[OrderLine], pieces: dict[str, int], amount: Money) -> None:
    """Share out on the lines what went back, in their order; what no line is worth was of the order (its delivery)."""
    left = amount
    for line in lines:
        share = min(line.worth(pieces.get(line.line_id, line.quantity)), left, key=lambda m: m.amount)
        if share.is_positive:
            line.money_back = share + line.money_back if line.money_back is not None else share
            left = left - share


RETURN_REQUESTED = "return_requested"
EXCHANGE_REQUESTED = "exchange_requested"
REFUNDED = "refunded"
RETURN_DAYS = 14


async def return_items(context: OperationContext) -> Result:
    """Arguments: ``line_ids``, ``quantities?``, ``refund_to?`` (a method that paid, or a gift card of the customer).

    The result's ``refunds`` are due on arrival; ``return_by`` is a date."""
    context.require_status("delivered")
    order, customer = context.order, context.customer
    lines = context.named_lines()
    require_untouched(lines)
    pieces = context.pieces(lines)
    if any(line.price.is_positive and not line.unrefunded.is_positive for line in lines):
        raise Refused("already_done")
    worth = Money.zero(order.currency)
    for line in lines:
        worth = worth + line.worth(pieces[line.line_id])
    amount = _agreed(context, worth)
    refund_to = context.text_argument("refund_to") or context.operation.method_id
    refunds = split_refund(customer, order, amount, refund_to)
    for line in lines:
        line.settled += pieces[line.line_id]
        if line.settled >= line.quantity:
            line.status = RETURN_REQUESTED
    return return_label(context) | {
        "line_ids": [line.line_id for line in lines],
        "refunds": refund_facts(customer, refunds),
        "refund_after": "return",
        "return_by": return_by(context.at),
    }


def _agreed(context: OperationContext, worth: Money) -> Money:
    """The operation's ``amount``, else what the goods are worth; never more than that."""
    agreed = context.operation.amount
    if agreed is not None and agreed.currency != worth.currency:
        raise ValidationFailed(f"the order is in {worth.currency}")
    amount = worth if agreed is None else agreed
    if amount.amount < 0:
        raise ValidationFailed("a return takes no money")
    if worth < amount:
        raise Refused("over_limit")
    return amount


def return_label(context: OperationContext) -> Result:
    """The label goes to the address on file."""
    context.send("return_label", context.customer.email, order_id=context.order.id)
    return sent_to(context)


def require_untouched(lines: Iterable[OrderLine]) -> None:
    if any(line.status in {RETURN_REQUESTED, EXCHANGE_REQUESTED, REFUNDED} for line in lines):
        raise Refused("already_done")


def return_by(at: datetime) -> str:
    return (at + timedelta(days=RETURN_DAYS)).date().isoformat()
