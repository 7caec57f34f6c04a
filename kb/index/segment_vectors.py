"""The one vector that stands for a segment in the index."""

from collections.abc import Sequence

import numpy as np

from domain.knowledge import Segment
from domain.ports.understanding import Embedder
from kb.text.region_names import without_region_names

TITLE = 0.2  # of the title's vector, added to the whole text's: a short question is nearer to a title than to a text


def embedded_text(segment: Segment) -> str:
    """The whole text, as it is embedded."""
    return without_region_names(f"{segment.question}\n{segment.answer}", segment.regions)


def embedded_title(segment: Segment) -> str:
    return without_region_names(segment.question, segment.regions) or segment.question


def blended(whole: np.ndarray, titles: np.ndarray) -> np.ndarray:
    """(n, d) and (n, d), rows of unit length → (n, d), rows of unit length."""
    both = whole + TITLE * titles
    unit: np.ndarray = both / np.linalg.norm(both, axis=1, keepdims=True)
    return unit


async def segment_vectors(embedder: Embedder, segments: Sequence[Segment]) -> np.ndarray:
    """(n, d), one row for each of ``segments`` (not empty). Sections of one article share a title: it is embedded once."""
    titles = list(dict.fromkeys(embedded_title(segment) for segment in segments))
    rows = await embedder.embed([*(embedded_text(segment) for segment in segments), *titles])
    at = {title: len(segments) + k for k, title in enumerate(titles)}
    return blended(rows[: len(segments)], rows[[at[embedded_title(segment)] for segment in segments]])
