"""A wish for "all my pending orders" or "both": an act for each of them, served one after the other."""

from collections.abc import Sequence

from domain.actions import ACTION_OF_INTENT, INTENT_OF_ACTION
from domain.acts import Act, OrderReference
from domain.language.orders.order_lines import names_goods
from domain.language.text.entities import speaks_of_several_orders
from domain.shop import DeskUnavailable, Order
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.deps import Deps
from nodes.state import ConversationState

MOST = 5  # orders
_OF_ONE_ORDER = frozenset(
    {
        "cancel_order",
        "return_items",
        "exchange_items",
        "change_order_items",
        "change_shipping_address",
        "change_payment_method",
        "refund_order",
        "send_invoice",
    }
)
_SEVERAL = frozenset({"all", "both"})


async def for_each_order(deps: Deps, state: ConversationState, act: Act) -> list[Act]:
    """The act for each of the orders that it can be done with, the newest first; as it is where it means one, or none is known."""
    action = _action(act, state)
    identity = identity_of(state)
    if action is None or not _means_several(act) or identity.get("level") not in PROVEN:
        return [act]
    rule = deps.policy.rule(action, state.get("region"))
    if not rule.enabled or not (owner := identity.get("customer_id")):
        return [act]
    try:
        orders = await deps.desk.orders(owner)
    except DeskUnavailable:
        return [act]
    fitting = [o for o in orders if rule.statuses is None or o.status in rule.statuses]
    meant = _with_the_goods(act, fitting)
    if len(meant) < 2:
        return [act]
    wish = {"act": "wish", "intent": INTENT_OF_ACTION.get(action, action), "confidence": max(act.confidence, 0.95)}
    return [act.model_copy(update={**wish, "orders": [OrderReference(number=o.id)]}) for o in meant[:MOST]]


def _action(act: Act, state: ConversationState) -> str | None:
    task = state.get("task") or {}
    if act.act in ("value", "correction") and task.get("asked") == "order_id":
        named = task["action"]
    elif act.act == "wish" and not act.negated and act.modality == "asked":
        named = ACTION_OF_INTENT.get(act.intent or "", "")
    else:
        return None
    return named if named in _OF_ONE_ORDER else None


def _means_several(act: Act) -> bool:
    if any(ref.number for ref in act.orders):
        return False
    return any(ref.which in _SEVERAL for ref in act.orders) or speaks_of_several_orders(act.text)


def _with_the_goods(act: Act, orders: Sequence[Order]) -> list[Order]:
    """Those that hold goods that are named, where any does: "all my pending shirts"."""
    named = [order for order in orders if names_goods(act.text, order)]
    return named or list(orders)
