"""`support-v3`: what is asked after an order was looked at is of that order or of its goods, where no document could know it."""

from datetime import datetime

from domain.acts import Act, OrderReference
from domain.intents import REPORT_PROBLEM
from domain.language.acts.wishes import wish_in
from domain.language.goods.goods_in_focus import asks_for_stock
from domain.language.goods.goods_references import describes
from domain.language.money.refunds_seen import asks_when_it_was_sent, disputes_the_way, is_not_seen, is_of_money
from domain.language.orders.about_messages import is_about_messages
from domain.language.orders.days_named import asks_whether_in_time
from domain.language.orders.order_questions import asks_whether_it_left
from domain.language.orders.order_references import order_numbers
from domain.language.people.asks_for_person import asks_for_person
from domain.language.reports.problems import problem_in
from nodes.agenda import agenda_with, held
from nodes.state import ConversationState

_LOOKS = frozenset({"track_order", "order_details"})
_GIVE_BACK = frozenset({"track_refund", "refund_order", "cancel_order", "return_items", "exchange_items"})
_OF_GOODS = frozenset({"refund_order", "return_items", "exchange_items", "change_order_items", "product_details"})
_NOT_DONE = ("report", "talk", "value", "question", "no")
_BY_RULE = 0.95  # confidence


def of_the_shown_order(act: Act, state: ConversationState) -> Act:
    """ "Is it on time for the 12th?", "when did you send the money?": looked up in the order that was spoken of last."""
    frame = state.get("frame")
    if not frame or state.get("pending") or act.negated or any(ref.text for ref in act.goods):
        return act
    asks_alone = all(a.get("act") in ("question", "talk") for a in state.get("acts", []))
    text = state["turn"].get("text", "") if asks_alone else act.text
    if _asks_for_its_refund(act, state, text):
        return _look(act, "track_refund", state)
    if _asks_for_its_day(act, state, frame["action"]):
        return _look(act, "track_order", state)
    if _asks_for_a_variant(act, state, frame["action"]):
        return act.model_copy(update={"act": "question", "intent": "product_question", "orders": [], "confidence": _BY_RULE})
    return act


def of_the_told_refund(state: ConversationState) -> ConversationState | None:
    """ "Paypal?? I paid with card", after money that went back was told: where it went is told again, and a person offered."""
    frame, turn = state.get("frame"), state["turn"]
    is_busy = state.get("pending") or (state.get("task") or {}).get("asked") or not turn.get("may_read", True)
    text = turn.get("text", "")
    if is_busy or not frame or frame["action"] not in _GIVE_BACK or not frame["order_id"] or not disputes_the_way(text):
        return None
    if asks_for_person(text) or any(number != frame["order_id"] for number in order_numbers(text, bare=False)):
        return None
    order = OrderReference(number=frame["order_id"])
    act = Act(act="wish", intent="track_refund", orders=[order], confidence=_BY_RULE, text=text, end=len(text))
    return {**agenda_with(state, [act]), "acts": [held(act)]}


def _asks_for_its_refund(act: Act, state: ConversationState, text: str) -> bool:
    """ "I don't see it on my card", "when was it sent?": of the way and the time of a refund that was told, and of no new one."""
    frame = state.get("frame")
    action = frame["action"] if frame else ""
    if action not in _GIVE_BACK and action != "order_details":
        return False
    asks_when = asks_when_it_was_sent(text) and act.intent not in ("track_order", "human_agent")
    is_missed = act.act in _NOT_DONE and is_not_seen(text)
    # After an order's facts, what "it" stands for has to be said.
    return (asks_when or is_missed) and (action in _GIVE_BACK or is_of_money(state["turn"].get("text", "")))


def _asks_for_its_day(act: Act, state: ConversationState, action: str) -> bool:
    is_look = act.act in ("wish", "question", "talk", "value") and act.intent not in ("human_agent", "list_orders")
    named = any(ref.which not in (None, "it") or ref.number or ref.goods or ref.ordinal or ref.status for ref in act.orders)
    if action not in _LOOKS or not state.get("shown_order") or not is_look or named:
        return False
    today = datetime.fromisoformat(state["turn"]["at"]).date()
    text = state["turn"].get("text", "")
    wants_else = wish_in(act.text) not in (None, *_LOOKS) or problem_in(act.text) not in (None, "late")
    return not wants_else and (asks_whether_in_time(text, today) or asks_whether_it_left(text))


def as_never_come(act: Act, state: ConversationState) -> Act:
    """ "Where's HP1 then, I never got it": no look alone puts that right."""
    read = state.get("acts", [])
    is_alone = not any(a.get("act") == "report" for a in read) and sum(a.get("act") == "wish" for a in read) == 1
    if act.act != "wish" or act.intent != "track_order" or act.negated or not is_alone:
        return act
    text = state["turn"].get("text", "")
    if problem_in(text) != "not_received" or is_about_messages(text):
        return act
    return act.model_copy(update={"act": "report", "intent": REPORT_PROBLEM, "problem": "not_received"})


def is_of_ones_own(act: Act, state: ConversationState) -> bool:
    """Whether what somebody who is known asks is of what was done for them: when their money was sent, whether it comes in time."""
    today = datetime.fromisoformat(state["turn"]["at"]).date()
    if act.intent == "track_refund":
        return asks_when_it_was_sent(act.text)
    return act.intent == "track_order" and asks_whether_in_time(act.text, today)


def _asks_for_a_variant(act: Act, state: ConversationState, action: str) -> bool:
    """ "L moss please, is it there?" while goods are spoken of is of the shop's stock, and of no parcel."""
    text = state["turn"].get("text", "")
    if sum(a.get("act") not in ("value", "talk") for a in state.get("acts", [])) > 1:
        return False
    names_an_order = any(ref.number or ref.which not in (None, "it") for ref in act.orders)
    is_open = act.intent not in ("human_agent", "exchange_items", "change_order", "product_question") and act.act != "report"
    is_asked = "?" in text and describes(text) and asks_for_stock(text)
    return action in _OF_GOODS and is_open and is_asked and not names_an_order


def _look(act: Act, intent: str, state: ConversationState) -> Act:
    shown = state.get("shown_order")
    ref = OrderReference(number=shown) if shown else OrderReference(which="it")
    update = {"act": "wish", "intent": intent, "problem": None, "orders": [ref], "confidence": _BY_RULE, "modality": "asked"}
    return act.model_copy(update=update)
