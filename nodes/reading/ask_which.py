"""Two or three wishes are about equally likely: name them and let the customer choose, instead of asking openly."""

from domain.messages.values import any_of
from nodes.deps import DepsRuntime
from nodes.drafts import NEITHER, button, draft
from nodes.reading.choices import capitalized, label
from nodes.state import ConversationState

_LONGEST = 2000  # characters of the message that are kept for the turn in which the choice is made


async def ask_which(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    intents = state["candidates"]
    say = runtime.context.say
    text = say("which-wish", wishes=any_of([say("wish", intent=intent) for intent in intents]))
    buttons = [button(capitalized(say("wish", intent=intent)), value=label(intent)) for intent in intents]
    buttons.append(button(say("wish.none"), value=NEITHER))
    notices = [said for said in state.get("reply", []) if said["role"] == "system"]  # what was hidden, say; no question
    return {
        "choice": {"text": state["turn"].get("text", "")[:_LONGEST], "intents": intents},
        "outcome": "asked_for_input",
        "grounded": None,
        "reply": [*notices, draft(text, buttons=buttons)],
    }
