"""How close the sentences of found segments come to a question, and to those of its words that they do not hold."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import Segment, SegmentHit
from domain.ports.understanding import Embedder
from kb.sentences import units
from kb.words import Vocabulary, stems

LOOKED_AT = 3  # hits
_REMEMBERED = 2000  # segments; about 10 KB each
_MOST_WORDS = 8


@dataclass(frozen=True)
class Evidence:
    sentence: float  # highest cosine of the question and one sentence of the first hits
    words: dict[str, float]  # stem that the first hits do not hold → highest cosine of its word and one of their sentences
    without: float  # what ``sentence`` gains (or, below 0, loses) when these words are left out of the question


class EvidenceReader:
    """Embeds sentences once: the text of a segment id never changes."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._held: OrderedDict[str, np.ndarray] = OrderedDict()

    async def sentences(self, segment: Segment) -> np.ndarray:
        """(1 + n, d): the vectors of the segment's question and of each of its answer's ``units``."""
        vectors = self._held.get(segment.id)
        if vectors is None:
            vectors = await self.embedder.embed([segment.question, *units(segment.answer)])
            self._held[segment.id] = vectors
            if len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
        return vectors

    async def read(self, question: str, vector: np.ndarray, hits: Sequence[SegmentHit], words: Vocabulary) -> Evidence:
        """``hits`` is not empty, best first; ``vector`` (d,) is the question's."""
        first = hits[:LOOKED_AT]
        rows = np.concatenate([await self.sentences(hit.segment) for hit in first])
        held = {stem for hit in first for stem in stems(f"{hit.segment.question} {hit.segment.answer}")}
        odd = {stem: word for stem, word in _words(question).items() if stem not in held and words.known(stem) not in held}
        odd = dict(list(odd.items())[:_MOST_WORDS])
        sentence = float((rows @ vector).max())
        if not odd:
            return Evidence(sentence, {}, 0.0)
        left = re.sub(rf"\b({'|'.join(map(re.escape, odd.values()))})\b", " ", question, flags=re.I)
        near = await self.embedder.embed([*odd.values(), " ".join(left.split())]) @ rows.T
        closest = {stem: float(c) for stem, c in zip(odd, near[:-1].max(axis=1), strict=True)}
        return Evidence(sentence, closest, float(near[-1].max()) - sentence)


def _words(question: str) -> dict[str, str]:
    """Stem → the word as it was written."""
    return {stem: word for word in re.findall(r"\w+", question.lower()) for stem in stems(word)}
