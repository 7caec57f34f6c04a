"""Two rankings into one."""

from collections.abc import Collection, Mapping

import numpy as np

DENSE = 0.7
LEXICAL = 0.3
REGIONAL = 0.07  # cosine by which a segment written for the customer's region is ahead of a general one
REGIONAL_WORDS = 1.1  # the same as a factor of BM25


def fuse(cosines: Mapping[str, float], lexical: Mapping[str, float], regional: Collection[str]) -> list[tuple[str, float]]:
    """Candidates with their fused score, best first: the weighted sum of both z-scores over the candidates.

    A candidate that ``lexical`` does not name shares no word. An empty ``cosines`` (no vectors) leaves the words alone.
    """
    ids = list(dict.fromkeys([*cosines, *lexical]))
    here = np.array([i in regional for i in ids])
    dense = np.array([cosines.get(i, 0.0) for i in ids]) + REGIONAL * here
    words = np.array([lexical.get(i, 0.0) for i in ids]) * np.where(here, REGIONAL_WORDS, 1.0)
    scores = DENSE * _z(dense) + LEXICAL * _z(words)
    order = np.argsort(-scores, kind="stable")
    return [(ids[k], float(scores[k])) for k in order]


def _z(values: np.ndarray) -> np.ndarray:
    spread = values.std() if values.size else 0.0
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros_like(values)
