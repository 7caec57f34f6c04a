"""What an experiment has shown so far, in figures and in words."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from domain.experiments import Experiment
from insights.conversation_summary import Summary
from insights.experiments.significance import ALPHA, EFFECT, Count, ratio_mismatch, sequential, two_shares
from insights.figures import Csat, Rate
from insights.statistics import mean, wilson
from records.variants import Enrolled

Verdict = Literal["better", "worse", "no_difference", "not_enough_data", "invalid"]

_RATIO_ALARM = 0.001  # p of the sample ratio
_RESPONSES_ALARM = 0.01  # p of the arms' response rates


class Compared(BaseModel):
    """An arm less the first one. ``low``, ``high`` and ``p`` hold at every look; ``fixed_p`` from ``needed`` units an arm on."""

    difference: float
    low: float
    high: float
    p: float
    fixed_p: float | None


class Arm(BaseModel):
    """``conversations`` were assigned; of the ``exposed``, the first one of each customer that has ended counts (``units``)."""

    name: str
    conversations: int
    exposed: int
    units: int
    csat: Csat
    resolution: Rate
    handoff_rate: Rate
    gave_up_rate: Rate
    compared: Compared | None
    verdict: Verdict | None  # against the first arm; none of the first


class Check(BaseModel):
    name: Literal["sample_ratio", "response_rate", "guardrails"]
    ok: bool
    words: str
    p: float | None = None


class Results(BaseModel):
    verdict: Verdict
    arms: list[Arm]
    checks: list[Check]
    needed: int  # units an arm for the test with a fixed horizon, as it was decided beforehand
    words: str


def results(
    experiment: Experiment,
    enrolled: Sequence[Enrolled],
    summaries: Mapping[str, Summary],
    came_back: Collection[str],
    now: datetime,
) -> Results:
    """The first variant is what the others are compared with."""
    by_arm = {v.name: [e for e in enrolled if e.enrolment.variant == v.name] for v in experiment.variants}
    units = {name: _units(some, summaries, now) for name, some in by_arm.items()}
    control = experiment.variants[0].name
    alpha = ALPHA / max(1, len(experiment.variants) - 1)  # Bonferroni: several arms are several chances
    arms = [_arm(name, by_arm[name], units, control, came_back, now, experiment.needed, alpha) for name in by_arm]
    checks = _checks(experiment, arms, alpha)
    verdict = _verdict(arms[1:], checks)
    return Results(verdict=verdict, arms=arms, checks=checks, needed=experiment.needed, words=_words(verdict, arms, checks))


def _units(some: Sequence[Enrolled], summaries: Mapping[str, Summary], now: datetime) -> list[Summary]:
    """One conversation of a customer: several of one are no independent observations."""
    first: dict[str, Summary] = {}
    for one in some:
        found = summaries.get(one.conversation_id)
        if one.enrolment.exposed_at is not None and found is not None and not found.is_open(now):
            first.setdefault(one.customer_id or one.conversation_id, found)
    return list(first.values())


def _resolved(some: Sequence[Summary], came_back: Collection[str], now: datetime) -> Count:
    return Count(sum(s.result(now, s.id in came_back) in ("confirmed", "assumed") for s in some), len(some))


def _arm(
    name: str,
    assigned: Sequence[Enrolled],
    units: Mapping[str, Sequence[Summary]],
    control: str,
    came_back: Collection[str],
    now: datetime,
    needed: int,
    alpha: float,
) -> Arm:
    mine, n = units[name], len(units[name])
    scores = [s.csat for s in mine if s.csat is not None]
    resolved, base = _resolved(mine, came_back, now), _resolved(units[control], came_back, now)
    found = sequential(base, resolved, alpha) if name != control else None
    compared = None
    if found is not None:
        reached = min(base.n, resolved.n) >= needed
        fixed = two_shares(base, resolved) if reached else None
        compared = Compared(difference=found.difference, low=found.low, high=found.high, p=found.p, fixed_p=fixed)
    return Arm(
        name=name,
        conversations=len(assigned),
        exposed=sum(e.enrolment.exposed_at is not None for e in assigned),
        units=n,
        csat=Csat(
            share_satisfied=wilson(sum(s >= 4 for s in scores), len(scores)),
            mean=mean(scores, 4),
            responses=len(scores),
            response_rate=wilson(len(scores), n),
        ),
        resolution=wilson(resolved.count, n),
        handoff_rate=wilson(sum(s.handoff_reason is not None for s in mine), n),
        gave_up_rate=wilson(sum(s.result(now, s.id in came_back) == "gave_up" for s in mine), n),
        compared=compared,
        verdict=None if name == control else _of_arm(compared, alpha),
    )


def _of_arm(compared: Compared | None, alpha: float) -> Verdict:
    if compared is None:
        return "not_enough_data"
    if compared.p <= alpha:
        return "better" if compared.difference > 0 else "worse"
    if compared.low > -EFFECT and compared.high < EFFECT:
        return "no_difference"
    if compared.fixed_p is not None and compared.fixed_p > alpha:
        return "no_difference"
    return "not_enough_data"


def _checks(experiment: Experiment, arms: Sequence[Arm], alpha: float) -> list[Check]:
    ratio = ratio_mismatch([a.conversations for a in arms], [v.share for v in experiment.variants])
    fine = ratio >= _RATIO_ALARM
    checks = [
        Check(
            name="sample_ratio",
            ok=fine,
            p=ratio,
            words="The variants got their shares."
            if fine
            else "The variants did not get their shares: the assignment is broken, and no figure here can be trusted.",
        )
    ]
    answered = [_count(a.csat.response_rate) for a in arms]
    replies = min((two_shares(answered[0], other) for other in answered[1:]), default=1.0)
    same = replies >= _RESPONSES_ALARM
    checks.append(
        Check(
            name="response_rate",
            ok=same,
            p=replies,
            words="Customers rate as often in every variant."
            if same
            else "Customers do not rate as often in every variant: their satisfaction cannot be compared.",
        )
    )
    harmed = [a.name for a in arms[1:] if _is_harmed(arms[0], a, alpha)]
    checks.append(
        Check(
            name="guardrails",
            ok=not harmed,
            words=f"More hand-offs or more who give up in {', '.join(harmed)}." if harmed else "No guardrail is touched.",
        )
    )
    return checks


def _count(rate: Rate) -> Count:
    return Count(rate.count, rate.n)


def _is_harmed(control: Arm, arm: Arm, alpha: float) -> bool:
    pairs = ((control.handoff_rate, arm.handoff_rate), (control.gave_up_rate, arm.gave_up_rate))
    tests = (sequential(_count(base), _count(mine), alpha) for base, mine in pairs)
    return any(test is not None and test.p <= alpha and test.difference > 0 for test in tests)


def _verdict(others: Sequence[Arm], checks: Sequence[Check]) -> Verdict:
    failed = {c.name for c in checks if not c.ok}
    if "sample_ratio" in failed:
        return "invalid"
    found = [a.verdict for a in others]
    if "guardrails" in failed:
        return "worse"
    if "better" in found:
        return "better"
    if "not_enough_data" in found:
        return "not_enough_data"
    return "worse" if all(v == "worse" for v in found) else "no_difference"


def _words(verdict: Verdict, arms: Sequence[Arm], checks: Sequence[Check]) -> str:
    trouble = " ".join(c.words for c in checks if not c.ok)
    told = {
        "better": "A variant resolves more than the first one: ",
        "worse": "No variant is better, and one does harm: ",
        "no_difference": "No difference of 5 points or more is to be expected: ",
        "not_enough_data": "Not enough data yet: ",
        "invalid": "Invalid: ",
    }[verdict]
    figures = "; ".join(f"{a.name} {a.resolution.count} of {a.units} resolved" for a in arms)
    return f"{told}{figures}. {trouble}".strip()
