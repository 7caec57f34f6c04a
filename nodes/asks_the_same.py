"""`support-v3`: "and the cups?", after an order was looked at, asks the same of the order that holds them."""

from domain.actions import INTENT_OF_ACTION
from domain.acts import Act, GoodsReference, OrderReference
from domain.language.orders.order_lines import names_goods
from domain.language.questions.follow_ups import asks_the_same_of
from domain.shop import DeskUnavailable
from nodes.actions.pipeline.identity import identity_of
from nodes.deps import Deps
from nodes.state import ConversationState

_LOOKS = frozenset({"track_order", "order_details"})
_BY_RULE = 0.95  # confidence


async def of_other_goods(deps: Deps, act: Act, state: ConversationState) -> Act:
    """The look at the order of these goods; ``act`` as it is where nothing of the kind is asked, or no order of theirs holds them."""
    frame, task, owner = state.get("frame"), state.get("task") or {}, identity_of(state).get("customer_id")
    text = state["turn"].get("text", "")
    if frame is None or frame["action"] not in _LOOKS or task.get("asked") or state.get("pending") or not owner:
        return act
    if len(state.get("acts", [])) > 1 or act.act == "urgent" or (goods := asks_the_same_of(text)) is None:
        return act
    try:
        is_theirs = any(names_goods(goods, order) for order in await deps.desk.orders(owner))
    except DeskUnavailable:
        return act
    if not is_theirs:
        return act
    wish = Act(act="wish", intent=INTENT_OF_ACTION.get(frame["action"], frame["action"]), text=goods, end=len(text))
    named = {"goods": [GoodsReference(text=goods)], "orders": [OrderReference(goods=goods)]}
    return wish.model_copy(update={**named, "confidence": _BY_RULE})
