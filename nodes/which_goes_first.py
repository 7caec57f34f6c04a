"""`support-v3`: "send mine back first, then the new one ships?" once an exchange or return was spoken of asks how that goes, and begins
none anew."""

from domain.acts import Act
from domain.language.which_goes_first import asks_which_goes_first
from nodes.agenda import agenda_with, held
from nodes.deps import Deps
from nodes.state import ConversationState

GO_BACK = frozenset({"exchange_items", "return_items"})


def asks_on_after_it(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """The question in words of our own, for the documents; None where none is spoken of, or a quote waits, which answers for itself."""
    spoken_of = state.get("task") or state.get("frame")
    if spoken_of is None or spoken_of["action"] not in GO_BACK or state.get("pending"):
        return None
    if not state["turn"].get("may_read", True) or not asks_which_goes_first(text):
        return None
    question = deps.say("quote-question", of=f"first-{spoken_of['action']}")
    act = Act(act="question", intent="policy_question", confidence=1.0, text=question, end=len(question))
    return {"turn": {**state["turn"], "text": question}, **agenda_with(state, [act]), "acts": [held(act)]}
