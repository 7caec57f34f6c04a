"""The knowledge base as the graph sees it, and the store of articles as the knowledge base sees it."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

import numpy as np

from domain.knowledge import Article, ArticleDraft, Quote, SearchResult, Segment, SegmentChange, SegmentDraft, SegmentHit


class KnowledgeSearch(Protocol):
    async def search(
        self,
        question: str,
        *,
        embedding: np.ndarray | None = None,
        region: str | None = None,
        locale: str | None = None,
        limit: int = 5,
        for_staff: bool = False,
    ) -> SearchResult:
        """Search what is valid now and served to ``region``. ``question`` is masked text; ``embedding`` is (d,) if known.

        ``for_staff``: also in articles that answer no customer."""
        ...

    async def quote(
        self, question: str, hits: Sequence[SegmentHit], *, region: str | None = None, locale: str | None = None
    ) -> Quote:
        """Answer from the best of ``hits`` (not empty) without a model: whole sentences of theirs, no word altered. Of those that
        are of one region each, those of the question's, else of ``region``, the customer's. What a version of the article in
        the customer's language says as well is quoted and cited out of that one."""
        ...

    async def in_language(
        self, segments: Sequence[Segment], *, region: str | None = None, locale: str | None = None
    ) -> list[Segment]:
        """Each segment, or what says the same in the language of ``locale``."""
        ...


class ArticleStore(Protocol):
    """Articles in the database, bound to one transaction of the caller."""

    async def article(self, article_id: str) -> Article | None: ...
    async def article_by_source(self, source_id: str) -> Article | None: ...
    async def articles(self, *, after: str | None = None, limit: int = 50) -> list[Article]: ...

    async def write(self, draft: ArticleDraft, segments: Sequence[SegmentDraft], article_id: str | None = None) -> Article:
        """Store a new revision. Segments whose question and answer did not change keep their id; the rest are logged."""
        ...

    async def add(self, drafts: Sequence[tuple[ArticleDraft, Sequence[SegmentDraft]]]) -> list[Article]:
        """Store articles that are all new, many at once."""
        ...

    async def delete(self, article_id: str) -> bool: ...
    async def latest_seq(self) -> int: ...

    async def changes(self, since: int, limit: int = 1000) -> list[SegmentChange]:
        """The index log after ``since``, oldest first, at most one entry a segment."""
        ...

    async def current_segments(self, ids: Sequence[str]) -> dict[str, Segment]:
        """Of these ids, the segments that stand in a live revision, read in one statement."""
        ...

    async def current_segment_ids(self) -> dict[str, datetime]:
        """Every live segment's id, with when it was written: what an index must hold."""
        ...


class OpenArticleStore(Protocol):
    """Opens a short transaction of its own; used by reads and the index."""

    def __call__(self) -> AbstractAsyncContextManager[ArticleStore]: ...


class KnowledgeBase(KnowledgeSearch, Protocol):
    """The knowledge base as its editors see it. Writes join the caller's transaction and are live from its commit on."""

    async def write(self, store: ArticleStore, draft: ArticleDraft, article_id: str | None = None) -> Article: ...
    async def add(self, store: ArticleStore, drafts: Sequence[ArticleDraft]) -> list[Article]: ...
    async def delete(self, store: ArticleStore, article_id: str) -> bool: ...

    async def refresh(self) -> None:
        """Apply what was committed now rather than in the next search."""
        ...

    async def show(self) -> None:
        """``refresh``, for at most a second: what is long is found by its words at once, its vectors follow."""
        ...
