"""A knowledge base as the service has it: SQLite on disk, embedded Chroma on disk, the shipped embedding model."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from demo import PREPARED
from kb.index.chroma import embedded_chroma
from models.embeddings import MiniLmEmbedder, PreparedVectors
from records.engine.session import Database
from records.tables.model import Model
from tests.kb.kb_process import Shop


@pytest.fixture(scope="session")
def embedder() -> MiniLmEmbedder:
    return MiniLmEmbedder(prepared=PreparedVectors(PREPARED))  # the demo's texts in no time


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/kb.db")
    async with database.engine.begin() as connection:
        await connection.run_sync(Model.metadata.create_all)
    yield database
    await database.close()


@pytest.fixture
async def shop(database: Database, embedder: MiniLmEmbedder, tmp_path: Path) -> AsyncIterator[Shop]:
    shop = Shop(database, embedder, embedded_chroma(tmp_path / "chroma"))
    await shop.kb.start()
    yield shop
    await shop.kb.close()
