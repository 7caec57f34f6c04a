"""Other variants of the same products in a pending order, once, with the difference paid or refunded."""

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.swap import agreed_difference, read_swaps
from backoffice.shop.payments import settle
from domain.shop import Refused

CHANGED = "changed"


async def change_order_items(context: OperationContext) -> Result:
    """Arguments: ``changes: [{line_id, variant_id}]``, ``payment_method_id?``."""
    context.require_status("pending")
    order = context.order
    if any(line.status == CHANGED for line in order.lines):
        raise Refused("already_done")
    swaps = await read_swaps(context, may_be_same=False)
    method_id = context.text_argument("payment_method_id") or context.operation.method_id
    result = settle(context.customer, order, agreed_difference(context, swaps), method_id, context.at)
    for swap in swaps:
        swap.line.variant_id = swap.variant.variant_id
        swap.line.options = dict(swap.variant.options)
        swap.line.unit_price = swap.variant.price
        swap.line.status = CHANGED
    return result | {"changes": [{"line_id": s.line.line_id, "variant_id": s.variant.variant_id} for s in swaps]}
