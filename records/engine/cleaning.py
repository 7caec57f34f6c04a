"""Deleted rows leave no bytes: files and journals are rewritten, and looked through.

SQLite zeroes what is deleted (`secure_delete`), but copies that its b-trees made when they moved rows, and older pages in the
write-ahead log, stay: `VACUUM` writes the file anew, and the truncating checkpoint empties the log
(https://www.sqlite.org/lang_vacuum.html, https://www.sqlite.org/pragma.html#pragma_wal_checkpoint). PostgreSQL's `VACUUM` frees what
deleted rows took; its pages are written over as the tables are used, and its log goes as its settings say.
"""

import asyncio
import os
import sqlite3
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from records.engine.session import Database
from records.tables import metadata

_WAIT_SECONDS = 30.0  # for readers and for the one writer
_SEARCHED = 2000  # ids; a scan each
_PART, _OVERLAP = 1 << 22, 64  # bytes that are read at a time, and how much longer than an id


async def clean(database: Database) -> None:
    """Raises ``StorageUnavailable`` on a full disk: SQLite needs as much room again as the file has."""
    if database.is_sqlite:
        await asyncio.to_thread(_rewrite, file_of(database))
        return
    async with database.engine.connect() as connection:
        autocommit = await connection.execution_options(isolation_level="AUTOCOMMIT")
        for table in metadata.sorted_tables:
            await autocommit.exec_driver_sql(f'VACUUM "{table.name}"')


def file_of(database: Database) -> Path:
    return Path(database.url.split(":///", 1)[1])


def _rewrite(path: Path) -> None:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("VACUUM")
        until = time.monotonic() + _WAIT_SECONDS
        while True:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy or time.monotonic() > until:
                return
            time.sleep(0.05)  # a reader's snapshot is in the log
    finally:
        connection.close()


async def residue(database: Database, ids: Sequence[str]) -> list[str]:
    """Which of these ids, of up to 2,000, are still in SQLite's file or journals."""
    if not database.is_sqlite or not ids:
        return []
    return await asyncio.to_thread(_found_in, file_of(database), ids[:_SEARCHED])


def _found_in(path: Path, ids: Sequence[str]) -> list[str]:
    found: dict[str, None] = {}
    for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-journal")):
        if not file.exists():
            continue
        handle, end, start = _kept_open(file), file.stat().st_size, 0
        while start < end:
            content = os.pread(handle, _PART + _OVERLAP, start)
            found |= dict.fromkeys(one for one in ids if one.encode() in content)
            start += _PART
    return list(found)


_opened: dict[tuple[int, int], int] = {}
_opening = threading.Lock()


def _kept_open(file: Path) -> int:
    """A handle that is never closed: closing any handle of a database's file gives up all locks that this process has on it, its
    SQLite connections' too (https://www.sqlite.org/howtocorrupt.html, 2.2). The next process that closed the database would then
    take its write-ahead log away from under them. A memory map would do the same: it closes a handle of its own."""
    with _opening:
        status = file.stat()
        key = (status.st_dev, status.st_ino)
        if key not in _opened:
            _opened[key] = os.open(file, os.O_RDONLY)
        return _opened[key]
