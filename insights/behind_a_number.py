"""From a number to the conversations that it counts."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from insights.conversation_summary import Result, Summary
from insights.kpis import is_resolved_at_once


@dataclass(frozen=True)
class Seen:
    """A conversation as it counts now. ``came_back``: its customer did."""

    summary: Summary
    now: datetime
    came_back: bool

    @property
    def result(self) -> Result:
        return self.summary.result(self.now, self.came_back)

    @property
    def is_open(self) -> bool:
        return self.summary.is_open(self.now)

    @property
    def is_resolved_at_once(self) -> bool:
        return is_resolved_at_once(self.summary, self.result, self.came_back)


Counts = Callable[[Seen], bool]

_BY_NAME: dict[str, Counts] = {
    "conversations": lambda _: True,
    "resolved_by_ai": lambda c: c.result in ("confirmed", "assumed"),
    "resolved_by_ai.confirmed": lambda c: c.result == "confirmed",
    "resolved_by_ai.assumed": lambda c: c.result == "assumed",
    "deflection_rate": lambda c: c.result in ("confirmed", "assumed"),
    "handed_off": lambda c: c.summary.handoff_reason is not None,
    "handoff_rate": lambda c: c.summary.handoff_reason is not None,
    "containment_rate": lambda c: c.summary.handoff_reason is None,
    "gave_up": lambda c: c.result == "gave_up",
    "gave_up_rate": lambda c: c.result == "gave_up",
    "unknown": lambda c: c.result == "unknown",
    "still_open": lambda c: c.is_open,
    "aht_seconds": lambda c: c.summary.handled is not None,
    "time_to_human_seconds": lambda c: bool(c.summary.waits),
    "first_response_ms": lambda c: c.summary.first_response_ms is not None,
    "csat": lambda c: c.summary.csat is not None,
    "csat.responses": lambda c: c.summary.csat is not None,
    "csat.share_satisfied": lambda c: (c.summary.csat or 0) >= 4,
    "csat.dissatisfied": lambda c: c.summary.csat is not None and c.summary.csat < 4,
    "failure_rate": lambda c: c.summary.failed_turns > 0,
    "reopened_rate": lambda c: c.summary.was_answered and c.came_back,
    "first_contact_resolution_rate": lambda c: not c.is_open and c.is_resolved_at_once,
    "repeat_rate": lambda c: c.summary.repeated_itself,
    "flags": lambda c: c.summary.flags > 0,
    "cost_per_conversation": lambda c: c.summary.cost is not None,
    "flag_to_fix_seconds": lambda c: bool(c.summary.fixed_after),
}


def measures() -> list[str]:
    """The names that can be asked for, beside `handoff_reasons.REASON`, `handoff_hours.HOUR` and `csat.SCORE`."""
    return sorted(_BY_NAME)


def counting(measure: str) -> Counts | None:
    """What a measure counts; None for one that there is not."""
    name, _, detail = measure.partition(".")
    if name == "handoff_reasons" and detail:
        return lambda c: c.summary.handoff_reason == detail
    if name == "handoff_hours" and detail:
        return lambda c: c.summary.handoff_at is not None and f"{c.summary.handoff_at:%H}" == detail
    if name == "csat" and detail in ("1", "2", "3", "4", "5"):
        return lambda c: c.summary.csat == int(detail)
    return _BY_NAME.get(measure)


def behind(
    some: Collection[Summary], counts: Counts, now: datetime, came_back: Collection[str], after: str | None, limit: int
) -> list[Summary]:
    """Newest first, those older than ``after``; what was erased is counted, and cannot be shown any more."""
    there = (s for s in some if not s.is_erased and (after is None or s.id < after))
    found = (s for s in there if counts(Seen(s, now, s.id in came_back)))
    return sorted(found, key=lambda s: s.id, reverse=True)[:limit]
