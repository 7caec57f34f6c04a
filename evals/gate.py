"""Whether a version may go on: the run is whole, nothing that must hold is broken, and it is not worse than its baseline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evals.compare import Comparison, Estimate
from evals.results import Result
from evals.runner import Plan
from evals.suite import Case

PASS, REGRESSION, INVALID = 0, 1, 2

MARGIN = 0.03  # how much worse than its baseline a version may be at the lower bound: shares of cases
MOST_RATIO = 1.25  # how much slower or costlier it may be at the lower bound
FEWEST_TIMED = 20  # pairs below which a ratio of times or tokens says too little


@dataclass
class Verdict:
    exit_code: int
    reasons: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return {PASS: "pass", REGRESSION: "regression", INVALID: "invalid run"}[self.exit_code]


def unsound(plan: Plan, results: Mapping[str, Sequence[Result]]) -> list[str]:
    """Why a run cannot be trusted: a case without its results, one too many, or an expectation that nothing looked at."""
    wrong = []
    wanted = {case.id: case for case in plan.cases}
    for graph in plan.graphs:
        found = {r.id: r for r in results.get(graph, [])}
        missing = sorted(set(wanted) - set(found))
        if missing:
            wrong.append(f"{graph}: {len(missing)} of {len(wanted)} cases have no result: {', '.join(missing[:5])}")
        if len(found) != len(results.get(graph, [])) or set(found) - set(wanted):
            wrong.append(f"{graph}: results of cases that were not asked for, or twice")
        short = sorted(r.id for r in found.values() if len(r.attempts) != plan.repeat)
        if short:
            wrong.append(f"{graph}: not run {plan.repeat} times: {', '.join(short[:5])}")
        unseen = sorted({f"{name} ({r.id})" for r in found.values() for name in _not_looked_at(wanted.get(r.id), r)})
        if unseen:
            wrong.append(f"{graph}: no evaluator ran for {', '.join(unseen[:5])}")
    return wrong


def _not_looked_at(case: Case | None, result: Result) -> set[str]:
    """Fields of expectations that no evaluator held against anything. A case that broke off is a failure already."""
    unseen = {name for a in result.attempts for name in a.unevaluated}
    if case is None:
        return unseen
    wanted = {name for expected in case.expectations() for name in expected.given()}
    for attempt in result.attempts:
        if attempt.status != "error":
            unseen |= (
                wanted
                - {name.rsplit(" ", 1)[-1] for name in attempt.evaluated}
                - {name.rsplit(" ", 1)[-1] for name in unseen}
            )
    return unseen


def verdict(graph: Sequence[Result], comparison: Comparison | None) -> Verdict:
    """Of a whole run. Without a baseline every case has to pass; with one, see docs/evals.md."""
    reasons = [f"{r.id} breaks {', '.join(sorted(r.breaks))}" for r in graph if r.breaks]
    if comparison is None:
        failed = [r.id for r in graph if r.status != "passed"]
        if failed:
            reasons.append(f"{len(failed)} of {len(graph)} cases did not pass")
        return Verdict(REGRESSION if reasons else PASS, reasons)
    lost = comparison.difference
    if lost.low < -MARGIN:
        reasons.append(
            f"worse than the baseline by {-100 * lost.value:.1f} points, at worst {-100 * lost.low:.1f}; "
            f"{100 * MARGIN:.0f} are allowed (broken: {', '.join(comparison.broken[:5]) or 'none'})"
        )
    reasons += _more("slower", comparison.slower) + _more("costlier", comparison.costlier)
    return Verdict(REGRESSION if reasons else PASS, reasons)


def _more(what: str, ratio: Estimate | None) -> list[str]:
    if ratio is None or ratio.n < FEWEST_TIMED or ratio.low <= MOST_RATIO:
        return []
    return [
        f"{what} by {100 * (ratio.value - 1):.0f} % (95 %: {100 * (ratio.low - 1):.0f} to {100 * (ratio.high - 1):.0f} %)"
    ]
