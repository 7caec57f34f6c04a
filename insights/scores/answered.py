"""Answered: the customer's last wish ended in an answer, an action, a plain no, or a person."""

from domain.scores import Verdict
from insights.scores.conversation import ASKED, PERSON_HAS_IT, ScoredConversation, complains
from records.scored_facts import ScoredHandoff, ScoredTurn

_GOOD = {"answered": "answered", "action_done": "done", "action_refused": "refused_by_rule"}


def answered(c: ScoredConversation) -> Verdict:
    if not c.wishes:
        return Verdict(value=None, reason="no_wish")
    turn = c.wishes[-1]
    handoff = c.facts.handoffs[-1] if c.facts.handoffs else None
    if handoff is not None and (turn.outcome in PERSON_HAS_IT or turn.id == handoff.turn_id):
        return _by_person(c, handoff, turn)
    return _by_assistant(c, turn)


def _by_person(c: ScoredConversation, handoff: ScoredHandoff, turn: ScoredTurn) -> Verdict:
    if c.was_served(handoff):
        return Verdict(value=1, reason="person_answered", turn_id=turn.id)
    if c.waits_still(handoff):
        return Verdict(value=None, reason="still_open", turn_id=turn.id)
    return Verdict(value=0, reason="nobody_came", turn_id=turn.id)


def _by_assistant(c: ScoredConversation, turn: ScoredTurn) -> Verdict:
    later = c.after(turn)
    if later is not None and complains(later):
        return Verdict(value=0, reason="did_not_help", turn_id=turn.id)
    if turn.outcome in ASKED:
        taken_back = later is not None and later.intent == "deny"
        reason = "taken_back" if taken_back else "left_at_a_question"
        return Verdict(value=1 if taken_back else 0, reason=reason, turn_id=turn.id)
    if turn.intent == "complaint" and turn.outcome == "answered":
        return Verdict(value=0, reason="left_at_a_question", turn_id=turn.id)
    if turn.outcome != "action_refused" and c.failed(turn):  # a no is a no, however often it is said
        same = turn.outcome in _GOOD
        return Verdict(value=0, reason="same_answer_again" if same else str(turn.outcome), turn_id=turn.id)
    good = _GOOD.get(turn.outcome or "")
    return Verdict(value=1 if good else 0, reason=good or str(turn.outcome), turn_id=turn.id)
