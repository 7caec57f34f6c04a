"""Changes of the served process that break nothing: they let one process serve many tests, and make waits short."""

import os
import signal
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from graphs.engine.crash_points import OnStep, Step
from tests.faults.patching import Patch

CRASH_AT = "crash-at"  # in the data folder: the step at which the process is to kill itself


def dies_on_demand(patch: Patch) -> None:
    """Beside `SUPPORTGRAPH_CRASH_AT`, which counts from the start, the data folder may name a step at any time."""
    from supportgraph import wiring

    crash_at = wiring.crash_at
    wanted = Path(os.environ["SUPPORTGRAPH_DATA_DIR"]) / CRASH_AT

    def asked(where: str | None) -> OnStep:
        by_setting = crash_at(where)

        def reached(step: Step) -> None:
            by_setting(step)
            if wanted.exists() and wanted.read_text() == step:
                os.kill(os.getpid(), signal.SIGKILL)

        return reached

    patch.setattr(wiring, "crash_at", asked)


def short_leases(patch: Patch) -> None:
    """What a killed replica held is free after 4 seconds in place of 15, and looked for every second."""
    from graphs.turns import accept, leases
    from jobs import maintenance

    for module in (accept, leases):
        patch.setattr(module, "LEASE", timedelta(seconds=4))
    patch.setattr(maintenance, "SWEEP_SECONDS", 1.0)


def slow_masking(patch: Patch) -> None:
    """Words take a second to be masked, as they may on a busy machine."""
    from privacy.masking import TextMasker

    mask = TextMasker.mask

    def slowly(self: TextMasker, *given: Any) -> Any:
        time.sleep(1)
        return mask(self, *given)

    patch.setattr(TextMasker, "mask", slowly)
