"""The path from the hits of a search to its confidence, the same in the service and in the fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import SegmentHit
from kb.answering.evidence import EvidenceReader
from kb.answering.features import Neighbourhood, features, unknown_word_penalty
from kb.index.lexical import LexicalIndex
from kb.text.words import ArticleWords


@dataclass(frozen=True)
class GateInput:
    """What the gate decides by."""

    features: np.ndarray
    unknown_words: float


class FeatureReader:
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
    ) -> GateInput:
        """``hits`` is not empty, best first; ``vector`` (d,) is the question's."""
        evidence = await self._reader.read(question, vector, hits, self._words)
        values = features(question, hits, self._words, common, evidence, around, self._articles.cover)
        return GateInput(values, unknown_word_penalty(self._words, evidence))
