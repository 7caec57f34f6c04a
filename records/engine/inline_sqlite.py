"""SQLite without a thread hop a statement: statements run where they are awaited, only commits leave the event loop.

A short statement on a local file takes some ten microseconds; handing it to aiosqlite's thread and back costs several
hundred of CPU (`python -m evals.benchmarks.statements`). A commit waits for the disk, so it goes to a thread. Long reads stay
with aiosqlite (`Database.read`), so that they never hold the loop.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

from pydantic_core import from_json, to_json
from sqlalchemy.engine import AdaptedConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

_BUSY_WAIT_MS = 20  # a foreign writer is waited for in short steps, so that other conversations go on meanwhile
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_WAIT_MS}", "foreign_keys=ON", "secure_delete=ON")
_COMMITS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="commit")


async def _nothing() -> None:
    """What SQLAlchemy's asynchronous layer awaits where there is nothing to wait for: it insists on one await a statement."""


class InlineCursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """SQLAlchemy's adapters may have to give something back here; this one has nothing."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # Any: whatever SQLAlchemy binds
        super().execute(sql, parameters)
        await_only(_nothing())
        return self

    def executemany(self, sql: str, parameters: Any, /) -> Self:  # Any: as above
        super().executemany(sql, parameters)
        await_only(_nothing())
        return self


class InlineConnection(AdaptedConnection):
    """sqlite3's own connection, with a commit that awaits."""

    __slots__ = ("_changes", "_sqlite")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sqlite = connection
        self._connection: Any = connection  # SQLAlchemy declares it as aiosqlite's
        self._changes = connection.total_changes

    def cursor(self, server_side: bool = False) -> sqlite3.Cursor:  # noqa: ARG002 (SQLAlchemy's signature; a file has no other side)
        return self._sqlite.cursor(InlineCursor)

    def create_function(self, name: str, arguments: int, function: Callable[..., Any], **options: bool) -> None:
        self._sqlite.create_function(name, arguments, function, **options)

    def commit(self) -> None:
        connection = self._sqlite
        if connection.total_changes == self._changes:
            connection.commit()  # nothing was written, so there is no disk to wait for
            return
        self._changes = connection.total_changes
        await_only(asyncio.get_running_loop().run_in_executor(_COMMITS, connection.commit))

    def rollback(self) -> None:
        self._sqlite.rollback()

    def close(self) -> None:
        self._sqlite.close()


class InlineSqlite:
    """The DBAPI module that SQLAlchemy's asynchronous SQLite dialect is given instead of aiosqlite."""

    paramstyle = "qmark"
    has_stop = False  # of aiosqlite's thread: there is none
    DatabaseError, Error = sqlite3.DatabaseError, sqlite3.Error
    IntegrityError, NotSupportedError = sqlite3.IntegrityError, sqlite3.NotSupportedError
    OperationalError, ProgrammingError = sqlite3.OperationalError, sqlite3.ProgrammingError
    sqlite_version, sqlite_version_info = sqlite3.sqlite_version, sqlite3.sqlite_version_info
    Binary = memoryview

    def connect(self, path: str, **_: object) -> InlineConnection:
        # Transactions are begun by whoever opens them, and commits run in another thread.
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, cached_statements=512)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return InlineConnection(connection)


def dumped(value: Any) -> str:  # Any: JSON of any shape
    return to_json(value).decode()


def inline_engine(path: Path | str, pool_size: int = 10) -> AsyncEngine:
    """An engine on a SQLite file (WAL, synchronous FULL) whose statements run on the event loop."""
    return create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        module=InlineSqlite(),
        pool_size=pool_size,
        max_overflow=20,
        json_serializer=dumped,
        json_deserializer=from_json,
    )
