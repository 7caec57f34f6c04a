"""From an accepted remedy to a live one, and back: nothing goes live that was not tried, and nothing by itself."""

from dataclasses import dataclass
from datetime import timedelta

from pydantic import BaseModel

from domain.clock import Clock
from domain.errors import AlreadyResolved, NotFound, NotTried, ValidationFailed
from domain.history import Tested
from domain.jobs import TRY_REMEDY
from domain.knowledge import Article, ArticleDraft
from domain.ports.knowledge import KnowledgeBase
from domain.ports.topics import TopicFinder
from domain.remedies import Evaluation, Remedy
from insights.figures import Rate
from insights.statistics import wilson
from insights.struggles.significance import rose
from records.engine.session import Database
from records.engine.unit import Unit

WATCHED = timedelta(days=7)  # before and after
_ALIKE = 0.6  # cosine to the middle of what it is for
_MOST = 5_000  # turns of the two weeks


class Effect(BaseModel):
    """Conversations with the same wish that went wrong, of all: in the week before it went live, and since, for a week at most.
    ``p`` that the share did not fall."""

    days: float
    before: Rate
    after: Rate
    p: float


class RemedyShown(Remedy):
    effect: Effect | None


@dataclass
class RemedyService:
    database: Database
    knowledge: KnowledgeBase
    finder: TopicFinder
    clock: Clock

    async def start_evaluation(self, unit: Unit, remedy_id: str) -> Remedy:
        """Queue the evaluation of an accepted article. Raises ``NotFound``, ``AlreadyResolved`` or ``ValidationFailed``."""
        remedy = await self._open(unit, remedy_id, ("accepted", "testing", "tested"))
        if remedy.kind != "article" or remedy.article is None:
            raise ValidationFailed(
                "", [{"field": "kind", "message": f"a remedy of kind {remedy.kind} is nothing to be tried"}]
            )
        if not remedy.article.body.strip():
            raise ValidationFailed(
                "", [{"field": "article.body", "message": "is empty: write what is to be answered first"}]
            )
        job = await unit.jobs.add(TRY_REMEDY, {"remedy_id": remedy.id}, self.clock())
        changed = remedy.model_copy(update={"status": "testing", "job_id": job.id, "evaluation": None})
        await unit.remedies.keep(changed)
        return changed

    async def approve(self, unit: Unit, remedy_id: str, by: str) -> Remedy:
        """Make it live. An article wants an evaluation that it passed; what changes nothing by itself is only noted as approved.

        Raises ``NotFound``, ``AlreadyResolved`` or ``NotTried``."""
        remedy = await self._open(unit, remedy_id, ("accepted", "tested"))
        changes: dict[str, object] = {"status": "live", "approved_by": by, "approved_at": self.clock()}
        if remedy.kind == "article" and remedy.article:
            if remedy.evaluation is None or not remedy.evaluation.is_passed:
                raise NotTried(remedy.evaluation.words if remedy.evaluation else "")
            before = await unit.articles.article(remedy.article.article_id) if remedy.article.article_id else None
            if remedy.article.article_id and before is None:
                raise NotTried("The article was deleted meanwhile")
            draft = draft_of(remedy, before)
            suites = [Tested(what=s.suite, passed=s.after, total=s.cases) for s in remedy.evaluation.suites]
            unit.authored.tests = [Tested(what="trial", words=remedy.evaluation.words), *suites]
            article = await self.knowledge.write(unit.articles, draft, before.id if before else None)
            changes |= {"article_id": article.id, "replaced": before.revision if before else None}
        live = remedy.model_copy(update=changes)
        await unit.remedies.keep(live)
        return live

    async def roll_back(self, unit: Unit, remedy_id: str, by: str) -> Remedy:
        """As it was: a new article is deleted, a replaced text comes back as a new revision. Raises ``NotFound`` or
        ``AlreadyResolved``."""
        remedy = await self._open(unit, remedy_id, ("live",))
        if remedy.article_id and remedy.replaced is None:
            await self.knowledge.delete(unit.articles, remedy.article_id)
        elif remedy.article_id and remedy.replaced is not None:
            earlier = await unit.answers.revision(remedy.article_id, remedy.replaced)
            if earlier is not None and await unit.articles.article(remedy.article_id):
                await self.knowledge.write(unit.articles, earlier, remedy.article_id)
        changed = {"status": "rolled_back", "rolled_back_by": by, "rolled_back_at": self.clock()}
        undone = remedy.model_copy(update=changed)
        await unit.remedies.keep(undone)
        return undone

    async def _open(self, unit: Unit, remedy_id: str, wanted: tuple[str, ...]) -> Remedy:
        remedy = await unit.remedies.lock(remedy_id)
        if remedy is None:
            raise NotFound
        if remedy.status not in wanted:
            raise AlreadyResolved(f"the remedy is {remedy.status.replace('_', ' ')}")
        return remedy

    async def shown(self, remedy: Remedy) -> RemedyShown:
        return RemedyShown(**remedy.model_dump(), effect=await self._effect(remedy))

    async def _effect(self, remedy: Remedy) -> Effect | None:
        """By the embeddings of what was said: the same wish, in other words too."""
        if remedy.approved_at is None:
            return None
        live, until = remedy.approved_at, min(self.clock(), remedy.rolled_back_at or self.clock())
        until = min(until, live + WATCHED)
        async with self.database.read() as unit:
            turns = await unit.said.turns(live - WATCHED, until, _MOST)
            examples = [text for _, _, text in await unit.remedies.said(remedy.id)]
        near = await self.finder.nearness([t.text for t in turns], examples)
        failed = ("not_understood", "no_answer_found", "error", "action_refused", "handed_off")
        alike = {t.conversation_id for t, n in zip(turns, near, strict=True) if n >= _ALIKE and t.outcome in failed}
        was = {t.conversation_id for t in turns if t.at < live}
        is_now = {t.conversation_id for t in turns if t.at >= live}
        days = round((until - live).total_seconds() / 86_400, 1)
        then, later = wilson(len(was & alike), len(was)), wilson(len(is_now & alike), len(is_now))
        return Effect(days=days, before=then, after=later, p=rose(then.count, then.n, later.count, later.n))


async def keep_evaluation(unit: Unit, remedy_id: str, job_id: str, evaluation: Evaluation) -> None:
    """What the evaluation showed, unless another one was begun since."""
    remedy = await unit.remedies.lock(remedy_id)
    if remedy is not None and remedy.status == "testing" and remedy.job_id == job_id:
        await unit.remedies.keep(remedy.model_copy(update={"status": "tested", "evaluation": evaluation}))


def draft_of(remedy: Remedy, before: Article | None) -> ArticleDraft:
    """The article as it would be live. Raises ``ValueError`` of a remedy without one."""
    if remedy.article is None:
        raise ValueError("a remedy without an article")
    text = {"title": remedy.article.title, "body": remedy.article.body}
    if before is None:
        return ArticleDraft(**text)
    return ArticleDraft.model_validate({**before.model_dump(include=set(ArticleDraft.model_fields)), **text})
