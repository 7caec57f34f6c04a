"""Units of work that share a commit: all of what was acknowledged is kept, nothing of what failed."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, select, text

from domain.errors import StorageUnavailable
from records.engine.session import AlreadyStored, Database
from records.engine.unit import Unit
from records.ledger import RequestKey
from records.migrate import upgrade
from records.tables.ledger import IdempotencyRow

Commits = Callable[[], int]


def _row(key: str) -> IdempotencyRow:
    return IdempotencyRow(scope="tests", key=key, request_hash="", status_code=200, created_at=datetime.now(UTC))


def _remember(unit: Unit, key: str) -> None:
    unit.keys.remember(RequestKey("tests", key, ""), 200, datetime.now(UTC))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
    upgrade(url)
    opened = Database(url)
    yield opened
    await opened.close()


@pytest.fixture
def commits(database: Database) -> Commits:
    seen: list[object] = []
    event.listen(database._short.sync_engine, "commit", seen.append)
    return lambda: len(seen)


async def _keep(database: Database, key: str, *, pause: float = 0, fails: bool = False, by_session: bool = False) -> None:
    async with database.begin() as unit:
        if by_session:
            unit.session.add(_row(key))
        else:
            _remember(unit, key)
        await unit.flush()
        await asyncio.sleep(pause)
        if fails:
            raise LookupError(key)


async def _kept(database: Database) -> set[str]:
    async with database.read() as unit:
        return set(await unit.session.scalars(select(IdempotencyRow.key)))


async def test_who_comes_together_waits_for_the_disk_once(database: Database, commits: Commits) -> None:
    await asyncio.gather(*(_keep(database, f"k{n}") for n in range(40)))
    assert await _kept(database) == {f"k{n}" for n in range(40)}
    assert commits() <= 4


async def test_alone_a_unit_of_work_waits_for_nobody(database: Database, commits: Commits) -> None:
    for n in range(5):
        await _keep(database, f"k{n}")
        assert f"k{n}" in await _kept(database), "kept when the block has ended"
    assert commits() == 5


@pytest.mark.parametrize("seed", range(12))
async def test_what_failed_or_was_given_up_takes_nothing_else_with_it(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    tasks: dict[str, asyncio.Task[None]] = {}
    for n in range(30):
        pause, fails, by_session = chance.choice([0, 0, 0.002]), chance.random() < 0.3, chance.random() < 0.5
        work = _keep(database, f"k{n}", pause=pause, fails=fails, by_session=by_session)
        tasks[f"k{n}"] = asyncio.create_task(work)
        if chance.random() < 0.3:
            await asyncio.sleep(chance.choice([0, 0.001, 0.003]))
            chance.choice(list(tasks.values())).cancel()
    await asyncio.wait(tasks.values(), timeout=20)
    kept = await _kept(database)
    for key, task in tasks.items():
        assert task.done(), "nobody waits for ever"
        if not task.cancelled():  # what was cancelled while it was being committed may be there
            assert (key in kept) == (task.exception() is None)
    await _keep(database, "afterwards")
    assert "afterwards" in await _kept(database)


async def test_the_same_key_twice_in_one_commit_is_stored_once(database: Database) -> None:
    told = await asyncio.gather(*(_keep(database, "the key") for _ in range(6)), return_exceptions=True)
    assert sorted(type(t).__name__ for t in told) == sorted(["NoneType", *[AlreadyStored.__name__] * 5])
    assert await _kept(database) == {"the key"}


async def test_where_the_disk_is_full_everybody_is_told_and_nothing_is_kept(database: Database) -> None:
    async with database.begin() as unit:
        await unit.session.execute(text("CREATE TABLE filler (data BLOB)"))

    async def fill(key: str, size: int) -> None:
        async with database.begin() as unit:
            await unit.session.execute(text("PRAGMA max_page_count = 1"))
            _remember(unit, key)
            await unit.flush()
            await unit.session.execute(text("INSERT INTO filler VALUES (zeroblob(:size))"), {"size": size})

    sizes = [10, 10, 5_000_000, 10]
    told = await asyncio.gather(*(fill(f"k{n}", size) for n, size in enumerate(sizes)), return_exceptions=True)
    kept = await _kept(database)
    for n, answer in enumerate(told):
        assert (f"k{n}" in kept) == (answer is None)
    assert isinstance(told[2], StorageUnavailable)
    async with database.begin() as unit:
        await unit.session.execute(text("PRAGMA max_page_count = 1073741823"))
    await _keep(database, "afterwards")
