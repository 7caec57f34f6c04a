"""Other variants of the same products: changed in a pending order, once, or exchanged after delivery; the difference is paid or
refunded.
"""

from dataclasses import dataclass

from backoffice.shop.operation_context import OperationContext, Result
from backoffice.shop.operations.refunds import EXCHANGE_REQUESTED, require_untouched, return_by, return_label
from backoffice.shop.payments import settle
from domain.errors import ValidationFailed
from domain.money import Money
from domain.shop import OrderLine, Refused, Variant


@dataclass
class Swap:
    line: OrderLine
    variant: Variant

    @property
    def difference(self) -> Money:
        return self.variant.price * self.line.quantity - self.line.price


async def read_swaps(context: OperationContext, *, may_be_same: bool) -> list[Swap]:
    """Each change names a line of the order and another available variant of the same product.

    ``may_be_same``: the same variant again is a replacement. Raises ``Refused`` or ``ValidationFailed``."""
    changes = context.argument("changes")
    if not isinstance(changes, list) or not changes:
        raise ValidationFailed("changes is a list of at least one {line_id, variant_id}")
    swaps: list[Swap] = []
    for change in changes:
        if not isinstance(change, dict) or not isinstance(change.get("variant_id"), str):
            raise ValidationFailed("a change is {line_id, variant_id}")
        line = context.line(change.get("line_id"))
        if any(s.line is line for s in swaps):
            raise ValidationFailed("changes names a line twice")
        swaps.append(Swap(line, await _variant(context, line, change["variant_id"], may_be_same=may_be_same)))
    return swaps


async def _variant(context: OperationContext, line: OrderLine, variant_id: str, *, may_be_same: bool) -> Variant:
    product = await context.store.product(line.product_id)
    variant = product.variant(variant_id) if product else None
    if variant is None or variant.price.currency != context.order.currency:
        raise Refused("other_product")
    if variant_id == line.variant_id and not may_be_same:
        raise Refused("same_variant")
    if not variant.available:
        raise Refused("unavailable")
    return variant


def agreed_difference(context: OperationContext, swaps: list[Swap]) -> Money:
    """Positive where the customer pays more, as is the operation's ``amount``.

    Raises ``Refused`` where a price moved since ``amount`` was agreed on."""
    total = Money.zero(context.order.currency)
    for swap in swaps:
        total = total + swap.difference
    agreed = context.operation.amount
    if agreed is not None and agreed != total:
        raise Refused("stale_version")
    return total


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
