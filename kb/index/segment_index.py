"""The index of the knowledge base: vectors and words, kept equal to the database by its index log."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from pydantic import BaseModel

from domain.knowledge import Segment
from domain.ports.knowledge import ArticleStore
from domain.ports.understanding import Embedder
from kb.answering.features import Neighbourhood
from kb.index.chroma import Connect
from kb.index.dense import DenseIndex, DenseUnavailable, segment_vectors, stamp
from kb.index.filters import Audience, SegmentFilters
from kb.index.lexical import LexicalIndex
from kb.index.ranking import fuse, shipped_weights, signals
from kb.index.version_words import VersionWords
from kb.index.versions import SEARCHED, Versions
from kb.text.words import ArticleWords

logger = logging.getLogger(__name__)

CANDIDATES = 50  # of each ranking
_OVERFETCH = 4
_READ = 500  # segments read at once
_AT_ONCE = 32  # changes whose vectors a search makes itself; more than these come in behind it
_RETRY_AFTER = 5.0  # seconds between attempts on a Chroma that is down
_PATIENCE = 3.0  # seconds for one vector query: a server that hangs is a server that is down
_PROBE = "The parcel was left with the harbour master."


class Repair(BaseModel):
    """What a comparison of the vectors with the database found, and put right."""

    segments: int  # live in the database, and searched
    missing: int
    extra: int
    changed: int


@dataclass(frozen=True, slots=True)
class Candidate:
    id: str
    score: float
    cosine: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Candidates:
    ranked: list[Candidate]  # best first
    around: Neighbourhood


class KnowledgeIndex:
    """One a process. ``start`` it once; after that each search calls ``catch_up`` and ``candidates``."""

    def __init__(self, embedder: Embedder, connect: Connect) -> None:
        self._embedder = embedder
        self._dense = DenseIndex(connect)
        self.lexical = LexicalIndex()
        self.article_words = ArticleWords()
        self.versions = Versions()
        self._version_words = VersionWords()
        self._moved: set[str] = (
            set()
        )  # segments that came to be searched, or no more, without an entry of their own in the log
        self._filters: dict[str, SegmentFilters] = {}
        self._applied = 0  # the index log, as far as the words hold it
        self._dense_applied: int | None = None  # the same of the vectors; None until they were compared with the database
        self._retry_at = 0.0
        self._lock = asyncio.Lock()
        self.problem: str | None = None  # why search is by words alone

    async def start(self, store: ArticleStore) -> None:
        """Fill the words and heal the vectors. Raises ``KnowledgeIndexLocked`` if another process owns the folder."""
        async with self._lock:
            await self._load_words(store)
            await self._try_dense(store)

    async def heal(self, store: ArticleStore) -> Repair:
        """Compare every vector with the database and repair; raises ``DenseUnavailable`` while Chroma is down."""
        async with self._lock:
            return await self._heal(store)

    async def catch_up(self, store: ArticleStore) -> None:
        """Apply what was committed since the last time; one cheap query where that is nothing."""
        latest = await store.latest_seq()
        if latest == self._applied and (
            self._is_far_behind() or time.monotonic() < self._retry_at or latest == self._dense_applied
        ):
            return
        async with self._lock:
            await self._catch_up(store)

    async def embed_ahead(self, store: ArticleStore) -> None:
        """Embed what `advance` will write next, so that this keeps no search waiting: the embedder remembers it."""
        if self._is_far_behind():
            changes = await store.changes(self._dense_applied or 0, _AT_ONCE)
            new = [change.segment for change in changes if change.segment is not None]
            await self._vectors([segment for segment in new if not self.versions.is_found_through_another(segment.id)])

    async def advance(self, store: ArticleStore) -> bool:
        """Write the vectors of the next few changes; True where more are behind."""
        async with self._lock:
            try:
                await self._advance(store)
            except DenseUnavailable as error:
                self._mark_down(error)
        return self._dense_applied is not None and self._dense_applied < self._applied

    @asynccontextmanager
    async def held_still(self, store: ArticleStore) -> AsyncIterator[None]:
        """Catch up, and keep every other catch-up of this process waiting until the end of the block."""
        async with self._lock:
            await self._catch_up(store)
            yield

    async def candidates(self, question: str, vector: np.ndarray, audience: Audience) -> Candidates:
        """What is served to ``audience``, at most 100; by words alone while Chroma is down."""
        terms = self.lexical.corrected(question)
        words = self.lexical.search(terms, audience, CANDIDATES)
        cosines = await self._cosines(vector, audience, words)
        words |= self.lexical.scores(terms, [i for i in cosines if i not in words])
        regional = {i for i in [*cosines, *words] if audience.region and audience.region in self._regions_of(i)}
        found = signals(cosines, words, regional, self.lexical.worth(terms), self.article_words.cover)
        best = fuse(found, shipped_weights())
        ranked = [Candidate(i, score, cosines.get(i, 0.0), words.get(i, 0.0)) for i, score in best]
        return Candidates(ranked, Neighbourhood.of(cosines, words, CANDIDATES))

    def told_in_words(self, question: str, audience: Audience) -> tuple[str, float] | None:
        """The segment whose version in the customer's language holds nearly all words of the question, and how much of them (0..1)."""

        def serves(version: str) -> bool:
            original = self.versions.in_language(version, SEARCHED)
            return all(
                i in self._filters and replace(self._filters[i], language="").serves(audience) for i in (version, original)
            )

        best = self._version_words.best(question, audience.language, serves, lambda i: bool(self._regions_of(i)))
        found = self.versions.in_language(best[0], SEARCHED) if best else None
        return (found, best[1]) if found and best else None

    async def close(self) -> None:
        """Let Chroma and its folder go."""
        async with self._lock:
            await asyncio.to_thread(self._dense.close)
            self._dense_applied = None

    def _regions_of(self, segment_id: str) -> frozenset[str]:
        filters = self._filters.get(segment_id)
        return filters.regions if filters else frozenset()

    async def _cosines(
        self, vector: np.ndarray, audience: Audience, also: Sequence[str] | dict[str, float]
    ) -> dict[str, float]:
        if self._dense_applied is None:
            return {}
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._query, vector, audience, list(also)), _PATIENCE)
        except (DenseUnavailable, TimeoutError) as error:
            self._mark_down(error)
            return {}

    def _query(self, vector: np.ndarray, audience: Audience, also: list[str]) -> dict[str, float]:
        # Chroma's filters cost 40 times the search itself (20,000 segments: 92 ms and 2.6 ms), and most segments are
        # served to everyone. So ask for more without a filter; only where too few of these may be served, filter there.
        wide = self._dense.nearest(vector, CANDIDATES * _OVERFETCH)
        served = ((i, c) for i, c in wide.items() if i in self._filters and self._filters[i].serves(audience))
        near = dict(islice(served, CANDIDATES))
        if len(near) < CANDIDATES and len(wide) == CANDIDATES * _OVERFETCH:
            near = self._dense.nearest(vector, CANDIDATES, audience)
        rest = [i for i in also if i not in near]
        return (
            near | {i: wide[i] for i in rest if i in wide} | self._dense.cosines(vector, [i for i in rest if i not in wide])
        )

    async def _catch_up(self, store: ArticleStore) -> None:
        latest = await store.latest_seq()
        if latest < self._applied:  # the database was put back to an earlier state
            await self._load_words(store)
            self._dense_applied = None
        while self._applied < latest:
            self._applied = await self._apply_words(store, self._applied)
        if time.monotonic() >= self._retry_at:
            await self._try_dense(store)

    async def _load_words(self, store: ArticleStore) -> None:
        latest = await store.latest_seq()  # read first: whatever commits meanwhile is applied once more
        ids = list(await store.current_segment_ids())
        self._filters = {}
        await asyncio.to_thread(self.lexical.clear)
        self.article_words.clear()
        self.versions.clear()
        self._version_words.clear()
        for start in range(0, len(ids), _READ):
            segments = list((await store.current_segments(ids[start : start + _READ])).values())
            self._filters |= {segment.id: SegmentFilters.of(segment) for segment in segments}
            await self._hold_words(store, segments, [])
        self._applied = latest

    async def _apply_words(self, store: ArticleStore, since: int) -> int:
        changes = await store.changes(since, _READ)
        written = [change.segment for change in changes if change.segment is not None]
        removed = [change.id for change in changes if change.segment is None]
        await self._hold_words(store, written, removed)
        self._filters |= {segment.id: SegmentFilters.of(segment) for segment in written}
        for segment_id in removed:
            self._filters.pop(segment_id, None)
        return changes[-1].seq if changes else since

    async def _hold_words(self, store: ArticleStore, written: Sequence[Segment], removed: Sequence[str]) -> None:
        """The words of what is searched, and apart from these those of versions that are found through another: when that one comes
        or goes, they change sides. Vectors are made of what is searched alone."""
        through, searched = self.versions.apply(written, removed)
        held = {segment.id: segment for segment in written}
        moved = [i for i in through | searched if i not in held]
        held |= await store.current_segments(moved)
        self._moved.update(moved)
        segments = [segment for segment in held.values() if segment.id not in through]
        dropped = [*removed, *through]
        await asyncio.to_thread(self.lexical.apply, segments, dropped)
        self.article_words.apply(segments, dropped)
        versions = [segment for segment in held.values() if segment.id in through]
        self._version_words.apply(versions, [*removed, *(segment.id for segment in segments)])

    async def _try_dense(self, store: ArticleStore) -> None:
        try:
            if self._dense_applied is None:
                repair = await self._heal(store)
                logger.info("knowledge index compared with the database: %s", repair)
            if not self._is_far_behind():
                await self._advance(store)
        except DenseUnavailable as error:
            self._mark_down(error)

    async def _advance(self, store: ArticleStore) -> None:
        if self._dense_applied is not None and self._dense_applied < self._applied:
            changes = await store.changes(self._dense_applied, _AT_ONCE)
            written = {change.id: change.segment for change in changes if change.segment is not None}
            written |= await store.current_segments([i for i in self._moved if i not in written])
            gone = [change.id for change in changes if change.segment is None]
            gone += [i for i in written if self.versions.is_found_through_another(i)]
            await asyncio.to_thread(self._dense.drop, gone)
            await self._put([segment for i, segment in written.items() if i not in gone])
            self._moved.clear()
            self._dense_applied = changes[-1].seq if changes else self._applied

    def _is_far_behind(self) -> bool:
        """Whether the vectors of more changes are missing than a search should wait for."""
        return self._dense_applied is not None and self._applied - self._dense_applied > _AT_ONCE

    async def _heal(self, store: ArticleStore) -> Repair:
        probe = (await self._embedder.embed([_PROBE]))[0]
        await asyncio.to_thread(self._dense.open, probe)
        held = await asyncio.to_thread(self._dense.stamps)
        latest = await store.latest_seq()
        ids = [i for i in await store.current_segment_ids() if not self.versions.is_found_through_another(i)]
        extra = list(held.keys() - set(ids))
        missing = changed = 0
        await asyncio.to_thread(self._dense.drop, extra)
        for start in range(0, len(ids), _READ):
            segments = (await store.current_segments(ids[start : start + _READ])).values()
            stale = [segment for segment in segments if held.get(segment.id) != stamp(segment)]
            missing += sum(segment.id not in held for segment in stale)
            changed += sum(segment.id in held for segment in stale)
            await self._put(stale)
        self._dense_applied = latest
        self._moved.clear()
        self.problem = None
        return Repair(segments=len(ids), missing=missing, extra=len(extra), changed=changed)

    async def _put(self, segments: Sequence[Segment]) -> None:
        if segments:
            await asyncio.to_thread(self._dense.put, segments, await self._vectors(segments))

    async def _vectors(self, segments: Sequence[Segment]) -> np.ndarray:
        return await segment_vectors(self._embedder, segments)

    def _mark_down(self, error: Exception) -> None:
        self.problem = str(error) or type(error).__name__
        self._dense_applied = None
        self._retry_at = time.monotonic() + _RETRY_AFTER
        logger.warning("search goes on by words alone, the vector store failed: %s", self.problem)
