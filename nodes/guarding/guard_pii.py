"""What was hidden in this message. The masking itself happened before the message was stored."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState

_NEVER_NEEDED = frozenset({"card", "ssn", "secret", "national_id", "passport", "driving_licence", "iban", "bank_account"})


async def guard_pii(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Tell the customer when something was hidden that nobody here ever needs."""
    say, turn = runtime.context.say, state["turn"]
    hidden = list(dict.fromkeys(say("hidden.kind", kind=k) for k in turn.get("hidden", []) if k in _NEVER_NEEDED))
    # A number that began in earlier messages: what was remembered of them may hold its first half.
    forgotten: ConversationState = (
        {"task": None, "shown_order": None, "topic": None, "choice": None, "agenda": []} if turn.get("in_pieces") else {}
    )
    if not hidden:
        return forgotten
    return {**forgotten, "reply": replying(state, draft(say("hidden", what=hidden), role="system"))}
