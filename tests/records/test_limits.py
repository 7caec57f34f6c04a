"""Uses of what is limited are counted exactly, however many ask at once, and forgotten when they no longer count."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from domain.ports.limits import Limit
from graphs.turns.limits import RecordedLimits
from records.engine.session import Database
from records.migrate import upgrade

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@asynccontextmanager
async def replicas(url: str) -> AsyncIterator[list[Database]]:
    """Two processes' views of one PostgreSQL; SQLite has one serving process."""
    found = [Database(url) for _ in range(1 if url.startswith("sqlite") else 2)]
    yield found
    for database in found:
        await database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        made = f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
    else:
        server = request.getfixturevalue("postgresql")
        name = f"limits_{uuid4().hex}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        made = server.replace("postgresql://", "postgresql+psycopg://", 1).replace("/postgres?", f"/{name}?")
    upgrade(made)
    return made


def limits_of(database: Database, at: datetime = NOON) -> RecordedLimits:
    return RecordedLimits(database, lambda subject: f"digest of {subject}", lambda: at)


ORDER, ACCOUNT = Limit("order:W1", 5), Limit("account:C1", 3)


async def test_of_twenty_at_once_as_many_get_through_as_there_may(url: str) -> None:
    async with replicas(url) as found:
        asked = [limits_of(found[n % len(found)]).take(f"turn {n}", [ORDER, ACCOUNT]) for n in range(20)]
        full = await asyncio.gather(*asked)
    assert sum(ORDER not in f for f in full) == 5
    assert sum(ACCOUNT not in f for f in full) == 3


async def test_a_turn_that_runs_again_counts_once_and_one_that_gives_back_not_at_all(url: str) -> None:
    async with replicas(url) as found:
        limits = limits_of(found[0])
        for _ in range(4):
            assert await limits.take("turn 1", [ACCOUNT]) == []
        for n in range(10):
            assert await limits.take(f"right {n}", [ACCOUNT]) == []
            await limits.give_back(f"right {n}", [ACCOUNT])
        assert await limits.take("turn 2", [ACCOUNT]) == []
        assert await limits.take("turn 3", [ACCOUNT]) == []
        assert await limits.take("turn 4", [ACCOUNT]) == [ACCOUNT]
        assert await limits.take("turn 1", [ACCOUNT]) == [], "what it holds it holds"


async def test_a_full_one_keeps_nothing_of_the_others(url: str) -> None:
    """Else the answers of the one limit would tell of the other."""
    async with replicas(url) as found:
        limits = limits_of(found[0])
        full = [await limits.take(f"turn {n}", [ORDER, ACCOUNT]) for n in range(6)]
    assert full == [[], [], [], [ACCOUNT], [ACCOUNT], [ACCOUNT, ORDER]] or full[-1] == [ORDER, ACCOUNT]


async def test_an_hour_slides_and_what_is_past_is_forgotten(url: str) -> None:
    async with replicas(url) as found:
        database = found[0]
        for minute in (0, 10, 20):
            assert await limits_of(database, NOON + timedelta(minutes=minute)).take(f"at {minute}", [ACCOUNT]) == []
        assert await limits_of(database, NOON + timedelta(minutes=59)).take("early", [ACCOUNT]) == [ACCOUNT]
        assert await limits_of(database, NOON + timedelta(minutes=61)).take("late", [ACCOUNT]) == []
        assert await limits_of(database, NOON + timedelta(minutes=62)).take("too soon", [ACCOUNT]) == [ACCOUNT]
        async with database.begin() as unit:
            await unit.limits.forget(NOON + timedelta(hours=3))
        async with database.read() as unit:
            left = (await unit.connection.exec_driver_sql("SELECT count(*) FROM limited")).scalar_one()
        assert left == 0


async def test_a_clock_that_was_put_back_holds_nobody_for_ever(url: str) -> None:
    async with replicas(url) as found:
        for n in range(3):
            await limits_of(found[0], NOON + timedelta(days=30)).take(f"turn {n}", [ACCOUNT])
        assert await limits_of(found[0]).take("now", [ACCOUNT]) == []
