"""The customer's no: the quote and whatever was being gathered are dropped, nothing is changed."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState


async def decline(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    waiting = state.get("pending") or state.get("task")
    text = "All right, I changed nothing." if waiting else "There was nothing waiting."
    return {
        "pending": None,
        "task": None,
        "outcome": "answered",
        "reply": replying(state, draft(f"{text} Is there anything else I can do?")),
    }
