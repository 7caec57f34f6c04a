"""Take delivered items back: the refund is decided now and paid when they arrive."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from backoffice.shop.errand import Errand, Result
from backoffice.shop.till import refund_facts, split_refund
from domain.money import Money
from domain.shop import OrderLine, Refused

RETURN_REQUESTED = "return_requested"
EXCHANGE_REQUESTED = "exchange_requested"
REFUNDED = "refunded"
RETURN_DAYS = 14


async def return_items(errand: Errand) -> Result:
    """Arguments: ``line_ids``, ``refund_to?`` (a method that paid, or a gift card of the customer).

    The result's ``refunds`` are due on arrival; ``return_by`` is a date."""
    errand.require_status("delivered")
    order, customer = errand.order, errand.customer
    lines = errand.named_lines()
    require_untouched(lines)
    amount = Money.zero(order.currency)
    for line in lines:
        amount = amount + line.price
    refund_to = errand.text_argument("refund_to") or errand.operation.method_id
    refunds = split_refund(customer, order, amount, refund_to)
    for line in lines:
        line.status = RETURN_REQUESTED
    return {
        "line_ids": [line.line_id for line in lines],
        "refunds": refund_facts(customer, refunds),
        "refund_after": "return",
        "return_by": return_by(errand.at),
    }


def require_untouched(lines: Iterable[OrderLine]) -> None:
    if any(line.status in {RETURN_REQUESTED, EXCHANGE_REQUESTED, REFUNDED} for line in lines):
        raise Refused("already_done", "An item of these was returned, exchanged or refunded already.")


def return_by(at: datetime) -> str:
    return (at + timedelta(days=RETURN_DAYS)).date().isoformat()
