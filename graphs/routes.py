"""Every conditional edge of the graph: pure functions from the state to the name of the next node."""

from langgraph.graph import END

from domain.actions import ACTION_OF_INTENT
from domain.intents import ACT_INTENTS, TALK_INTENTS
from domain.language.people.asks_about_us import asks_what_we_are
from domain.language.questions.question_form import (
    asks_about,
    begins_with_yes,
    is_only_names,
    is_put_as_a_question,
    is_yes_to_more,
)
from domain.language.quotes.phrases import names_the_step
from nodes.actions.pipeline.proof_values import brings_a_proof
from nodes.actions.verify import may_go_on
from nodes.reading.after_a_look import doubts_the_look
from nodes.state import ConversationState

_QUESTIONS = frozenset({"product_question", "policy_question", "payment_problem", "out_of_scope"})
# What the words of an answer to our own question may look like: "Not as described" reads as a no, a bare no was seen before.
_FREE_VALUES = frozenset({"provide_information", "out_of_scope", "affirm", "deny", "complaint", "product_question"})
_CLEAR = 0.6

_FOR_A_VALUE = ("small_talk", "clarify", "answer_question")  # where a value that belongs to nothing may lead
_TAKES_A_METHOD = frozenset({"exchange_items", "change_order_items", "return_items"})


def from_start(state: ConversationState) -> str:
    return "disclose" if state["turn"]["kind"] == "greeting" else "guard_pii"


def after_understanding(state: ConversationState) -> str:
    """The way of a turn: a person, consent, a proof, a yes or no, an action, a question, or small talk."""
    turn, intent = state["turn"], state.get("intent") or "out_of_scope"
    if turn["kind"] == "crashed":
        return "clarify"
    if turn["kind"] == "handoff" or intent == "human_agent":
        return "open_handoff"
    if turn["kind"] == "text" and asks_what_we_are(turn.get("text", "")):
        return "small_talk"  # told by rule, so before any consent
    if turn["kind"] == "text" and (way := _by_bare_words(state)):
        return way
    if turn["kind"] == "action":
        return {"confirm": "confirm", "cancel": "decline"}.get(turn["action"], turn["action"])
    if not turn.get("may_read", True):
        return "ask_consent"
    way = _by_words(state, intent)
    # Who asks for something and says who they are is known first, and then helped.
    is_action = way in ACTION_OF_INTENT.values()
    return "verify" if (is_action or way in _FOR_A_VALUE) and brings_a_proof(state, is_action) else way


def after_asking_consent(state: ConversationState) -> str:
    """With the yes, what had waited for it is read at once."""
    return "count_failure" if state.get("outcome") is not None else "understand"


def _by_bare_words(state: ConversationState) -> str | None:
    """A yes or no to what the last message asked, and words that withdrew a quote: read by rules, so before any consent."""
    task, pending, entities = state.get("task"), state.get("pending"), state.get("entities", {})
    bare, asked = entities.get("bare"), (state.get("open_question") or {}).get("kind")
    withdrawn = state.get("withdrawn")
    if withdrawn:
        action = ACTION_OF_INTENT.get(state.get("intent") or "")
        return withdrawn["name"] if entities.get("leans") == "corrects" else action or "decline"
    if bare is None or asked == "consent":
        return None
    of_the_quote = bool(pending) and bare == "yes" and names_the_step(state["turn"].get("text", ""), (pending or {})["name"])
    if asked == "person" and not of_the_quote:
        return "open_handoff" if bare == "yes" else "small_talk"
    if bare == "no":
        return "decline" if pending or task else None
    if pending:
        return "confirm"
    return task["action"] if task and asked == "quote_again" else None


def _by_words(state: ConversationState, intent: str) -> str:
    task, pending, entities = state.get("task"), state.get("pending"), state.get("entities", {})
    bare = entities.get("bare")
    action = ACTION_OF_INTENT.get(intent)
    doing = task["action"] if task and task.get("asked") else (pending or {}).get("name")
    if action == "change_payment_method" and doing in _TAKES_A_METHOD and not entities.get("order_ids"):
        return str(doing)  # "…, and pay by PayPal" belongs to what is being done
    text = state["turn"].get("text", "")
    if pending and action and (is_yes_to_more(text) or (begins_with_yes(text) and action != pending["name"])):
        return (
            "small_talk"  # "yes, and also …" asks again, whatever the rest would be; said in other words it is quoted anew
        )
    unclear = (state.get("confidence") or 0) < _CLEAR
    if (
        task
        and task.get("asked")
        and (intent in _FREE_VALUES or action == task["action"] or (unclear and intent not in ("thanks", "goodbye")))
    ):
        return "verify" if task["asked"] in ("identity", "code") and intent == "provide_information" else task["action"]
    if action:
        known = state.get("identity", {}).get("level", "guest") != "guest"
        names_an_order = bool(entities.get("order_ids"))
        return "answer_question" if asks_about(state["turn"].get("text", ""), known, names_an_order) else action
    if intent == "provide_information" and not pending:
        return unasked(state)
    # "Can I have a copy of this chat?" reads like talk, and a document answers it; somebody's own case is no question to one.
    is_asked = (
        intent in TALK_INTENTS
        and not bare
        and not pending
        and is_put_as_a_question(text)
        and not doubts_the_look(state, text)
    )
    is_a_companys = intent not in ACT_INTENTS  # its own models told it: what its documents say of it is the answer
    return "answer_question" if intent in _QUESTIONS or is_asked or is_a_companys else "small_talk"


def unasked(state: ConversationState) -> str:
    """A value that nobody asked for: an order number is looked up; a lone name says nothing at all."""
    if state.get("entities", {}).get("order_ids"):
        return "track_order"
    return "clarify" if is_only_names(state["turn"].get("text", "")) else "small_talk"


def after_reading_choice(state: ConversationState) -> str:
    """`support-v2`: a choice that was made goes straight to what was chosen; "none of these" is asked openly."""
    intent = state.get("intent")
    return ACTION_OF_INTENT.get(intent, "clarify") if intent else "understand"


def after_weighing(state: ConversationState) -> str:
    """`support-v2`: where several wishes are likely, none of them is simply taken."""
    way = after_understanding(state)
    return "ask_which" if state.get("candidates") and way in ACTION_OF_INTENT.values() else way


def after_trying_to_answer(state: ConversationState) -> str:
    """`support-v2`: what no document answers is asked about by name where something is likely, not openly."""
    way = after_answering(state)
    is_unclear = state.get("outcome") == "not_understood" or way in ACTION_OF_INTENT.values()
    return "ask_which" if state.get("candidates") and is_unclear else way


def after_answering(state: ConversationState) -> str:
    """A question that no document answers may still be the wish for an action, or talk."""
    if state.get("outcome") is not None:
        return "count_failure"
    return ACTION_OF_INTENT.get(state.get("intent") or "", "small_talk")


def after_confirming(state: ConversationState) -> str:
    if state.get("stage") == "confirmed":
        return (state.get("pending") or {})["name"]
    task = state.get("task")
    return task["action"] if task and state.get("outcome") is None else "count_failure"


def after_verifying(state: ConversationState) -> str:
    return (state.get("task") or {})["action"] if may_go_on(state) else after_acting(state)


def after_acting(state: ConversationState) -> str:
    return "open_handoff" if wants_a_person(state) else "count_failure"


def after_counting(state: ConversationState) -> str:
    return "open_handoff" if wants_a_person(state) else "guard_output"


def after_guarding(state: ConversationState) -> str:
    return "hand_off" if (state.get("handoff") or {}).get("id") else END


def after_handing_off(state: ConversationState) -> str:
    """Back from a person: an approved quote is executed, everything else goes back to the assistant or ends."""
    pending = state.get("pending")
    is_confirmed = pending is not None and bool(pending.get("confirmed_in"))
    return pending["name"] if state["turn"].get("decision") == "approve" and pending and is_confirmed else "take_back"


def wants_a_person(state: ConversationState) -> bool:
    handoff = state.get("handoff")
    return bool(handoff) and not (handoff or {}).get("id")
