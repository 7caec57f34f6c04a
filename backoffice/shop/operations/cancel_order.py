"""Cancel a pending order and give everything back."""

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.payments import give_back, refund_facts, split_refund


async def cancel_order(context: OperationContext) -> Result:
    """Arguments: ``reason`` (free; policy decides which count), ``refund_to?``."""
    context.require_status("pending")
    order, customer = context.order, context.customer
    refund_to = context.text_argument("refund_to") or context.operation.method_id
    refunds = split_refund(customer, order, order.paid, refund_to)
    give_back(customer, order, refunds, context.at)
    order.status = "cancelled"
    return {"refunds": refund_facts(customer, refunds), "reason": context.text_argument("reason")}
