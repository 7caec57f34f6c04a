"""SQLite without a thread hop a statement: statements run where they are awaited, only commits leave the event loop.

A short statement on a local file takes some ten microseconds; handing it to aiosqlite's thread and back takes several
hundred of CPU (`evals/benchmarks/statements.py` measures both). A commit waits for the disk, so it goes to a thread.
Long reads stay with aiosqlite (`Database.read`), so that they never hold the loop.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_BUSY_WAIT_MS = 20  # a foreign writer is waited for in short steps, so that other conversations go on meanwhile
_COMMITS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="commit")
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_WAIT_MS}", "foreign_keys=ON", "secure_delete=ON")

_Parameters = Sequence[Any] | dict[str, Any]  # whatever SQLAlchemy binds


class InlineCursor:
    """What SQLAlchemy's adapter asks of an aiosqlite cursor, answered at once."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def execute(self, sql: str, parameters: _Parameters = ()) -> Self:
        self._cursor.execute(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[_Parameters]) -> Self:
        self._cursor.executemany(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def fetchone(self) -> Any:  # a row of the statement's own shape
        return self._cursor.fetchone()

    async def fetchmany(self, size: int) -> list[Any]:
        return self._cursor.fetchmany(size)

    async def close(self) -> None:
        self._cursor.close()

    @property
    def description(self) -> Any:  # the DBAPI's column tuples
        return self._cursor.description

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount


class InlineConnection:
    """What SQLAlchemy's adapter asks of an aiosqlite connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes = connection.total_changes
        self.isolation_level = None  # transactions are begun by whoever opens them

    async def cursor(self) -> InlineCursor:
        return InlineCursor(self._connection.cursor())

    async def create_function(self, name: str, arguments: int, function: Callable[..., Any], **options: bool) -> None:
        self._connection.create_function(name, arguments, function, **options)

    async def commit(self) -> None:
        if self._connection.total_changes == self._changes:
            self._connection.commit()  # nothing was written, so there is no disk to wait for
        else:
            self._changes = self._connection.total_changes
            await asyncio.get_running_loop().run_in_executor(_COMMITS, self._connection.commit)

    async def rollback(self) -> None:
        self._connection.rollback()

    async def close(self) -> None:
        self._connection.close()

    def stop(self) -> None:
        self._connection.close()


def inline_engine(path: Path | str, pool_size: int = 10) -> AsyncEngine:
    """An engine on a SQLite file (WAL, synchronous FULL) whose statements run on the event loop."""

    async def connect() -> InlineConnection:
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, cached_statements=512)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return InlineConnection(connection)

    return create_async_engine(f"sqlite+aiosqlite:///{path}", async_creator=connect, pool_size=pool_size, max_overflow=20)
