"""The tests of an experiment: one that stays valid however often it is looked at, one with a fixed horizon, and checks."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

_NORMAL = statistics.NormalDist()
ALPHA = 0.05
POWER = 0.9
EFFECT = 0.05  # of a share: the difference that is looked for
FEWEST = 100  # observations an arm before anything is said: the tests are of the normal approximation


@dataclass(frozen=True)
class Count:
    """``count`` of ``n`` units."""

    count: int
    n: int

    @property
    def share(self) -> float:
        return self.count / self.n if self.n else 0.0


@dataclass(frozen=True)
class Sequential:
    """A difference of shares with an interval and a p that hold at every look."""

    difference: float
    low: float
    high: float
    p: float


def sequential(control: Count, arm: Count, alpha: float = ALPHA) -> Sequential | None:
    """The mixture sequential probability ratio test of a difference of two shares, arm less control; None of too little.

    With a normal mixture of standard deviation τ = ``EFFECT`` over the difference, Λ = √(v/(v+τ²)) exp(Δ²τ²/(2v(v+τ²))), v being
    the variance of Δ; p = min(1, 1/Λ) is valid at any stopping time. R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Always valid
    inference", Operations Research 70 (2022)."""
    if min(control.n, arm.n) < FEWEST:
        return None
    pooled = (control.count + arm.count + 1) / (control.n + arm.n + 2)  # never 0: a variance of nothing proves everything
    v = pooled * (1 - pooled) * (1 / control.n + 1 / arm.n)
    mixed = EFFECT**2
    difference = arm.share - control.share
    log_ratio = 0.5 * math.log(v / (v + mixed)) + difference**2 * mixed / (2 * v * (v + mixed))
    half = math.sqrt(v * (v + mixed) / mixed * (2 * math.log(1 / alpha) + math.log((v + mixed) / v)))
    return Sequential(difference, difference - half, difference + half, min(1.0, math.exp(-log_ratio)))


def needed(baseline: float, effect: float = EFFECT, alpha: float = ALPHA, power: float = POWER) -> int:
    """Units an arm that a two-sided test of two shares with a fixed horizon wants (J. L. Fleiss, "Statistical methods for rates and
    proportions", without continuity correction)."""
    p1 = min(max(baseline, 0.01), 0.99)
    p2 = min(p1 + effect, 0.995)
    middle = (p1 + p2) / 2
    z_alpha, z_power = _NORMAL.inv_cdf(1 - alpha / 2), _NORMAL.inv_cdf(power)
    root = z_alpha * math.sqrt(2 * middle * (1 - middle)) + z_power * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    return math.ceil((root / (p2 - p1)) ** 2)


def two_shares(control: Count, arm: Count) -> float:
    """The two-sided p of the pooled z test of two shares; 1 where there is nothing to compare. To be looked at once."""
    if not control.n or not arm.n:
        return 1.0
    pooled = (control.count + arm.count) / (control.n + arm.n)
    v = pooled * (1 - pooled) * (1 / control.n + 1 / arm.n)
    return 1.0 if v == 0 else 2 * _NORMAL.cdf(-abs(arm.share - control.share) / math.sqrt(v))


def ratio_mismatch(seen: Sequence[int], shares: Sequence[float]) -> float:
    """The p of Pearson's χ² test that the arms got their shares: a small one says that the assignment is broken. 1 of nothing.

    A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019."""
    from scipy.special import gammaincc  # late: a second of imports that only results want

    total = sum(seen)
    wanted = [total * share / sum(shares) for share in shares]
    if not total or any(w == 0 for w in wanted):
        return 1.0
    statistic = sum((n - w) ** 2 / w for n, w in zip(seen, wanted, strict=True))
    return float(gammaincc((len(seen) - 1) / 2, statistic / 2))
