"""`supportgraph worker`: background jobs in a process of their own, where `serve --no-worker` leaves them to it."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable

from domain.clock import utc_now
from domain.errors import StorageUnavailable
from domain.ids import new_id
from jobs.maintenance import FORGET_SECONDS
from jobs.queue import JobQueue
from jobs.scheduled import SendReport, WeeklySchedule
from supportgraph.building.job_kinds import remedy_evaluation, scoring_of, worker_jobs
from supportgraph.building.stores import opened_records
from supportgraph.building.weekly_reports import ways_of, weekly_reports
from supportgraph.configuration.rule_files import load_policy
from supportgraph.configuration.settings import Settings
from supportgraph.processes.retraining import candidate_maker

logger = logging.getLogger(__name__)


async def run_worker(settings: Settings, say: Callable[[str], None]) -> None:
    """Migrate, then take jobs until a signal comes; what is running then is put back for the next worker.

    Its policy is read only so that no process of a service runs beside one with a file that is not valid."""
    load_policy(settings.policy_file)
    ways = ways_of(settings)
    async with opened_records(settings) as database:
        queue = JobQueue(
            database,
            worker_jobs(
                database,
                utc_now,
                remedy_evaluation(database, settings, utc_now),
                candidate_maker(database, settings, utc_now),
                # Made anew each week: a worker does not keep the figures of everything in its memory in between.
                SendReport(lambda week: weekly_reports(database, utc_now).of(week), ways),
                scoring_of(database, utc_now),
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
            await _plan_until(stopped, WeeklySchedule(database, utc_now, ways))
        finally:
            await queue.stop()


async def _plan_until(stopped: asyncio.Event, weekly: WeeklySchedule) -> None:
    """Serving processes plan the weekly report too: it is due once, whoever looks first."""
    while not stopped.is_set():
        try:
            await weekly.schedule()
        except StorageUnavailable:
            logger.warning("the storage does not take writes now")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), FORGET_SECONDS)
