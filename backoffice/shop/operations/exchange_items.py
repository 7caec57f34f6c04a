"""Exchange delivered items for another variant, or for the same one where it came broken."""

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.return_items import EXCHANGE_REQUESTED, require_untouched, return_by, return_label
from backoffice.shop.operations.swap import agreed_difference, read_swaps
from backoffice.shop.payments import settle
from domain.shop import Refused


async def exchange_items(context: OperationContext) -> Result:
    """Arguments: ``changes: [{line_id, variant_id}]``, ``payment_method_id?``. The receipt keeps the new variants.

    Goods of which anything was returned, or any money given back, are not exchanged."""
    context.require_status("delivered")
    order = context.order
    swaps = await read_swaps(context, may_be_same=True)
    require_untouched([s.line for s in swaps])
    if any(s.line.settled or s.line.unrefunded < s.line.price for s in swaps):
        raise Refused("already_done")
    method_id = context.text_argument("payment_method_id") or context.operation.method_id
    result = settle(context.customer, order, agreed_difference(context, swaps), method_id, context.at)
    for swap in swaps:
        swap.line.status = EXCHANGE_REQUESTED
    changes = [{"line_id": s.line.line_id, "variant_id": s.variant.variant_id} for s in swaps]
    return result | return_label(context) | {"changes": changes, "return_by": return_by(context.at)}
