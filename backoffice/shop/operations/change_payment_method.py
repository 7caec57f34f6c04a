"""Pay a pending order by another method: what was paid goes back, the total is taken anew."""

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.payments import give_back, own_method, refund_facts, split_refund, take
from domain.errors import ValidationFailed
from domain.shop import Refused


async def change_payment_method(context: OperationContext) -> Result:
    """Arguments: ``payment_method_id``, another of the customer's own."""
    context.require_status("pending")
    order, customer = context.order, context.customer
    method_id = context.text_argument("payment_method_id") or context.operation.method_id
    if not method_id:
        raise ValidationFailed("payment_method_id is missing")
    own_method(customer, method_id)
    if list(order.paid_by_method) == [method_id]:
        raise Refused("already_done")
    refunds = split_refund(customer, order, order.paid, None)
    give_back(customer, order, refunds, context.at)
    take(customer, order, method_id, order.total, context.at)
    return {
        "payments": [{"method_id": method_id, "amount": order.total.model_dump(mode="json")}],
        "refunds": refund_facts(customer, refunds),
    }
