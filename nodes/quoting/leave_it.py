"""`support-v3`: the customer said what is not wanted. Nothing is started, and that is said."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import asks_what_then
from nodes.state import ConversationState


async def leave_it(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    if (asked := asks_what_then(runtime.context.say, state)) is not None:
        return asked
    text = runtime.context.say("left-as-it-is")
    return {"task": None, "outcome": "answered", "reply": replying(state, draft(text))}
