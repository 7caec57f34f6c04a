"""`support-v3`: "it says account locked", "how do I get unlocked?" ask the documents why that is and how it ends: no link is
sent for it."""

from domain.acts import Act
from domain.language.account.account_access import speaks_of_a_lock
from nodes.agenda import agenda_with, held
from nodes.answering.find_answer import in_our_words, is_sure
from nodes.deps import Deps
from nodes.state import ConversationState


async def of_a_locked_account(deps: Deps, state: ConversationState) -> ConversationState | None:
    """The question in words of our own; None where no lock is spoken of, or the documents do not know."""
    turn, task = state["turn"], state.get("task") or {}
    if state.get("pending") or not turn.get("may_read", True) or task.get("asked") not in (None, "email"):
        return None
    doing = (task or state.get("frame") or {}).get("action")
    asked = [say("question-about-a-lock") for say in (deps.say, deps.say.in_reference)]
    if not speaks_of_a_lock(turn.get("text", ""), spoken_of=doing == "send_password_reset" or state.get("topic") in asked):
        return None
    question, found = await in_our_words(deps, state, lambda say: say("question-about-a-lock"))
    if not is_sure(found):
        return None
    act = Act(act="question", intent="policy_question", confidence=1.0, text=question, end=len(question))
    return {"turn": {**turn, "text": question}, "task": None, **agenda_with(state, [act]), "acts": [held(act)]}
