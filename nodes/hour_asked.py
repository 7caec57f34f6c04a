"""`support-v3`: "morning or evening?" after an order was looked at is of its parcel; what is wanted beside it is served too."""

from domain.acts import Act, OrderReference
from domain.dialogue import SURE, tasks_of
from domain.language.questions.answer_fit import asks_time_of_day
from domain.lazy_pattern import lazy_pattern
from nodes.acts import reading_context
from nodes.agenda import agenda_with, all_held
from nodes.deps import Deps
from nodes.read_acts import read_acts
from nodes.state import ConversationState

_SENTENCE = lazy_pattern(r"[^.?!;\n]+[.?!;\n]*")


async def hour_asked(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    if not _asks_the_hour(state, text):
        return None
    order = OrderReference(number=state.get("shown_order"))
    look = Act(act="wish", intent="track_order", text=text, end=len(text), orders=[order])
    rest = " ".join(one.strip() for one in _SENTENCE.findall(text) if not asks_time_of_day(one))
    if not rest or rest == text.strip():
        return {**agenda_with(state, [look]), "acts": all_held([look])}
    reading = await read_acts(deps, rest, reading_context(state))
    more = [_of(order, act) for act in tasks_of(reading.acts) if _is_wanted(act)]
    if not more:
        return {**agenda_with(state, [look]), "acts": all_held([look])}
    asked = " ".join(one.strip() for one in _SENTENCE.findall(text) if asks_time_of_day(one))
    look = look.model_copy(update={"text": asked, "end": len(asked)})
    return {**agenda_with(state, [look, *more]), "acts": all_held([look, *more])}


def _is_wanted(act: Act) -> bool:
    is_more = act.act in ("wish", "report") and act.intent not in ("track_order", "list_orders")
    return is_more and not act.negated and act.confidence >= SURE


def _of(order: OrderReference, act: Act) -> Act:
    """ "And can I change the address?" is of the order that is spoken of."""
    names_another = act.goods or any(ref.number or ref.goods or ref.which not in (None, "it") for ref in act.orders)
    return act if names_another else act.model_copy(update={"orders": [order]})


def _asks_the_hour(state: ConversationState, text: str) -> bool:
    """ "Morning or evening?" after an order was looked at is of its parcel, and of nobody's opening hours."""
    frame = state.get("frame")
    looked_at = frame is not None and frame["action"] == "track_order" and bool(state.get("shown_order"))
    task = state.get("task")
    waits = state.get("pending") or (task is not None and task.get("asked")) or not state["turn"].get("may_read", True)
    return looked_at and not waits and asks_time_of_day(text)
