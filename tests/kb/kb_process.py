"""One process of the service, as far as the knowledge base goes, with the clock in the test's hands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from domain.knowledge import Article, ArticleDraft
from domain.ports.understanding import Embedder
from kb.index.chroma import Connect
from kb.index.segment_index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from records.articles import SqlArticles
from records.engine.session import Database


class Shop:
    def __init__(self, database: Database, embedder: Embedder, connect: Connect) -> None:
        self.database = database
        self.now = datetime(2026, 12, 1, 12, tzinfo=UTC)
        self.index = KnowledgeIndex(embedder, connect)
        self.kb = KnowledgeBase(self.reading, embedder, self.index, clock=lambda: self.now)

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqlArticles]:
        """A transaction that may write."""
        async with self.database.begin() as unit:
            yield unit.articles

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqlArticles]:
        async with self.database.read() as unit:
            yield unit.articles

    async def write(self, title: str, body: str, article_id: str | None = None, **fields: object) -> Article:
        async with self.store() as store:
            return await self.kb.write(store, ArticleDraft(title=title, body=body, **fields), article_id)

    async def delete(self, article_id: str) -> bool:
        async with self.store() as store:
            return await self.kb.delete(store, article_id)

    async def titles(self, question: str, **kwargs: object) -> list[str]:
        return [hit.segment.title for hit in (await self.kb.search(question, **kwargs)).hits]

    async def answers(self, question: str, **kwargs: object) -> list[str]:
        return [hit.segment.answer for hit in (await self.kb.search(question, **kwargs)).hits]
