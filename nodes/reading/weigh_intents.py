"""Whether the message could as well have meant something else that we do: what comes of it is asked, not guessed."""

from domain.actions import ACTION_OF_INTENT
from domain.intents import OUT_OF_SCOPE
from domain.ports.understanding import IntentGuess
from nodes.deps import DepsRuntime
from nodes.reading.choices import WISHES
from nodes.state import ConversationState

_MOST = 3
_LEAST = 0.1  # probability: what is below is noise, however unlikely the likeliest is


def candidates(intent: str, guess: IntentGuess, among: float) -> list[str]:
    """Two or three wishes, likeliest first, or none: ``intent`` was decided, ``guess`` is the classifier's own.

    A wish counts from ``among`` times the likeliest one's probability on."""
    shares = {name: share for name, share in [(guess.intent, guess.confidence), *guess.alternatives] if name in WISHES}
    at_least = max(_LEAST, among * max(shares.values(), default=0))
    first = [intent] if intent in WISHES else []
    found = [*first, *(name for name, share in shares.items() if name != intent and share >= at_least)][:_MOST]
    return found if len(found) > 1 else []


async def weigh_intents(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Set the candidates. A choice that was just put to the customer and not taken is not put again."""
    deps, turn, intent = runtime.context, state["turn"], state.get("intent")
    was_asked = state.get("choice") is not None
    is_busy = bool(state.get("pending") or (state.get("task") or {}).get("asked") or state.get("entities", {}).get("bare"))
    may_be_meant = intent == OUT_OF_SCOPE or intent in ACTION_OF_INTENT
    is_clear = (state.get("confidence") or 0) >= deps.version.choose_below and intent != OUT_OF_SCOPE
    update: ConversationState = {"choice": None}
    if turn["kind"] != "text" or not turn.get("may_read", True) or was_asked or is_busy or is_clear or not may_be_meant:
        return update
    text = turn.get("text", "")
    guess = deps.intents.predict(
        text, (await deps.embedder.embed([text]))[0]
    )  # the turn's own embedding, kept by the embedder
    return {**update, "candidates": candidates(intent or OUT_OF_SCOPE, guess, deps.version.choose_among)}
