"""Who tells of a death reads a word of sympathy first, once; then what they want is served as anybody's."""

from domain.language.danger.hard_times import tells_of_a_death
from domain.language.danger.urgent import urgent
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState

_LOOKED_BACK = 12  # messages


async def condole(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """By rule alone, like what is urgent; before consent nothing is said of what was not to be read."""
    deps, turn = runtime.context, state["turn"]
    text = turn.get("text", "")
    is_read = turn["kind"] == "text" and turn.get("may_read", True)
    if not is_read or not tells_of_a_death(text) or urgent(text):
        return {}
    words = deps.say("condolences")
    if any(words in said for said in await deps.history(_LOOKED_BACK)):
        return {}
    return {"reply": replying(state, draft(words))}
