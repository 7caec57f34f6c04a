"""The answer to `ask_which`: what was chosen is done with the words that were unclear before."""

from domain.intents import OUT_OF_SCOPE
from domain.language.text.entities import find_entities
from nodes.deps import DepsRuntime
from nodes.drafts import NEITHER
from nodes.reading.choices import WISHES, read_choice_among
from nodes.state import ConversationState


async def read_choice(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Set the intent where a choice was made. Words that are none are left for `understand`, as any message."""
    choice, turn = state.get("choice"), state["turn"]
    if choice is None or turn["kind"] != "text" or not turn.get("may_read", True):
        return {}
    said = turn.get("text", "")
    chosen = read_choice_among(choice["intents"], said)
    if chosen is None:
        return {}
    if chosen == NEITHER:
        return {"choice": None, "intent": OUT_OF_SCOPE, "confidence": 1.0}
    adds_something = said.strip().casefold() != WISHES[chosen] and any(find_entities(said).values())
    text = f"{choice['text']}\n{said}" if adds_something else choice["text"]
    return {
        "choice": None,
        "intent": chosen,
        "confidence": 1.0,
        "turn": {**turn, "text": text},
        "entities": dict(find_entities(text)),
    }
