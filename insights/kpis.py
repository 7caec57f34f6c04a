"""Key figures. Definitions are in docs/kpis.md; every conversation is counted under exactly one outcome."""

import math
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from insights.conversation_summary import GroupBy
from insights.figures import (
    Cost,
    Csat,
    EndedOnly,
    FirstResponse,
    FlagCounts,
    HandlingParts,
    KpiGroup,
    Kpis,
    ResolvedByAi,
    Spread,
    SpreadAndMean,
)
from insights.kpi_table import Booleans, KpiTable
from insights.outcomes import Outcomes
from insights.statistics import mean, percentile, wilson

DEFINITIONS_VERSION = "2"


def _there(values: NDArray[Any]) -> list[float]:
    """Those that are not missing, smallest first: a list, whose sum and percentiles are exact whatever the order of the rows was."""
    found: list[float] = np.sort(values[~np.isnan(values)]).tolist()
    return found


def _seconds(some: KpiTable, column: str) -> list[float]:
    """All of theirs, smallest first."""
    codes: list[int] = some[column][some[column] > 0].tolist()
    return sorted(seconds for code in codes for seconds in some.codes.seconds[code] or ())


def _n(chosen: Booleans) -> int:
    return int(np.count_nonzero(chosen))


def _total(column: NDArray[Any]) -> int:
    return int(column.sum())


def kpis(some: KpiTable, now: datetime) -> Kpis:
    n, became = len(some), Outcomes(some, now)
    handed, gave_up, resolved = _n(became.handed_off), _n(became.gave_up), _n(became.resolved)
    totals, first, costs = _there(some["handled"]), _there(some["first_response"]), _there(some["cost"])
    waited, fixed = _seconds(some, "waits"), _seconds(some, "fixed_after")
    scores: list[int] = some["csat"][some["csat"] > 0].tolist()
    return Kpis(
        conversations=n,
        resolved_by_ai=ResolvedByAi(confirmed=_n(became.confirmed), assumed=_n(became.assumed)),
        handed_off=handed,
        gave_up=gave_up,
        unknown=_n(became.unknown),
        deflection_rate=wilson(resolved, n),
        containment_rate=wilson(n - handed, n),
        gave_up_rate=wilson(gave_up, n),
        handoff_rate=wilson(handed, n),
        handoff_reasons=_reasons(some),
        handoff_hours=_hours(some),
        aht_seconds=SpreadAndMean(p50=percentile(totals, 50), p90=percentile(totals, 90), mean=mean(totals)),
        aht_parts_seconds=HandlingParts(
            with_assistant=mean(_there(some["with_assistant"])),
            waiting_for_person=mean(_there(some["waiting"])),
            with_person=mean(_there(some["with_person"])),
        ),
        time_to_human_seconds=Spread(p50=percentile(waited, 50), p90=percentile(waited, 90)),
        first_response_ms=FirstResponse(p50=percentile(first, 50), p95=percentile(first, 95)),
        csat=Csat(
            share_satisfied=wilson(sum(s >= 4 for s in scores), len(scores)),
            mean=mean(scores, 4),
            responses=len(scores),
            response_rate=wilson(len(scores), n),
        ),
        failure_rate=wilson(_total(some["failed_turns"]), _total(some["turns"])),
        reopened_rate=wilson(_n(became.reopened), _n(some["was_answered"])),
        first_contact_resolution_rate=wilson(_n(became.resolved_at_once), n - _n(became.is_open)),
        repeat_rate=wilson(_n(some["repeated_itself"]), n),
        still_open=_n(became.is_open),
        ended=_ended(became),
        flags=FlagCounts(raised=_total(some["flags"]), fixed=len(fixed), dismissed=_total(some["dismissed_flags"])),
        flag_to_fix_seconds=Spread(p50=percentile(fixed, 50), p90=percentile(fixed, 90)),
        cost_per_conversation=Cost(
            mean=mean(costs, 6),
            total=round(math.fsum(costs), 6) if costs else None,
            conversations=len(costs),
            tokens=_total(some["tokens"][~np.isnan(some["cost"])]),
        ),
    )


def _ended(became: Outcomes) -> EndedOnly:
    over = ~became.is_open
    n, handed = _n(over), _n(became.handed_off & over)
    return EndedOnly(
        conversations=n,
        deflection_rate=wilson(_n(became.resolved & over), n),
        containment_rate=wilson(n - handed, n),
        handoff_rate=wilson(handed, n),
        gave_up_rate=wilson(_n(became.gave_up & over), n),
    )


def _reasons(some: KpiTable) -> dict[str, int]:
    """Most first."""
    codes, counts = np.unique(some["handoff_reason"], return_counts=True)
    named = {some.codes.names[code]: count for code, count in zip(codes.tolist(), counts.tolist(), strict=True)}
    return dict(sorted(((name, n) for name, n in named.items() if name), key=lambda pair: (-pair[1], pair[0])))


def _hours(some: KpiTable) -> dict[str, int]:
    hours, counts = np.unique(some["handoff_hour"], return_counts=True)
    return {f"{hour:02}": n for hour, n in zip(hours.tolist(), counts.tolist(), strict=True) if hour >= 0}


def grouped_kpis(some: KpiTable, by: GroupBy | None, now: datetime) -> list[KpiGroup]:
    """One item a group, or one with an empty group. Groups add up to the whole: each conversation is in exactly one."""
    if by is None:
        return [_in_group({}, some, now)]
    return [_in_group({by: name}, part, now) for name, part in some.parted(by)]


def _in_group(group: dict[str, str | None], some: KpiTable, now: datetime) -> KpiGroup:
    return KpiGroup(group=group, **dict(kpis(some, now)))
