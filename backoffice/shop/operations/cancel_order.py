"""Cancel a pending order and give everything back."""

from backoffice.shop.errand import Errand, Result
from backoffice.shop.till import give_back, refund_facts, split_refund


async def cancel_order(errand: Errand) -> Result:
    """Arguments: ``reason`` (free; policy decides which count), ``refund_to?``."""
    errand.require_status("pending")
    order, customer = errand.order, errand.customer
    refund_to = errand.text_argument("refund_to") or errand.operation.method_id
    refunds = split_refund(customer, order, order.paid, refund_to)
    give_back(customer, order, refunds, errand.at)
    order.status = "cancelled"
    return {"refunds": refund_facts(customer, refunds), "reason": errand.text_argument("reason")}
