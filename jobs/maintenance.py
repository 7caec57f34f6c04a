"""What a serving process does beside answering: take up abandoned turns, keep its leases, put back hand-offs that were left,
forget what has expired."""

import asyncio
import contextlib
import logging
import math
import time
from collections.abc import Awaitable, Callable, Sequence

from domain.clock import Clock
from domain.errors import StorageUnavailable
from graphs.handoffs import HandoffService
from graphs.turns.runner import TurnRunner
from insights.retraining import RetrainingService
from records.engine.session import Database

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 3.0
FORGET_SECONDS = 600.0
Schedule = Callable[[], Awaitable[None]]  # adds a job that is due


class Maintenance:
    """``owns_the_database``: no other process can be running turns, so what is open at start is nobody's."""

    def __init__(
        self,
        database: Database,
        runner: TurnRunner,
        handoffs: HandoffService,
        retraining: RetrainingService,
        schedules: Sequence[Schedule],
        clock: Clock,
        *,
        owns_the_database: bool,
    ) -> None:
        self._database, self._runner, self._handoffs, self._clock = database, runner, handoffs, clock
        self._retraining, self._schedules = retraining, schedules
        self._owns = owns_the_database
        self._task: asyncio.Task[None] | None = None
        self._forgot = -math.inf  # never yet: the clock counts from when the machine began, which may be a minute ago

    async def start(self) -> None:
        if self._owns:
            async with self._database.begin() as unit:
                await unit.conversations.break_leases()
        taken_up = await self._runner.sweep()
        if taken_up:
            logger.info("took up %d conversations with open turns", taken_up)
        self._task = asyncio.create_task(self._go())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _go(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self._runner.keep_leases()
                await self._runner.sweep()
                await self._handoffs.release_overdue()
                if time.monotonic() - self._forgot > FORGET_SECONDS:
                    self._forgot = time.monotonic()
                    async with self._database.begin() as unit:
                        await unit.vault.forget_expired(self._clock())
                        await unit.limits.forget(self._clock())
                        await unit.staff_sessions.forget_ended(self._clock())
                        await self._retraining.schedule(unit)
                    for schedule in self._schedules:
                        await schedule()
            except StorageUnavailable:
                logger.warning("the storage does not take writes now")
            except Exception:  # maintenance goes on whatever one round meets
                logger.exception("a round of maintenance failed")
