"""What other processes commit: the index follows, and no search waits for it to embed."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from domain.knowledge import ArticleDraft
from kb.index.chroma import embedded_chroma
from kb.text.chunking import chunk
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from tests.kb.kb_process import Shop


class Slow:
    """A tenth of a second for each text that it has not embedded before."""

    def __init__(self, inner: MiniLmEmbedder) -> None:
        self._inner, self._known = inner, set[str]()

    async def embed(self, texts: Sequence[str]) -> np.ndarray:
        await asyncio.sleep(0.1 * len(set(texts) - self._known))
        self._known |= set(texts)
        return await self._inner.embed(texts)


async def commit_elsewhere(shop: Shop, articles: int) -> None:
    for number in range(articles):
        draft = ArticleDraft(title=f"Buoy {number}", body=f"It is painted in colour {number}.")
        async with shop.store() as store:
            await store.write(draft, chunk(draft))


async def test_a_search_goes_by_words_while_the_vectors_of_many_changes_follow(
    database: Database, embedder: MiniLmEmbedder, tmp_path: Path
) -> None:
    shop = Shop(database, Slow(embedder), embedded_chroma(tmp_path / "chroma"))
    await shop.kb.start()
    await shop.write("Lighthouse", "The lighthouse is white.")
    await shop.titles("which colour has the lighthouse")
    await commit_elsewhere(shop, 200)
    begun = time.monotonic()
    following = asyncio.create_task(shop.kb.refresh())
    await asyncio.sleep(0.2)
    assert "Buoy 77" in await shop.titles("what colour is buoy 77")
    assert (await shop.titles("which colour has the lighthouse"))[0] == "Lighthouse"
    assert time.monotonic() - begun < 5  # 200 texts take 20 seconds and more
    following.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await following
    await shop.kb.close()


async def test_a_process_that_follows_has_all_vectors_in_the_end(
    shop: Shop, database: Database, embedder: MiniLmEmbedder
) -> None:
    await commit_elsewhere(shop, 100)
    following = asyncio.create_task(shop.kb.follow())
    async with asyncio.timeout(30):
        while len(await asyncio.to_thread(shop.index._dense.stamps)) < 100:  # noqa: ASYNC110 (Chroma tells nobody)
            await asyncio.sleep(0.1)
    following.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await following
    assert (await shop.kb.verify()).model_dump() == {"segments": 100, "missing": 0, "extra": 0, "changed": 0}
