"""`support-v3`: what is said after an order was looked at is of that order, of its parcel or its goods, where no document could know it;
the same is asked of another one ("and the cups?"); or it is only remarked on, which is no complaint: what is noted is thanked for, what
is doubted is said to be all that is known, and a person is offered.
"""

from datetime import datetime

from domain.actions import ACTION_OF_INTENT, INTENT_OF_ACTION
from domain.acts import Act, GoodsReference, OrderReference
from domain.intents import REPORT_PROBLEM
from domain.language.acts.wishes import wish_in
from domain.language.goods.goods_in_focus import asks_for_stock
from domain.language.goods.goods_references import describes
from domain.language.money.refunds_seen import asks_when_it_was_sent, disputes_the_way, is_not_seen, is_of_money
from domain.language.orders.about_messages import is_about_messages
from domain.language.orders.days_named import asks_whether_in_time, checks_a_day
from domain.language.orders.order_lines import names_goods
from domain.language.orders.order_questions import asks_when_it_comes, asks_whether_it_left
from domain.language.orders.order_references import order_numbers
from domain.language.people.asks_for_person import asks_for_person
from domain.language.questions.common_questions import is_for_documents
from domain.language.questions.follow_ups import asks_the_same_of, corrects_what_is_meant
from domain.language.quotes.closing_words import closes
from domain.language.quotes.remarks import doubts_it, only_sighs, takes_note
from domain.language.reports.problems import problem_in
from domain.language.text.polarity import modality_of
from domain.ports.understanding import IntentGuess
from domain.shop import DeskUnavailable
from nodes.actions.pipeline.identity import identity_of
from nodes.agenda import agenda_with, held
from nodes.deps import Deps
from nodes.state import ConversationState

LOOKS = frozenset({"track_order", "order_details"})
GIVE_BACK = frozenset({"track_refund", "refund_order", "cancel_order", "return_items", "exchange_items"})
_ANY_LOOK = frozenset({"track_order", "order_details", "track_refund", "list_orders"})
_OF_GOODS = frozenset({"refund_order", "return_items", "exchange_items", "change_order_items", "product_details"})
_NOT_DONE = ("report", "talk", "value", "question", "no")
BY_RULE = 0.95  # confidence
_OF_THE_TIME = (None, "late", "not_received", "refund_overdue")


def of_the_shown_order(act: Act, state: ConversationState) -> Act:
    """ "Is it on time for the 12th?", "when did you send the money?": looked up in the order that was spoken of last."""
    frame = state.get("frame")
    if frame and not state.get("pending") and not act.negated and (told := _told_which(act, state)) is not None:
        return told
    is_a_documents = act.act == "question" and is_for_documents(act.text)
    if not frame or state.get("pending") or act.negated or is_a_documents or any(ref.text for ref in act.goods):
        return act
    asks_alone = all(a.get("act") in ("question", "talk") for a in state.get("acts", []))
    text = state["turn"].get("text", "") if asks_alone else act.text
    if _asks_for_its_refund(act, state, text):
        return _look(act, "track_refund", state)
    if _asks_for_its_day(act, state, frame["action"]):
        return _look(act, "track_order", state)
    if checks_a_day(text := state["turn"].get("text", "")) and _may_check(act, text):
        looked = "track_order" if frame["action"] in LOOKS else "track_refund" if frame["action"] in GIVE_BACK else None
        if looked and state.get("shown_order"):
            return _look(act, looked, state).model_copy(update={"text": text, "start": 0, "end": len(text)})
    if _asks_for_a_variant(act, state, frame["action"]):
        return act.model_copy(update={"act": "question", "intent": "product_question", "orders": [], "confidence": BY_RULE})
    return act


def _may_check(act: Act, text: str) -> bool:
    """Whether nothing else is wanted or told beside a day that is asked back."""
    names_another = any(ref.number or ref.goods or ref.which not in (None, "it") for ref in act.orders)
    is_else = act.act in ("yes", "no", "urgent", "correction") or act.intent in ("human_agent", "list_orders")
    is_of_it = problem_in(text) in _OF_THE_TIME or is_not_seen(text)
    return not is_else and not names_another and is_of_it and wish_in(text) in (None, *_ANY_LOOK)


def _told_which(act: Act, state: ConversationState) -> Act | None:
    """ "No, the other one, the bench that I cancelled last week", after a look: which one is meant, and nothing to cancel."""
    frame, text = state.get("frame"), state["turn"].get("text", "")
    action = ACTION_OF_INTENT.get(act.intent or "")
    if frame is None or frame["action"] not in _ANY_LOOK or action not in GIVE_BACK or act.act not in ("wish", "report"):
        return None
    is_told = modality_of(text) == "told" and corrects_what_is_meant(text) and (act.goods or act.orders)
    look = INTENT_OF_ACTION.get(frame["action"], frame["action"])
    update = {"act": "wish", "intent": look, "problem": None, "reason": None, "modality": "asked"}
    return act.model_copy(update=update) if is_told else None


def of_the_told_refund(state: ConversationState) -> ConversationState | None:
    """ "Paypal?? I paid with card", after money that went back was told: where it went is told again, and a person offered."""
    frame, turn = state.get("frame"), state["turn"]
    is_busy = state.get("pending") or (state.get("task") or {}).get("asked") or not turn.get("may_read", True)
    text = turn.get("text", "")
    if is_busy or not frame or frame["action"] not in GIVE_BACK or not frame["order_id"] or not disputes_the_way(text):
        return None
    if asks_for_person(text) or any(number != frame["order_id"] for number in order_numbers(text, bare=False)):
        return None
    order = OrderReference(number=frame["order_id"])
    act = Act(act="wish", intent="track_refund", orders=[order], confidence=BY_RULE, text=text, end=len(text))
    return {**agenda_with(state, [act]), "acts": [held(act)]}


def _asks_for_its_refund(act: Act, state: ConversationState, text: str) -> bool:
    """ "I don't see it on my card", "when was it sent?": of the way and the time of a refund that was told, and of no new one."""
    frame = state.get("frame")
    action = frame["action"] if frame else ""
    if action not in GIVE_BACK and action != "order_details":
        return False
    asks_when = asks_when_it_was_sent(text) and act.intent not in ("track_order", "human_agent")
    is_missed = act.act in _NOT_DONE and is_not_seen(text)
    # After an order's facts, what "it" stands for has to be said.
    return (asks_when or is_missed) and (action in GIVE_BACK or is_of_money(state["turn"].get("text", "")))


def _asks_for_its_day(act: Act, state: ConversationState, action: str) -> bool:
    is_look = act.act in ("wish", "question", "talk", "value") and act.intent not in ("human_agent", "list_orders")
    named = any(ref.which not in (None, "it") or ref.number or ref.goods or ref.ordinal or ref.status for ref in act.orders)
    if action not in LOOKS or not state.get("shown_order") or not is_look or named:
        return False
    today = datetime.fromisoformat(state["turn"]["at"]).date()
    text = state["turn"].get("text", "")
    wants_else = wish_in(act.text) not in (None, *LOOKS) or problem_in(act.text) not in (None, "late")
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
    if act.intent != "track_order":
        return False
    return asks_whether_in_time(act.text, today) or (_is_on_an_order(state) and asks_when_it_comes(act.text))


def _is_on_an_order(state: ConversationState) -> bool:
    """Whether something is being done, or was done last, with one order."""
    task, frame = state.get("task") or {}, state.get("frame")
    return bool((task.get("arguments") or {}).get("order_id") or (frame and frame["order_id"]))


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
    update = {"act": "wish", "intent": intent, "problem": None, "orders": [ref], "confidence": BY_RULE, "modality": "asked"}
    return act.model_copy(update=update)


async def of_other_goods(deps: Deps, act: Act, state: ConversationState) -> Act:
    """The look at the order of these goods; ``act`` as it is where nothing of the kind is asked, or no order of theirs holds them."""
    frame, task, owner = state.get("frame"), state.get("task") or {}, identity_of(state).get("customer_id")
    text = state["turn"].get("text", "")
    if frame is None or frame["action"] not in LOOKS or task.get("asked") or state.get("pending") or not owner:
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
    return wish.model_copy(update={**named, "confidence": BY_RULE})


def remark_in(state: ConversationState, text: str) -> IntentGuess | None:
    """How a message that is only a remark is answered; None for any other."""
    if only_sighs(text) and not (state.get("task") or {}).get("asked"):
        return IntentGuess(intent="complaint", confidence=1.0)
    if state.get("pending") or (state.get("task") or {}).get("asked"):
        return None
    wants_one = asks_for_person(text)
    if not wants_one and (closing := closes(text)) is not None:
        return IntentGuess(intent=closing, confidence=1.0)
    if not wants_one and _looked(state) and takes_note(text):
        return IntentGuess(intent="thanks", confidence=1.0)
    return IntentGuess(intent="complaint", confidence=1.0) if doubts_the_look(state, text) else None


def doubts_the_look(state: ConversationState, text: str) -> bool:
    return _looked(state) and doubts_it(text)


def is_of_what_was_looked_at(state: ConversationState) -> bool:
    """Whether a complaint that names nothing follows a look at one order: "it's not there, I checked my visa twice"."""
    frame = state.get("frame")
    return _looked(state) and frame is not None and frame["order_id"] is not None


def _looked(state: ConversationState) -> bool:
    """Whether an order was looked at last."""
    frame = state.get("frame")
    return bool(frame and frame["action"] in _ANY_LOOK)
