"""What is done by the clock: each day what the policy no longer keeps is taken out, ended conversations are scored, a batch a step, and
once a week the report of the week before goes to whom it is set to go, a job a way.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, timedelta

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.jobs import SEND_REPORT
from insights.scores.score_service import ScoreService
from insights.weekly_report import Week, WeeklyReport
from jobs.queue import RunningJob
from records.engine.session import Database
from rights.retention import Retention


class ApplyRetention:
    def __init__(self, retention: Retention) -> None:
        self._retention = retention

    async def __call__(self, job: RunningJob) -> JsonObject:
        """The counts by kind. It may be stopped anywhere and run again."""
        del job
        return (await self._retention.apply()).kinds


class ScoreConversations:
    def __init__(self, scores: ScoreService, clock: Clock) -> None:
        self._scores, self._clock = scores, clock

    async def __call__(self, job: RunningJob) -> JsonObject:
        """It may be stopped anywhere and run again: what is scored is not due any more."""
        done, seen = 0, set[str]()
        while True:
            read_at = self._clock()
            ids = [i for i in await self._scores.due() if i not in seen]
            if not ids:
                return {"scored": done}
            seen.update(ids)  # what changes while it runs is the next job's
            scores = await self._scores.scored(ids)
            done += len(scores)
            async with job.step(done, 0) as unit:
                await self._scores.keep(unit, scores, read_at)


Deliver = Callable[[WeeklyReport], Awaitable[None]]
MakeReport = Callable[[Week], Awaitable[WeeklyReport]]
_HOUR = 6  # of Monday in UTC: what was said on Sunday evening has ended


class SendReport:
    """``ways``: how it is delivered, by name. What fails is tried again; a mail that went out twice has one Message-ID."""

    def __init__(self, report: MakeReport, ways: Mapping[str, Deliver]) -> None:
        self._report, self._ways = report, ways

    async def __call__(self, job: RunningJob) -> JsonObject:
        deliver = self._ways.get(str(job.payload["way"]))
        if deliver is None:
            return {"week": job.payload["week"], "skipped": "it is no longer set"}
        await deliver(await self._report(Week.named(str(job.payload["week"]))))
        return {"week": job.payload["week"], "way": job.payload["way"]}


class WeeklySchedule:
    def __init__(self, database: Database, clock: Clock, ways: Mapping[str, Deliver]) -> None:
        self._database, self._clock, self._ways = database, clock, ways

    async def schedule(self) -> None:
        """Add the jobs of the last whole week where there are none yet: from Monday morning on, or with the first start."""
        now = self._clock()
        week = Week.before(now)
        if not self._ways or now.astimezone(UTC) < week.end + timedelta(hours=_HOUR):
            return
        async with self._database.begin() as unit:
            await unit.audit.lock_end()  # one process after the other, so that no two add the same
            latest = await unit.jobs.list(kind=SEND_REPORT, after=None, limit=1)
            if not latest or latest[0].created_at < week.end:
                for way in self._ways:
                    await unit.jobs.add(SEND_REPORT, {"week": week.name, "way": way}, now)
