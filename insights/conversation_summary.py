"""What the key figures need of one conversation: everything that does not depend on when one asks, or on other conversations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from records.kpi_facts import ConversationFacts, HandoffFact, TurnFact, day_of

GroupBy = Literal["day", "graph_version", "region", "language", "channel", "intent", "variant", "offer"]
Result = Literal["confirmed", "assumed", "handed_off", "gave_up", "unknown"]

SILENT = timedelta(minutes=30)
RETURNED_WITHIN = timedelta(hours=72)
ANSWERS = frozenset({"answered", "action_done"})
FAILURES = frozenset({"not_understood", "no_answer_found", "error"})
SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})


@dataclass(frozen=True, slots=True)
class Handled:
    """Seconds from the first customer turn to the end, and how they were spent."""

    total: float
    waiting: float  # for a person
    with_person: float

    @property
    def with_assistant(self) -> float:
        return max(0.0, self.total - self.waiting - self.with_person)


@dataclass(frozen=True, slots=True)
class Summary:
    id: str
    customer_id: str | None
    created_at: datetime
    ended_at: datetime  # when it was closed, else the last that its customer said
    status: str
    closed_by: str | None
    groups: dict[GroupBy, str | None]
    intents: frozenset[str]
    last_customer_at: datetime | None
    handoff_reason: str | None  # the first one's
    handoff_at: datetime | None  # when the first was opened
    is_confirmed: bool
    failed_last: bool  # a failed turn with no later answer or action
    answered_last: bool  # the last turn that came to anything gave a real answer or did something
    was_answered: bool
    repeated_itself: bool
    handled: Handled | None
    waits: tuple[float, ...]  # seconds from a hand-off's opening to its claim
    first_response_ms: float | None
    csat: int | None
    turns: int  # of the customer, which the assistant handled
    failed_turns: int
    flags: int
    dismissed_flags: int
    fixed_after: tuple[float, ...]  # seconds from a flag to the article that fixed it
    tokens: int = 0  # of a hosted model
    cost: float | None = None  # None where none of its turns had a price
    is_erased: bool = False  # only these counts are left

    def is_open(self, now: datetime) -> bool:
        """Neither closed, silent for half an hour nor erased: what becomes of it is not known yet."""
        return not self.is_erased and self.status != "closed" and not self._is_silent(now)

    def _is_silent(self, now: datetime) -> bool:
        return self.last_customer_at is not None and now - self.last_customer_at >= SILENT

    def result(self, now: datetime, came_back: bool = False) -> Result:
        """The one outcome. ``came_back``: the customer returned on the same intent within 72 hours."""
        if self.handoff_reason is not None:
            return "handed_off"
        if self.is_confirmed:
            return "confirmed"
        if self.failed_last and not self.is_open(now):
            return "gave_up"
        if self.status == "closed" and self.answered_last and not came_back:
            return "assumed"
        return "unknown"


def _customer_turns(c: ConversationFacts) -> list[TurnFact]:
    return [t for t in c.turns if t.kind in ("text", "action")]


def _real_answer(t: TurnFact) -> bool:
    return t.outcome in ANSWERS and t.intent not in SMALL_TALK


def _is_confirmed(c: ConversationFacts, turns: Sequence[TurnFact], answers: Sequence[int]) -> bool:
    if not answers:
        return False
    last, at = answers[-1], turns[answers[-1]].at
    thanked = any(t.intent == "thanks" for t in turns[last + 1 :])
    helpful = any(good and when >= at for good, when in c.helpful)
    satisfied = c.csat is not None and c.csat[0] >= 4 and c.csat[1] >= at
    return (thanked or helpful or satisfied) and not any(t.outcome in FAILURES for t in turns[last + 1 :])


def _seconds(begin: datetime, end: datetime) -> float:
    return max(0.0, (end - begin).total_seconds())


def _handled(c: ConversationFacts, turns: Sequence[TurnFact]) -> Handled | None:
    ends = [t.finished_at for t in c.turns if t.finished_at] + [h.resumed_at for h in c.handoffs if h.resumed_at]
    if not turns or not ends:
        return None
    end = max(ends)
    waiting = sum(_seconds(h.waiting_since, min(end, h.claimed_at or h.resumed_at or end)) for h in c.handoffs)
    held = sum(_seconds(h.claimed_at, min(end, h.resumed_at or end)) for h in c.handoffs if h.claimed_at)
    return Handled(_seconds(turns[0].at, end), waiting, held)


def _repeated(turns: Sequence[TurnFact]) -> bool:
    """Whether the same was said again after a turn without progress (a failed one, or the same question as before)."""
    return any(
        later.intent == earlier.intent and earlier.failures > 0 and later.kind == "text"
        for earlier, later in pairwise(turns)
        if earlier.intent not in SMALL_TALK
    )


def _claimed_after(handoffs: Sequence[HandoffFact]) -> tuple[float, ...]:
    return tuple(_seconds(h.waiting_since, h.claimed_at) for h in handoffs if h.claimed_at)


def _cost(c: ConversationFacts) -> float | None:
    billed = [t.cost for t in c.turns if t.cost is not None]
    return sum(billed) if billed else None


def summarize(c: ConversationFacts) -> Summary:
    """The summary of what is stored of a conversation. The same facts give an equal one."""
    turns = _customer_turns(c)
    answers = [i for i, t in enumerate(turns) if _real_answer(t)]
    failures = [i for i, t in enumerate(turns) if t.outcome in FAILURES]
    decided = [t for t in turns if t.intent not in SMALL_TALK and t.outcome is not None]
    asked = [t for t in turns if t.outcome and t.outcome != "relayed_to_human"]
    intents = [t.intent for t in turns if t.intent and t.intent not in SMALL_TALK]
    fixed = [f for f in c.flags if f.status == "resolved" and f.resolved_at]
    groups: dict[GroupBy, str | None] = {
        "day": day_of(c.created_at),
        "graph_version": c.graph_version,
        "region": c.region,
        "language": c.locale.replace("_", "-").split("-")[0].lower(),
        "channel": c.channel,
        "intent": intents[0] if intents else None,
        "variant": next((t.variant for t in c.turns if t.variant), None),
        "offer": c.offer,
    }
    return Summary(
        id=c.id,
        customer_id=c.customer_id,
        created_at=c.created_at,
        ended_at=c.closed_at or c.last_customer_at or c.created_at,
        status=c.status,
        closed_by=c.closed_by,
        groups=groups,
        intents=frozenset(intents),
        last_customer_at=c.last_customer_at,
        handoff_reason=c.handoffs[0].reason if c.handoffs else None,
        handoff_at=c.handoffs[0].waiting_since if c.handoffs else None,
        is_confirmed=_is_confirmed(c, turns, answers),
        failed_last=bool(failures) and not any(i > failures[-1] for i in answers),
        answered_last=bool(decided) and _real_answer(decided[-1]),
        was_answered=bool(answers),
        repeated_itself=_repeated(turns),
        handled=_handled(c, turns),
        waits=_claimed_after(c.handoffs),
        first_response_ms=float(turns[0].duration_ms) if turns and turns[0].finished_at else None,
        csat=c.csat[0] if c.csat else None,
        turns=len(asked),
        failed_turns=sum(t.outcome in FAILURES for t in asked),
        flags=len(c.flags),
        dismissed_flags=sum(f.status == "dismissed" for f in c.flags),
        tokens=sum(t.tokens for t in c.turns),
        cost=_cost(c),
        fixed_after=tuple(_seconds(f.at, f.resolved_at) for f in fixed if f.resolved_at),
    )
