"""Ends this process at a named step, as kill -9 would: the hook of the fault tests."""

import os
import signal

from graphs.engine.crash_points import STEPS, OnStep, Step, nothing_happens
from supportgraph.configuration.settings import SettingsInvalid


def crash_at(where: str | None) -> OnStep:
    """``where`` is a step of `graphs/engine/crash_points.py`, or ``step:n`` for its n-th time.

    Raises ``SettingsInvalid`` for another word."""
    if where is None:
        return nothing_happens
    name, _, times = where.partition(":")
    if name not in STEPS or (times and not times.isdecimal()):
        raise SettingsInvalid(f"SUPPORTGRAPH_CRASH_AT: a step is one of {', '.join(STEPS)}, with :n for its n-th time")
    left = int(times or 1)

    def reached(step: Step) -> None:
        nonlocal left
        if step == name:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return reached
