"""How far two readings of the same things agree, beyond what chance does."""

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
