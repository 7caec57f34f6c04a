"""Other variants of the same products in a pending order, once, with the difference paid or refunded."""

from backoffice.shop.errand import Errand, Result
from backoffice.shop.operations.swap import agreed_difference, read_swaps
from backoffice.shop.till import settle
from domain.shop import Refused

CHANGED = "changed"


async def change_order_items(errand: Errand) -> Result:
    """Arguments: ``changes: [{line_id, variant_id}]``, ``payment_method_id?``."""
    errand.require_status("pending")
    order = errand.order
    if any(line.status == CHANGED for line in order.lines):
        raise Refused("already_done", "The items of this order were changed already; that is possible once.")
    swaps = await read_swaps(errand, may_be_same=False)
    method_id = errand.text_argument("payment_method_id") or errand.operation.method_id
    result = settle(errand.customer, order, agreed_difference(errand, swaps), method_id, errand.at)
    for swap in swaps:
        swap.line.variant_id = swap.variant.variant_id
        swap.line.options = dict(swap.variant.options)
        swap.line.unit_price = swap.variant.price
        swap.line.status = CHANGED
    return result | {"changes": [{"line_id": s.line.line_id, "variant_id": s.variant.variant_id} for s in swaps]}
