"""What is kept of the key figures between starts: always what reading everything anew gives, whoever died, erased or wrote meanwhile."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import psycopg
import pytest

from domain.clock import Clock, utc_now
from insights import kpi_index
from insights.conversation_summary import Summary
from insights.kpi_index import MADE_BY, KpiIndex, packed, unpacked
from insights.kpi_table import KpiTable
from records.engine.session import Database
from records.kpi_blocks import KpiBlocks
from tests.service import ENGINEER, Served, Talk


@pytest.fixture(params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service of this test alone: it keeps its own figures only when it starts, and after a minute."""
    env = {}
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        env = {"SUPPORTGRAPH_DATABASE_URL": url, "SUPPORTGRAPH_VAULT_KEY": "A" * 43 + "="}
    with Served(tmp_path_factory.mktemp("kept") / "data", demo=False, **env) as served:
        yield served


def talks(served: Served, n: int) -> list[Talk]:
    found = [served.talk(consent=True, region="FJ", locale="en-FJ") for _ in range(n)]
    for talk in found:
        talk.say("How long does delivery take?")
    return found


@contextlib.asynccontextmanager
async def records(served: Served) -> AsyncIterator[Database]:
    url = served.env.get("SUPPORTGRAPH_DATABASE_URL")
    if url is None:
        async with served.records() as database:
            yield database
        return
    database = Database(url.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        yield database
    finally:
        await database.close()


def later() -> datetime:
    """The clock of a process that keeps, so that the next start need not read again what is a minute old."""
    return utc_now() + timedelta(minutes=10)


async def counted(database: Database, clock: Clock = utc_now) -> dict[str, Summary]:
    """By a process that starts now."""
    found = (await KpiIndex(database, clock).period(None, None)).summaries
    anew = (await KpiIndex(database, clock, begins_anew=True).period(None, None)).summaries
    assert sorted(found, key=lambda one: one.id) == sorted(anew, key=lambda one: one.id)
    return {one.id: one for one in found}


async def stored(database: Database) -> dict[str, KpiTable | None]:
    async with database.read() as unit:
        blocks = await unit.kpi_blocks.all(MADE_BY)
    return {day: None if block is None else unpacked(block, KpiTable()) for day, block in blocks.items()}


async def ids_stored(database: Database) -> set[str]:
    return {own for table in (await stored(database)).values() if table for own in table.ids}


async def keep(database: Database, clock: Clock = utc_now) -> None:
    index = KpiIndex(database, clock)
    await index.period(None, None)
    await index.keep()


class Meanwhile(KpiIndex):
    """Something happens between what it reads and what it keeps."""

    happens: Callable[[], Awaitable[object]] | None = None

    async def refresh(self) -> None:
        await super().refresh()
        if self.happens:
            happens, self.happens = self.happens, None
            await happens()


async def mark(database: Database, own: str) -> None:
    """A row of what is kept becomes another, so that it is seen where it comes from."""
    async with database.begin() as unit:
        for day, version in (await unit.kpi_blocks.versions()).items():
            block = (await unit.kpi_blocks.all(MADE_BY))[day]
            assert block
            table = unpacked(block, KpiTable())
            if own in table.ids:
                table.rows["turns"][table.ids.index(own)] = 77
                assert await unit.kpi_blocks.keep(day, version, MADE_BY, packed(table))


def test_a_start_begins_from_what_was_kept_and_reads_what_changed_since(kept: Served) -> None:
    old, changed = talks(kept, 2)

    async def lived() -> None:
        async with records(kept) as database:
            await keep(database)
            assert (await counted(database))[changed.id].csat is None
            kept.call("POST", f"/v1/conversations/{changed.id}/csat", {"score": 5}, changed.token)
            assert (await counted(database))[changed.id].csat == 5
            await keep(database, later)
            await mark(database, old.id)
            started = {one.id: one for one in (await KpiIndex(database, later).period(None, None)).summaries}
            assert started[old.id].turns == 77, "it is not read again"

    asyncio.run(lived())


def test_what_is_erased_is_kept_no_more_and_nobody_keeps_what_they_read_before(kept: Served) -> None:
    stays, gone, late = talks(kept, 3)

    async def lived() -> None:
        async with records(kept) as database:
            await keep(database)
            assert await ids_stored(database) == {stays.id, gone.id, late.id}
            kept.ok("DELETE", f"/v1/conversations/{gone.id}")
            assert gone.id not in await ids_stored(database)
            assert gone.id not in await counted(database)
            index = Meanwhile(database, utc_now)
            await index.refresh()
            index.happens = partial(asyncio.to_thread, kept.ok, "DELETE", f"/v1/conversations/{late.id}")
            await index.keep()
            assert index.happens is None
            assert await ids_stored(database) == set()
            left = await counted(database)
            assert (stays.id in left, late.id in left, sum(one.is_erased for one in left.values())) == (True, False, 2)
            await index.keep()
            assert await ids_stored(database) == left.keys()
            assert await counted(database) == left

    asyncio.run(lived())


def test_an_erasure_before_anything_was_kept_is_honoured_too(kept: Served) -> None:
    stays, gone = talks(kept, 2)

    async def lived() -> None:
        async with records(kept) as database:
            index = Meanwhile(database, utc_now)
            index.happens = partial(asyncio.to_thread, kept.ok, "DELETE", f"/v1/conversations/{gone.id}")
            await index.keep()
            assert await ids_stored(database) == set()
            await index.keep()
            assert stays.id in await ids_stored(database)
            assert gone.id not in await ids_stored(database)
            await counted(database)

    asyncio.run(lived())


def test_two_replicas_write_nothing_older_over_what_the_other_wrote(kept: Served) -> None:
    (talk,) = talks(kept, 1)

    async def lived() -> None:
        async with records(kept) as database:
            slow = Meanwhile(database, utc_now)

            async def other() -> None:
                kept.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 2}, talk.token)
                await keep(database)

            slow.happens = other
            await slow.keep()
            (table,) = (await stored(database)).values()
            assert table
            assert [one.csat for one in table.summaries] == [2]
            await slow.keep()
            assert (await counted(database))[talk.id].csat == 2

    asyncio.run(lived())


def test_who_dies_while_keeping_loses_nothing(kept: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    (talk,) = talks(kept, 1)

    async def lived() -> None:
        async with records(kept) as database:
            await keep(database)
            kept.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 4}, talk.token)
            for step in ("keep", "kept_until"):
                with monkeypatch.context() as dying:
                    dying.setattr(KpiBlocks, step, _dies)
                    with pytest.raises(asyncio.CancelledError):
                        await keep(database)
                assert (await counted(database))[talk.id].csat == 4
            kept.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 3}, talk.token)
            index = KpiIndex(database, utc_now)
            with monkeypatch.context() as dying:
                dying.setattr(KpiBlocks, "keep", _dies)
                with pytest.raises(asyncio.CancelledError):
                    await index.keep()
            await index.keep()
            (table,) = (await stored(database)).values()
            assert table
            assert [one.csat for one in table.summaries] == [3], "what was not kept is kept the next time"

    asyncio.run(lived())
    kept.restart_after_kill()
    (shown,) = kept.ok("GET", "/v1/kpis", key=ENGINEER)["items"]
    assert (shown["conversations"], shown["csat"]["responses"]) == (1, 1)


async def _dies(*_: object) -> bool:
    raise asyncio.CancelledError


@pytest.mark.parametrize("counted_", [b"", b"PK no archive"])
def test_a_day_that_cannot_be_read_is_counted_anew_and_kept_again(kept: Served, counted_: bytes) -> None:
    (talk,) = talks(kept, 1)

    async def lived() -> None:
        async with records(kept) as database:
            await keep(database)
            async with database.begin() as unit:
                ((day, version),) = (await unit.kpi_blocks.versions()).items()
                assert await unit.kpi_blocks.keep(day, version, MADE_BY, counted_)
            assert talk.id in await counted(database)
            await keep(database)
            assert await ids_stored(database) == {talk.id}

    asyncio.run(lived())


def test_what_other_code_kept_is_not_counted(kept: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where replicas of two releases keep in turn, each reads its own and what is missing."""
    (talk,) = talks(kept, 1)

    async def lived() -> None:
        async with records(kept) as database:
            await keep(database, later)
            await mark(database, talk.id)
            with monkeypatch.context() as newer:
                newer.setattr(kpi_index, "MADE_BY", "another digest")
                assert (await counted(database))[talk.id].turns == 1
                await keep(database)
            assert (await stored(database)).popitem()[1] is None
            assert (await counted(database))[talk.id].turns == 1
            await keep(database)
            assert await ids_stored(database) == {talk.id}

    asyncio.run(lived())
