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
from kb.chroma import embedded_chroma
from kb.index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.embeddings import DIMENSIONS, MiniLmEmbedder
from records.session import Database
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

    async def embed(self, texts: Sequence[str]) -> np.ndarray:
        if len(texts) < 100:
            return await self._model.embed(texts)
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
    for label in ("first time", "again"):
        took = []
        for k in range(searches):
            words = [_WORDS[int(w)] for w in np.random.default_rng(k).integers(0, len(_WORDS), 2)]
            question = f"{_QUESTIONS[k % 3]} {' '.join(words)}"
            started = time.perf_counter()
            await kb.search(question, region="DE" if k % 2 else None)
            took.append((time.perf_counter() - started) * 1000)
        p50, p95 = np.percentile(took, [50, 95])
        print(f"search   {label:10} p50 {p50:.1f} ms  p95 {p95:.1f} ms  of {searches}")
    async with database.begin() as unit:
        await kb.write(unit.articles, ArticleDraft(title="A fresh lighthouse", body="The lighthouse is white."))
    started = time.perf_counter()
    await kb.search("what colour is the lighthouse")
    print(f"search   right after an edit {(time.perf_counter() - started) * 1000:.1f} ms")
    await kb.close()
    await database.close()


@click.command()
@click.option("--segments", default=20_000, show_default=True)
@click.option("--searches", default=200, show_default=True)
def main(segments: int, searches: int) -> None:
    """Write, index, start again and search."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(segments, searches, Path(folder)))


if __name__ == "__main__":
    main()
