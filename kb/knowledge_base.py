"""The knowledge base: articles in, cited answers out."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
from pydantic import BaseModel

from domain.clock import Clock, utc_now
from domain.knowledge import Article, ArticleDraft, Quote, SearchResult, Segment, SegmentHit
from domain.language.languages.german_words import in_english
from domain.ports.knowledge import ArticleStore, OpenArticleStore
from domain.ports.understanding import Embedder
from domain.telemetry.observed import SEARCH
from domain.telemetry.spans import Attributes
from kb.answering.answerability import Gate, shipped_gate
from kb.answering.evidence import REMEMBERED, EvidenceReader
from kb.answering.extractive_answer import extract_answer
from kb.answering.feature_reader import FeatureReader
from kb.answering.features import Neighbourhood
from kb.answering.quoted_hits import of_the_named_section, past_a_mere_lead
from kb.answering.something_else import is_of_something_else
from kb.importing.markdown import read_folder
from kb.index.dense import filled_in, lacks_a_cosine
from kb.index.filters import Audience, SegmentFilters
from kb.index.ranking import primary_section_boost, region_boost
from kb.index.segment_index import CANDIDATES, Candidate, KnowledgeIndex, Repair
from kb.text.chunking import chunk
from kb.text.words import stems, synonyms

logger = logging.getLogger(__name__)

_TRIES = 5  # of a search that edits overtook
_WARMED_AT_ONCE, _WARMED_FROM_ONE_READ = 2, 50  # segments
_WARM_AFTER, _WARM_PAUSE = 10.0, 0.3  # seconds
_FOLLOW = 1.0  # seconds between looks for what other processes committed
_SHOWN_WITHIN = 1.0  # seconds that an edit may keep its caller waiting for vectors
_MOST_BY_WORDS = 0.88  # confidence in what is found by a version's words: what a gate is surer of goes before it
_MARGIN = 10  # candidates read beyond the limit, in case some were edited meanwhile


class Health(BaseModel):
    status: Literal["ok", "degraded"]  # degraded: search goes by words alone
    detail: str | None = None


class KnowledgeBase:
    """Meets ``domain.ports.knowledge.KnowledgeSearch``; one a process. ``start`` comes first, ``close`` at the end."""

    def __init__(
        self,
        open_store: OpenArticleStore,
        embedder: Embedder,
        index: KnowledgeIndex,
        clock: Clock = utc_now,
        gate: Gate | None = None,
    ) -> None:
        self._open_store = open_store
        self._embedder = embedder
        self._index = index
        self._clock = clock
        self._gate = gate or shipped_gate()
        self._refreshing: set[asyncio.Task[None]] = set()
        self._evidence = EvidenceReader(embedder)
        self._feature_reader = FeatureReader(self._evidence, index.lexical, index.article_words)

    async def start(self) -> None:
        """Load the index and heal it. Raises ``KnowledgeIndexLocked`` if another process owns the folder."""
        async with self._open_store() as store:
            await self._index.start(store)

    async def close(self) -> None:
        for refreshing in self._refreshing:
            refreshing.cancel()
        await asyncio.gather(*self._refreshing, return_exceptions=True)
        await self._index.close()

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
        """Search what is committed, valid now and served to ``region``; every hit is of its article's live revision."""
        audience = Audience.of(region, locale, self._clock(), is_staff=for_staff)
        attributes: Attributes = {"gen_ai.operation.name": "retrieval", "supportgraph.limit": limit}
        with SEARCH.observed("staff" if for_staff else "public", "search articles", attributes) as call:
            found = await self._searched(question, embedding, audience, limit)
            call.result = "answerable" if found.answerable else "not_answerable"
            return found

    async def _searched(self, question: str, embedding: np.ndarray | None, audience: Audience, limit: int) -> SearchResult:
        vector = embedding if embedding is not None else (await self._embedder.embed([question]))[0]
        hits, confidence = await self._with_confidence(question, vector, audience, limit)
        if audience.language and confidence < self._gate.threshold:  # a language never hides the only answer
            others = replace(audience, language="")
            found, sure = await self._with_confidence(question, vector, others, limit)
            if not hits or sure >= self._gate.threshold:
                hits, confidence = found, sure
        if confidence < self._gate.sure and (told := await self._told_in_words(question, audience)) is not None:
            hits, confidence = (
                [told, *(hit for hit in hits if hit.segment.id != told.segment.id)],
                max(min(told.score, _MOST_BY_WORDS), self._gate.sure),
            )
        is_doubtful = confidence < self._gate.sure
        return SearchResult(
            hits=hits[:limit],
            answerable=confidence >= self._gate.threshold
            and not (is_doubtful and is_of_something_else(question, hits, self._is_known)),
            confidence=confidence,
            doubtful=is_doubtful,
        )

    def _is_known(self, stem: str) -> bool:
        return any(self._index.lexical.known(word) is not None for word in (stem, *synonyms(stem)))

    async def quote(
        self, question: str, hits: Sequence[SegmentHit], *, region: str | None = None, locale: str | None = None
    ) -> Quote:
        """Answer from the best hit (and at most one more) in its own words: of ``region`` where the question names none and the
        text tells several apart, and by the version of ``locale`` where there is one. Raises ``ValueError`` without hits."""
        if not hits:
            raise ValueError("nothing to quote")
        vector = (await self._embedder.embed([in_english(question) or question]))[0]
        versions = await self._versions([hit.segment for hit in hits], region, locale)
        hits = of_the_named_section(question, past_a_mere_lead(set(stems(question)), hits), versions)
        rows = await self._evidence.sentences([hit.segment for hit in hits])
        closeness = [vectors @ vector for vectors in rows]  # the first row of each is the segment's question
        return extract_answer(question, hits, self._index.lexical, self._gate.common, closeness, region, versions)

    async def in_language(
        self, segments: Sequence[Segment], *, region: str | None = None, locale: str | None = None
    ) -> list[Segment]:
        """Each segment, or its version of ``locale`` where there is one; none twice."""
        versions = await self._versions(segments, region, locale)
        shown = [versions.get(segment.id, segment) for segment in segments]
        return list({segment.id: segment for segment in shown}.values())

    async def _versions(self, segments: Sequence[Segment], region: str | None, locale: str | None) -> dict[str, Segment]:
        """By the id of a segment, what says the same in the language of ``locale`` and is served to the customer."""
        audience = Audience.of(region, locale, self._clock())
        found = {segment.id: self._index.versions.in_language(segment.id, audience.language) for segment in segments}
        ids = [version for version in found.values() if version is not None]
        if not ids:
            return {}
        async with self._open_store() as store:
            held = await store.current_segments(ids)
        served = {id_: segment for id_, segment in held.items() if SegmentFilters.of(segment).serves(audience)}
        return {id_: served[version] for id_, version in found.items() if version in served}

    async def _told_in_words(self, question: str, audience: Audience) -> SegmentHit | None:
        """The hit whose version in the customer's language says it; ``score`` is how much of the question stands there, 0..1."""
        told = self._index.told_in_words(question, audience)
        if told is None:
            return None
        async with self._open_store() as store:
            segment = (await store.current_segments([told[0]])).get(told[0])
        return SegmentHit(segment=segment, score=told[1], cosine=told[1], lexical=0.0) if segment else None

    async def write(self, store: ArticleStore, draft: ArticleDraft, article_id: str | None = None) -> Article:
        """Write a revision in the caller's transaction: live for every search that begins after its commit."""
        return await store.write(draft, chunk(draft), article_id)

    async def add(self, store: ArticleStore, drafts: Sequence[ArticleDraft]) -> list[Article]:
        """Write articles that are all new in the caller's transaction; as live as those of `write`."""
        return await store.add([(draft, chunk(draft)) for draft in drafts])

    async def delete(self, store: ArticleStore, article_id: str) -> bool:
        return await store.delete(article_id)

    async def refresh(self) -> None:
        """Apply what was committed now rather than in the next search. Searches go on meanwhile."""
        more = True
        while more:
            async with self._open_store() as store:
                await self._index.catch_up(store)
                await self._index.embed_ahead(store)
                more = await self._index.advance(store)

    async def show(self) -> None:
        """``refresh``, for at most a second: a long article is found by its words at once, its vectors follow."""
        refreshing = asyncio.create_task(self.refresh())
        self._refreshing.add(refreshing)
        refreshing.add_done_callback(self._refreshed)
        await asyncio.wait({refreshing}, timeout=_SHOWN_WITHIN)

    def _refreshed(self, task: asyncio.Task[None]) -> None:
        self._refreshing.discard(task)
        if not task.cancelled() and task.exception():
            # A search will meet it again.
            logger.error("the knowledge index could not follow an edit", exc_info=task.exception())

    async def follow(self) -> None:
        """Keep up with what other processes commit, so that no search has to; until cancelled."""
        while True:
            await asyncio.sleep(_FOLLOW)
            try:
                await self.refresh()
            except Exception:  # whatever it is will be met again by a search, which tells its caller
                logger.exception("the knowledge index could not follow the database")

    async def load_folder(self, store: ArticleStore, folder: Path) -> int:
        """Write the articles of ``folder`` that are new or differ from the store's; return how many."""
        drafts = read_folder(folder)
        if not await store.articles(limit=1):
            return len(await self.add(store, drafts))
        written = 0
        for draft in drafts:
            held = await store.article_by_source(draft.source_id or "")
            if held is None or held.model_dump(include=set(ArticleDraft.model_fields)) != draft.model_dump():
                await self.write(store, draft, held.id if held else None)
                written += 1
        return written

    async def warm(self) -> None:
        """Embed the sentences of the live segments ahead of their first question, as far as memory is meant to go.

        A few at a time and with pauses: customers who write meanwhile come first."""
        await asyncio.sleep(_WARM_AFTER)
        async with self._open_store() as store:
            ids = list(await store.current_segment_ids())[:REMEMBERED]
        for start in range(0, len(ids), _WARMED_FROM_ONE_READ):
            async with self._open_store() as store:
                held = await store.current_segments(ids[start : start + _WARMED_FROM_ONE_READ])
            segments = list(held.values())
            for first in range(0, len(segments), _WARMED_AT_ONCE):
                await self._evidence.sentences(segments[first : first + _WARMED_AT_ONCE])
                await asyncio.sleep(_WARM_PAUSE)

    async def verify(self) -> Repair:
        """Compare the vectors with the database, repair, and say what was found. Raises ``DenseUnavailable``."""
        async with self._open_store() as store:
            return await self._index.heal(store)

    def health(self) -> Health:
        problem = self._index.problem
        return Health(status="degraded", detail=problem) if problem else Health(status="ok")

    async def _hits(
        self, question: str, vector: np.ndarray, audience: Audience, limit: int
    ) -> tuple[list[SegmentHit], Neighbourhood]:
        for attempt in range(_TRIES):
            async with AsyncExitStack() as stack:
                store = await stack.enter_async_context(self._open_store())
                if attempt == 0:
                    await self._index.catch_up(store)
                else:  # an edit came between index and database: look again, and let nothing move meanwhile
                    await stack.enter_async_context(self._index.held_still(store))
                found = await self._index.candidates(question, vector, audience)
                candidates = found.ranked[: limit + _MARGIN]
                segments = await store.current_segments([candidate.id for candidate in candidates])
            if len(segments) == len(candidates):
                break
        hits, around = _hydrated(candidates, segments, audience), found.around
        if any(lacks_a_cosine(hit) for hit in hits):
            hits = await filled_in(self._embedder, vector, hits)
            cosines = {hit.segment.id: hit.cosine for hit in hits}
            around = Neighbourhood.of(cosines, {hit.segment.id: hit.lexical for hit in hits}, CANDIDATES)
        hits = primary_section_boost(self._index.lexical.corrected(question), hits)
        return region_boost(question, hits, audience.region)[:limit], around

    async def _with_confidence(
        self, question: str, vector: np.ndarray, audience: Audience, limit: int
    ) -> tuple[list[SegmentHit], float]:
        hits, around = await self._hits(question, vector, audience, max(limit, 5))
        if not hits:
            return [], 0.0
        gate_input = await self._feature_reader.read(question, vector, hits[:5], around, self._gate.common)
        return hits, self._gate.confidence(gate_input.features, vector, gate_input.unknown_words)


def _hydrated(candidates: Sequence[Candidate], segments: dict[str, Segment], audience: Audience) -> list[SegmentHit]:
    """The database's word is last: what it no longer holds, or no longer serves to this audience, is left out."""
    return [
        SegmentHit(segment=segments[c.id], score=c.score, cosine=c.cosine, lexical=c.lexical)
        for c in candidates
        if c.id in segments and SegmentFilters.of(segments[c.id]).serves(audience)
    ]
