"""Two or three wishes are about equally likely: name them and let the customer choose, instead of asking openly."""

from nodes.choices import NEITHER, WISHES, label
from nodes.deps import DepsRuntime
from nodes.drafts import button, draft
from nodes.state import ConversationState

_LONGEST = 2000  # characters of the message that are kept for the turn in which the choice is made


async def ask_which(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    intents = state["candidates"]
    *firsts, last = (WISHES[intent] for intent in intents)
    text = f"I want to get this right. Do you want to {', to '.join(firsts)}, or to {last}?"
    buttons = [*(button(label(intent)) for intent in intents), button(NEITHER)]
    heard = [said for said in state.get("reply", []) if said["role"] == "system"]  # what was hidden, say; no open question
    return {
        "choice": {"text": state["turn"].get("text", "")[:_LONGEST], "intents": intents},
        "outcome": "asked_for_input",
        "grounded": None,
        "reply": [*heard, draft(text, buttons=buttons)],
    }
