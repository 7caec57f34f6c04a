"""`support-v3`: after a look the same is asked of another order: told by its goods, how they are made, its state, or as the other one."""

from collections.abc import Sequence

from domain.actions import INTENT_OF_ACTION
from domain.acts import Act, OrderReference
from domain.language.acts.wishes import wish_in
from domain.language.orders.another_order import another_order, means_the_newest, means_the_other, speaks_of_orders
from domain.language.orders.order_lines import names_goods, options_named
from domain.language.orders.order_references import order_numbers, status_meant
from domain.language.reports.problems import problem_in
from domain.shop import DeskUnavailable, Order
from nodes.actions.pipeline.identity import identity_of
from nodes.agenda import agenda_with, held
from nodes.deps import Deps
from nodes.reading.after_a_look import BY_RULE, LOOKS
from nodes.state import ConversationState

_ANY_LOOK = frozenset({"track_order", "order_details", "track_refund", "list_orders"})


async def of_another_order(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """The look at it, or the question which one is meant; None where no other order is asked about."""
    frame, waits = state.get("frame"), state.get("pending") or (state.get("task") or {}).get("asked")
    if frame is None or waits or frame["action"] not in LOOKS | {"track_refund"} or order_numbers(text, bare=False):
        return None
    is_no_report = problem_in(text) is None or (problem_in(text) == "late" and status_meant(text) is not None)
    only_asks = wish_in(text) in (None, *_ANY_LOOK) and is_no_report  # "the one that's not shipped yet" tells which
    which = another_order(text) if only_asks and state["turn"].get("may_read", True) else None
    if which is None or (frame.get("asked_since") and not speaks_of_orders(which)):
        return None  # what was asked of the documents since may have an other one too
    orders = await _orders(deps, state)
    others = [order for order in orders if order.id != state.get("shown_order")]
    meant = _told_by(which, others if means_the_other(which) else orders, others)
    if not meant:
        return None
    named = OrderReference(number=meant[0].id) if len(meant) == 1 else OrderReference(which="other")
    intent = INTENT_OF_ACTION.get(frame["action"], frame["action"])
    act = Act(act="wish", intent=intent, orders=[named], confidence=BY_RULE, text=text, end=len(text))
    return {**agenda_with(state, [act]), "acts": [held(act)]}


def _told_by(which: str, among: Sequence[Order], others: Sequence[Order]) -> list[Order]:
    """Those of which the words say most; all the others where they say no more than that it is another."""
    if named := [order for order in among if names_goods(which, order)]:
        made = [order for order in named if options_named(which, order)]
        return made or named
    if made := [order for order in others if options_named(which, order)]:
        return made
    if (status := status_meant(which)) is not None:
        return [order for order in among if order.status in status]
    if means_the_newest(which):
        return list(among[:1])  # newest first
    return list(others) if means_the_other(which) else []


async def _orders(deps: Deps, state: ConversationState) -> list[Order]:
    owner = identity_of(state).get("customer_id")
    try:
        return list(await deps.desk.orders(owner)) if owner else []
    except DeskUnavailable:
        return []
