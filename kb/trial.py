"""A knowledge base in memory, exact and without Chroma: for fitting and measuring."""

from collections.abc import Sequence

import numpy as np

from domain.knowledge import ArticleDraft, Segment, SegmentHit
from kb.fusion import fuse
from kb.index import CANDIDATES
from kb.lead import lead_first
from kb.lexical import LexicalIndex
from kb.scope import Audience, Scope
from kb.segments import cut


def segments_of(drafts: Sequence[ArticleDraft]) -> list[Segment]:
    """The segments as the store would hold them; an article's id is its ``source_id`` without suffix, else its title."""
    held: list[Segment] = []
    for draft in drafts:
        article = (draft.source_id or draft.title).removesuffix(".md")
        whole = draft.model_dump(exclude={"body", "review_by", "tags"}) | {"article_id": article, "revision": 1}
        held.extend(Segment(**part.model_dump(), **whole, id=f"{article}/{part.position}") for part in cut(draft))
    return held


class Trial:
    """``vectors`` is (n, d), one row for each of ``segments``."""

    def __init__(self, segments: Sequence[Segment], vectors: np.ndarray) -> None:
        self._segments = {segment.id: segment for segment in segments}
        self._vectors = vectors
        self.lexical = LexicalIndex()
        self.lexical.apply(segments, [])

    def hits(
        self, question: str, vector: np.ndarray, audience: Audience, *, dense: bool = True, lexical: bool = True
    ) -> list[SegmentHit]:
        """Ranked as the service ranks, or by one of the two rankings alone."""
        served = [Scope.of(segment).serves(audience) for segment in self._segments.values()]
        cosines = {i: float(c) for i, c, ok in zip(self._segments, self._vectors @ vector, served, strict=True) if ok}
        near = dict(sorted(cosines.items(), key=lambda pair: -pair[1])[:CANDIDATES]) if dense else {}
        terms = self.lexical.corrected(question) if lexical else []
        words = self.lexical.search(terms, audience, CANDIDATES)
        words |= self.lexical.scores(terms, [i for i in near if i not in words])
        if dense:
            near |= {i: cosines[i] for i in words if i not in near}
        regional = {i for i in [*near, *words] if audience.region in {r.upper() for r in self._segments[i].regions}}
        found = [
            SegmentHit(segment=self._segments[i], score=score, cosine=near.get(i, 0.0), lexical=words.get(i, 0.0))
            for i, score in fuse(near, words, regional)
        ]
        return lead_first(self.lexical.corrected(question), found)
