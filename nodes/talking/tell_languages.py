"""Who plainly writes a language that we have no messages for is told so in it, and offered a person; nothing is begun from a guess."""

from domain.actions import ACTION_OF_INTENT, LOOK_UPS
from domain.acts import Act, Reading
from domain.intents import OUT_OF_SCOPE
from domain.language.acts.wishes import wish_in
from domain.language.languages.written_language import asks_for_language, other_language
from domain.language.reports.problems import problem_in
from nodes.deps import Deps
from nodes.drafts import draft
from nodes.state import ConversationState

_SURE = 0.9  # from which a guess that something is only to be looked up is taken
_NOT_ANSWERED = frozenset({"not_understood", "no_answer_found"})
_TOLD_WITHIN = 40  # messages


def without_guesses(reading: Reading, text: str) -> Reading:
    """Of words in such a language only what rules know of it is done: a wish or a report that is a model's guess is not understood."""
    if other_language(text) is None or not (guessed := [act for act in reading.acts if _is_guessed(act)]):
        return reading
    kept = [act for act in reading.acts if act not in guessed]
    return reading.model_copy(update={"acts": kept or [Act(act="talk", intent=OUT_OF_SCOPE, text=text, end=len(text))]})


def _is_guessed(act: Act) -> bool:
    if act.act not in ("wish", "report") or wish_in(act.text) is not None or problem_in(act.text) is not None:
        return False
    only_looks = ACTION_OF_INTENT.get(act.intent or "") in LOOK_UPS
    return not only_looks or act.confidence < _SURE


async def tell_languages(state: ConversationState, deps: Deps) -> ConversationState:
    """What this turn's answer becomes. Beside an answer it is said once; where there is none, instead of it, with a person offered."""
    turn = state["turn"]
    language = other_language(turn.get("whole") or turn.get("text", "")) if turn["kind"] == "text" else None
    if language is None or _speaks(deps, language) or state.get("handoff"):
        return {}
    if _is_unanswered(state):
        notices = [message for message in state.get("reply", []) if message["role"] == "system"]
        told = draft(deps.say("other-language", language=language))
        return {"outcome": "answered", "agenda": [], "asking": {"kind": "person"}, "reply": [*notices, told]}
    text = deps.say("other-language.beside", language=language)
    if any(text in said for said in await deps.history(_TOLD_WITHIN)):
        return {}
    return {"reply": [draft(text), *state.get("reply", [])]}


def _is_unanswered(state: ConversationState) -> bool:
    if state.get("pending"):
        return False
    outcome, acts = state.get("outcome"), state.get("acts", [])
    if (state.get("task") or {}).get("asked"):  # of which nothing was told
        says_nothing = bool(acts) and all(act.get("intent") == OUT_OF_SCOPE for act in acts)
        return outcome == "asked_for_input" and (
            says_nothing or asks_for_language(state["turn"].get("text", "")) is not None
        )
    return outcome in _NOT_ANSWERED or (outcome == "asked_for_input" and not state.get("tool_calls"))


def _speaks(deps: Deps, language: str) -> bool:
    """Whether a company has messages in it, and the conversation is held in them."""
    return any(locale.partition("-")[0] == language for locale in deps.say.bundles[0].locales)
