"""Asked which goods of an order, the answer may name those of another of the customer's orders."""

from domain.language.orders.order_lines import names_goods
from domain.language.orders.order_references import age_meant, without_the_denied
from domain.shop import Order
from nodes.actions.pipeline.identity import identity_of
from nodes.deps import Deps
from nodes.state import ConversationState


async def other_order_meant(deps: Deps, state: ConversationState, order: Order, text: str) -> Order | None:
    """Asked which goods of an order, "the lamp, not the mug!" names those of another: that order is meant. Of two that hold the
    same, "not the old one" means the other."""
    owner, asked = identity_of(state).get("customer_id"), (state.get("task") or {}).get("asked")
    if asked not in ("line_ids", "changes") or not text or not owner:
        return None
    if (age := age_meant(text)) is not None:
        products = {line.product_id for line in order.lines}
        alike = [o for o in await deps.desk.orders(owner) if products & {line.product_id for line in o.lines}]
        meant = alike[0 if age == "newest" else -1] if alike else order
        return meant if meant.id != order.id else None
    if asked != "line_ids":
        return None
    wanted = without_the_denied(text)
    if names_goods(wanted, order):
        return None
    others = [o for o in await deps.desk.orders(owner) if o.id != order.id and names_goods(wanted, o)]
    return others[0] if len(others) == 1 else None
