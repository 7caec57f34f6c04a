"""How far scores can be believed: how two readings of the same things agree beyond chance, and what the score says of
customers' ratings.
"""

import math
import statistics
from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel

from domain.scores import Value


class Agreement(BaseModel):
    """``n`` readings, ``same`` of which are equal; ``kappa`` is null of none, and where chance alone would agree always."""

    n: int
    same: int
    kappa: float | None


def agreement(pairs: Sequence[tuple[Value, Value]]) -> Agreement:
    """Cohen's kappa over 1, 0 and not applicable. J. Cohen, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20 (1960). A test holds it to scikit-learn's, whose import a request need not wait for."""
    n, same = len(pairs), sum(one == other for one, other in pairs)
    if not n:
        return Agreement(n=0, same=0, kappa=None)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[value] * second[value] for value in first) / n**2
    kappa = None if by_chance == 1 else (same / n - by_chance) / (1 - by_chance)
    return Agreement(n=n, same=same, kappa=kappa)


ENOUGH = 30  # ratings, below which nothing is said
SATISFIED = 4


class Prediction(BaseModel):
    """``n`` rated conversations. ``spearman``: rank correlation of overall and rating. ``auc``: how often a satisfied customer's
    conversation (4 or 5) scores higher than another's, with its 95 % interval. Null where n is less than ``enough``, or all are alike."""

    n: int
    satisfied: int
    enough: int = ENOUGH
    spearman: float | None = None
    auc: float | None = None
    low: float | None = None
    high: float | None = None


def prediction(rated: Sequence[tuple[float, int]]) -> Prediction:
    """``rated``: overall and rating of each."""
    n, satisfied = len(rated), sum(rating >= SATISFIED for _, rating in rated)
    found = Prediction(n=n, satisfied=satisfied)
    if n < ENOUGH:
        return found
    ranks = midranks([overall for overall, _ in rated])
    found.spearman = _correlation(ranks, midranks([float(rating) for _, rating in rated]))
    if 0 < satisfied < n:
        others = n - satisfied
        of_satisfied = sum(rank for rank, (_, rating) in zip(ranks, rated, strict=True) if rating >= SATISFIED)
        found.auc = (of_satisfied - satisfied * (satisfied + 1) / 2) / (satisfied * others)
        spread = 1.96 * _error(found.auc, satisfied, others)
        found.low, found.high = max(0.0, found.auc - spread), min(1.0, found.auc + spread)
    return found


def midranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1 on; equal values share the mean of theirs."""
    ordered = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(ordered):
        end = start
        while end + 1 < len(ordered) and values[ordered[end + 1]] == values[ordered[start]]:
            end += 1
        for i in ordered[start : end + 1]:
            ranks[i] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    try:
        return statistics.correlation(one, other)
    except statistics.StatisticsError:  # all alike
        return None


def _error(auc: float, satisfied: int, others: int) -> float:
    """J. A. Hanley, B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC) curve",
    Radiology 143 (1982)."""
    q1, q2 = auc / (2 - auc), 2 * auc**2 / (1 + auc)
    return math.sqrt(
        (auc * (1 - auc) + (satisfied - 1) * (q1 - auc**2) + (others - 1) * (q2 - auc**2)) / (satisfied * others)
    )
