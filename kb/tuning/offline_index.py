"""A knowledge base in memory, exact and without Chroma: for fitting and measuring."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import ArticleDraft, Segment, SegmentHit
from kb.index.filters import Audience, SegmentFilters
from kb.index.lexical import LexicalIndex
from kb.index.ranking import Signals, Weights, fuse, primary_section_boost, region_boost, shipped_weights, signals
from kb.index.segment_index import CANDIDATES
from kb.text.chunking import chunk
from kb.text.words import ArticleWords, stems


def segments_of(drafts: Sequence[ArticleDraft]) -> list[Segment]:
    """The segments as the store would hold them; an article's id is its ``source_id`` without suffix, else its title."""
    held: list[Segment] = []
    for draft in drafts:
        article = (draft.source_id or draft.title).removesuffix(".md")
        whole = draft.model_dump(exclude={"body", "review_by", "tags"}) | {"article_id": article, "revision": 1}
        held.extend(Segment(**part.model_dump(), **whole, id=f"{article}/{part.position}") for part in chunk(draft))
    return held


@dataclass(frozen=True)
class Found:
    """The candidates of a search, before they are ranked."""

    signals: dict[str, Signals]
    cosines: dict[str, float]
    bm25: dict[str, float]


class OfflineIndex:
    """``vectors`` is (n, d), one row for each of ``segments``."""

    def __init__(self, segments: Sequence[Segment], vectors: np.ndarray) -> None:
        self.segments = {segment.id: segment for segment in segments}
        self._filters = {segment.id: SegmentFilters.of(segment) for segment in segments}
        self._vectors = vectors
        self.lexical = LexicalIndex()
        self.lexical.apply(segments, [])
        self.words = ArticleWords()
        self.words.apply(segments, [])

    def hits(
        self, question: str, vector: np.ndarray, audience: Audience, weights: Weights | None = None
    ) -> list[SegmentHit]:
        """Ranked as the service ranks, with the shipped weights unless others are given."""
        found = self.signals(question, vector, audience)
        ranked = [
            SegmentHit(segment=self.segments[i], score=score, cosine=found.cosines[i], lexical=found.bm25.get(i, 0.0))
            for i, score in fuse(found.signals, weights or shipped_weights())
        ]
        return region_boost(question, primary_section_boost(self.lexical.corrected(question), ranked), audience.region)

    def signals(self, question: str, vector: np.ndarray, audience: Audience) -> Found:
        near, terms = self.cosines(vector, audience), self.lexical.corrected(question)
        words = self.lexical.search(terms, audience, CANDIDATES)
        cosines = dict(list(near.items())[:CANDIDATES])
        words |= self.lexical.scores(terms, [i for i in cosines if i not in words])
        cosines |= {i: near[i] for i in words if i not in cosines}
        regional = {i for i in cosines if audience.region in {r.upper() for r in self.segments[i].regions}}
        return Found(signals(cosines, words, regional, self.lexical.worth(terms), self.words.cover), cosines, words)

    def cosines(self, vector: np.ndarray, audience: Audience) -> dict[str, float]:
        """Cosine of every segment served to ``audience``, nearest first."""
        served = {
            i: float(c) for i, c in zip(self.segments, self._vectors @ vector, strict=True) if self._serves(i, audience)
        }
        return dict(sorted(served.items(), key=lambda pair: -pair[1]))

    def bm25(self, question: str, audience: Audience) -> dict[str, float]:
        """BM25 of the words as they were typed, best first."""
        found = self.lexical.search(list(dict.fromkeys(stems(question))), audience, CANDIDATES)
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    def _serves(self, segment_id: str, audience: Audience) -> bool:
        return self._filters[segment_id].serves(audience)
