"""A word of regret for goods that came broken, wrong or not at all, and for a wrong charge: once a conversation for each, before anything
else is said of it."""

from domain.acts import Act
from domain.language.danger.hard_times import tells_of_a_death
from domain.language.reports.no_reports import lacks_something
from domain.language.reports.problems import problem_in
from nodes.deps import Deps
from nodes.drafts import draft
from nodes.state import ConversationState, Draft

_LOOKED_BACK = 24  # messages
_SURE = 0.95  # confidence
_FOR = {
    "damaged": "damaged",
    "wrong_item": "wrong",
    "not_as_described": "wrong",
    "missing": "missing",
    "not_received": "missing",
    "charged_twice": "charged",
    "charged_wrong": "charged",
}


async def regret(deps: Deps, state: ConversationState, act: Act) -> list[Draft] | None:
    """The reply with the sentence behind it; None where there is nothing to regret, or it was said."""
    kind = _FOR.get(act.problem or "")
    is_said = problem_in(act.text) in _FOR or lacks_something(act.text)
    if not is_said and (kind != "wrong" or act.confidence < _SURE):
        return None  # what was only guessed may be nothing of the kind
    is_told = act.act in ("report", "wish") and not act.negated and act.modality != "supposed"
    if kind is None or not is_told or state["turn"]["kind"] != "text" or tells_of_a_death(act.text):
        return None
    words = deps.say("regret", problem=kind)
    if any(words in said.get("text", "") for said in state.get("reply", [])):
        return None
    if any(words in said for said in await deps.history(_LOOKED_BACK)):
        return None
    return [*state.get("reply", []), {**draft(words), "leads": True}]
