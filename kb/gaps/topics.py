"""Texts by what they are about: their vectors, clustered and named."""

import asyncio
import time
from collections.abc import Sequence

import numpy as np
from cachetools import LRUCache

from domain.ports.topics import Topic, Topics
from domain.ports.understanding import Embedder
from kb.gaps.cluster import cluster
from kb.gaps.names import names

_SECONDS = 8.0  # for embedding what was not read before, in one call: some two thousand texts
_EMBEDDED_AT_ONCE = 32  # few, so that customers' questions get between
_REMEMBERED = 20_000  # vectors, 768 bytes each


class EmbeddedTopics:
    """Meets ``domain.ports.topics.TopicFinder``."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: LRUCache[str, np.ndarray] = LRUCache(_REMEMBERED)
        self._lock = asyncio.Lock()

    async def topics(self, texts: Sequence[str]) -> Topics:
        async with self._lock:
            await self._embed(list(dict.fromkeys(texts)))
            read = [i for i, text in enumerate(texts) if text in self._vectors]
            found = await asyncio.to_thread(self._clustered, texts, read) if read else []
            is_read = set(read)
            return Topics(found, [i for i in range(len(texts)) if i not in is_read])

    async def nearness(self, texts: Sequence[str], examples: Sequence[str]) -> np.ndarray:
        async with self._lock:
            await self._embed([*dict.fromkeys(examples), *dict.fromkeys(texts)])
            known = [e for e in examples if e in self._vectors]
            if not known or not texts:
                return np.zeros(len(texts))
            middle = self._unit(known).mean(axis=0)
            middle /= np.linalg.norm(middle) or 1.0
            near = {text: float(self._unit([text])[0] @ middle) for text in set(texts) if text in self._vectors}
            return np.array([near.get(text, -1.0) for text in texts])

    async def _embed(self, texts: Sequence[str]) -> None:
        """Know the vectors of the texts, in their order, as far as the time goes."""
        until = time.monotonic() + _SECONDS
        new = [text for text in texts if self._vectors.get(text) is None]  # those that are had count as used now
        for start in range(0, len(new), _EMBEDDED_AT_ONCE):
            if time.monotonic() > until:
                break
            some = new[start : start + _EMBEDDED_AT_ONCE]
            for text, row in zip(some, await self._embedder.embed(some), strict=True):
                self._vectors[text] = row.astype(np.float16)

    def _unit(self, texts: Sequence[str]) -> np.ndarray:
        vectors = np.stack([self._vectors[text] for text in texts]).astype(np.float32)
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(length == 0, 1, length))

    def _clustered(self, texts: Sequence[str], read: Sequence[int]) -> list[Topic]:
        vectors = self._unit([texts[i] for i in read])
        groups = []
        for rows in cluster(vectors):
            typical = vectors[rows] @ vectors[rows].mean(axis=0)
            groups.append([read[rows[i]] for i in np.argsort(-typical, kind="stable")])
        named = names([[texts[i] for i in group] for group in groups])
        return [Topic(name, group) for name, group in zip(named, groups, strict=True)]
