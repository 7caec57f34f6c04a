"""The customer's yes to the quote that waits."""

from datetime import datetime

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState, Pending


def is_asked_for(state: ConversationState) -> bool:
    """Whether the last message of ours asked for a yes to the very quote that waits."""
    asked, pending = state.get("open_question") or {}, state.get("pending")
    return bool(pending) and asked.get("kind") == "quote" and asked.get("quote_id") == (pending or {}).get("id")


def was_seen(state: ConversationState) -> bool:
    """Whether the quote waited already when the yes arrived: one sent while the quote was being made cannot mean it."""
    pending = state.get("pending")
    return pending is not None and state["turn"].get("quote_seen") == pending["id"]


async def confirm(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Hand the confirmed quote to its action.

    Words confirm only what the last message asked, and only what was there when they were sent; else the quote is shown
    again. A button says by its id which quote it means. An expired quote is looked at anew, and a yes to nothing moves nothing."""
    say, pending, turn = runtime.context.say, state.get("pending"), state["turn"]
    meant = turn.get("arguments", {}).get("quote_id") if turn["kind"] == "action" else None
    if not pending:
        return _moves_nothing(state, say("nothing-waits"))
    if meant is not None and meant != pending["id"]:
        return _moves_nothing(state, say("quote-is-another"))
    if datetime.fromisoformat(turn["at"]) > datetime.fromisoformat(pending["expires_at"]):
        return _quoted_anew(state, pending, say("quote-expired"))
    if (meant is None and not was_seen(state)) or (turn["kind"] == "text" and not is_asked_for(state)):
        return _quoted_anew(state, pending, say("quote-once-more"))
    return {"stage": "confirmed", "pending": {**pending, "confirmed_in": turn["seq"]}}


def _moves_nothing(state: ConversationState, text: str) -> ConversationState:
    return {"outcome": "action_refused", "reply": replying(state, draft(text))}


def _quoted_anew(state: ConversationState, pending: Pending, text: str) -> ConversationState:
    """Back to the action, which plans and quotes by what holds now."""
    return {
        "pending": None,
        "task": {"action": pending["name"], "arguments": pending["arguments"], "asked": None, "times": 0},
        "reply": replying(state, draft(text)),
    }
