"""`support-v3`: a no that is none: it asks, it was said to an answer of ours, or the yes before it was not seen; and "you didn't
answer me", which is said of our answers: what is asked for beside it is served all the same.
"""

from domain.actions import ACTION_OF_INTENT
from domain.acts import Act, Reading
from domain.dialogue import SURE, tasks_of
from domain.intents import OUT_OF_SCOPE
from domain.language.goods.goods_references import goods_in
from domain.language.orders.order_questions import asks_what_one_has
from domain.language.people.unhelped import without_reproach
from domain.language.questions.follow_ups import asked_anew, asks_back, goods_meant
from domain.language.quotes.beside_a_no import is_only_a_question
from domain.language.quotes.gives_up import only_wants_to_know
from domain.language.quotes.refusal import refuses
from domain.language.quotes.stance import said_yes_before, wants_it_after_all
from domain.language.reports.problems import problem_in
from nodes.agenda import agenda_with, all_held, held, reading_context
from nodes.deps import Deps
from nodes.reading.read_acts import read_acts
from nodes.state import ConversationState, Task

_BY_RULE = 0.9  # confidence
_LOOKED_BACK = 6  # messages


def question_meant(state: ConversationState, text: str) -> str:
    """ "No, I mean for the return", after a question beside the quote, or "no, the serving board", after any: that question, made
    whole. Else the text as it is."""
    if not state["turn"].get("may_read", True):
        return text
    if state.get("pending"):
        return asked_anew(text, state.get("topic")) or text
    frame, topic = state.get("frame"), state.get("topic")
    was_asked_last = not (state.get("task") or {}).get("asked") and (frame is None or frame.get("asked_since"))
    if topic is None or not was_asked_last:
        return text
    goods = goods_meant(text)
    if goods is None:
        return asked_anew(text, topic) or text
    named = next((ref.text for ref in goods_in(topic) if ref.text and ref.text in topic), None)
    return topic.replace(named, goods) if named else f"{goods}: {topic}"


def without_doubles(reading: Reading) -> Reading:
    """The same words are not asked of the documents too where they surely want a look: "the other two orders are still ok, right?"."""
    looks = {
        act.text for act in reading.acts if act.act == "wish" and act.intent == "list_orders" and act.confidence >= _BY_RULE
    }
    acts = [act for act in reading.acts if not (act.act == "question" and act.text in looks)]
    return reading.model_copy(update={"acts": acts})


async def asked_before(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """ "No, nothing went wrong, simple question": what was said before is asked of the documents."""
    waits = state.get("pending") or (state.get("task") or {}).get("asked")
    if waits or not state["turn"].get("may_read", True) or not is_only_a_question(text):
        return None
    said = await deps.customer_said(_LOOKED_BACK)
    if len(said) < 2:  # this message, and the one before
        return None
    question = Act(act="question", intent="policy_question", confidence=_BY_RULE, text=said[-2], end=len(said[-2]))
    return {"turn": {**state["turn"], "text": question.text}, **agenda_with(state, [question]), "acts": [held(question)]}


def without_asked_noes(reading: Reading, text: str) -> Reading:
    """ "Wait, is that not what I have already?": a "not" that is asked denies nothing, and who only wants to know if something holds
    reports nothing."""
    if problem_in(text) is None and (only_wants_to_know(text) or asks_back(text)):
        reading = reading.model_copy(update={"acts": [_as_a_question(act) for act in reading.acts]})
    if "?" not in text or refuses(text) is not None:
        return reading
    if asks_what_one_has(text):
        return Reading(acts=[Act(act="wish", intent="order_details", confidence=_BY_RULE, text=text, end=len(text))])
    return reading.model_copy(update={"acts": [_as_asked(act) for act in reading.acts]})


def _as_a_question(act: Act) -> Act:
    if act.act == "report" or act.intent == "complaint":
        return act.model_copy(update={"act": "question", "intent": "policy_question", "problem": None})
    return act


def _as_asked(act: Act) -> Act:
    if act.act == "no" or (act.negated and act.act == "wish"):
        return act.model_copy(update={"act": "question", "intent": "policy_question", "negated": False})
    return act


def takes_up_the_dropped(state: ConversationState) -> ConversationState | None:
    """ "? I said yes", "actually yes do it", after a quote was withdrawn or put aside: it is made anew and asked for."""
    asked, text = state.get("open_question") or {}, state["turn"].get("text", "")
    if state.get("pending"):
        return None
    task: Task | None = None
    if dropped := asked.get("dropped"):
        task = {"action": dropped["name"], "arguments": dropped["arguments"], "asked": None, "times": 0}
    elif asked.get("kind") == "quote_again":
        task = state.get("task")
    if task is None or not (said_yes_before(text) or wants_it_after_all(text, task["action"])):
        return None
    return {
        "task": task,
        "open_question": {"kind": "quote_again"},
        "intent": "affirm",
        "confidence": 1.0,
        "entities": {"bare": "yes"},
    }


_OF_MONEY = frozenset({"refund_order", "return_items", "exchange_items", "cancel_order", "delete_account"})
_SAYS_NOTHING = frozenset({None, OUT_OF_SCOPE, "complaint"})


async def after_a_reproach(deps: Deps, state: ConversationState, text: str) -> ConversationState:
    """ "You didn't answer me. Can it go to my mother's?": what is asked for beside it is served. Money and the like only where the words
    name what it is for: said in anger they may mean anything that was spoken of."""
    if rest := without_reproach(text):
        reading = await read_acts(deps, rest, reading_context(state))
        tasks = tasks_of(reading.acts)
        if tasks and all(_is_taken_up(act) for act in tasks):
            return {"turn": {**state["turn"], "text": rest}, **agenda_with(state, tasks), "acts": all_held(reading.acts)}
    complaint = Act(act="talk", intent="complaint", text=text, end=len(text))
    return {**agenda_with(state, [complaint]), "acts": [held(complaint)]}


def _is_taken_up(act: Act) -> bool:
    if act.negated or act.confidence < SURE or act.act not in ("wish", "report", "question") or act.intent in _SAYS_NOTHING:
        return False
    names_it = any(ref.text for ref in act.goods) or any(ref.number or ref.goods for ref in act.orders)
    return names_it or ACTION_OF_INTENT.get(act.intent or "") not in _OF_MONEY
