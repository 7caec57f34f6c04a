"""The audit: what is wrong with the articles, what customers meet most first."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.clock import Clock
from domain.knowledge import Article
from domain.knowledge_care import ArticleUse, Finding, FindingKind, NamedArticle, UnansweredQuestion
from domain.ports.knowledge import OpenArticleStore
from domain.ports.knowledge_care import KnowledgeGaps
from kb.audit.contradicting import Contradiction, contradictions, pairs_of
from kb.audit.duplicates import Duplicate, fragmented, near_duplicates
from kb.audit.outdated import outdated
from kb.audit.reading import Reading, served

TOO_LONG = 3000  # words
_PAGE = 500  # articles read at once
_GAPS = 20
_ANSWERS = 2  # articles for each answer given: with more of them, most are unmet because little was asked
_ASKED = 2  # times: a question asked once is no gap to write an article for


@dataclass(frozen=True)
class _Compared:
    """What was found by comparing articles, for one state of them all."""

    state: frozenset[tuple[str, int]]
    contradictions: list[Contradiction]
    duplicates: list[Duplicate]
    fragmented: list[tuple[str, list[Reading]]]


class Auditor:
    """Meets ``domain.ports.knowledge_care.KnowledgeAudit``. Articles are compared again only after one has changed.

    Without ``gaps`` questions are not looked at."""

    def __init__(self, open_store: OpenArticleStore, gaps: KnowledgeGaps | None, clock: Clock) -> None:
        self._open_store, self._gaps, self._clock = open_store, gaps, clock
        self._readings: dict[tuple[str, int], Reading] = {}
        self._compared: _Compared | None = None
        self._lock = asyncio.Lock()

    async def audit(self, use: ArticleUse, questions: Sequence[UnansweredQuestion]) -> list[Finding]:
        now = self._clock()
        articles = await self._articles()
        async with self._lock:
            found = await asyncio.to_thread(self._findings, articles, use, now)
        gaps = (await self._gaps.gaps(questions, limit=_GAPS)).gaps if self._gaps else []
        for gap in gaps:
            if gap.n >= _ASKED:
                near = [NamedArticle(id=n.article_id, title=n.title) for n in gap.nearest]
                detail = f"asked {gap.n} times without an answer: {gap.name}"
                found.append(
                    Finding(id=_id("unanswered", [gap.id]), kind="unanswered", articles=near, detail=detail, met=gap.n)
                )
        return sorted(found, key=lambda one: (-one.met, one.kind, one.id))

    async def _articles(self) -> list[Article]:
        found: list[Article] = []
        async with self._open_store() as store:
            while page := await store.articles(after=found[-1].id if found else None, limit=_PAGE):
                found += page
        return found

    def _findings(self, articles: Sequence[Article], use: ArticleUse, now: datetime) -> list[Finding]:
        self._readings = {(a.id, a.revision): self._readings.get((a.id, a.revision)) or Reading(a) for a in articles}
        readings = list(self._readings.values())
        found = [
            self._finding("outdated", [r], "; ".join(reasons), use) for r in readings if (reasons := outdated(r, use, now))
        ]
        live = [r for r in readings if served(r.article, now)]
        found += [
            self._finding("too_long", [r], f"{r.length} words: customers are quoted a few of them", use)
            for r in live
            if r.length > TOO_LONG
        ]
        found += self._never_retrieved(live, use, now)
        compared = self._compare(live)
        for one in compared.contradictions:
            found.append(self._finding("contradicting", [one.a, one.b], _contradiction_in_words(one), use))
        for twins in compared.duplicates:
            detail = f"{twins.share:.0%} of what they say is the same"
            found.append(self._finding("near_duplicate", [twins.a, twins.b], detail, use))
        for subject, group in compared.fragmented:
            detail = f"{len(group)} articles of a few words each about “{subject}”"
            found.append(self._finding("fragmented", group, detail, use))
        return found

    def _compare(self, live: Sequence[Reading]) -> _Compared:
        state = frozenset((r.article.id, r.article.revision) for r in live)
        if self._compared is None or self._compared.state != state:
            against = contradictions(live)
            pairs = pairs_of(against)
            twins = [d for d in near_duplicates(live) if frozenset((d.a.article.id, d.b.article.id)) not in pairs]
            self._compared = _Compared(state, against, twins, fragmented(live))
        return self._compared

    def _never_retrieved(self, live: Sequence[Reading], use: ArticleUse, now: datetime) -> list[Finding]:
        """Articles without text, and articles that no answer was made from while answers were made from others: enough of
        them that it says something."""
        found = []
        enough = _ANSWERS * sum(use.answers.values()) >= len(live)
        for r in live:
            article = r.article
            if not r.words:
                found.append(self._finding("never_retrieved", [r], "it has no text that could be found", use))
                continue
            begun = max(article.created_at, article.valid_from or article.created_at)
            if (
                enough
                and article.audience == "public"
                and use.last_answer_at
                and begun < min(now, use.last_answer_at)
                and not use.answers.get(article.id)
            ):
                detail = f"no answer was made from it since {begun:%Y-%m-%d}"
                found.append(self._finding("never_retrieved", [r], detail, use))
        return found

    @staticmethod
    def _finding(kind: FindingKind, readings: Sequence[Reading], detail: str, use: ArticleUse) -> Finding:
        named = [NamedArticle(id=r.article.id, title=r.article.title) for r in readings]
        met = sum(use.answers.get(one.id, 0) for one in named)
        return Finding(id=_id(kind, sorted(one.id for one in named)), kind=kind, articles=named, detail=detail, met=met)


def _contradiction_in_words(one: Contradiction) -> str:
    newer = max(one.a, one.b, key=lambda r: r.article.updated_at).article
    return (
        f"“{one.figures[0]}” in “{_short(one.said[0])}” against “{one.figures[1]}” in “{_short(one.said[1])}”; "
        f"written later: “{newer.title}” ({newer.updated_at:%Y-%m-%d})"
    )


def _short(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:197]}…"


def _id(kind: str, parts: Sequence[str]) -> str:
    return hashlib.sha256(" ".join([kind, *parts]).encode()).hexdigest()[:20]
