"""Effort: the customer came to what they wanted without saying things twice."""

from itertools import pairwise

from domain.language.unhelped import says_unhelped
from domain.scores import Verdict
from insights.scores.conversation import ScoredConversation
from records.scored_facts import ScoredTurn

MOST_FAILED = 1  # turns without progress


def effort(c: ScoredConversation) -> Verdict:
    turns = c.assisted
    if not turns:
        return Verdict(value=None, reason="no_wish")
    wrong = [t for t in turns if c.failed(t)]
    if len(wrong) > MOST_FAILED:
        return Verdict(value=0, reason="no_progress", turn_id=wrong[MOST_FAILED].id)
    for before, turn in pairwise(turns):
        if c.says_again(turn, before):
            return Verdict(value=0, reason="said_again", turn_id=turn.id)
        if turn.kind == "text" and says_unhelped(turn.said):
            return Verdict(value=0, reason="already_told", turn_id=turn.id)
    asked: set[tuple[str, str]] = set()
    for turn in turns:
        question = _question(turn)
        if question and question in asked:
            return Verdict(value=0, reason="asked_again", turn_id=turn.id)
        if question:
            asked.add(question)
    return Verdict(value=1, reason="little")


def _question(turn: ScoredTurn) -> tuple[str, str] | None:
    """Which action asked, if one did, and its words."""
    if turn.outcome != "asked_for_input":
        return None
    said = " ".join(m.text for m in turn.replies if m.role == "assistant")
    return (turn.calls[-1]["name"] if turn.calls else "", said) if said else None
