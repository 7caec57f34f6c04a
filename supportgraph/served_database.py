"""A service's own database, for commands that look into it or leave something there; the service may run meanwhile."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from records.engine.session import Database
from records.migrate import is_current
from supportgraph.settings import Settings


class NoDatabase(Exception):
    """There is none yet in this data folder, or it is of another release."""


@contextlib.asynccontextmanager
async def served_database(settings: Settings) -> AsyncIterator[Database]:
    """Raises ``NoDatabase``."""
    held = Path(settings.records_url.split(":///", 1)[-1])
    if settings.is_embedded and not await asyncio.to_thread(held.exists):
        raise NoDatabase("there is no database in this data folder yet")
    if not await asyncio.to_thread(is_current, settings.records_url):
        raise NoDatabase("the database is of another version: run supportgraph db upgrade")
    database = Database(settings.records_url)
    try:
        yield database
    finally:
        await database.close()
