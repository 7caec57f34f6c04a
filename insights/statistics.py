"""Intervals and percentiles, without scipy: importing it takes a second of the first request."""

import math
import statistics
from collections.abc import Sequence

from insights.figures import Rate

_Z95 = statistics.NormalDist().inv_cdf(0.975)


def wilson(count: int, n: int) -> Rate:
    """A rate with its 95 % score interval; ``value`` is None where n is 0.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). A test holds it to
    scipy's."""
    if n == 0:
        return Rate(value=None, count=0, n=0, low=0.0, high=1.0)
    p, z = count / n, _Z95
    centre, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = ((centre + sign * spread) / (1 + z * z / n) for sign in (-1, 1))
    return Rate(value=p, count=count, n=n, low=max(0.0, low), high=min(1.0, high))


def percentile(values: Sequence[float], p: float) -> float | None:
    """The p-th percentile (0..100), by linear interpolation; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * p / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return round(ordered[low] + (ordered[high] - ordered[low]) * (place - low), 3)


def mean(values: Sequence[float], digits: int = 3) -> float | None:
    return round(statistics.fmean(values), digits) if values else None
