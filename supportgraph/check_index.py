"""`supportgraph kb verify` where no service runs: the index as it lies there, before any start has healed it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from domain.conversation import JsonObject
from domain.ports.knowledge import ArticleStore
from jobs.verify_index import compared_twice
from kb.index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.embeddings import MiniLmEmbedder
from records.migrate import upgrade
from records.session import Database
from supportgraph.job_kinds import comparing
from supportgraph.settings import Settings
from supportgraph.wiring import chroma_of


async def check_index(settings: Settings) -> JsonObject:
    """What was found, and whether it is ``whole`` after the repair.

    Raises ``KnowledgeIndexLocked`` where a service holds the index, ``JobFailed`` where the vector store does not answer."""
    if settings.chroma_url is None or settings.is_embedded:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    await asyncio.to_thread(upgrade, settings.records_url)
    database = Database(settings.records_url)

    @contextlib.asynccontextmanager
    async def open_articles() -> AsyncIterator[ArticleStore]:
        async with database.read() as unit:
            yield unit.articles

    embedder = MiniLmEmbedder()
    knowledge = KnowledgeBase(open_articles, embedder, KnowledgeIndex(embedder, chroma_of(settings)))
    try:
        return await compared_twice(comparing(knowledge))
    finally:
        await knowledge.close()
        await database.close()
