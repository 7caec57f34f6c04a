"""The queue of background jobs: rows of the database, claimed under a lease by whichever process runs them.

The only file that knows how jobs are run (`docs/decisions/0005-jobs.md`).
"""

import asyncio
import contextlib
import logging
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import StorageUnavailable
from domain.jobs import JobFailed
from records.engine.session import Database, is_storage_trouble
from records.engine.unit import Unit
from records.tables.jobs import JobRow

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)
POLL_SECONDS = 1.0  # how often jobs of other processes are looked for; those of this one wake the queue
FIRST_RETRY, LONGEST_RETRY = timedelta(seconds=2), timedelta(minutes=10)
KEPT = timedelta(days=30)  # what has ended
_FORGET_SECONDS = 600.0


class JobLost(Exception):
    """Another process took the job over; nothing that was written since is kept."""


class RunningJob:
    """A claimed job, as its handler sees it. Handlers may be stopped anywhere and run again from the start."""

    def __init__(self, database: Database, row: JobRow) -> None:
        self._database = database
        self.id, self.fence, self.payload = row.id, row.fence, row.payload
        self.attempts = row.attempts  # without any progress between them

    async def blob(self) -> bytes:
        """What was uploaded for it."""
        async with self._database.read() as unit:
            return await unit.jobs.blob(self.id)

    @contextlib.asynccontextmanager
    async def step(self, done: int, total: int, result: JsonObject | None = None) -> AsyncIterator[Unit]:
        """A transaction that commits work and progress together. Raises ``JobLost``, with nothing kept."""
        async with self._database.begin() as unit:
            if not await unit.jobs.progress(self.id, self.fence, done, total, result):
                raise JobLost
            yield unit
        self.attempts = 1


@dataclass(frozen=True)
class JobKind:
    """``run`` returns the result; it raises ``JobFailed`` where no repeat would help. Anything else is tried again."""

    run: Callable[[RunningJob], Awaitable[JsonObject]]
    attempts: int = 8  # without any progress between them


class JobQueue:
    """One job of each kind at a time in this process.

    ``owns_the_database``: no other process can be running jobs, so what runs at start is nobody's."""

    def __init__(
        self, database: Database, kinds: Mapping[str, JobKind], clock: Clock, owner: str, *, owns_the_database: bool
    ) -> None:
        self._database, self._kinds, self._clock, self._owner = database, kinds, clock, owner
        self._owns = owns_the_database
        self._running: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._forgot = -math.inf  # never yet: the clock counts from when the machine began, which may be a minute ago

    async def start(self) -> None:
        if self._owns:
            async with self._database.begin() as unit:
                await unit.jobs.break_leases(list(self._kinds))
        self._task = asyncio.create_task(self._go())

    def wake(self) -> None:
        """A job was just committed."""
        self._news.set()

    async def stop(self) -> None:
        """Let go of everything; what was running is put back for the next who looks."""
        tasks = [*([self._task] if self._task else []), *self._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _go(self) -> None:
        while True:
            self._news.clear()
            try:
                await self._start_due()
            except StorageUnavailable:
                logger.warning("the storage does not take jobs now")
            except Exception:  # the queue goes on whatever one round meets
                logger.exception("looking for jobs failed")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(
                    POLL_SECONDS
                ):  # not `wait_for`: it loses a stop that comes with news (Python 3.11)
                    await self._news.wait()

    async def _start_due(self) -> None:
        free = [kind for kind in self._kinds if kind not in self._running]
        async with self._database.read_snapshot() as unit:
            due = await unit.jobs.due(free, self._clock()) if free else []
        for kind in due:
            self._running[kind] = asyncio.create_task(self._run_next(kind))
        if time.monotonic() - self._forgot > _FORGET_SECONDS:
            self._forgot = time.monotonic()
            async with self._database.begin() as unit:
                await unit.jobs.forget(self._clock() - KEPT)

    async def _run_next(self, kind: str) -> None:
        try:
            now = self._clock()
            async with self._database.begin() as unit:
                row = await unit.jobs.claim(kind, self._owner, now, now + LEASE)
            if row is not None:
                await self._run(row)
        except StorageUnavailable:
            logger.warning("the storage does not take jobs now")
        except Exception:  # its lease runs out, and it is taken up again
            logger.exception("a job could not be closed", extra={"kind": kind})
        finally:
            del self._running[kind]
            self._news.set()

    async def _run(self, row: JobRow) -> None:
        kind = self._kinds[row.kind]
        if row.attempts > kind.attempts:  # it took its process down each time
            async with self._database.begin() as unit:
                await unit.jobs.finish(row.id, row.fence, "failed", self._clock(), _told("given up: it never got on"))
            return
        job = RunningJob(self._database, row)
        work = asyncio.ensure_future(kind.run(job))
        keeping = asyncio.create_task(self._keep_lease(row))
        try:
            await asyncio.wait({work, keeping}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                await self._close(job, kind, work)
            else:
                logger.info("another process took over a job")
        except asyncio.CancelledError:
            await self._give_back(job, work)
            raise
        finally:
            for task in (work, keeping):
                task.cancel()
            await asyncio.gather(work, keeping, return_exceptions=True)

    async def _close(self, job: RunningJob, kind: JobKind, work: "asyncio.Future[JsonObject]") -> None:
        error, now = work.exception(), self._clock()
        away = isinstance(error, StorageUnavailable) or is_storage_trouble(error)
        async with self._database.begin() as unit:
            if error is None:
                await unit.jobs.finish(job.id, job.fence, "succeeded", now, work.result())
            elif isinstance(error, JobFailed):
                result = error.result if error.result is not None else _told(error.message)
                await unit.jobs.finish(job.id, job.fence, "failed", now, result)
            elif isinstance(error, JobLost):
                logger.info("another process took over a job")
            elif away or job.attempts < kind.attempts:
                # The type and the place, not the message: it may quote what was uploaded.
                where = (type(error), RuntimeError("(message withheld)"), error.__traceback__)
                logger.warning("a job broke and is tried again: %s", type(error).__name__, exc_info=where)
                wait = min(FIRST_RETRY * 2 ** min(job.attempts - 1, 20), LONGEST_RETRY)
                await unit.jobs.put_back(job.id, job.fence, now + wait, attempts=job.attempts - away)
            else:
                logger.error("a job failed for good: %s", type(error).__name__)
                await unit.jobs.finish(job.id, job.fence, "failed", now, _told("an internal error: see the service's log"))

    async def _give_back(self, job: RunningJob, work: "asyncio.Future[JsonObject]") -> None:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        with contextlib.suppress(StorageUnavailable):  # then the lease runs out
            async with self._database.begin() as unit:
                await unit.jobs.put_back(job.id, job.fence, self._clock(), attempts=job.attempts - 1)

    async def _keep_lease(self, row: JobRow) -> None:
        """Ends only where the lease is lost."""
        held = True
        while held:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            with contextlib.suppress(StorageUnavailable):
                async with self._database.begin() as unit:
                    held = await unit.jobs.extend(row.id, row.fence, self._clock() + LEASE)


def _told(message: str) -> JsonObject:
    return {"errors": [{"file": "", "message": message}]}
