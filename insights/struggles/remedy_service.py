"""From an accepted remedy to a live one, and back: nothing goes live that was not tried, and nothing by itself. What has to get better
is an eval case from then on.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import BaseModel

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import AlreadyResolved, NotFound, NotTried, ValidationFailed
from domain.history import Tested
from domain.ids import new_id
from domain.jobs import TRY_REMEDY
from domain.knowledge import Article, ArticleDraft
from domain.ports.knowledge import KnowledgeBase
from domain.ports.topics import TopicFinder
from domain.remedies import ArticleRemedy, Evaluation, Remedy
from insights.conversation_case import stored_case
from insights.figures import Rate
from insights.statistics import wilson
from insights.struggles.files_in_force import patch_of
from insights.struggles.topics import rose
from records.engine.session import Database
from records.engine.unit import Unit
from records.flags import EvalCase

MOST = 20  # conversations, the latest


async def keep_cases(unit: Unit, remedy: Remedy, now: datetime) -> None:
    """Up to the turn that struggled, which is to come to what is wanted. Raises ``ValidationFailed`` where none can be a case."""
    wanted = remedy.wanted.model_dump(exclude_none=True) if remedy.wanted else {}
    last = {conversation_id: turn_id for turn_id, conversation_id, _ in await unit.remedies.said(remedy.id)}
    refused: list[ValidationFailed] = []
    for conversation_id, turn_id in list(last.items())[-MOST:]:
        try:
            document = await stored_case(unit, conversation_id, until=turn_id, should=wanted)
        except ValidationFailed as error:  # who wants no model to read it; what cannot be said again
            refused.append(error)
            continue
        _add(unit, remedy.id, conversation_id, document, now)
    if len(refused) == len(last):
        raise refused[0] if refused else ValidationFailed("", [{"field": "kind", "message": "none of its turns is left"}])


def _add(unit: Unit, remedy_id: str, conversation_id: str, document: JsonObject, now: datetime) -> None:
    case_id = new_id()
    unit.eval_cases.add(
        EvalCase(
            id=case_id,
            flag_id=None,
            conversation_id=conversation_id,
            article_id=None,
            remedy_id=remedy_id,
            document={**document, "id": f"conversation-{case_id}"},
            created_at=now,
        )
    )


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
    """``cases``: how many conversations it keeps as eval cases; ``patch``: of the policy file or the company's texts, to be applied
    by hand, where they are not as the remedy wants them."""

    cases: int
    patch: str | None
    effect: Effect | None


@dataclass
class RemedyService:
    database: Database
    knowledge: KnowledgeBase
    finder: TopicFinder
    clock: Clock

    async def start_evaluation(self, unit: Unit, remedy_id: str) -> Remedy:
        """Queue the evaluation of an article, rule or wording. Raises ``NotFound``, ``AlreadyResolved`` or ``ValidationFailed``."""
        remedy = await self._open(unit, remedy_id, ("accepted", "testing", "tested"))
        if not _is_to_be_tried(remedy):
            raise _refused("kind", f"a remedy of kind {remedy.kind} is nothing to be tried")
        if remedy.policy and remedy.policy.after is None:
            raise _refused("policy.after", "is not said: accept it with what the rule should be")
        if remedy.kind == "article" and not (remedy.article and remedy.article.body.strip()):
            raise _refused("article.body", "is empty: write what is to be answered first")
        job = await unit.jobs.add(TRY_REMEDY, {"remedy_id": remedy.id}, self.clock())
        changed = remedy.model_copy(update={"status": "testing", "job_id": job.id, "evaluation": None})
        await unit.remedies.keep(changed)
        return changed

    async def approve(self, unit: Unit, remedy_id: str, by: str) -> Remedy:
        """Make it live: an article, and cases of the conversations; utterances are learned from next time. A rule or wording is
        approved, and live once the service runs with it. These and an article want an evaluation that they passed.

        Raises ``NotFound``, ``AlreadyResolved``, ``NotTried`` or ``ValidationFailed``."""
        remedy = await self._open(unit, remedy_id, ("accepted", "tested"))
        if _is_to_be_tried(remedy) and (remedy.evaluation is None or not remedy.evaluation.is_passed):
            raise NotTried(remedy.evaluation.words if remedy.evaluation else "")
        now = self.clock()
        changes: dict[str, object] = {"status": "live", "approved_by": by, "approved_at": now, "live_at": now}
        if remedy.policy or remedy.text:
            changes |= {"status": "approved", "live_at": None}
        elif remedy.kind == "eval_case":
            await keep_cases(unit, remedy, now)
        elif remedy.kind == "article" and remedy.article and remedy.evaluation:
            changes |= await self._write(unit, remedy, remedy.article, remedy.evaluation)
        live = remedy.model_copy(update=changes)
        await unit.remedies.keep(live)
        return live

    async def _write(self, unit: Unit, remedy: Remedy, wanted: ArticleRemedy, evaluation: Evaluation) -> dict[str, object]:
        before = await unit.articles.article(wanted.article_id) if wanted.article_id else None
        if wanted.article_id and before is None:
            raise NotTried("The article was deleted meanwhile")
        suites = [Tested(what=s.suite, passed=s.after, total=s.cases) for s in evaluation.suites]
        unit.authored.tests = [Tested(what="trial", words=evaluation.words), *suites]
        article = await self.knowledge.write(unit.articles, draft_of(remedy, before), before.id if before else None)
        return {"article_id": article.id, "replaced": before.revision if before else None}

    async def roll_back(self, unit: Unit, remedy_id: str, by: str) -> Remedy:
        """As it was: a new article is deleted, a replaced text comes back as a new revision, cases go. Of a rule or
        wording, the way back is its patch. Raises ``NotFound`` or ``AlreadyResolved``."""
        remedy = await self._open(unit, remedy_id, ("live", "approved"))
        if remedy.article_id and remedy.replaced is None:
            await self.knowledge.delete(unit.articles, remedy.article_id)
        elif remedy.article_id and remedy.replaced is not None:
            earlier = await unit.answers.revision(remedy.article_id, remedy.replaced)
            if earlier is not None and await unit.articles.article(remedy.article_id):
                await self.knowledge.write(unit.articles, earlier, remedy.article_id)
        elif remedy.kind == "eval_case":
            await unit.eval_cases.forget_of(remedy.id)
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
        async with self.database.read() as unit:
            cases = (await unit.eval_cases.of_remedies([remedy.id])).get(remedy.id, 0)
            shown = await patch_of(unit, remedy)
        return RemedyShown(**remedy.model_dump(), cases=cases, patch=shown, effect=await self._effect(remedy))

    async def _effect(self, remedy: Remedy) -> Effect | None:
        """By the embeddings of what was said: the same wish, in other words too."""
        live = remedy.live_at or (remedy.approved_at if remedy.kind not in ("policy", "text") else None)
        if live is None:
            return None
        until = min(self.clock(), remedy.rolled_back_at or self.clock(), live + WATCHED)
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


def _is_to_be_tried(remedy: Remedy) -> bool:
    """Before it is approved. A refusal that is no rule of the policy file is only noted."""
    return remedy.kind == "article" or remedy.policy is not None or remedy.text is not None


def _refused(field: str, why: str) -> ValidationFailed:
    return ValidationFailed("", [{"field": field, "message": why}])


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
