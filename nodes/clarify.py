"""The message was not understood: say so, name what can be done, count it."""

from nodes.deps import DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState

_CHOICES = ("Where is my order?", "I want to return something", "I want my money back", "I cannot log in")


async def clarify(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    if state["turn"]["kind"] == "crashed":
        text = "Something went wrong on our side and I could not finish this. Nothing is lost: please try again, or talk to a person."
        return {"outcome": "error", "reply": replying(state, draft(text))}
    text = "I did not understand that. Could you put it in other words, or choose one of these?"
    return {"outcome": "not_understood", "reply": replying(state, draft(text, buttons=[button(c) for c in _CHOICES]))}
