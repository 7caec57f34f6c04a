"""The path from the hits of a search to its confidence, the same in the service and in the fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import SegmentHit
from kb.article_words import ArticleWords
from kb.evidence import EvidenceReader
from kb.lexical import LexicalIndex
from kb.support import Neighbourhood, signs, twist


@dataclass(frozen=True)
class Verdict:
    """What the gate decides by."""

    signs: np.ndarray
    twisted: float


class Judge:
    def __init__(self, reader: EvidenceReader, words: LexicalIndex, articles: ArticleWords) -> None:
        self._reader = reader
        self._words = words
        self._articles = articles

    async def read(
        self,
        question: str,
        vector: np.ndarray,
        hits: Sequence[SegmentHit],
        around: Neighbourhood,
        common: Mapping[str, float],
    ) -> Verdict:
        """``hits`` is not empty, best first; ``vector`` (d,) is the question's."""
        evidence = await self._reader.read(question, vector, hits, self._words)
        values = signs(question, hits, self._words, common, evidence, around, self._articles.cover)
        return Verdict(values, twist(self._words, evidence))
