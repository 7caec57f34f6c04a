"""Key figures again, counted one conversation after another: what those of the service, out of columns, are held to."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import compress, pairwise

from insights.conversation_summary import RETURNED_WITHIN, Handled, Result, Summary
from insights.figures import (
    Cost,
    Csat,
    EndedOnly,
    FirstResponse,
    FlagCounts,
    HandlingParts,
    Kpis,
    ResolvedByAi,
    Spread,
    SpreadAndMean,
)
from insights.statistics import mean, percentile, wilson


def _parts(handled: Sequence[Handled]) -> HandlingParts:
    return HandlingParts(
        with_assistant=mean([h.with_assistant for h in handled]),
        waiting_for_person=mean([h.waiting for h in handled]),
        with_person=mean([h.with_person for h in handled]),
    )


def _cost(billed: Sequence[Summary]) -> Cost:
    costs = [s.cost for s in billed if s.cost is not None]
    return Cost(
        mean=mean(costs, 6),
        total=round(math.fsum(costs), 6) if costs else None,
        conversations=len(costs),
        tokens=sum(s.tokens for s in billed),
    )


def _is_resolved_at_once(s: Summary, result: Result, came_back: bool) -> bool:
    """By the assistant, or by the person who closed it; and its customer did not return."""
    by_person = result == "handed_off" and s.status == "closed" and s.closed_by == "agent"
    return not came_back and (by_person or result in ("confirmed", "assumed"))


def plain_kpis(some: Sequence[Summary], now: datetime, came_back: Collection[str]) -> Kpis:
    """The figures of these conversations. ``came_back``: the ids of those whose customer returned within 72 hours."""
    n = len(some)
    returned = [s.id in came_back for s in some]
    became = [s.result(now, is_back) for s, is_back in zip(some, returned, strict=True)]
    results = Counter(became)
    resolved = results["confirmed"] + results["assumed"]
    handled = [s.handled for s in some if s.handled]
    totals = [h.total for h in handled]
    waited = [w for s in some for w in s.waits]
    first = [s.first_response_ms for s in some if s.first_response_ms is not None]
    scores = [s.csat for s in some if s.csat is not None]
    fixed = [f for s in some for f in s.fixed_after]
    have_ended = [not s.is_open(now) for s in some]
    outcomes = Counter(compress(became, have_ended))
    ended = outcomes.total()
    at_once = [_is_resolved_at_once(s, r, b) for s, r, b in zip(some, became, returned, strict=True)]
    answered = sum(s.was_answered for s in some)
    again = sum(is_back and s.was_answered for s, is_back in zip(some, returned, strict=True))
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
        handoff_hours=dict(sorted(Counter(f"{s.handoff_at:%H}" for s in some if s.handoff_at).items())),
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
        reopened_rate=wilson(again, answered),
        first_contact_resolution_rate=wilson(sum(compress(at_once, have_ended)), ended),
        repeat_rate=wilson(sum(s.repeated_itself for s in some), n),
        still_open=n - ended,
        ended=EndedOnly(
            conversations=ended,
            deflection_rate=wilson(outcomes["confirmed"] + outcomes["assumed"], ended),
            containment_rate=wilson(ended - outcomes["handed_off"], ended),
            handoff_rate=wilson(outcomes["handed_off"], ended),
            gave_up_rate=wilson(outcomes["gave_up"], ended),
        ),
        flags=FlagCounts(
            raised=sum(s.flags for s in some), fixed=len(fixed), dismissed=sum(s.dismissed_flags for s in some)
        ),
        flag_to_fix_seconds=Spread(p50=percentile(fixed, 50), p90=percentile(fixed, 90)),
        cost_per_conversation=_cost([s for s in some if s.cost is not None]),
    )


def returned(summaries: Collection[Summary]) -> set[str]:
    """Conversations whose customer opened another one on the same intent within 72 hours of their end."""
    by_customer: dict[str, list[Summary]] = {}
    for one in summaries:
        if one.customer_id:
            by_customer.setdefault(one.customer_id, []).append(one)
    return {
        earlier.id
        for own in by_customer.values()
        if len(own) > 1
        for earlier, later in pairwise(sorted(own, key=lambda s: s.created_at))
        if earlier.intents & later.intents and later.created_at - earlier.ended_at <= RETURNED_WITHIN
    }
