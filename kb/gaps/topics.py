"""Texts by what they are about: their vectors clustered, a subject each, and named by their own words (class-based TF-IDF over stems)."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from cachetools import LRUCache

from domain.ports.topics import Topic, Topics
from domain.ports.understanding import Embedder
from kb.text.words import stems

MAX_DISTANCE = 0.5  # mean cosine distance within a cluster: on invented and real questions above it, subjects run together
_AT_ONCE = 1500  # vectors of which all distances are looked at; 18 MB
_BLOCK = 700


def cluster(vectors: np.ndarray) -> list[list[int]]:
    """Rows of ``vectors`` (n, d), of unit length, by cluster; every row is in exactly one. The same rows give the same clusters.

    Average linkage. More rows than can all be compared are parted by k-means first, and the clusters of the parts joined.
    """
    n = len(vectors)
    if n < 2:
        return [[i] for i in range(n)]
    if n <= _AT_ONCE:
        return _linked(vectors)
    from sklearn.cluster import MiniBatchKMeans

    parts = MiniBatchKMeans(n_clusters=-(-n // _BLOCK), random_state=0, n_init=1, batch_size=1024).fit_predict(vectors)
    found: list[list[int]] = []
    for part in np.unique(parts):
        rows = np.flatnonzero(parts == part)
        for start in range(0, len(rows), _AT_ONCE):  # k-means may leave a large part
            some = rows[start : start + _AT_ONCE]
            found += [[int(some[i]) for i in one] for one in (_linked(vectors[some]) if len(some) > 1 else [[0]])]
    return _joined(vectors, found)


def _linked(vectors: np.ndarray) -> list[list[int]]:
    from scipy.cluster.hierarchy import fcluster, linkage  # scikit-learn's own takes seconds to import

    labels = fcluster(linkage(vectors, "average", "cosine"), MAX_DISTANCE, "distance")
    return [[int(i) for i in np.flatnonzero(labels == label)] for label in np.unique(labels)]


def _joined(vectors: np.ndarray, clusters: list[list[int]]) -> list[list[int]]:
    """Join what the parting tore apart: the larger clusters, by their sums, whose products give the mean cosine."""
    clusters = sorted(clusters, key=lambda rows: (-len(rows), rows[0]))
    large, small = clusters[:_AT_ONCE], clusters[_AT_ONCE:]
    sums = np.stack([vectors[rows].sum(axis=0) for rows in large])
    sizes = np.array([len(rows) for rows in large])
    near = (sums @ sums.T) / np.outer(sizes, sizes)
    np.fill_diagonal(near, -1)
    joined: list[list[int] | None] = [list(rows) for rows in large]
    while len(large) > 1:
        best = int(near.argmax())
        a, b = sorted(divmod(best, len(large)))
        if near[a, b] < 1 - MAX_DISTANCE:
            break
        joined[a] = (joined[a] or []) + (joined[b] or [])
        joined[b] = None
        sums[a] += sums[b]
        sizes[a] += sizes[b]
        near[a] = near[:, a] = (sums @ sums[a]) / (sizes * sizes[a])
        near[b] = near[:, b] = -1
        near[a, a] = -1
        for gone in (i for i, rows in enumerate(joined) if rows is None):
            near[a, gone] = near[gone, a] = -1
    return [rows for rows in joined if rows] + small


_MOST = 3  # words of a name


def names(clusters: Sequence[Sequence[str]]) -> list[str]:
    """For each cluster of texts the words that set it apart from the others, in the order in which they are mostly said."""
    counts = [_counted(texts) for texts in clusters]
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    average = sum(total.values()) / max(1, len(clusters))
    found = []
    for texts, count in zip(clusters, counts, strict=True):
        worth = {stem: n * log(1 + average / total[stem]) for stem, n in count.items()}
        best = sorted(worth, key=lambda stem: (-worth[stem], stem))[:_MOST]
        # A word that few of the texts hold names no cluster of several.
        held = min(len(texts), max(2, len(texts) / 3))
        best = [stem for stem in best if count[stem] >= held] or best[:1]
        found.append(_spoken(texts, best) or texts[0][:60])
    return found


def _counted(texts: Sequence[str]) -> Counter[str]:
    """In how many of the texts each stem is."""
    return Counter(stem for text in texts for stem in set(stems(text)))


def _spoken(texts: Sequence[str], best: Sequence[str]) -> str:
    words: dict[str, Counter[str]] = {stem: Counter() for stem in best}
    places: dict[str, list[int]] = {stem: [] for stem in best}
    for text in texts:
        for place, word in enumerate(re.findall(r"\w+", text.lower())):
            for stem in stems(word):
                if stem in words:
                    words[stem][word] += 1
                    places[stem].append(place)
    held = [stem for stem in best if words[stem]]
    ordered = sorted(held, key=lambda stem: (sum(places[stem]) / len(places[stem]), stem))
    return " ".join(min(words[stem], key=lambda word: (-words[stem][word], word)) for stem in ordered)


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
