"""How close the sentences of found segments come to a question, and to those of its words that they do not hold."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import Segment, SegmentHit
from domain.ports.understanding import Embedder
from kb.region_names import without_region_names
from kb.segment_vectors import embedded_title
from kb.sentences import units
from kb.words import Vocabulary, stems

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
        self._held: OrderedDict[str, np.ndarray] = OrderedDict()

    async def sentences(self, segments: Sequence[Segment]) -> list[np.ndarray]:
        """For each segment (1 + n, d): the vectors of its question and of each of its answer's ``units``."""
        found = {segment.id: self._held[segment.id] for segment in segments if segment.id in self._held}
        new = {segment.id: sentence_texts(segment) for segment in segments if segment.id not in found}
        if new:
            rows = await self.embedder.embed([text for texts in new.values() for text in texts])
            ends = np.cumsum([len(texts) for texts in new.values()])
            found |= dict(zip(new, np.split(rows, ends[:-1]), strict=True))
        for segment_id, vectors in found.items():
            self._held[segment_id] = vectors
            self._held.move_to_end(segment_id)
        while len(self._held) > REMEMBERED:
            self._held.popitem(last=False)
        return [found[segment.id] for segment in segments]

    async def read(self, question: str, vector: np.ndarray, hits: Sequence[SegmentHit], words: Vocabulary) -> Evidence:
        """``hits`` is not empty, best first; ``vector`` (d,) is the question's."""
        first = hits[:LOOKED_AT]
        rows = np.concatenate(await self.sentences([hit.segment for hit in first]))
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


def sentence_texts(segment: Segment) -> list[str]:
    """What is embedded of a segment to judge answers: its question, and each unit of its answer."""
    return [
        embedded_title(segment),
        *(without_region_names(text, segment.regions) or text for text in units(segment.answer)),
    ]


def _words(question: str) -> dict[str, str]:
    """Stem → the word as it was written."""
    return {stem: word for word in re.findall(r"\w+", question.lower()) for stem in stems(word)}
