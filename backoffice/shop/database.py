"""The shop's database: SQLite or PostgreSQL, one transaction at a time, storage trouble told as `DeskUnavailable`."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from backoffice.shop.tables import metadata
from domain.shop import DeskUnavailable

# Any fixed number: replicas that start together create the tables one after the other.
_CREATION_LOCK = 7_203_411
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON", "secure_delete=ON")


class ShopDatabase:
    """``source`` is a SQLAlchemy URL, or an engine whose SQLite connections leave ``BEGIN`` to us."""

    def __init__(self, source: AsyncEngine | str) -> None:
        if isinstance(source, str):
            source = create_async_engine(source, pool_pre_ping=not source.startswith("sqlite"))
            if source.dialect.name == "sqlite":
                event.listen(source.sync_engine, "connect", _tune_sqlite)
        self.engine = source
        self.is_sqlite = source.dialect.name == "sqlite"
        # SQLite has one writer anyway; waiting here is fair where its busy loop is not.
        self._writing: contextlib.AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if self.is_sqlite else contextlib.nullcontext()
        )

    async def prepare(self) -> None:
        """Create the tables that are missing."""
        async with self.write() as connection:
            if not self.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _CREATION_LOCK})
            await connection.run_sync(metadata.create_all)

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; commits when the block ends well."""
        async with _told_as_unavailable(), self._writing, self.engine.connect() as connection, connection.begin():
            if self.is_sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Only reads; each statement sees what is committed by then, on both databases."""
        async with _told_as_unavailable(), self.engine.connect() as connection:
            yield connection

    async def close(self) -> None:
        await self.engine.dispose()


@contextlib.asynccontextmanager
async def _told_as_unavailable() -> AsyncIterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as error:
        raise DeskUnavailable("the shop's database does not answer") from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise DeskUnavailable("the shop's database went away") from error
        raise


def _tune_sqlite(connection: Any, _record: object) -> None:  # Any: the driver adapter's own connection type
    connection.isolation_level = None  # we say BEGIN ourselves (SQLAlchemy's recipe for SQLite transactions)
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
