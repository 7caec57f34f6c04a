"""What can be done with an order that has not been sent: cancel it, pay it by another method, send it somewhere else."""

from pydantic import ValidationError

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.payments import give_back, own_method, refund_facts, split_refund, take
from domain.errors import ValidationFailed
from domain.shop import Address, Refused


async def cancel_order(context: OperationContext) -> Result:
    """Arguments: ``reason`` (free; policy decides which count), ``refund_to?``."""
    context.require_status("pending")
    order, customer = context.order, context.customer
    refund_to = context.text_argument("refund_to") or context.operation.method_id
    refunds = split_refund(customer, order, order.paid, refund_to)
    give_back(customer, order, refunds, context.at)
    order.status = "cancelled"
    return {"refunds": refund_facts(customer, refunds), "reason": context.text_argument("reason")}


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


async def change_shipping_address(context: OperationContext) -> Result:
    """Arguments: ``address``."""
    context.require_status("pending")
    context.order.shipping_address = read_address(context.argument("address"))
    return {}


def read_address(value: object) -> Address:
    """Raises ``ValidationFailed`` that names the field, never its value."""
    try:
        address = Address.model_validate(value)
    except ValidationError as error:
        fields = sorted({".".join(map(str, e["loc"])) or "address" for e in error.errors(include_input=False)})
        raise ValidationFailed(f"the address is not complete: {', '.join(fields)}") from None
    for name in ("line1", "city", "postcode", "country"):
        if not getattr(address, name).strip():
            raise ValidationFailed(f"the address is not complete: {name}")
    return address
