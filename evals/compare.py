"""Two versions on the same cases: pairs of results, what changed, and how sure that is."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from evals.results import Result

RESAMPLES = 9999
MOST_AT_ONCE = 1000  # resamples in memory at a time


@dataclass(frozen=True)
class Estimate:
    """A mean of paired differences, or a ratio, with its 95 % bootstrap interval (percentile)."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class ByIntent:
    intent: str
    n: int
    baseline: float  # share of cases that passed
    graph: float


@dataclass(frozen=True)
class Comparison:
    """``difference`` is of the share of attempts that passed, graph less baseline. ``p``: exact McNemar, two-sided."""

    n: int
    broken: list[str]  # passed on the baseline only
    fixed: list[str]  # passed on the graph only
    p: float
    difference: Estimate
    by_intent: list[ByIntent] = field(default_factory=list)
    slower: Estimate | None = None  # ratio of milliseconds a turn, graph over baseline; None where too few were timed
    costlier: Estimate | None = None  # ratio of tokens a conversation


def mcnemar(broken: int, fixed: int) -> float:
    """The exact two-sided p of McNemar's test: of the cases that changed, a fair coin would send this many one way.

    Q. McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 12 (1947)."""
    from scipy.stats import binomtest  # a second of imports, for those who compare only

    return float(binomtest(broken, broken + fixed, 0.5).pvalue) if broken + fixed else 1.0


def bootstrap(values: Sequence[float], seed: int) -> Estimate:
    """The mean with its 95 % percentile bootstrap interval (B. Efron, "Bootstrap methods", Ann. Statist. 7, 1979)."""
    import numpy as np
    from scipy.stats import bootstrap as resampled

    mean = sum(values) / len(values)
    if len(set(values)) == 1:  # nothing to resample, and scipy wants two observations
        return Estimate(mean, mean, mean, len(values))
    interval = resampled(
        (np.asarray(values),),
        np.mean,
        method="percentile",
        n_resamples=RESAMPLES,
        batch=MOST_AT_ONCE,
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Estimate(mean, float(interval.low), float(interval.high), len(values))


def _ratio(pairs: Sequence[tuple[Result, Result]], of: Callable[[Result], float | None], seed: int) -> Estimate | None:
    """The geometric mean of graph over baseline, over the cases where both have a figure above nothing."""
    logs = [math.log(a / b) for g, base in pairs if (a := of(g)) and (b := of(base))]
    if not logs:
        return None
    found = bootstrap(logs, seed)
    return Estimate(math.exp(found.value), math.exp(found.low), math.exp(found.high), found.n)


def compare(graph: Sequence[Result], baseline: Sequence[Result], seed: int = 0) -> Comparison:
    """Pair the results by case. Both must hold the same cases: a run in which they do not is invalid before this."""
    by_id = {r.id: r for r in baseline}
    pairs = [(r, by_id[r.id]) for r in graph]
    broken = sorted(g.id for g, b in pairs if b.status == "passed" and g.status != "passed")
    fixed = sorted(g.id for g, b in pairs if g.status == "passed" and b.status != "passed")
    intents: dict[str, list[tuple[Result, Result]]] = {}
    for g, b in pairs:
        intents.setdefault(g.intent or "none expected", []).append((g, b))
    return Comparison(
        n=len(pairs),
        broken=broken,
        fixed=fixed,
        p=mcnemar(len(broken), len(fixed)),
        difference=bootstrap([g.share - b.share for g, b in pairs], seed),
        by_intent=[
            ByIntent(
                name,
                len(some),
                sum(b.status == "passed" for _, b in some) / len(some),
                sum(g.status == "passed" for g, _ in some) / len(some),
            )
            for name, some in sorted(intents.items())
        ],
        slower=_ratio(pairs, lambda r: r.turn_ms, seed),
        costlier=_ratio(pairs, lambda r: r.tokens, seed),
    )
