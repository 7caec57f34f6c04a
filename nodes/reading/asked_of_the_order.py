"""`support-v3`: what is asked back of the order in sight, or of one that holds goods that are named, is looked up in its records."""

from datetime import datetime

from domain.acts import Act, OrderReference
from domain.dialogue import SURE, tasks_of
from domain.language.orders.order_facts import asks_facts, asks_for_a_yes, asks_return_day, asks_the_day_again
from domain.language.orders.order_lines import names_goods
from domain.language.orders.order_questions import asks_whether_it_left, asks_who_brings_it
from domain.language.orders.order_references import order_numbers
from domain.language.questions.answer_fit import asks_time_of_day
from domain.language.questions.common_questions import is_for_documents
from domain.language.text.sentences import sentences
from domain.shop import DeskUnavailable
from nodes.actions.pipeline.identity import identity_of
from nodes.agenda import agenda_with, all_held, reading_context
from nodes.deps import Deps
from nodes.reading.after_a_look import BY_RULE, GIVE_BACK, LOOKS
from nodes.reading.read_acts import read_acts
from nodes.state import ConversationState


async def asked_of_the_order(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """What the records of the order in sight alone know is looked up there, and nothing begun: the hour, whether it is one parcel, whether
    it comes on that day, until when it can go back."""
    if not _may_be_asked_of(state):
        return None
    if (named := order_numbers(text, bare=False)) and state.get("shown_order"):
        state = {**state, "shown_order": named[-1]}  # "I mean HP114002. You said 1 December?"
    looks = {one: fact for one in sentences(text) if (fact := await _fact_asked(deps, state, one)) is not None}
    if not looks:
        return None
    acts = [_look_or_question(intent, number, looks) for intent, number in dict.fromkeys(looks.values())]
    rest = " ".join(one for one in sentences(text) if one not in looks)
    if rest:
        order = OrderReference(number=acts[0].orders[0].number if acts[0].orders else state.get("shown_order"))
        more = [
            _of(order, act)
            for act in tasks_of((await read_acts(deps, rest, reading_context(state))).acts)
            if _is_wanted(act)
        ]
        if acts[0].intent != "track_order":  # "…, got it beginning of november" tells why it is asked
            more = [act for act in more if act.act != "report"]
        acts += more
    return {**agenda_with(state, acts), "acts": all_held(acts)}


def _look_or_question(intent: str, number: str | None, looks: dict[str, tuple[str, str | None]]) -> Act:
    asked = " ".join(one for one, fact in looks.items() if fact == (intent, number))
    if number is None:
        return Act(act="question", intent=intent, confidence=BY_RULE, text=asked, end=len(asked))
    return Act(act="wish", intent=intent, text=asked, end=len(asked), orders=[OrderReference(number=number)])


def _may_be_asked_of(state: ConversationState) -> bool:
    waits = state.get("pending") or (state.get("task") or {}).get("asked") or not state["turn"].get("may_read", True)
    return not waits and identity_of(state).get("level", "guest") != "guest"


async def _fact_asked(deps: Deps, state: ConversationState, text: str) -> tuple[str, str | None] | None:
    """The intent of the look that tells it, and the order's number, or none for a question that documents answer; None where no fact is
    asked, or of no order that is known."""
    frame, today = state.get("frame"), datetime.fromisoformat(state["turn"]["at"]).date()
    if frame and frame["action"] in LOOKS and is_for_documents(text):
        return "policy_question", None
    if frame and frame["action"] in LOOKS and state.get("shown_order"):
        was_its_day = frame.get("fact") == "return_by" and not await _of_their_goods(deps, state, text)
        is_its_day = asks_for_a_yes(text) or asks_the_day_again(text) or asks_return_day(text, spoken_of=True)
        if was_its_day and (asks_facts(text, today) or is_its_day):
            return "order_details", frame["order_id"]
        if "parcels" in asks_facts(text, today):  # "and the dish, is that in the same parcel?" may be of another order
            return "track_order", await _of_their_goods(deps, state, text, came=False) or state.get("shown_order")
        if asks_who_brings_it(text):
            return "order_details", state.get("shown_order")
        if asks_time_of_day(text) or asks_facts(text, today) or asks_for_a_yes(text) or asks_the_day_again(text):
            return "track_order", state.get("shown_order")
    is_swapped = frame is not None and frame["action"] == "exchange_items"  # "when will it be sent?": the new one
    if state.get("shown_order") and (frame or state.get("said")) and not is_swapped and asks_whether_it_left(text):
        return "track_order", state.get("shown_order")
    if not frame and "parcels" in asks_facts(text, today):
        number = await _of_their_goods(deps, state, text, came=False)
        return ("track_order", number) if number else None
    if not asks_return_day(text) or (frame and frame["action"] in GIVE_BACK):  # of a parcel that goes back it is the label's
        return None
    number = await _of_their_goods(deps, state, text) or (frame["order_id"] if frame else None)
    return ("order_details", number) if number else None


async def _of_their_goods(deps: Deps, state: ConversationState, text: str, *, came: bool = True) -> str | None:
    """The order that holds the goods which are named: the one spoken of, else the newest that came, or that has yet to."""
    owner = identity_of(state).get("customer_id")
    try:
        orders = [order for order in await deps.desk.orders(owner) if names_goods(text, order)] if owner else []
    except DeskUnavailable:
        return None
    orders.sort(
        key=lambda order: (order.id == state.get("shown_order"), (order.status == "delivered") is came), reverse=True
    )
    return orders[0].id if orders else None


def _is_wanted(act: Act) -> bool:
    is_more = act.act in ("wish", "report", "question") and act.intent not in ("track_order", "list_orders")
    return is_more and not act.negated and act.confidence >= SURE


def _of(order: OrderReference, act: Act) -> Act:
    """ "And can I change the address?" is of the order that is spoken of."""
    names_another = act.goods or any(ref.number or ref.goods or ref.which not in (None, "it") for ref in act.orders)
    return act if names_another else act.model_copy(update={"orders": [order]})
