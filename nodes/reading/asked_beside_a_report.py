"""`support-v3`: "the lamp came broken, do I have to send it back?": what is told opens its remedy, and what is asked is answered with the
quote, where it is of that, or by the documents before it."""

from domain.acts import Act, ReadingContext
from domain.dialogue import SURE
from domain.language.reports.report_and_question import report_and_question
from nodes.actions.pipeline.identity import PROVEN, identity_of
from nodes.agenda import agenda_with, all_held
from nodes.answering.find_answer import find_answer, is_sure
from nodes.deps import Deps
from nodes.handing_off.raise_alarm import alarm_in
from nodes.reading.read_acts import read_acts
from nodes.state import ConversationState


async def asked_beside_a_report(deps: Deps, state: ConversationState) -> ConversationState | None:
    """None for every other message; and from a guest, whom the documents answer."""
    turn, task = state["turn"], state.get("task") or {}
    if state.get("pending") or task.get("asked") or identity_of(state).get("level") not in PROVEN:
        return None
    if (told := report_and_question(turn.get("text", ""))) is None:
        return None
    reading = await read_acts(deps, told.report, ReadingContext())
    if (alarm := alarm_in(reading)) is not None:
        return alarm
    reports = [act for act in reading.acts if act.act == "report" and act.goods and act.confidence >= SURE]
    if len(reports) != 1 or any(act.act not in ("report", "talk") for act in reading.acts):
        return None
    if not told.of_the_refund and not is_sure(await find_answer(deps, state, told.question)):
        return None
    question = Act(act="question", intent="policy_question", text=told.question, end=len(told.question))
    both = [*reports, question] if told.of_the_refund else [question, *reports]
    return {**agenda_with(state, both), "turn": {**turn, "text": told.report}, "acts": all_held(both)}
