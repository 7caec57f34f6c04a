"""Greetings, thanks, goodbyes, a yes or no to nothing, and anger that names no task."""

from domain.conversation import Outcome
from nodes.deps import DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState

_SAY = {
    "greeting": "Hello! What can I do for you?",
    "thanks": "You are welcome! Is there anything else I can do?",
    "goodbye": "Goodbye, and thank you for writing. You can come back to this chat at any time.",
    "affirm": "All right. There is nothing waiting for your confirmation right now. What can I do for you?",
    "deny": "All right, I leave everything as it is. Is there anything else?",
    "provide_information": "Thank you. What should I do with this?",
    "complaint": "I am sorry about this. Tell me what went wrong and, if it is about an order, its number: I can look at it, "
    "arrange a return or a refund, or bring in a person right away.",
}

_PLAIN_YES = "To be sure that I do only what you want, I need a plain yes, or the button."


async def small_talk(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    intent = state.get("intent") or "greeting"
    text = _SAY.get(intent, _SAY["greeting"])
    buttons = []
    if intent == "complaint":
        buttons = [button("I want my money back"), button("I want to return something")]
    elif intent in ("greeting", "affirm", "provide_information"):
        buttons = [button("Where is my order?"), button("I want to return something")]
    pending = state.get("pending")
    if pending and intent not in _SAY:
        text = "One thing after the other, so that nothing happens by accident."
    if pending and intent not in ("deny",):
        said = "Thank you." if intent == "provide_information" else text
        if intent == "affirm" or intent not in _SAY:
            said = _PLAIN_YES
        text = f"{said} Still waiting for your yes or no: {pending['words']}."
        buttons = [button("Yes, do it", "confirm", "confirm"), button("No, cancel", "cancel", "cancel")]
        return {"outcome": "asked_for_confirmation", "reply": replying(state, draft(text, buttons=buttons))}
    # A value without a question is neither an answer nor a failure.
    outcome: Outcome = "asked_for_input" if intent == "provide_information" else "answered"
    return {"outcome": outcome, "reply": replying(state, draft(text, buttons=buttons))}
