"""Cosines for hits that have no vector in the index: Chroma is down, or has not caught up with a large import."""

from collections.abc import Sequence

import numpy as np

from domain.knowledge import SegmentHit
from domain.ports.understanding import Embedder
from kb.index.segment_vectors import segment_vectors


def lacks_a_cosine(hit: SegmentHit) -> bool:
    return hit.cosine == 0.0  # of two real texts it never is, to the last digit


async def filled_in(embedder: Embedder, vector: np.ndarray, hits: Sequence[SegmentHit]) -> list[SegmentHit]:
    """``hits`` with every cosine, put in order anew; ``vector`` (d,) is the question's."""
    without = [hit.segment for hit in hits if lacks_a_cosine(hit)]
    rows = await segment_vectors(embedder, without) @ vector
    cosine = {segment.id: float(c) for segment, c in zip(without, rows, strict=True)}
    filled = [
        hit.model_copy(update={"cosine": cosine[hit.segment.id], "score": hit.score + cosine[hit.segment.id]})
        if hit.segment.id in cosine
        else hit
        for hit in hits
    ]
    return sorted(filled, key=lambda hit: -hit.score)
