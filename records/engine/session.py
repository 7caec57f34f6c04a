"""The database: one engine, and the unit of work that a request, turn or job commits once. Connections that a server has closed
are replaced.
"""

import contextlib
import select
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, DisconnectionError, IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import QueuePool

from domain.errors import StorageUnavailable
from records.engine.group_commit import RETRY_AFTER_SECONDS, GroupCommit
from records.engine.inline_sqlite import inline_engine
from records.engine.unit import Unit
from records.engine.writes import Publish, to_nobody


def replace_lost_connections(engine: AsyncEngine) -> None:
    """Never hand out a psycopg connection whose server has gone away; the pool opens another one instead.

    SQLAlchemy's `pool_pre_ping` asks the server each time: a round trip before every transaction."""

    @event.listens_for(engine.sync_engine, "checkout")
    def _ping(connection: Any, _record: object, _proxy: object) -> None:  # Any: the adapter's own connection type
        if _has_something_to_say(connection.driver_connection.pgconn.socket):
            raise DisconnectionError


def _has_something_to_say(socket: int) -> bool:
    """Whether an idle connection's socket is readable: nothing was asked, so it can only be the server's goodbye."""
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))


T = TypeVar("T")

# https://www.sqlite.org/rescode.html: busy, locked, read-only, I/O error, full, cannot open.
_SQLITE_STORAGE_CODES = {5, 6, 8, 10, 13, 14}
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON", "secure_delete=ON")


def is_storage_trouble(error: BaseException | None) -> bool:
    """Whether an error says that the storage is full, read-only, locked or away, rather than that we asked wrongly."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return code is not None and (code & 0xFF) in _SQLITE_STORAGE_CODES
    if isinstance(error, DBAPIError):
        if isinstance(error.orig, sqlite3.Error):
            return is_storage_trouble(error.orig)
        return error.connection_invalidated or isinstance(error, OperationalError)
    return type(error).__module__.startswith("psycopg") and type(error).__name__ in {"OperationalError", "PoolTimeout"}


class AlreadyStored(Exception):
    """Another transaction stored the same key first; nothing of this one is kept."""


async def again_after_race(work: Callable[[], Awaitable[T]]) -> T:
    """Do ``work``, and once more where another process stored the same key at the same moment: what it stored is seen then."""
    try:
        return await work()
    except AlreadyStored:
        return await work()


class Database:
    """SQLite (WAL, synchronous FULL) or PostgreSQL by SQLAlchemy URL.

    ``publish`` is told what each unit of work wrote, once that is committed and before ``begin`` ends."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.publish: Publish = to_nobody
        self.engine: AsyncEngine = create_async_engine(url, pool_size=pool_size, max_overflow=10)
        self._short = self.engine
        if self.is_sqlite:
            _tune_sqlite(self.engine)
            self._short = inline_engine(url.split(":///", 1)[1])
        else:
            replace_lost_connections(self.engine)
        self._writer = GroupCommit(self._short) if self.is_sqlite else None

    @contextlib.asynccontextmanager
    async def begin(self) -> AsyncIterator[Unit]:
        """A unit of work that may write; commits when the block ends well, and then publishes what it wrote. Its statements
        are short.

        Raises ``StorageUnavailable`` where the storage does not take it, with nothing kept."""
        async with self._translated(), self._writing() as connection:
            unit = self._unit(connection)
            yield unit
            await unit.flush()
        if unit.changes:
            await self.publish(unit.changes)

    def _writing(self) -> contextlib.AbstractAsyncContextManager[AsyncConnection]:
        return self._writer.write() if self._writer else self._short.begin()

    @contextlib.asynccontextmanager
    async def read_snapshot(self) -> AsyncIterator[Unit]:
        """A unit of work of a few reads by key, from one snapshot: the cheap way on the path of a turn."""
        async with self._reading(self._short) as unit:
            yield unit

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[Unit]:
        """A unit of work that only reads, from one snapshot, and may take long."""
        async with self._reading(self.engine) as unit:
            yield unit

    @contextlib.asynccontextmanager
    async def _reading(self, engine: AsyncEngine) -> AsyncIterator[Unit]:
        snapshot = "BEGIN" if self.is_sqlite else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
        async with self._translated(), engine.connect() as connection, connection.begin():
            await connection.exec_driver_sql(snapshot)
            yield self._unit(connection)

    def _unit(self, connection: AsyncConnection) -> Unit:
        return Unit(connection)

    @contextlib.asynccontextmanager
    async def _translated(self) -> AsyncIterator[None]:
        try:
            yield
        except IntegrityError as error:
            raise AlreadyStored from error
        except DBAPIError as error:
            if is_storage_trouble(error):
                raise StorageUnavailable(retry_after=RETRY_AFTER_SECONDS) from error
            raise

    def connections(self) -> dict[str, int]:
        """How many connections of the pool are in use, and how many are idle."""
        pool = self.engine.pool
        if not isinstance(pool, QueuePool):
            return {}
        return {"in_use": pool.checkedout(), "idle": pool.checkedin()}

    async def ping(self) -> None:
        async with self.read() as unit:
            await unit.session.execute(text("SELECT 1"))

    async def close(self) -> None:
        if self._writer is not None:
            await self._writer.close()
        await self.engine.dispose()
        if self._short is not self.engine:
            await self._short.dispose()


def _tune_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:  # the adapter's own connection type
        connection.isolation_level = None  # we say BEGIN ourselves (SQLAlchemy's recipe for SQLite transactions)
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
