"""Sentence embeddings on this machine: all-MiniLM-L6-v2 (int8 ONNX) from `models/shipped`. Nothing is ever downloaded."""

import asyncio
import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from cachetools import LRUCache

from models.pinned_files import PINNED, ModelFileInvalid, onnx_session, read_pinned

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

_MODEL, _TOKENIZER = "minilm/model.onnx", "minilm/tokenizer.json"
MODEL_SHA256 = PINNED[_MODEL]
DIMENSIONS = 384
MAX_TOKENS = 256
BATCH_ROWS = 16

_DIGEST_BYTES = 16


def tokenizer_words() -> dict[str, int]:
    """What the tokenizer knows whole, with its number: the smaller, the more frequent. Raises ModelFileInvalid."""
    words: dict[str, int] = json.loads(read_pinned(_TOKENIZER))["model"]["vocab"]
    return words


class PreparedVectors:
    """Vectors that were made ahead and shipped beside their texts: known by the texts' hashes, kept at half precision."""

    def __init__(self, path: Path) -> None:
        """Raises ``ModelFileInvalid`` where the file was made by another model."""
        with np.load(path, allow_pickle=False) as file:
            if str(file["model"]) != MODEL_SHA256:
                raise ModelFileInvalid(f"{path.name} was made by another model")
            self._rows = {digest.tobytes(): i for i, digest in enumerate(file["digests"])}
            self._vectors = file["vectors"]

    def of(self, texts: Iterable[str]) -> dict[str, np.ndarray]:
        """Those of the texts that are known, as rows of unit length."""
        rows = {text: self._rows.get(_digest(text)) for text in texts}
        return {text: _unit(self._vectors[row].astype(np.float32)) for text, row in rows.items() if row is not None}

    @staticmethod
    def write(path: Path, texts: Sequence[str], embed: Callable[[Sequence[str]], np.ndarray]) -> None:
        """Embed the texts and write them down, the same bytes for the same texts."""
        known = sorted(set(texts))
        digests = np.frombuffer(b"".join(_digest(text) for text in known), np.uint8).reshape(-1, _DIGEST_BYTES)
        np.savez_compressed(path, model=MODEL_SHA256, digests=digests, vectors=embed(known).astype(np.float16))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:_DIGEST_BYTES]


def _unit(vector: np.ndarray) -> np.ndarray:
    unit: np.ndarray = vector / np.linalg.norm(vector)
    return unit


class MiniLmEmbedder:
    """Mean-pooled unit vectors of 384 numbers; texts are cut at 256 tokens.

    Loaded on first use (or by ``load``), in the calling worker thread. Safe to share between threads.
    """

    def __init__(
        self,
        *,
        threads: int = 1,
        cache_size: int = 4096,
        model_path: Path | None = None,
        prepared: PreparedVectors | None = None,
    ) -> None:
        self._threads = threads
        self._prepared = prepared
        self._model_path = model_path
        self._cache: LRUCache[str, np.ndarray] = LRUCache(cache_size)  # texts; about 2 KB each
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._loaded: tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer] | None = None

    async def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Masked texts → float32 array of shape (n, 384), rows of unit length. Raises ModelFileInvalid."""
        return await asyncio.to_thread(self.embed_now, list(texts))

    def embed_now(self, texts: Sequence[str]) -> np.ndarray:
        """``embed`` for callers without an event loop: the commands and the trainer."""
        with self._lock:
            found = {text: self._cache[text] for text in texts if text in self._cache}
        if self._prepared:
            found |= self._prepared.of(text for text in texts if text not in found)
        missing = sorted({text for text in texts if text not in found})
        found.update(zip(missing, self._embed_all(missing), strict=True))
        if self._cache.maxsize:
            with self._lock:
                self._cache.update((text, found[text]) for text in texts)
        return np.stack([found[text] for text in texts]) if texts else np.empty((0, DIMENSIONS), np.float32)

    def load(self) -> None:
        """Read and check the model's files now. Raises ModelFileInvalid."""
        self._parts()

    def _parts(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        with self._loading:
            return self._load_once()

    def _load_once(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer]":
        if self._loaded is None:
            # Imported late: they take longer than the rest of the service's start.
            import tokenizers

            model = read_pinned(_MODEL, self._model_path)
            tokenizer = tokenizers.Tokenizer.from_str(read_pinned(_TOKENIZER).decode())
            tokenizer.enable_truncation(MAX_TOKENS)
            tokenizer.no_padding()  # its file pads each text to 128 tokens
            self._loaded = onnx_session(model, self._threads), tokenizer
        return self._loaded

    def _embed_all(self, texts: Sequence[str]) -> np.ndarray:
        """In batches of as many tokens as can be: what is padded is computed for nothing. A batch's company moves its vectors' last
        digits, so the same texts keep the same."""
        if not texts:
            return np.empty((0, DIMENSIONS), np.float32)
        session, tokenizer = self._parts()
        tokens = [entry.ids for entry in tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
        batches = [[tokens[at] for at in order[start : start + BATCH_ROWS]] for start in range(0, len(order), BATCH_ROWS)]
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        vectors[order] = np.concatenate(_side_by_side(lambda batch: _pooled(session, batch), batches))
        return vectors


def _side_by_side(run: Callable[[list[list[int]]], np.ndarray], batches: list[list[list[int]]]) -> list[np.ndarray]:
    if len(batches) < 2:
        return [run(batch) for batch in batches]
    # Much at once (an import, a long article, a training set) may take the other cores; a turn's one text never does.
    with ThreadPoolExecutor(max_workers=min(len(batches), os.cpu_count() or 1)) as pool:
        return list(pool.map(run, batches))


def _pooled(session: "onnxruntime.InferenceSession", batch: list[list[int]]) -> np.ndarray:
    """The unit vectors of a batch's texts, given as their tokens."""
    ids = np.zeros((len(batch), max(map(len, batch))), np.int64)  # 0 is the tokenizer's padding
    mask = np.zeros_like(ids)
    for row, tokens in enumerate(batch):
        ids[row, : len(tokens)], mask[row, : len(tokens)] = tokens, 1
    (hidden,) = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})
    summed = (hidden * mask[..., None]).sum(axis=1)  # the mean's divisor falls out of the unit length
    unit: np.ndarray = summed / np.linalg.norm(summed, axis=1, keepdims=True)
    return unit.astype(np.float32)
