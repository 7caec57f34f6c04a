"""Gaps: what customers ask and no article answers."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from domain.clock import Clock
from domain.knowledge_care import Gap, GapPage, NearArticle, UnansweredQuestion
from domain.ports.knowledge import KnowledgeSearch
from domain.ports.topics import Topic, TopicFinder

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

    def __init__(self, search: KnowledgeSearch, topics: TopicFinder, clock: Clock) -> None:
        self._search, self._topics, self._clock = search, topics, clock
        self._lock = asyncio.Lock()
        self._known: tuple[tuple[int, str], list[_Cluster]] | None = None

    async def gaps(self, questions: Sequence[UnansweredQuestion], *, after: str | None = None, limit: int = 50) -> GapPage:
        ranked, unread = await self._ranked(questions)
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
                return GapPage(gaps=found, next=found[-1].id, unread=unread)
            found.append(gap)
        return GapPage(gaps=found, unread=unread)

    async def _ranked(self, questions: Sequence[UnansweredQuestion]) -> tuple[list[_Cluster], int]:
        """The clusters, and how many questions are not among them."""
        if not questions:
            return [], 0
        async with self._lock:
            mark = (len(questions), max(q.turn_id for q in questions))
            if self._known is not None and self._known[0] == mark:
                return self._known[1], 0
            asked: dict[str, list[UnansweredQuestion]] = {}
            for question in sorted(questions, key=lambda q: q.turn_id, reverse=True):
                asked.setdefault(_same(question.text), []).append(question)
            texts = list(asked)  # the latest first: where the time ends, the oldest are left out
            topics = await self._topics.topics(texts)
            read = {text: list(reversed(some)) for text, some in asked.items()}
            ranked = self._ranked_topics(texts, read, topics.found)
            unread = sum(len(asked[texts[i]]) for i in topics.unread)
            if not unread:
                self._known = mark, ranked
            return ranked, unread

    def _ranked_topics(
        self, texts: Sequence[str], asked: dict[str, list[UnansweredQuestion]], topics: Sequence[Topic]
    ) -> list[_Cluster]:
        """``asked`` by text, each with its askings, the oldest first."""
        now, found = self._clock(), []
        for topic in topics:
            group = [texts[i] for i in topic.rows]
            all_asked = [question for text in group for question in asked[text]]
            days = [max(0.0, (now - q.at).total_seconds() / 86_400) for q in all_asked]
            first = min(q.turn_id for q in all_asked)
            found.append(
                _Cluster(
                    id=hashlib.sha256(f"gap {first}".encode()).hexdigest()[:20],
                    name=topic.name,
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
