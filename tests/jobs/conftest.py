"""A database of each kind for the queue."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from records.engine.session import Database
from records.tables import metadata
from tests.postgresql import by_psycopg, running_postgresql


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A server without other rooms' tables."""
    with running_postgresql() as url:
        yield by_psycopg(url)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    small = f"sqlite+aiosqlite:///{tmp_path}/jobs.db"
    database = Database(small if request.param == "sqlite" else request.getfixturevalue("postgresql"))
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
    yield database
    await database.close()
