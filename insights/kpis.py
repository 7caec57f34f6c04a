"""Key figures from the records. Definitions are in docs/kpis.md; every conversation is counted under exactly one outcome."""

import math
import statistics
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Literal

from records.kpi_facts import ConversationFacts, TurnFact

DEFINITIONS_VERSION = "1"

GroupBy = Literal["day", "graph_version", "region", "channel", "intent", "variant"]
Result = Literal["confirmed", "assumed", "handed_off", "gave_up", "unknown"]

_Z95 = statistics.NormalDist().inv_cdf(0.975)
SILENT = timedelta(minutes=30)
RETURNED_WITHIN = timedelta(hours=72)
_ANSWERS = frozenset({"answered", "action_done"})
_FAILURES = frozenset({"not_understood", "no_answer_found", "error"})
_SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})


def _customer_turns(c: ConversationFacts) -> list[TurnFact]:
    return [t for t in c.turns if t.kind in ("text", "action")]


def _real_answer(t: TurnFact) -> bool:
    return t.outcome in _ANSWERS and t.intent not in _SMALL_TALK


def result_of(c: ConversationFacts, now: datetime, came_back: bool = False) -> Result:
    """The one outcome of a conversation. ``came_back``: the customer returned on the same intent within 72 hours."""
    if c.handoffs:
        return "handed_off"
    turns = _customer_turns(c)
    answers = [i for i, t in enumerate(turns) if _real_answer(t)]
    if answers:
        last, at = answers[-1], turns[answers[-1]].at
        thanked = any(t.intent == "thanks" for t in turns[last + 1 :])
        helpful = any(good and when >= at for good, when in c.helpful)
        satisfied = c.csat is not None and c.csat[0] >= 4 and c.csat[1] >= at
        failed_since = any(t.outcome in _FAILURES for t in turns[last + 1 :])
        if (thanked or helpful or satisfied) and not failed_since:
            return "confirmed"
    failures = [i for i, t in enumerate(turns) if t.outcome in _FAILURES]
    ended = c.status == "closed" or (c.last_customer_at is not None and now - c.last_customer_at >= SILENT)
    if failures and ended and not any(i > failures[-1] for i in answers):
        return "gave_up"
    decided = [t for t in turns if t.intent not in _SMALL_TALK and t.outcome is not None]
    if c.status == "closed" and decided and _real_answer(decided[-1]) and not came_back:
        return "assumed"
    return "unknown"


def _returned(facts: Sequence[ConversationFacts]) -> set[str]:
    """Conversations whose customer opened another one on the same intent within 72 hours."""
    by_customer: dict[str, list[ConversationFacts]] = {}
    for c in facts:
        if c.customer_id:
            by_customer.setdefault(c.customer_id, []).append(c)
    came_back: set[str] = set()
    for own in by_customer.values():
        for earlier, later in pairwise(own):
            end = earlier.closed_at or earlier.last_customer_at or earlier.created_at
            same = _intents(earlier) & _intents(later)
            if same and later.created_at - end <= RETURNED_WITHIN:
                came_back.add(earlier.id)
    return came_back


def _intents(c: ConversationFacts) -> set[str]:
    return {t.intent for t in _customer_turns(c) if t.intent and t.intent not in _SMALL_TALK}


def wilson(count: int, n: int) -> dict[str, float | int | None]:
    """A rate with its 95 % score interval; ``value`` is None where n is 0.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). Four lines here
    because importing scipy.stats takes a second of the first request; a test holds them to scipy's."""
    if n == 0:
        return {"value": None, "count": 0, "n": 0, "low": 0.0, "high": 1.0}
    p, z = count / n, _Z95
    centre, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = ((centre + sign * spread) / (1 + z * z / n) for sign in (-1, 1))
    return {"value": p, "count": count, "n": n, "low": max(0.0, low), "high": min(1.0, high)}


def percentile(values: Sequence[float], p: float) -> float | None:
    """The p-th percentile (0..100), by linear interpolation; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * p / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return round(ordered[low] + (ordered[high] - ordered[low]) * (place - low), 3)


def _handling_seconds(c: ConversationFacts) -> float | None:
    """From the first customer turn to the end, or to the last thing that was finished."""
    turns = _customer_turns(c)
    ends = [t.finished_at for t in c.turns if t.finished_at] + [h.resumed_at for h in c.handoffs if h.resumed_at]
    if not turns or not ends:
        return None
    return max(0.0, (max(ends) - turns[0].at).total_seconds())


def kpis(facts: Sequence[ConversationFacts], now: datetime, came_back: set[str] | None = None) -> dict[str, Any]:
    """The figures of the contract for these conversations."""
    returned = _returned(facts) if came_back is None else came_back
    n = len(facts)
    results = Counter(result_of(c, now, c.id in returned) for c in facts)
    resolved = results["confirmed"] + results["assumed"]
    handled = [s for c in facts if (s := _handling_seconds(c)) is not None]
    waited = [(h.claimed_at - h.waiting_since).total_seconds() for c in facts for h in c.handoffs if h.claimed_at]
    first = [float(turns[0].duration_ms) for c in facts if (turns := _customer_turns(c)) and turns[0].finished_at]
    scores = [c.csat[0] for c in facts if c.csat]
    turns = [t for c in facts for t in _customer_turns(c) if t.outcome and t.outcome != "relayed_to_human"]
    flags = [f for c in facts for f in c.flags]
    fixed = [(f.resolved_at - f.at).total_seconds() for f in flags if f.status == "resolved" and f.resolved_at]
    answered = [c for c in facts if any(_real_answer(t) for t in _customer_turns(c))]
    return {
        "conversations": n,
        "resolved_by_ai": {"confirmed": results["confirmed"], "assumed": results["assumed"]},
        "handed_off": results["handed_off"],
        "gave_up": results["gave_up"],
        "unknown": results["unknown"],
        "deflection_rate": wilson(resolved, n),
        "containment_rate": wilson(n - results["handed_off"], n),
        "gave_up_rate": wilson(results["gave_up"], n),
        "handoff_rate": wilson(results["handed_off"], n),
        "handoff_reasons": dict(Counter(c.handoffs[0].reason for c in facts if c.handoffs)),
        "aht_seconds": {
            "p50": percentile(handled, 50),
            "p90": percentile(handled, 90),
            "mean": round(statistics.fmean(handled), 3) if handled else None,
        },
        "time_to_human_seconds": {"p50": percentile(waited, 50), "p90": percentile(waited, 90)},
        "first_response_ms": {"p50": percentile(first, 50), "p95": percentile(first, 95)},
        "csat": {
            "share_satisfied": wilson(sum(s >= 4 for s in scores), len(scores)),
            "mean": round(statistics.fmean(scores), 4) if scores else None,
            "responses": len(scores),
            "response_rate": wilson(len(scores), n),
        },
        "failure_rate": wilson(sum(t.outcome in _FAILURES for t in turns), len(turns)),
        "reopened_rate": wilson(sum(c.id in returned for c in answered), len(answered)),
        "flags": {"raised": len(flags), "fixed": len(fixed), "dismissed": sum(f.status == "dismissed" for f in flags)},
        "flag_to_fix_seconds": {"p50": percentile(fixed, 50), "p90": percentile(fixed, 90)},
    }


def _group(c: ConversationFacts, by: GroupBy) -> str | None:
    if by == "day":
        return c.created_at.date().isoformat()
    if by == "intent":
        return next((t.intent for t in _customer_turns(c) if t.intent and t.intent not in _SMALL_TALK), None)
    if by == "variant":
        return next((t.variant for t in c.turns if t.variant), None)
    return {"graph_version": c.graph_version, "region": c.region, "channel": c.channel}[by]


def grouped_kpis(facts: Sequence[ConversationFacts], by: GroupBy | None, now: datetime) -> list[dict[str, Any]]:
    """One item a group, or one with an empty group. Groups add up to the whole: each conversation is in exactly one."""
    came_back = _returned(facts)
    if by is None:
        return [{"group": {}, **kpis(facts, now, came_back)}]
    groups: dict[str | None, list[ConversationFacts]] = {}
    for c in facts:
        groups.setdefault(_group(c, by), []).append(c)
    ordered = sorted(groups, key=lambda name: (name is None, name or ""))
    return [{"group": {by: name}, **kpis(groups[name], now, came_back)} for name in ordered]
