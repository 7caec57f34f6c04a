"""`support-v3`: a quote that waits is said in the language that the customer has gone on in, so that no reply mixes two."""

from graphs.support import ACTIONS
from nodes.deps import DepsRuntime
from nodes.state import ConversationState, Pending, TurnInput


async def in_their_language(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Its action quotes it once more, in the language that is spoken now. What is promised stays, with its id and its end: where that
    would be anything else today, the words stay too, and the yes finds it out."""
    pending, say = state.get("pending"), runtime.context.say
    if state["turn"]["kind"] != "text" or pending is None or pending.get("language", say.language) == say.language:
        return {}
    form: TurnInput = {
        **state["turn"],
        "kind": "action",
        "action": pending["name"],
        "arguments": pending["arguments"],
    }
    asked: ConversationState = {
        **state,
        "turn": form,
        "stage": "start",
        "pending": None,
        "task": None,
        "act": None,
        "reply": [],
    }
    again: Pending | None = (await ACTIONS[pending["name"]](asked, runtime=runtime)).get("pending")
    if again is None or not pending.get("facts") or again.get("facts") != pending.get("facts"):
        return {}
    return {"pending": {**pending, **{key: again[key] for key in ("words", "after", "done", "language")}}}  # type: ignore[typeddict-item]
