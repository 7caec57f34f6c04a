"""The message was not understood: say so, name what can be done, count it."""

from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState
from nodes.talking.offers import offers


async def clarify(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    say = runtime.context.say
    if state["turn"]["kind"] == "crashed":
        text = say("crashed")
        return {"outcome": "error", "asking": {"kind": "person"}, "reply": replying(state, draft(text))}
    choices = offers(runtime.context, state, "track_order", "return_items", "refund_order", "send_password_reset")
    text = say("not-understood.with-choices") if choices else say("not-understood")
    return {"outcome": "not_understood", "reply": replying(state, draft(text, buttons=choices))}
