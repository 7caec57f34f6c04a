"""The customer's no: the quote and whatever was being gathered are dropped, nothing is changed."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import left_undone
from nodes.state import ConversationState


async def decline(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    say, turn, pending = runtime.context.say, state["turn"], state.get("pending")
    meant = turn.get("arguments", {}).get("quote_id") if turn["kind"] == "action" else None
    if meant is not None and pending and meant != pending["id"]:
        return {"outcome": "action_refused", "reply": replying(state, draft(say("quote-is-another.to-drop")))}
    leans = state.get("entities", {}).get("leans")
    return left_undone(say, state, for_certain=leans != "perhaps", has_unread=leans == "unread")
