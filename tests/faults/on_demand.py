"""Changes of the served process that break nothing: they let one process serve many tests, and make waits short."""

import os
import signal
from datetime import timedelta
from pathlib import Path

from graphs.steps import Reached, Step
from tests.faults.patching import Patch

DIE_AT = "die-at"  # in the data folder: the step at which the process is to kill itself


def dies_on_demand(patch: Patch) -> None:
    """Beside `SUPPORTGRAPH_DIE_AT`, which counts from the start, the data folder may name a step at any time."""
    from supportgraph import wiring

    die_at = wiring.die_at
    wanted = Path(os.environ["SUPPORTGRAPH_DATA_DIR"]) / DIE_AT

    def asked(where: str | None) -> Reached:
        by_setting = die_at(where)

        def reached(step: Step) -> None:
            by_setting(step)
            if wanted.exists() and wanted.read_text() == step:
                os.kill(os.getpid(), signal.SIGKILL)

        return reached

    patch.setattr(wiring, "die_at", asked)


def short_leases(patch: Patch) -> None:
    """What a killed replica held is free after 4 seconds in place of 15, and looked for every second."""
    from graphs import accept, runner
    from jobs import upkeep

    for module in (accept, runner):
        patch.setattr(module, "LEASE", timedelta(seconds=4))
    patch.setattr(upkeep, "SWEEP_SECONDS", 1.0)


def short_grace(patch: Patch) -> None:
    """A stopping process waits for its turns for a second or two."""
    from supportgraph import serve, wiring

    patch.setattr(serve, "SHUTDOWN_SECONDS", 1)
    patch.setattr(serve, "LAST_ANSWERS_SECONDS", 1)
    patch.setattr(wiring, "HAND_OVER_SECONDS", 0.5)
