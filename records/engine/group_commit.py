"""SQLite's one writer, shared: units of work that come while it commits go into one transaction and wait for the disk together.

A commit with `synchronous=FULL` lasts as long as the disk takes, and nobody else may write meanwhile. So the next transaction
takes in everybody who is waiting by then, each in a savepoint of its own, and commits once for all of them ("group commit":
https://dev.mysql.com/doc/refman/8.4/en/innodb-performance.html, PostgreSQL's `commit_delay`). Nobody goes on before the commit that
holds their work; where it fails, it fails for all of them, with nothing kept.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction

from domain.errors import StorageUnavailable

RETRY_AFTER_SECONDS = 2
FOREIGN_WRITER_SECONDS = 30.0  # a command beside the service may be writing


@dataclass
class _Batch:
    connection: AsyncConnection
    transaction: AsyncTransaction
    committing: asyncio.Task[None] | None = None  # from the first unit of work that went well

    @property
    def is_lost(self) -> bool:
        """Whether SQLite itself has given the transaction up, as it may when the disk is full."""
        raw = self.connection.sync_connection
        return raw is None or not raw.connection.driver_connection.in_transaction  # type: ignore[union-attr]  # open while the batch is; the attribute is sqlite3's own


class GroupCommit:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        # Whoever holds it uses the connection. It is handed on in the order in which it was asked for, so the commit comes
        # after those who were waiting and before those who come later.
        self._lock = asyncio.Lock()
        self._batch: _Batch | None = None
        self._kept: AsyncConnection | None = None  # between batches: opening one costs more than a statement

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A connection inside a transaction; when the block has ended well, returns once it is on the disk.

        Raises SQLAlchemy's errors, ``StorageUnavailable`` where another's work took this one's with it; then nothing of this
        block is kept."""
        async with self._lock:
            batch = self._batch = self._batch or await self._open()
            # Before the first has ended well there is nothing beside it that would have to be kept.
            savepoint = await batch.connection.begin_nested() if batch.committing else None
            try:
                yield batch.connection
                if savepoint:
                    await savepoint.commit()
            except BaseException as error:  # a cancelled request's as well
                is_lost = batch.is_lost
                await asyncio.shield(asyncio.create_task(self._undo(batch, savepoint)))
                if is_lost and isinstance(error, DBAPIError):
                    raise StorageUnavailable(retry_after=RETRY_AFTER_SECONDS) from error
                raise
            if batch.committing is None:
                batch.committing = asyncio.create_task(self._commit(batch))
                batch.committing.add_done_callback(_seen)
        await asyncio.shield(batch.committing)

    async def close(self) -> None:
        async with self._lock:
            if self._kept is not None:
                await self._kept.close()

    async def _open(self) -> _Batch:
        connection, self._kept = self._kept or await self._engine.connect(), None
        try:
            transaction = await connection.begin()
            await _begin_immediate(connection)
        except BaseException:  # as above
            await asyncio.shield(asyncio.create_task(connection.close()))
            raise
        return _Batch(connection, transaction)

    async def _commit(self, batch: _Batch) -> None:
        async with self._lock:
            if self._batch is not batch:
                raise StorageUnavailable(retry_after=RETRY_AFTER_SECONDS)
            self._batch = None
            try:
                await batch.transaction.commit()
            except BaseException:  # as above
                await batch.connection.close()
                raise
            self._kept = batch.connection

    async def _undo(self, batch: _Batch, savepoint: AsyncTransaction | None) -> None:
        """What came after the savepoint; without one, or where SQLite has given it up, the whole batch."""
        if savepoint is not None and not batch.is_lost:
            await savepoint.rollback()
            return
        self._batch = None
        await batch.transaction.rollback()
        await batch.connection.close()


def _seen(committed: asyncio.Task[None]) -> None:
    """Nobody may be left to hear of a failure: then that is not worth a line in the log."""
    if not committed.cancelled():
        committed.exception()


async def _begin_immediate(connection: AsyncConnection) -> None:
    """Take SQLite's one writer's place; another process that holds it is waited for without holding the event loop."""
    until = time.monotonic() + FOREIGN_WRITER_SECONDS
    while True:
        try:
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except OperationalError as error:
            busy = isinstance(error.orig, sqlite3.Error) and error.orig.sqlite_errorcode & 0xFF in (5, 6)
            if not busy or time.monotonic() > until:
                raise
        await asyncio.sleep(0.01)
