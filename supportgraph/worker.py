"""`supportgraph worker`: background jobs in a process of their own, where `serve --no-worker` leaves them to it."""

import asyncio
import contextlib
import signal
from collections.abc import Callable

from domain.clock import utc_now
from domain.ids import new_id
from jobs.queue import JobQueue
from records.migrate import upgrade
from records.session import Database
from supportgraph.job_kinds import worker_jobs
from supportgraph.settings import Settings


async def run_worker(settings: Settings, say: Callable[[str], None]) -> None:
    """Migrate, then take jobs until a signal comes; what is running then is put back for the next worker."""
    if settings.is_embedded:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    await asyncio.to_thread(upgrade, settings.records_url)
    database = Database(settings.records_url)
    queue = JobQueue(database, worker_jobs(database, utc_now), utc_now, new_id(), owns_the_database=False)
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
        await database.close()
