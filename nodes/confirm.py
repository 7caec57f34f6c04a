"""The customer's yes to the quote that waits."""

from datetime import datetime

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState


async def confirm(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Hand the confirmed quote to its action; an expired one is quoted anew, and a yes to nothing moves nothing."""
    pending = state.get("pending")
    if not pending:
        text = "There is nothing waiting for your confirmation. What can I do for you?"
        return {"outcome": "action_refused", "reply": replying(state, draft(text))}
    if datetime.fromisoformat(state["turn"]["at"]) > datetime.fromisoformat(pending["expires_at"]):
        again = draft("That offer has expired, so I looked at it again.")
        return {
            "pending": None,
            "task": {"action": pending["name"], "arguments": pending["arguments"], "asked": None, "times": 0},
            "reply": replying(state, again),
        }
    return {"stage": "confirmed"}
