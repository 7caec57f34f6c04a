"""How close the sentences of found segments come to a question, and to those of its words that they do not hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from cachetools import LRUCache

from domain.knowledge import Segment, SegmentHit
from domain.ports.understanding import Embedder
from kb.index.dense import embedded_title
from kb.text.chunking import units
from kb.text.region_names import without_region_names
from kb.text.words import Vocabulary, stems

LOOKED_AT = 2  # hits
REMEMBERED = 2000  # segments; about 10 KB each
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
        self._held: LRUCache[str, np.ndarray] = LRUCache(REMEMBERED)

    async def sentences(self, segments: Sequence[Segment]) -> list[np.ndarray]:
        """For each segment (1 + n, d): the vectors of its question and of each of its answer's ``units``."""
        found = {segment.id: self._held[segment.id] for segment in segments if segment.id in self._held}
        new = {segment.id: sentence_texts(segment) for segment in segments if segment.id not in found}
        if new:
            rows = await self.embedder.embed([text for texts in new.values() for text in texts])
            ends = np.cumsum([len(texts) for texts in new.values()])
            found |= dict(zip(new, np.split(rows, ends[:-1]), strict=True))
        self._held.update(found)
        return [found[segment.id] for segment in segments]

    async def read(self, question: str, vector: np.ndarray, hits: Sequence[SegmentHit], words: Vocabulary) -> Evidence:
        """``hits`` is not empty, best first; ``vector`` (d,) is the question's."""
        first = hits[:LOOKED_AT]
        rows = np.concatenate(await self.sentences([hit.segment for hit in first]))
        held = {stem for hit in first for stem in stems(f"{hit.segment.question} {hit.segment.answer}")}
        uncovered = {
            stem: word for stem, word in _words(question).items() if stem not in held and words.known(stem) not in held
        }
        uncovered = dict(list(uncovered.items())[:_MOST_WORDS])
        sentence = float((rows @ vector).max())
        if not uncovered:
            return Evidence(sentence, {}, 0.0)
        left = re.sub(rf"\b({'|'.join(map(re.escape, uncovered.values()))})\b", " ", question, flags=re.I)
        near = await self.embedder.embed([*uncovered.values(), " ".join(left.split())]) @ rows.T
        closest = {stem: float(c) for stem, c in zip(uncovered, near[:-1].max(axis=1), strict=True)}
        return Evidence(sentence, closest, float(near[-1].max()) - sentence)


def sentence_texts(segment: Segment) -> list[str]:
    """What is embedded of a segment to judge answers: its question, and each unit of its answer."""
    return [
        embedded_title(segment),
        *(without_region_names(text, segment.regions) or text for text in units(segment.answer)),
    ]


def _words(question: str) -> dict[str, str]:
    """Stem → the word as it was written."""
    return {stem: word for word in re.findall(r"\w+", question.lower()) for stem in stems(word)}
