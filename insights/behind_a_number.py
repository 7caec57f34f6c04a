"""From a number to the conversations that it counts."""

from collections.abc import Callable
from datetime import datetime

import numpy as np

from insights.conversation_summary import Summary
from insights.kpi_table import Booleans, KpiTable
from insights.outcomes import Outcomes

Counts = Callable[[Outcomes], Booleans]


def _some(column: str) -> Counts:
    """Those of which the column counts any."""
    return lambda c: c.table[column] > 0


def _there(column: str) -> Counts:
    return lambda c: ~np.isnan(c.table[column])


_BY_NAME: dict[str, Counts] = {
    "conversations": lambda c: np.ones(len(c.table), np.bool_),
    "resolved_by_ai": lambda c: c.resolved,
    "resolved_by_ai.confirmed": lambda c: c.confirmed,
    "resolved_by_ai.assumed": lambda c: c.assumed,
    "deflection_rate": lambda c: c.resolved,
    "handed_off": lambda c: c.handed_off,
    "handoff_rate": lambda c: c.handed_off,
    "containment_rate": lambda c: ~c.handed_off,
    "gave_up": lambda c: c.gave_up,
    "gave_up_rate": lambda c: c.gave_up,
    "unknown": lambda c: c.unknown,
    "still_open": lambda c: c.is_open,
    "aht_seconds": _there("handled"),
    "time_to_human_seconds": _some("waits"),
    "first_response_ms": _there("first_response"),
    "csat": _some("csat"),
    "csat.responses": _some("csat"),
    "csat.share_satisfied": lambda c: c.table["csat"] >= 4,
    "csat.dissatisfied": lambda c: (c.table["csat"] > 0) & (c.table["csat"] < 4),
    "failure_rate": _some("failed_turns"),
    "reopened_rate": lambda c: c.reopened,
    "first_contact_resolution_rate": lambda c: c.resolved_at_once,
    "repeat_rate": _some("repeated_itself"),
    "flags": _some("flags"),
    "cost_per_conversation": _there("cost"),
    "flag_to_fix_seconds": _some("fixed_after"),
}


def measures() -> list[str]:
    """The names that can be asked for, beside `handoff_reasons.REASON`, `handoff_hours.HOUR` and `csat.SCORE`."""
    return sorted(_BY_NAME)


def counting(measure: str) -> Counts | None:
    """What a measure counts; None for one that there is not."""
    name, _, detail = measure.partition(".")
    if name == "handoff_reasons" and detail:
        return lambda c: c.table["handoff_reason"] == c.table.codes.names.known(detail)
    if name == "handoff_hours" and detail:
        return lambda c: c.table["handoff_hour"] == (int(detail) if detail in _HOURS else _NO_HOUR)
    if name == "csat" and detail in ("1", "2", "3", "4", "5"):
        return lambda c: c.table["csat"] == int(detail)
    return _BY_NAME.get(measure)


_HOURS = {f"{hour:02}" for hour in range(24)}
_NO_HOUR = 99


def behind(some: KpiTable, counts: Counts, now: datetime, after: str | None, limit: int) -> list[tuple[Summary, bool]]:
    """Newest first, those older than ``after``, each with whether its customer came back; what was erased is counted, and cannot
    be shown any more."""
    chosen = some.take(counts(Outcomes(some, now)) & ~some["is_erased"])
    if after:
        chosen = chosen.take(chosen["id"] < after.encode())
    shown = chosen.take(np.argsort(chosen["id"])[::-1][:limit])
    return list(zip(shown.summaries, shown["came_back"].tolist(), strict=True))
