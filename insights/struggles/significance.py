"""Whether a share rose: Fisher's exact test of each topic, and which of many p hold (Benjamini and Hochberg)."""

import math
from collections.abc import Sequence


def rose(now: int, all_now: int, before: int, all_before: int) -> float:
    """The one-sided p of Fisher's exact test that the share ``now`` of ``all_now`` is larger than ``before`` of ``all_before``; 1 of
    nothing. R. A. Fisher, "The design of experiments" (1935). A test holds it to scipy's."""
    if not all_now or not all_before or not now:
        return 1.0
    total, marked = all_now + all_before, now + before
    whole = _log_choose(total, all_now)
    most = min(marked, all_now)
    logs = [
        _log_choose(marked, k) + _log_choose(total - marked, all_now - k) - whole
        for k in range(max(now, marked - all_before), most + 1)
    ]
    return min(1.0, math.fsum(math.exp(one) for one in logs))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def discoveries(p: Sequence[float], q: float) -> list[bool]:
    """Which hypotheses are rejected at the false discovery rate ``q``, in the order given. Y. Benjamini, Y. Hochberg, "Controlling the
    false discovery rate", JRSS B 57 (1995)."""
    ordered = sorted(range(len(p)), key=lambda i: p[i])
    last = max((rank for rank, i in enumerate(ordered, 1) if p[i] <= q * rank / len(p)), default=0)
    kept = set(ordered[:last])
    return [i in kept for i in range(len(p))]
