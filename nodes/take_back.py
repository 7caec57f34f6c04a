"""A person is done with the conversation: it goes back to the assistant, or ends."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState


async def take_back(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Say who answers now. A rejected approval says why, and drops the quote."""
    decision, note = state["turn"].get("decision"), state["turn"].get("note")
    update: ConversationState = {"handoff": None, "task": None, "failures": 0, "outcome": "answered"}
    if decision == "close":
        return {
            **update,
            "pending": None,
            "close": True,
            "reply": replying(state, draft("The conversation was closed. Thank you!", role="system")),
        }
    if decision == "reject":
        words = (state.get("pending") or {}).get("words", "your request")
        why = f" {note}" if note else ""
        text = f"A colleague looked at this and did not approve it: {words}.{why} Nothing was changed. Can I help you in another way?"
        return {**update, "pending": None, "outcome": "action_refused", "reply": replying(state, draft(text))}
    return {
        **update,
        "pending": None,
        "reply": replying(state, draft("You are back with the AI assistant. Is there anything else?")),
    }
