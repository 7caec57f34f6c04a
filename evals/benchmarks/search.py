"""Latency of search over many segments: `python -m evals.benchmarks.search --segments 20000`.

The texts are made up and their vectors random: embedding 20,000 texts takes minutes and tells nothing about search. The
questions are embedded by the shipped model, as in a turn. SQLite and Chroma are real, in a folder that is removed.
"""

import asyncio
import hashlib
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import click
import numpy as np

from domain.knowledge import ArticleDraft
from domain.ports.knowledge import ArticleStore
from kb.index.chroma import embedded_chroma
from kb.index.segment_index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.embeddings import DIMENSIONS, MiniLmEmbedder
from records.engine.session import Database
from records.tables.model import Model

_WORDS = [
    "lamp",
    "table",
    "parcel",
    "refund",
    "harbour",
    "pine",
    "blanket",
    "wool",
    "iron",
    "teak",
    "candle",
    "order",
    "gift",
    "card",
    "address",
    "invoice",
    "return",
    "price",
    "pan",
    "warranty",
    "spare",
    "part",
    "delivery",
    "island",
    "express",
    "colour",
    "size",
    "cushion",
    "screw",
    "member",
    "point",
    "voucher",
    "chair",
    "shelf",
    "basket",
    "rope",
]
_QUESTIONS = ["how long is the warranty on a teak chair", "where is the invoice of my order", "can I return a wool blanket"]


class RandomEmbedder:
    """Random unit vectors for the documents, the shipped model for everything short."""

    def __init__(self) -> None:
        self._model = MiniLmEmbedder()
        self.seconds = 0.0  # spent by the model

    async def embed(self, texts: Sequence[str]) -> np.ndarray:
        if len(texts) < 100:
            started = time.perf_counter()
            rows = await self._model.embed(texts)
            self.seconds += time.perf_counter() - started
            return rows
        return np.stack([_random(text) for text in texts])


def _random(text: str) -> np.ndarray:
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32)
    unit: np.ndarray = vector / np.linalg.norm(vector)
    return unit


def _draft(rng: np.random.Generator, number: int) -> ArticleDraft:
    words = [_WORDS[k] for k in rng.integers(0, len(_WORDS), 60)] + [f"x{rng.integers(0, 20000)}" for _ in range(20)]
    words = [f"{word}." if k % 16 == 15 else word for k, word in enumerate(words)]  # sentences of 16 words
    regions = [["US"], ["DE"], []][min(2, int(rng.integers(0, 10)))]
    return ArticleDraft(
        title=f"Article {number} {' '.join(words[:4])}", body=" ".join(words[4:]).replace(". ", ". And "), regions=regions
    )


async def _measure(segments: int, searches: int, folder: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{folder}/kb.db")
    async with database.engine.begin() as connection:
        await connection.run_sync(Model.metadata.create_all)

    @asynccontextmanager
    async def open_store() -> AsyncIterator[ArticleStore]:
        async with database.read() as unit:
            yield unit.articles

    embedder = RandomEmbedder()
    kb = KnowledgeBase(open_store, embedder, KnowledgeIndex(embedder, embedded_chroma(folder / "chroma")))
    rng = np.random.default_rng(1)
    started = time.perf_counter()
    for start in range(0, segments, 1000):
        async with database.begin() as unit:
            for number in range(start, min(segments, start + 1000)):
                await kb.write(unit.articles, _draft(rng, number))
    print(f"written  {segments} segments in {time.perf_counter() - started:.1f} s")
    started = time.perf_counter()
    await kb.start()
    print(f"indexed  from nothing in {time.perf_counter() - started:.1f} s (without embedding)")
    await kb.close()
    kb = KnowledgeBase(open_store, embedder, KnowledgeIndex(embedder, embedded_chroma(folder / "chroma")))
    started = time.perf_counter()
    await kb.start()
    print(f"started  again in {time.perf_counter() - started:.1f} s")
    for region in (None, "DE"):
        for label in ("first time", "again"):
            took, without = await _searched(kb, embedder, region, searches)
            where = f"region {region}" if region else "no filter"
            print(f"search   {where:10} {label:10} p50 {took[0]:.1f} ms  p95 {took[1]:.1f} ms  of {searches}", end="")
            print(f"; without embedding p50 {without[0]:.1f} ms  p95 {without[1]:.1f} ms")
    async with database.begin() as unit:
        await kb.write(unit.articles, ArticleDraft(title="A fresh lighthouse", body="The lighthouse is white."))
    started = time.perf_counter()
    await kb.search("what colour is the lighthouse")
    print(f"search   right after an edit {(time.perf_counter() - started) * 1000:.1f} ms")
    await kb.close()
    await database.close()


async def _searched(
    kb: KnowledgeBase, embedder: RandomEmbedder, region: str | None, searches: int
) -> tuple[np.ndarray, np.ndarray]:
    """(p50, p95) in milliseconds of the whole, and of what is not embedding."""
    took = []
    for k in range(searches):
        seed = k + (searches if region else 0)
        words = [_WORDS[int(w)] for w in np.random.default_rng(seed).integers(0, len(_WORDS), 2)]
        started, embedding = time.perf_counter(), embedder.seconds
        await kb.search(f"{_QUESTIONS[k % 3]} {' '.join(words)}", region=region)
        whole = time.perf_counter() - started
        took.append((whole, whole - (embedder.seconds - embedding)))
    whole, rest = np.percentile(np.array(took) * 1000, [50, 95], axis=0).T
    return whole, rest


@click.command()
@click.option("--segments", default=20_000, show_default=True)
@click.option("--searches", default=200, show_default=True)
def main(segments: int, searches: int) -> None:
    """Write, index, start again and search."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(segments, searches, Path(folder)))


if __name__ == "__main__":
    main()
