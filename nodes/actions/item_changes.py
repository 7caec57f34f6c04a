"""Another variant for lines of an order, with the difference in price: what changing and exchanging share."""

import re

from domain.conversation import JsonObject
from domain.money import Money
from domain.shop import Order, OrderLine, Product, Refused, Variant
from nodes.actions.checks import label_of, own_method, paying_method
from nodes.actions.lines_in import about, lines_in, told_apart
from nodes.actions.request import NeedsInput, Request
from nodes.actions.slots import method_in, options_of
from nodes.actions.variant_in import variant_in
from nodes.drafts import button

_SAME = re.compile(
    r"\b(?:(?:same|identical) (?:one|item|model|thing|product|kind)|exact same|the same again|replacement)\b", re.IGNORECASE
)


async def _product(request: Request, line: OrderLine) -> Product:
    product = await request.deps.desk.product(line.product_id)
    if product is None:
        raise Refused("unavailable", f"{line.name} is no longer sold.")
    return product


async def _spoken(request: Request, order: Order, verb: str) -> list[JsonObject]:
    """Changes that the words describe, with those that earlier turns settled; asks for what they leave open."""
    kept, settled = request.arguments.pop("line_ids", None) or [], request.arguments.pop("settled", None) or []
    lines = lines_in(request.text, order) or [line for line in order.lines if line.line_id in kept]
    if not lines:
        if len(order.lines) > 1:
            buttons = [button(told_apart(line, order)) for line in order.lines[:5]]
            raise NeedsInput("line_ids", f"Which item of order {order.id} do you want to {verb}?", buttons)
        lines = list(order.lines)
    changes, open_lines = [c for c in settled if c["line_id"] in {x.line_id for x in lines}], []
    for line in lines:
        if any(c["line_id"] == line.line_id for c in changes):
            continue
        product = await _product(request, line)
        words = about(line, lines, request.text)
        variant = variant_in(words, product, line) or _like_for_like(words, product, line, verb)
        if variant is None:
            open_lines.append((line, product))
        else:
            changes.append({"line_id": line.line_id, "variant_id": variant.variant_id})
    if open_lines:
        request.arguments |= {"line_ids": [x.line_id for x in lines], "settled": changes}
        raise _which(*open_lines[0])
    return changes


def _like_for_like(words: str, product: Product, line: OrderLine, verb: str) -> Variant | None:
    """An exchange for the same variant, as for goods that came damaged."""
    same = product.variant(line.variant_id)
    return same if verb == "exchange" and _SAME.search(words) and same and same.available else None


def _which(line: OrderLine, product: Product) -> NeedsInput | Refused:
    others = [v for v in product.variants if v.available and v.variant_id != line.variant_id]
    if not others:
        return Refused("unavailable", f"There is no other {line.name} in stock now.")
    buttons = [button(f"{options_of(v.options)} ({v.price})", value=" ".join(v.options.values())) for v in others[:6]]
    return NeedsInput("changes", f"Which {line.name} would you like instead of {options_of(line.options)}?", buttons)


def _checked(line: OrderLine, product: Product, variant_id: str, same_is_fine: bool) -> Variant:
    if variant_id == line.variant_id and not same_is_fine:
        raise Refused("same_variant", f"That is the same {line.name} as in the order.")
    variant = product.variant(variant_id)
    if variant is None:
        raise Refused("other_product", f"A {line.name} can be changed to another {line.name} only.")
    if not variant.available:
        raise Refused("unavailable", f"{line.name} ({options_of(variant.options)}) is not in stock.")
    return variant


async def planned_changes(request: Request, verb: str) -> tuple[list[str], str, Money, str | None]:
    """(lines, words of the change, difference to pay — negative: to get back —, method of the difference)."""
    order, customer = request.the_order, request.the_customer
    changes = request.arguments.get("changes") or await _spoken(request, order, verb)
    request.arguments["changes"] = changes
    difference, words = Money.zero(order.currency), []
    for change in changes:
        line = order.line(change["line_id"])
        if line is None:
            raise Refused("line_not_in_order", f"That item is not in order {order.id}.")
        variant = _checked(line, await _product(request, line), change["variant_id"], verb == "exchange")
        price = Money(amount=variant.price.amount, currency=order.currency)
        difference = difference + (price - line.unit_price) * line.quantity
        words.append(f"{line.quantity} × {line.name}: {options_of(line.options)} → {options_of(variant.options)}")
    asked = request.arguments.get("payment_method_id")
    if not asked and request.text:
        spoken = method_in(request.text, customer)
        asked = spoken.id if spoken else None
    method_id = asked or paying_method(order)
    if method_id is None:
        raise NeedsInput(
            "payment_method_id", "Which payment method shall be used?", [button(m.label) for m in customer.payment_methods]
        )
    own_method(customer, method_id, difference if difference.is_positive else None)
    request.arguments["payment_method_id"] = method_id
    to = label_of(customer, method_id)
    if difference.is_positive:
        money = f"; the difference of {difference} is paid by {to}"
    elif (-difference).is_positive:
        money = f"; the difference of {-difference} goes back to {to}"
    else:
        money = "; the price stays the same"
    return [c["line_id"] for c in changes], "; ".join(words) + money, difference, method_id
