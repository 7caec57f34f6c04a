"""`support-v3`: what no action does with an order that was placed (a faster way, gift wrapping, a note for the driver, another day) is
said plainly, with what the documents say of it, and a person is offered who is told which order it is."""

from datetime import datetime

from domain.ids import new_id
from domain.language.orders.order_extras import extra_wanted, fee_wanted_back, question_of
from domain.language.orders.order_facts import asks_facts
from domain.language.orders.order_lines import names_goods
from domain.language.quotes.phrases import asks_for_person
from domain.language.quotes.stance import means_no
from domain.language.text.entities import find_entities
from domain.shop import DeskUnavailable, Refused
from nodes.actions.pipeline.identity import identity_of
from nodes.actions.pipeline.order_lookup import find_order
from nodes.answering.find_answer import written
from nodes.answering.fitting_answer import fitting_answer
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import ask_again
from nodes.state import ConversationState, Draft

# Slots that the same words answer: a reason ("too slow, I need it faster"), or where it goes.
_ANSWERED = frozenset({"reason", "address", "identity", "code", "email"})
_GIVE_BACK = frozenset({"refund_order", "return_items"})
_OF_AN_ORDER = frozenset({"change_order_items", "exchange_items"})


def wants_an_extra(state: ConversationState) -> bool:
    return _kind(state) is not None


def _kind(state: ConversationState) -> str | None:
    turn, task = state["turn"], state.get("task") or {}
    text = turn.get("text", "")
    if turn["kind"] != "text" or not turn.get("may_read", True) or task.get("asked") in _ANSWERED:
        return None
    if asks_for_person(text) or find_entities(text).get("addresses"):
        return None
    of_a_refund = task.get("action") in _GIVE_BACK or fee_wanted_back((state.get("open_question") or {}).get("about") or "")
    if fee := fee_wanted_back(text, of_a_refund=bool(of_a_refund)):
        return fee
    about = (state.get("open_question") or {}).get("about") or ""  # "I mean faster", once it was offered that a person looks
    is_of_one = (task.get("action") in _OF_AN_ORDER and bool(task.get("asked"))) or extra_wanted(about, of_an_order=True)
    frame = state.get("frame")
    looked_at = frame is not None and frame["action"] == "track_order" and not state.get("pending")
    if looked_at and asks_facts(text, datetime.fromisoformat(turn["at"]).date()):
        return None  # "just asking if both come on Tuesday"
    return extra_wanted(text, state.get("topic") or "", of_an_order=bool(is_of_one), spoken_of=looked_at)


async def decline_extra(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """A quote that waits stays, and is asked for again, unless the words say no to it; what was being asked about is left."""
    deps, pending, kind = runtime.context, state.get("pending"), _kind(state)
    assert kind is not None
    text = state["turn"].get("text", "")
    is_left = bool(pending) and means_no(text, (pending or {})["name"], (pending or {}).get("words") or "")
    told = " ".join([*([deps.say("quote-corrected")] if is_left else []), deps.say("extra", kind=kind)])
    documents = await _documents(deps, state, kind, told)
    said: ConversationState = {**state, "reply": replying(state, *documents)}
    left = "" if documents else told
    if pending and not is_left:
        return {"task": None, **ask_again(deps.say, said, left)}
    order = await _order_meant(deps, state, text)
    offer = deps.say("extra.person", order=order or "none")
    return {
        "pending": None,
        "task": None,
        "shown_order": order or state.get("shown_order"),
        "outcome": "answered",
        "asking": {"kind": "person", "about": state["turn"].get("whole") or text},
        "reply": replying(said, draft(f"{left} {offer}".strip())),
    }


async def _documents(deps: Deps, state: ConversationState, kind: str, told: str) -> list[Draft]:
    """What was ``told``, with what the documents say of it; nothing where they surely say nothing."""
    question = question_of(kind)
    found = (await fitting_answer(deps, {**state, "topic": None}, question)).found
    if not all(one.result.answerable and not one.result.doubtful for one in found):
        return []
    message_id = new_id()
    text, cited = await written(deps, state, message_id, question, found)
    return [draft(f"{told}\n\n{text}", cited=cited, message_id=message_id)]


async def _order_meant(deps: Deps, state: ConversationState, text: str) -> str | None:
    """The order that is named, being changed, told by its goods, or spoken of; else the only one that is being prepared."""
    try:
        for named in find_entities(text)["order_ids"][:1]:
            return (await find_order(deps, state, named)).id
    except (Refused, DeskUnavailable):
        return None
    changed = (state.get("task") or {}).get("arguments", {}).get("order_id")
    owner, shown = identity_of(state).get("customer_id"), state.get("shown_order")
    if changed or not owner:
        return changed or shown
    try:
        orders = await deps.desk.orders(owner)
    except DeskUnavailable:
        return shown
    by_goods = [order.id for order in orders if names_goods(text, order)]
    if len(by_goods) == 1:
        return by_goods[0]
    due = [order.id for order in orders if order.status == "pending"]
    if state.get("frame") or len(due) != 1:
        return shown
    return due[0]
