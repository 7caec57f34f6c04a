"""Two rankings into one, with weights fitted by ``python -m kb.tuning.fit_fusion``."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_FULL_MATCH = 4.0  # BM25 of a segment that holds a word well, as a multiple of the word's worth


@dataclass(frozen=True)
class Weights:
    """What a full match is worth, in units of cosine."""

    words: float  # BM25 as a share of what the question's words could reach
    cover: float  # share of the question's words, by their rarity, that segment and article hold
    regional: float  # a segment written for the customer's own region


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    return Weights(**json.loads(resources.files("kb.index").joinpath("fusion.json").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Signals:
    """What speaks for one candidate."""

    cosine: float
    words: float
    cover: float
    regional: bool

    def score(self, weights: Weights) -> float:
        return self.cosine + weights.words * self.words + weights.cover * self.cover + weights.regional * self.regional


def signals(
    cosines: Mapping[str, float],
    lexical: Mapping[str, float],
    regional: Collection[str],
    worth: Mapping[str, float],
    cover: Callable[[str, Mapping[str, float]], float],
) -> dict[str, Signals]:
    """Of every candidate in ``cosines`` or ``lexical`` (BM25; none for one that shares no word).

    ``worth`` is the rarity of each stem of the question. An empty ``cosines`` (no vectors) leaves the words alone.
    """
    most = _FULL_MATCH * sum(worth.values()) or 1.0
    return {
        i: Signals(cosines.get(i, 0.0), min(1.0, lexical.get(i, 0.0) / most), cover(i, worth), i in regional)
        for i in dict.fromkeys([*cosines, *lexical])
    }


def fuse(found: Mapping[str, Signals], weights: Weights) -> list[tuple[str, float]]:
    """Candidates with their scores, best first."""
    return sorted(((i, one.score(weights)) for i, one in found.items()), key=lambda pair: -pair[1])
