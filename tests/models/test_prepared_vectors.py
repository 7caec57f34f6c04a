"""The vectors shipped beside the demo's articles are those of its texts, and what the model itself says."""

import numpy as np
import pytest

from demo import PREPARED
from models.embeddings import MiniLmEmbedder, PreparedVectors
from supportgraph.demo.prepare import demo_texts


@pytest.fixture(scope="module")
def prepared() -> PreparedVectors:
    return PreparedVectors(PREPARED)


def test_every_text_of_the_demo_is_there(prepared: PreparedVectors) -> None:
    texts = set(demo_texts())
    missing = texts - set(prepared.of(texts))
    assert not missing, "run python -m supportgraph.demo.prepare"


def test_they_are_the_models_own_to_half_precision(prepared: PreparedVectors) -> None:
    texts = demo_texts()[::150]
    fresh = MiniLmEmbedder().embed_now(texts)
    known = prepared.of(texts)
    assert len(texts) > 5
    for text, vector in zip(texts, fresh, strict=True):
        assert float(known[text] @ vector) > 0.999
        assert float(np.linalg.norm(known[text])) == pytest.approx(1, abs=1e-5)


def test_a_text_that_is_not_there_is_embedded(prepared: PreparedVectors) -> None:
    embedder = MiniLmEmbedder(prepared=prepared)
    assert np.allclose(embedder.embed_now(["a new sentence"]), MiniLmEmbedder().embed_now(["a new sentence"]))
