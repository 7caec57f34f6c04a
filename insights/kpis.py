"""Key figures. Definitions are in docs/kpis.md; every conversation is counted under exactly one outcome."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from insights.conversation_summary import GroupBy, Handled, Summary
from insights.figures import (
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
from insights.statistics import mean, percentile, wilson

DEFINITIONS_VERSION = "2"


def _parts(handled: Sequence[Handled]) -> HandlingParts:
    return HandlingParts(
        with_assistant=mean([h.with_assistant for h in handled]),
        waiting_for_person=mean([h.waiting for h in handled]),
        with_person=mean([h.with_person for h in handled]),
    )


def is_resolved_at_once(s: Summary, now: datetime, came_back: bool) -> bool:
    """By the assistant, or by the person who closed it; and its customer did not return."""
    by_person = s.handoff_reason is not None and s.status == "closed" and s.closed_by == "agent"
    return not came_back and (by_person or s.result(now, came_back) in ("confirmed", "assumed"))


def kpis(some: Sequence[Summary], now: datetime, came_back: Collection[str]) -> Kpis:
    """The figures of these conversations. ``came_back``: the ids of those whose customer returned within 72 hours."""
    n = len(some)
    results = Counter(s.result(now, s.id in came_back) for s in some)
    resolved = results["confirmed"] + results["assumed"]
    handled = [s.handled for s in some if s.handled]
    totals = [h.total for h in handled]
    waited = [w for s in some for w in s.waits]
    first = [s.first_response_ms for s in some if s.first_response_ms is not None]
    scores = [s.csat for s in some if s.csat is not None]
    fixed = [f for s in some for f in s.fixed_after]
    answered = [s for s in some if s.was_answered]
    ended = [s for s in some if not s.is_open(now)]
    outcomes = Counter(s.result(now, s.id in came_back) for s in ended)
    return Kpis(
        conversations=n,
        resolved_by_ai=ResolvedByAi(confirmed=results["confirmed"], assumed=results["assumed"]),
        handed_off=results["handed_off"],
        gave_up=results["gave_up"],
        unknown=results["unknown"],
        deflection_rate=wilson(resolved, n),
        containment_rate=wilson(n - results["handed_off"], n),
        gave_up_rate=wilson(results["gave_up"], n),
        handoff_rate=wilson(results["handed_off"], n),
        handoff_reasons=dict(Counter(s.handoff_reason for s in some if s.handoff_reason)),
        aht_seconds=SpreadAndMean(p50=percentile(totals, 50), p90=percentile(totals, 90), mean=mean(totals)),
        aht_parts_seconds=_parts(handled),
        time_to_human_seconds=Spread(p50=percentile(waited, 50), p90=percentile(waited, 90)),
        first_response_ms=FirstResponse(p50=percentile(first, 50), p95=percentile(first, 95)),
        csat=Csat(
            share_satisfied=wilson(sum(s >= 4 for s in scores), len(scores)),
            mean=mean(scores, 4),
            responses=len(scores),
            response_rate=wilson(len(scores), n),
        ),
        failure_rate=wilson(sum(s.failed_turns for s in some), sum(s.turns for s in some)),
        reopened_rate=wilson(sum(s.id in came_back for s in answered), len(answered)),
        first_contact_resolution_rate=wilson(sum(is_resolved_at_once(s, now, s.id in came_back) for s in ended), len(ended)),
        repeat_rate=wilson(sum(s.repeated_itself for s in some), n),
        still_open=n - len(ended),
        ended=EndedOnly(
            conversations=len(ended),
            deflection_rate=wilson(outcomes["confirmed"] + outcomes["assumed"], len(ended)),
            containment_rate=wilson(len(ended) - outcomes["handed_off"], len(ended)),
            handoff_rate=wilson(outcomes["handed_off"], len(ended)),
            gave_up_rate=wilson(outcomes["gave_up"], len(ended)),
        ),
        flags=FlagCounts(
            raised=sum(s.flags for s in some), fixed=len(fixed), dismissed=sum(s.dismissed_flags for s in some)
        ),
        flag_to_fix_seconds=Spread(p50=percentile(fixed, 50), p90=percentile(fixed, 90)),
    )


def grouped_kpis(some: Sequence[Summary], by: GroupBy | None, now: datetime, came_back: Collection[str]) -> list[KpiGroup]:
    """One item a group, or one with an empty group. Groups add up to the whole: each conversation is in exactly one."""
    if by is None:
        return [_in_group({}, some, now, came_back)]
    groups: dict[str | None, list[Summary]] = {}
    for one in some:
        groups.setdefault(one.groups[by], []).append(one)
    ordered = sorted(groups, key=lambda name: (name is None, name or ""))
    return [_in_group({by: name}, groups[name], now, came_back) for name in ordered]


def _in_group(group: dict[str, str | None], some: Sequence[Summary], now: datetime, came_back: Collection[str]) -> KpiGroup:
    return KpiGroup(group=group, **dict(kpis(some, now, came_back)))
