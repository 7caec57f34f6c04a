"""Greetings, thanks, goodbyes, a yes or no to nothing, and anger that names no task."""

from domain.conversation import Outcome
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.offers import offers
from nodes.quotes import ask_again, still_waiting
from nodes.state import ConversationState

_SAY = {
    "greeting": "greeting-returned",
    "thanks": "thanks-returned",
    "goodbye": "goodbye-returned",
    "affirm": "yes-to-nothing",
    "deny": "no-to-nothing",
    "provide_information": "details-without-a-wish",
    "complaint": "complaint-acknowledged",
}
# While a quote waits nothing else is asked: its yes must stay the only one.
_SAY_BESIDE_A_QUOTE = {
    "greeting": "greeting-returned.beside-a-quote",
    "thanks": "thanks-returned.beside-a-quote",
    "goodbye": "goodbye-returned",
    "deny": "no-to-nothing.beside-a-quote",
    "provide_information": "details-without-a-wish.beside-a-quote",
    "complaint": "complaint-acknowledged.beside-a-quote",
}


async def small_talk(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, intent = runtime.context, state.get("intent") or "greeting"
    # A value without a question is neither an answer nor a failure.
    outcome: Outcome = "asked_for_input" if intent == "provide_information" else "answered"
    if state.get("pending"):
        if intent not in _SAY_BESIDE_A_QUOTE:
            return ask_again(deps.say, state, deps.say("plain-yes-needed"))
        return still_waiting(deps.say, state, deps.say(_SAY_BESIDE_A_QUOTE[intent]), outcome)
    buttons = []
    if intent == "complaint":
        buttons = offers(deps, state, "refund_order", "return_items")
    elif intent in ("greeting", "affirm", "provide_information"):
        buttons = offers(deps, state, "track_order", "return_items")
    text = deps.say(_SAY.get(intent, "greeting-returned"))
    update: ConversationState = {"outcome": outcome, "reply": replying(state, draft(text, buttons=buttons))}
    return {**update, "asking": {"kind": "person"}} if intent == "complaint" else update
