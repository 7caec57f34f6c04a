"""The vectors of the segments, in Chroma. Our own vectors only: Chroma's embedding functions would go to the network.

Hits without a vector there (Chroma is down, or has not caught up with a large import) get their cosines here.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from domain.knowledge import Segment, SegmentHit
from domain.ports.understanding import Embedder
from kb.index.chroma import Connect, Connection, KnowledgeIndexLocked
from kb.index.filters import Audience, SegmentFilters
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


if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api.types import Metadata

T = TypeVar("T")
_BATCH = 1000  # below Chroma's own limit on every SQLite
_NAME = "segments"


class DenseUnavailable(Exception):
    """Chroma cannot be reached or read; search goes on without it."""


def stamp(segment: Segment) -> str:
    """Equal for equal vector and filters: tells an up-to-date entry from one that must be written again."""
    filters = SegmentFilters.of(segment)
    parts = [
        TITLE,
        embedded_title(segment),
        embedded_text(segment),
        sorted(filters.regions),
        filters.language,
        filters.valid_from,
        filters.valid_until,
        *(["staff"] if filters.is_for_staff else []),
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


class DenseIndex:
    """Blocking calls, meant for worker threads; each raises ``DenseUnavailable`` when Chroma fails."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._connection: Connection | None = None
        self._collection: Collection | None = None

    def open(self, probe: np.ndarray) -> None:
        """Connect, if not connected. ``probe`` (d,) is the embedding of a fixed text: vectors of another model are dropped.

        Raises ``KnowledgeIndexLocked`` where another process owns the folder.
        """
        if self._collection is not None:
            return
        mark = json.dumps([round(float(x), 2) for x in probe[:24]] + [len(probe)])

        def connect() -> "Collection":
            connection = self._connection = self._connection or self._connect()
            collection = self._made(connection, mark)
            known = json.loads((collection.metadata or {}).get("probe", "[]"))
            if not _alike(known, json.loads(mark)):
                connection.client.delete_collection(_NAME)
                collection = self._made(connection, mark)
            return collection

        self._collection = self._guarded(connect)

    @staticmethod
    def _made(connection: Connection, mark: str) -> "Collection":
        return connection.client.get_or_create_collection(
            _NAME, embedding_function=None, metadata={"probe": mark}, configuration={"hnsw": {"space": "ip"}}
        )

    def close(self) -> None:
        """Let the client and the folder go; a later ``open`` connects anew."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._collection = None

    def stamps(self) -> dict[str, str]:
        """The stamp of every entry, by segment id."""
        found: dict[str, str] = {}
        total = self._guarded(self._open.count)
        for start in range(0, total, _BATCH):
            page = self._guarded(lambda: self._open.get(limit=_BATCH, offset=start, include=["metadatas"]))  # noqa: B023 (called at once)
            found |= {i: str(m["stamp"]) for i, m in zip(page["ids"], page["metadatas"] or [], strict=True)}
        return found

    def put(self, segments: Sequence[Segment], vectors: np.ndarray) -> None:
        """Write entries; ``vectors`` is (n, d), rows of unit length, in the order of ``segments``."""
        for start in range(0, len(segments), _BATCH):
            some = segments[start : start + _BATCH]
            rows = np.asarray(vectors[start : start + _BATCH], dtype=np.float32)
            ids, metadatas = [segment.id for segment in some], [_metadata(segment) for segment in some]
            self._guarded(lambda: self._open.upsert(ids=ids, embeddings=rows, metadatas=metadatas))  # noqa: B023 (called at once)

    def drop(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _BATCH):
            some = list(ids[start : start + _BATCH])
            self._guarded(lambda: self._open.delete(ids=some))  # noqa: B023 (called at once)

    def nearest(self, vector: np.ndarray, limit: int, audience: Audience | None = None) -> dict[str, float]:
        """Cosine by segment id of the nearest entries, of all or of those served to ``audience``."""
        where = None if audience is None else _where(audience)
        found = self._guarded(
            lambda: self._open.query(query_embeddings=[vector.tolist()], n_results=limit, where=where, include=["distances"])
        )
        distances = (found["distances"] or [[]])[0]
        return {i: 1.0 - float(d) for i, d in zip(found["ids"][0], distances, strict=True)}

    def cosines(self, vector: np.ndarray, ids: Sequence[str]) -> dict[str, float]:
        """Cosine of ``vector`` and each of ``ids`` that is held."""
        if not ids:
            return {}
        found = self._guarded(lambda: self._open.get(ids=list(ids), include=["embeddings"]))
        rows = found["embeddings"]
        return {} if rows is None else {i: float(np.dot(row, vector)) for i, row in zip(found["ids"], rows, strict=True)}

    @property
    def _open(self) -> "Collection":
        if self._collection is None:
            raise DenseUnavailable("not connected")
        return self._collection

    def _guarded(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except KnowledgeIndexLocked:
            raise
        except Exception as error:  # chromadb raises its own, httpx's, SQLite's and bare ValueErrors
            self._collection = None
            raise DenseUnavailable(f"{type(error).__name__}: {error}") from error


def _metadata(segment: Segment) -> "Metadata":
    filters = SegmentFilters.of(segment)
    # What is for staff has names of its own, so that a search for customers cannot meet it.
    of = "staff_" if filters.is_for_staff else ""
    regions = {f"{of}region_{region}": True for region in filters.regions} or {f"{of}everywhere": True}
    limits = {"valid_from": filters.valid_from, "valid_until": filters.valid_until}
    return {"stamp": stamp(segment), "language": filters.language, **limits, **regions}


def _where(audience: Audience) -> dict[str, Any]:  # Any: Chroma's own filter language
    clauses: list[dict[str, Any]] = [{"valid_from": {"$lte": audience.now}}, {"valid_until": {"$gt": audience.now}}]
    places = ["everywhere", *([f"region_{audience.region}"] if audience.region else [])]
    if audience.is_staff:
        places += [f"staff_{place}" for place in places]
    clauses.append({"$or": [{place: True} for place in places]} if len(places) > 1 else {places[0]: True})
    if audience.language:
        clauses.append({"language": {"$in": [audience.language, ""]}})
    return {"$and": clauses}


def _alike(known: Sequence[float], probe: Sequence[float]) -> bool:
    # Another processor may round an int8 model's output differently, another model differs far more.
    return len(known) == len(probe) and bool(np.allclose(known, probe, atol=0.05))


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
