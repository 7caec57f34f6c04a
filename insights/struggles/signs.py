"""The signs that a turn went wrong. Each is a fact of the records; definitions are in docs/struggles.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from domain.language.people.unhelped import says_unhelped
from insights.conversation_summary import ANSWERS, FAILURES, SILENT, SMALL_TALK
from records.said import SaidIn, SaidTurn

Sign = Literal[
    "not_understood",
    "no_source",
    "error",
    "clarification",
    "second_failure",
    "said_again",
    "already_told",
    "refused",
    "handed_off",
    "low_csat",
    "gave_up",
]
DISSATISFIED = 2  # a score of this or less
_OF_OUTCOME: dict[str | None, Sign] = {
    "not_understood": "not_understood",
    "no_answer_found": "no_source",
    "error": "error",
    "action_refused": "refused",
}
_NO_TOPIC = SMALL_TALK | {"human_agent", "complaint"}  # said of what was before


@dataclass(frozen=True)
class Struggle:
    """A turn that went wrong, with all its signs. ``later``: the next turn of the conversation that came to something."""

    turn: SaidTurn
    signs: frozenset[Sign]
    later: SaidTurn | None


def struggles(turns: Sequence[SaidTurn], conversations: Mapping[str, SaidIn], now: datetime) -> list[Struggle]:
    """``turns`` in the order in which they were said. A sign of a turn that has no subject of its own ("I want a person") is one
    of the turn before it."""
    found: list[Struggle] = []
    ordered = sorted(turns, key=lambda t: (t.conversation_id, t.id))
    for conversation_id, some in groupby(ordered, key=lambda t: t.conversation_id):
        own, conversation = list(some), conversations.get(conversation_id)
        if conversation is not None:
            found += _of_one(own, conversation, now)
    return found


def _of_one(turns: Sequence[SaidTurn], conversation: SaidIn, now: datetime) -> list[Struggle]:
    signs: dict[int, set[Sign]] = {}
    about = -1  # the last turn that has a subject
    before: SaidTurn | None = None
    for n, turn in enumerate(turns):
        own = _signs(turn, before)
        if turn.intent not in _NO_TOPIC and not says_unhelped(turn.text):
            about = n
        if own:
            signs.setdefault(n if about < 0 else about, set()).update(own)
        before = turn
    at = max(about, 0)
    if conversation.csat is not None and conversation.csat <= DISSATISFIED:
        signs.setdefault(at, set()).add("low_csat")
    if _gave_up(turns, conversation, now):
        signs.setdefault(at, set()).add("gave_up")
    return [Struggle(turns[n], frozenset(own), _later(turns[n + 1 :])) for n, own in sorted(signs.items())]


def _signs(turn: SaidTurn, before: SaidTurn | None) -> set[Sign]:
    found: set[Sign] = set()
    if turn.outcome in _OF_OUTCOME:
        found.add(_OF_OUTCOME[turn.outcome])
    if turn.outcome == "handed_off":
        found.add("handed_off")
    if turn.outcome == "asked_for_input" and not turn.called:
        found.add("clarification")
    if turn.failures >= 2:
        found.add("second_failure")
    if says_unhelped(turn.text):
        found.add("already_told")
    if before and before.failures > 0 and before.intent == turn.intent and turn.intent not in _NO_TOPIC:
        found.add("said_again")
    return found


def _gave_up(turns: Sequence[SaidTurn], conversation: SaidIn, now: datetime) -> bool:
    """As the key figures count it: ended after a failed turn with no later answer, and with no person."""
    if any(t.outcome == "handed_off" for t in turns):
        return False
    is_over = conversation.status == "closed" or (conversation.status == "open" and now - conversation.updated_at >= SILENT)
    decided = [t.outcome in FAILURES for t in turns if t.outcome in FAILURES or t.outcome in ANSWERS]
    return is_over and bool(decided) and decided[-1]


def _later(turns: Sequence[SaidTurn]) -> SaidTurn | None:
    came_to = ("answered", "action_done", "asked_for_confirmation")
    return next((t for t in turns if t.outcome in came_to and t.intent not in SMALL_TALK), None)
