"""Exchange delivered items for another variant, or for the same one where it came broken."""

from backoffice.shop.errand import Errand, Result
from backoffice.shop.operations.return_items import EXCHANGE_REQUESTED, require_untouched, return_by
from backoffice.shop.operations.swap import agreed_difference, read_swaps
from backoffice.shop.till import settle


async def exchange_items(errand: Errand) -> Result:
    """Arguments: ``changes: [{line_id, variant_id}]``, ``payment_method_id?``. The receipt keeps the new variants."""
    errand.require_status("delivered")
    order = errand.order
    swaps = await read_swaps(errand, may_be_same=True)
    require_untouched([s.line for s in swaps])
    method_id = errand.text_argument("payment_method_id") or errand.operation.method_id
    result = settle(errand.customer, order, agreed_difference(errand, swaps), method_id, errand.at)
    for swap in swaps:
        swap.line.status = EXCHANGE_REQUESTED
    changes = [{"line_id": s.line.line_id, "variant_id": s.variant.variant_id} for s in swaps]
    return result | {"changes": changes, "return_by": return_by(errand.at)}
