"""`supportgraph worker`: background jobs in a process of their own, where `serve --no-worker` leaves them to it."""

import asyncio
import contextlib
import signal
from collections.abc import Callable

from domain.clock import utc_now
from domain.ids import new_id
from jobs.queue import JobQueue
from supportgraph.job_kinds import worker_jobs
from supportgraph.policy_file import load_policy
from supportgraph.remedies import remedy_evaluation
from supportgraph.retraining import candidate_maker
from supportgraph.settings import Settings
from supportgraph.stores import opened_records


async def run_worker(settings: Settings, say: Callable[[str], None]) -> None:
    """Migrate, then take jobs until a signal comes; what is running then is put back for the next worker.

    Its policy is read only so that no process of a service runs beside one with a file that is not valid."""
    load_policy(settings.policy_file)
    async with opened_records(settings) as database:
        queue = JobQueue(
            database,
            worker_jobs(
                database,
                utc_now,
                remedy_evaluation(database, settings, utc_now),
                candidate_maker(database, settings, utc_now),
            ),
            utc_now,
            new_id(),
            owns_the_database=False,
        )
        stopped = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends the process
                loop.add_signal_handler(number, stopped.set)
        try:
            await queue.start()
            say("worker: waiting for jobs. Stop with Ctrl-C.")
            await stopped.wait()
        finally:
            await queue.stop()
