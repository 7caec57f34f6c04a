"""How training shares the cores: threads of its own, each on one of them.

Those of BLAS wait for one another by spinning: on two cores that others were using too, the Cholesky factor of 3,000 rows took 2.0 s of
CPU by two of them, and .5 s by one.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from threadpoolctl import threadpool_limits

MOST_AT_ONCE = 4  # each holds some hundred megabytes
Item = TypeVar("Item")


def one_thread_each() -> AbstractContextManager[object]:
    """Within it, BLAS runs in the thread that calls it."""
    limits: AbstractContextManager[object] = threadpool_limits(1, user_api="blas")
    return limits


def at_once() -> int:
    return min(os.cpu_count() or 1, MOST_AT_ONCE)


def batched(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """As `itertools.batched` of later Pythons."""
    yield from (items[start : start + size] for start in range(0, len(items), size))
