"""A knowledge base as the service has it: SQLite on disk, embedded Chroma on disk, the shipped embedding model."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from kb.chroma import embedded_chroma
from models.embeddings import MiniLmEmbedder
from records.tables.model import Model
from tests.kb.kb_process import Shop


@pytest.fixture(scope="session")
def embedder() -> MiniLmEmbedder:
    return MiniLmEmbedder()


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/kb.db", connect_args={"timeout": 20})

    @event.listens_for(engine.sync_engine, "connect")
    def _wal(connection, _record) -> None:
        connection.execute("PRAGMA journal_mode=WAL")

    async with engine.begin() as connection:
        await connection.run_sync(Model.metadata.create_all)
    yield engine
    await engine.dispose()


@pytest.fixture
async def shop(engine: AsyncEngine, embedder: MiniLmEmbedder, tmp_path: Path) -> AsyncIterator[Shop]:
    shop = Shop(engine, embedder, embedded_chroma(tmp_path / "chroma"))
    await shop.kb.start()
    yield shop
    await shop.kb.close()
