"""What the rules of all dimensions ask of a conversation's records."""

from datetime import datetime
from functools import cached_property
from itertools import pairwise

from domain.language.people.unhelped import says_unhelped
from insights.conversation_summary import FAILURES, SILENT, SMALL_TALK
from records.scored_facts import SaidMessage, ScoredFacts, ScoredHandoff, ScoredTurn

OF_CUSTOMERS = frozenset({"text", "action", "handoff"})
ASKED = frozenset({"asked_for_input", "asked_for_confirmation", "asked_for_consent"})
PERSON_HAS_IT = frozenset({"handed_off", "relayed_to_human"})


class ScoredConversation:
    """``now``: who began to wait a moment ago waits still, and was not let down."""

    def __init__(self, facts: ScoredFacts, now: datetime) -> None:
        self.facts, self.now = facts, now

    @cached_property
    def turns(self) -> list[ScoredTurn]:
        """Of the customer."""
        return [t for t in self.facts.turns if t.kind in OF_CUSTOMERS]

    @cached_property
    def wishes(self) -> list[ScoredTurn]:
        """Turns in which something was wanted: all but small talk that was returned."""
        return [t for t in self.turns if not is_small_talk(t)]

    @cached_property
    def assisted(self) -> list[ScoredTurn]:
        """Turns with a wish that the assistant was to answer."""
        return [t for t in self.wishes if t.outcome != "relayed_to_human"]

    @cached_property
    def replies(self) -> list[tuple[ScoredTurn, SaidMessage]]:
        """What the assistant said to the customer's turns, in order."""
        return [(t, m) for t in self.turns for m in t.replies if m.role == "assistant"]

    @cached_property
    def _stuck(self) -> set[str]:
        """Turns at which the service counted one failure more than before."""
        counts = [0, *(t.failures for t in self.turns)]
        return {t.id for t, (before, now) in zip(self.turns, pairwise(counts), strict=True) if now > before}

    def failed(self, turn: ScoredTurn) -> bool:
        """Without progress: not understood, nothing found, broken, or counted so by the service, as the same answer again is."""
        return turn.outcome in FAILURES or turn.id in self._stuck

    def says_again(self, turn: ScoredTurn, before: ScoredTurn) -> bool:
        """The same wish, after a turn without progress."""
        is_same = turn.intent == before.intent and turn.intent not in SMALL_TALK
        return turn.kind == "text" and is_same and self.failed(before)

    def after(self, turn: ScoredTurn) -> ScoredTurn | None:
        """The customer's next turn."""
        rest = self.turns[self.turns.index(turn) + 1 :]
        return rest[0] if rest else None

    def was_served(self, handoff: ScoredHandoff) -> bool:
        """Whether a person wrote, or decided."""
        decided = handoff.by_person and handoff.resume_action in ("approve", "reject")
        return decided or handoff.first_reply_at is not None

    def waits_still(self, handoff: ScoredHandoff) -> bool:
        """For less than half an hour."""
        begun = handoff.claimed_at or handoff.waiting_since
        return handoff.resumed_at is None and self.facts.status != "closed" and self.now - begun < SILENT


def is_small_talk(turn: ScoredTurn) -> bool:
    quoted = any(m.cites for m in turn.replies)
    return turn.kind == "text" and turn.intent in SMALL_TALK and turn.outcome == "answered" and not turn.calls and not quoted


def complains(turn: ScoredTurn) -> bool:
    """About the answer before, or in general."""
    return turn.kind == "text" and (turn.intent == "complaint" or says_unhelped(turn.said))
