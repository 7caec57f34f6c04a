"""Jobs: run once each, taken over when abandoned, tried again when they break; on both databases."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from domain.conversation import JsonObject
from domain.errors import StorageUnavailable
from domain.jobs import Job, JobFailed
from jobs.queue import LEASE, JobKind, JobLost, JobQueue, RunningJob
from records.engine.session import Database

Run = Callable[[RunningJob], Awaitable[JsonObject]]


class Bench:
    """One process that runs jobs, with the clock in the test's hands."""

    def __init__(self, database: Database, run: Run, *, owner: str = "one", attempts: int = 3, owns: bool = False) -> None:
        self.database, self.now = database, datetime(2026, 12, 1, 12, tzinfo=UTC)
        kinds = {"work": JobKind(run, attempts)}
        self.queue = JobQueue(database, kinds, lambda: self.now, owner, owns_the_database=owns)

    async def add(self, blob: bytes | None = None, **payload: object) -> str:
        async with self.database.begin() as unit:
            job = await unit.jobs.add("work", payload, self.now, blob)
        self.queue.wake()
        return job.id

    async def look(self, job_id: str) -> Job:
        async with self.database.read_snapshot() as unit:
            found = await unit.jobs.get(job_id)
        assert found is not None
        return found

    async def until(self, job_id: str, *statuses: str) -> Job:
        async with asyncio.timeout(20):
            while (job := await self.look(job_id)).status not in statuses:
                self.queue.wake()
                await asyncio.sleep(0.01)
        return job


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobs.queue.POLL_SECONDS", 0.05)


async def test_a_job_runs_with_its_upload_and_leaves_its_result(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        data = await job.blob()
        async with job.step(1, 2):
            pass
        async with job.step(2, 2):
            pass
        return {"bytes": len(data), "sum": sum(data), "name": job.payload["name"]}

    bench = Bench(database, run)
    await bench.queue.start()
    blob = bytes(range(256)) * 10_000  # more than two parts
    job = await bench.until(await bench.add(blob, name="x"), "succeeded")
    assert job.result == {"bytes": len(blob), "sum": sum(blob), "name": "x"}
    assert (job.done, job.total, job.finished_at) == (2, 2, bench.now)
    async with database.read_snapshot() as unit:
        assert await unit.jobs.blob(job.id) == b""
    await bench.queue.stop()


async def test_two_processes_share_the_jobs_and_none_runs_twice(database: Database) -> None:
    ran: Counter[str] = Counter()

    async def run(job: RunningJob) -> JsonObject:
        ran[job.id] += 1
        await asyncio.sleep(0.01)
        return {}

    one, two = Bench(database, run), Bench(database, run, owner="two")
    jobs = [await one.add() for _ in range(20)]
    await asyncio.gather(one.queue.start(), two.queue.start())
    for job in jobs:
        await one.until(job, "succeeded")
    await asyncio.gather(one.queue.stop(), two.queue.stop())
    assert ran == Counter(jobs)


async def test_what_a_dead_process_held_is_taken_over_and_its_late_writes_are_refused(database: Database) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()
    late: list[Exception] = []

    async def hang(job: RunningJob) -> JsonObject:
        began.set()
        await go_on.wait()
        try:
            async with job.step(1, 1):
                late.append(AssertionError("was let in"))
        except JobLost as lost:
            late.append(lost)
            raise
        return {"by": "one"}

    async def run(job: RunningJob) -> JsonObject:
        return {"by": "two"}

    one, two = Bench(database, hang), Bench(database, run, owner="two")
    await one.queue.start()
    job = await one.add()
    await began.wait()
    await two.queue.start()
    await asyncio.sleep(0.2)
    assert (await two.look(job)).status == "running"  # the lease still runs
    two.now += LEASE + timedelta(seconds=1)
    assert (await two.until(job, "succeeded")).result == {"by": "two"}
    go_on.set()
    await asyncio.sleep(0.2)
    assert [type(error) for error in late] == [JobLost]
    assert (await two.look(job)).result == {"by": "two"}
    await asyncio.gather(one.queue.stop(), two.queue.stop())


async def test_a_start_frees_the_jobs_of_a_process_that_is_known_to_be_gone(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        return {}

    bench = Bench(database, run, owns=True)
    job = await bench.add()
    async with database.begin() as unit:
        assert await unit.jobs.claim("work", "gone", bench.now, bench.now + LEASE)
    await bench.queue.start()
    assert (await bench.until(job, "succeeded")).status == "succeeded"
    await bench.queue.stop()


async def test_a_stop_puts_back_what_was_running(database: Database) -> None:
    began = asyncio.Event()

    async def hang(job: RunningJob) -> JsonObject:
        began.set()
        await asyncio.Event().wait()
        return {}

    bench = Bench(database, hang)
    await bench.queue.start()
    job = await bench.add()
    await began.wait()
    await bench.queue.stop()
    assert (await bench.look(job)).status == "queued"


async def test_a_broken_job_is_tried_again_later_and_at_last_given_up(database: Database) -> None:
    tries: list[datetime] = []

    async def run(job: RunningJob) -> JsonObject:
        tries.append(bench.now)
        raise RuntimeError("the secret is Sesame")

    bench = Bench(database, run)
    await bench.queue.start()
    job = await bench.add()
    while (await bench.look(job)).status != "failed":
        bench.now += timedelta(seconds=1)
        await asyncio.sleep(0.06)
    assert len(tries) == 3
    waits = [(later - earlier).total_seconds() for earlier, later in pairwise(tries)]
    assert 2 <= waits[0] < waits[1]
    assert waits[1] >= 4
    held = await bench.look(job)
    assert "Sesame" not in str(held)
    assert held.result["errors"]
    await bench.queue.stop()


async def test_whoever_gets_on_is_not_given_up(database: Database) -> None:
    tries = 0

    async def run(job: RunningJob) -> JsonObject:
        nonlocal tries
        tries += 1
        if tries > 6:
            return {}
        async with job.step(tries, 7):
            pass
        raise RuntimeError

    bench = Bench(database, run, attempts=2)
    await bench.queue.start()
    job = await bench.add()
    while (held := await bench.look(job)).finished_at is None:
        bench.now += timedelta(minutes=1)
        await asyncio.sleep(0.03)
    assert (held.status, tries) == ("succeeded", 7)
    await bench.queue.stop()


async def test_a_job_that_takes_its_process_down_each_time_is_given_up(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        raise AssertionError("is not run once more")

    bench = Bench(database, run, attempts=2)
    job = await bench.add()
    for owner in ("first", "second"):
        async with database.begin() as unit:
            assert await unit.jobs.claim("work", owner, bench.now, bench.now + LEASE)
        bench.now += 2 * LEASE
    await bench.queue.start()
    assert "given up" in str((await bench.until(job, "failed")).result)
    await bench.queue.stop()


async def test_what_no_repeat_mends_fails_at_once_with_its_words(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        raise JobFailed("the file is empty")

    bench = Bench(database, run)
    await bench.queue.start()
    job = await bench.until(await bench.add(), "failed")
    assert job.result == {"errors": [{"file": "", "message": "the file is empty"}]}
    await bench.queue.stop()


async def test_a_storage_that_is_away_uses_up_no_attempts(database: Database) -> None:
    tries = 0

    async def run(job: RunningJob) -> JsonObject:
        nonlocal tries
        tries += 1
        if tries < 6:
            raise StorageUnavailable(retry_after=1)
        return {}

    bench = Bench(database, run, attempts=2)
    await bench.queue.start()
    job = await bench.add()
    while (held := await bench.look(job)).finished_at is None:
        bench.now += timedelta(minutes=10)
        await asyncio.sleep(0.03)
    assert held.status == "succeeded"
    await bench.queue.stop()


async def test_a_step_and_its_work_are_one_commit(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        async with job.step(1, 1) as unit:
            await unit.imports.remember("a", "hash", bench.now)
            raise JobFailed("in the middle")
        return {}

    bench = Bench(database, run)
    await bench.queue.start()
    job = await bench.until(await bench.add(), "failed")
    async with database.read_snapshot() as unit:
        assert await unit.imports.hash_of("a") is None
    assert job.done == 0
    await bench.queue.stop()


async def test_what_ended_long_ago_is_forgotten(database: Database) -> None:
    async def run(job: RunningJob) -> JsonObject:
        return {}

    bench = Bench(database, run)
    await bench.queue.start()
    old = await bench.add()
    await bench.until(old, "succeeded")
    await bench.queue.stop()
    later = Bench(database, run)
    later.now += timedelta(days=31)
    await later.queue.start()
    async with asyncio.timeout(10):
        while True:
            async with database.read_snapshot() as unit:
                if await unit.jobs.get(old) is None:
                    break
            await asyncio.sleep(0.02)
    await later.queue.stop()
