"""`support-v3`: what is only told, and has an article of its own: "it says account locked", "I never got a confirmation e-mail". The
documents are asked why that is, in words of our own, and nothing is begun for it."""

from domain.acts import Act
from domain.intents import REPORT_PROBLEM
from domain.language.account.account_access import speaks_of_a_lock
from domain.language.orders.about_messages import misses_a_confirmation
from domain.language.orders.mails_missed import says_no_mail_came, speaks_of_a_code
from nodes.agenda import agenda_with, held
from nodes.answering.find_answer import in_our_words, is_sure
from nodes.answering.remedy import mailed
from nodes.deps import Deps
from nodes.state import ConversationState


def misses_the_mail(state: ConversationState) -> ConversationState | None:
    """ "Nothing has come through", after a mail was sent: that it has not come, and no parcel."""
    text, task = state["turn"].get("text", ""), state.get("task") or {}
    if mailed(state) is None or task.get("asked") or not state["turn"].get("may_read", True) or not says_no_mail_came(text):
        return None
    act = Act(act="report", intent=REPORT_PROBLEM, problem="not_received", confidence=1.0, text=text, end=len(text))
    return {**agenda_with(state, [act]), "acts": [held(act)]}


async def told_for_an_article(deps: Deps, state: ConversationState) -> ConversationState | None:
    """The question that the article answers; None where nothing of the kind is told, or the documents do not know."""
    turn = state["turn"]
    if state.get("pending") or not turn.get("may_read", True) or (about := _about(deps, state)) is None:
        return None
    question, found = await in_our_words(deps, state, lambda say: say("question-about", matter=about))
    if not is_sure(found):
        return None
    act = Act(act="question", intent="policy_question", confidence=1.0, text=question, end=len(question))
    return {"turn": {**turn, "text": question}, "task": None, **agenda_with(state, [act]), "acts": [held(act)]}


def _about(deps: Deps, state: ConversationState) -> str | None:
    text, task = state["turn"].get("text", ""), state.get("task") or {}
    asked = [say("question-about", matter="lock") for say in (deps.say, deps.say.in_reference)]
    doing = (task or state.get("frame") or {}).get("action")
    spoken_of = doing == "send_password_reset" or state.get("topic") in asked
    if task.get("asked") in (None, "email") and speaks_of_a_lock(text, spoken_of=spoken_of):
        return "lock"
    if not task.get("asked") and says_no_mail_came(text) and speaks_of_a_code(text):
        return "code"
    return "confirmation" if not task.get("asked") and misses_a_confirmation(text) else None
