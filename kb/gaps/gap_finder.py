"""Gaps: what customers ask and no article answers."""

import asyncio
import hashlib
from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.clock import Clock
from domain.knowledge_care import Gap, NearArticle, UnansweredQuestion
from domain.ports.knowledge import KnowledgeSearch
from domain.ports.understanding import Embedder
from kb.gaps.cluster import cluster
from kb.gaps.names import names

_EMBEDDED_AT_ONCE = 32  # few, so that customers' questions get between
_REMEMBERED = 20_000  # vectors of questions, 768 bytes each
_HALF_LIFE = 30.0  # days after which an asking counts half
_SHOWN = 10  # questions of a gap
_LOOKED_UP = 3  # questions of a cluster that must all be answerable by now to close it
_NEAREST = 3  # articles
_CONVERSATIONS = 50


@dataclass
class _Cluster:
    """``questions`` are the distinct ones, the most typical first."""

    id: str
    name: str
    asked: list[UnansweredQuestion]
    questions: list[str]
    weight: float


class GapFinder:
    """Meets ``domain.ports.knowledge_care.KnowledgeGaps``. Clusters are kept until another question comes in."""

    def __init__(self, search: KnowledgeSearch, embedder: Embedder, clock: Clock) -> None:
        self._search, self._embedder, self._clock = search, embedder, clock
        self._vectors: OrderedDict[str, np.ndarray] = OrderedDict()
        self._lock = asyncio.Lock()
        self._known: tuple[tuple[int, str], list[_Cluster]] | None = None

    async def gaps(
        self, questions: Sequence[UnansweredQuestion], *, after: str | None = None, limit: int = 50
    ) -> tuple[list[Gap], str | None]:
        ranked = await self._ranked(questions)
        start = 0
        if after is not None:
            start = next((i for i, one in enumerate(ranked, 1) if one.id == after), 0)
            if not start:
                raise LookupError("there is no such gap any more")
        found: list[Gap] = []
        for one in ranked[start:]:
            gap = await self._open(one)
            if gap is None:
                continue
            if len(found) == limit:
                return found, found[-1].id
            found.append(gap)
        return found, None

    async def _ranked(self, questions: Sequence[UnansweredQuestion]) -> list[_Cluster]:
        if not questions:
            return []
        async with self._lock:
            mark = (len(questions), max(q.turn_id for q in questions))
            if self._known is None or self._known[0] != mark:
                asked: dict[str, list[UnansweredQuestion]] = {}
                for question in sorted(questions, key=lambda q: q.turn_id):
                    asked.setdefault(_same(question.text), []).append(question)
                vectors = await self._embedded(list(asked))
                self._known = mark, await asyncio.to_thread(self._clustered, asked, vectors)
            return self._known[1]

    async def _embedded(self, texts: Sequence[str]) -> np.ndarray:
        new = [text for text in texts if text not in self._vectors]
        for start in range(0, len(new), _EMBEDDED_AT_ONCE):
            some = new[start : start + _EMBEDDED_AT_ONCE]
            for text, row in zip(some, await self._embedder.embed(some), strict=True):
                self._vectors[text] = row.astype(np.float16)
        rows = np.stack([self._vectors[text] for text in texts]).astype(np.float32)
        for text in texts:
            self._vectors.move_to_end(text)
        while len(self._vectors) > _REMEMBERED:
            self._vectors.popitem(last=False)
        unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit

    def _clustered(self, asked: dict[str, list[UnansweredQuestion]], vectors: np.ndarray) -> list[_Cluster]:
        texts, now = list(asked), self._clock()
        groups = []
        for rows in cluster(vectors):
            typical = vectors[rows] @ vectors[rows].mean(axis=0)
            groups.append([texts[rows[i]] for i in np.argsort(-typical, kind="stable")])
        found = []
        for group, name in zip(groups, names(groups), strict=True):
            all_asked = [question for text in group for question in asked[text]]
            days = [max(0.0, (now - q.at).total_seconds() / 86_400) for q in all_asked]
            first = min(q.turn_id for q in all_asked)
            found.append(
                _Cluster(
                    id=hashlib.sha256(f"gap {first}".encode()).hexdigest()[:20],
                    name=name,
                    asked=sorted(all_asked, key=lambda q: q.turn_id, reverse=True),
                    questions=[asked[text][-1].text for text in group],
                    weight=sum(0.5 ** (d / _HALF_LIFE) for d in days),
                )
            )
        return sorted(found, key=lambda one: (-one.weight, one.id))

    async def _open(self, one: _Cluster) -> Gap | None:
        """The gap, or None where articles written since then answer its typical questions."""
        region = Counter(q.region for q in one.asked).most_common(1)[0][0]
        nearest: list[NearArticle] = []
        answered = 0
        looked_up = one.questions[:_LOOKED_UP]
        for question in looked_up:
            result = await self._search.search(question, region=region, limit=_NEAREST + 2)
            hits = {hit.segment.article_id: hit.segment.title for hit in result.hits}
            nearest = nearest or [NearArticle(article_id=i, title=t) for i, t in list(hits.items())[:_NEAREST]]
            if not result.answerable:
                break
            answered += 1
        if answered == len(looked_up):
            return None
        return Gap(
            id=one.id,
            name=one.name,
            n=len(one.asked),
            questions=one.questions[:_SHOWN],
            nearest=nearest,
            conversations=list(dict.fromkeys(q.conversation_id for q in one.asked))[:_CONVERSATIONS],
            first_asked_at=one.asked[-1].at,
            last_asked_at=one.asked[0].at,
        )


def _same(text: str) -> str:
    """Texts that differ in case and white space only are one question."""
    return " ".join(text.lower().split())
