import asyncio
import time
from pathlib import Path

import numpy as np
import pytest

from models.embeddings import DIMENSIONS, MiniLmEmbedder
from models.pinned_files import ModelFileInvalid


@pytest.fixture(scope="module")
def embedder() -> MiniLmEmbedder:
    return MiniLmEmbedder()


async def test_rows_are_float32_unit_vectors_in_the_order_asked(embedder: MiniLmEmbedder) -> None:
    texts = ["Where is my parcel?", "", "a much longer question about whether the tent keeps the rain out", "🛶"]
    rows = await embedder.embed(texts)
    assert rows.shape == (4, DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(rows[2], (await embedder.embed([texts[2]]))[0])


async def test_nothing_gives_an_empty_array_of_the_right_width(embedder: MiniLmEmbedder) -> None:
    assert (await embedder.embed([])).shape == (0, DIMENSIONS)


async def test_the_same_text_has_the_same_vector_alone_and_in_a_batch() -> None:
    texts = [f"order number {n} " + "is late " * n for n in range(1, 50)]
    together = await MiniLmEmbedder().embed(texts)
    fresh = MiniLmEmbedder(cache_size=0)
    alone = np.vstack([await fresh.embed([text]) for text in texts[:10]])
    assert np.allclose(together[:10], alone, atol=1e-5)


async def test_near_meanings_are_nearer_than_far_ones(embedder: MiniLmEmbedder) -> None:
    here, near, far = await embedder.embed(["Where is my parcel?", "my package has not come", "how to bake bread"])
    assert here @ near > here @ far + 0.2


async def test_texts_are_cut_at_256_tokens(embedder: MiniLmEmbedder) -> None:
    one, other = await embedder.embed(["tent " * 300 + "blue", "tent " * 300 + "refund my money"])
    assert np.allclose(one, other)


async def test_the_event_loop_goes_on_while_the_model_works() -> None:
    embedder = MiniLmEmbedder(cache_size=0)
    embedder.load()
    work = asyncio.create_task(embedder.embed([f"text {n} " + "word " * 60 for n in range(64)]))
    longest = 0.0
    while not work.done():
        before = time.perf_counter()
        await asyncio.sleep(0)
        longest = max(longest, time.perf_counter() - before)
    started = time.perf_counter()
    await embedder.embed([f"other {n} " + "word " * 60 for n in range(64)])
    assert longest < (time.perf_counter() - started) / 2


def test_another_model_file_is_refused_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"not the model")
    with pytest.raises(ModelFileInvalid, match="sha256"):
        MiniLmEmbedder(model_path=path).load()
