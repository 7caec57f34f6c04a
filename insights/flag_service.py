"""From a wrong answer to its fixed source: flags are raised, and resolved once, with all that follows in one transaction."""

import asyncio
from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import JsonObject, Message
from domain.errors import AlreadyResolved, NotFound, ValidationFailed
from domain.flags import Flag, FlagCause, FlagReason
from domain.ids import new_id
from domain.knowledge import Article, ArticleDraft
from domain.ports.knowledge import KnowledgeBase
from insights.correction import correction
from insights.regression_case import regression_case
from records.engine.unit import Unit
from records.flags import EvalCase, to_flag
from records.tables.ratings import FlagRow


@dataclass
class FlagService:
    knowledge: KnowledgeBase
    clock: Clock

    async def raise_flag(self, unit: Unit, message_id: str, by: str, reason: FlagReason, words: str | None) -> Flag:
        """Flag an answer. ``words`` are the agent's correction, without secrets. Raises ``NotFound``, and ``ValidationFailed``
        for what no answer of the service is."""
        found = await unit.transcript.message(message_id)
        if found is None:
            raise NotFound
        message, conversation_id = found
        if message.role == "customer":
            raise ValidationFailed("only answers are flagged; this message is the customer's own")
        flag = Flag(
            id=new_id(),
            message_id=message_id,
            conversation_id=conversation_id,
            reason=reason,
            correction=words,
            segments=[c.segment_id for c in message.citations],
            articles=list(dict.fromkeys(c.article_id for c in message.citations)),
            revisions={c.article_id: c.revision for c in message.citations if c.revision is not None},
            cause="document" if message.citations else "conversation",
            status="open",
            flagged_by=by,
            created_at=self.clock(),
        )
        unit.flags.add(flag)
        return flag

    async def resolve(
        self, unit: Unit, flag_id: str, by: str, draft: ArticleDraft, article_id: str | None
    ) -> tuple[Flag, Article]:
        """Write the fixed article and the case that its answer must pass from then on.

        ``article_id`` chooses the article where the answer used several; without one, and with none flagged (or the flagged
        one deleted meanwhile), a new article is written. Raises ``NotFound``, ``AlreadyResolved`` or ``ValidationFailed``."""
        row = await self._open(unit, flag_id)
        flag = to_flag(row)
        before = await self._fixed(unit, flag, article_id)
        if before:
            kept = {"source_id": before.source_id}
            if "audience" not in draft.model_fields_set:
                kept["audience"] = before.audience
            draft = draft.model_copy(update=kept)
        article = await self.knowledge.write(unit.articles, draft, before.id if before else None)
        case = await self._case(unit, flag, article, before)
        if case:
            unit.eval_cases.add(case)
        resolution = {"article_id": article.id, "revision": article.revision, "case_id": case.id if case else None}
        return self._close(row, "resolved", by, resolution), article

    async def dismiss(self, unit: Unit, flag_id: str, by: str, why: str, cause: FlagCause | None) -> Flag:
        """Close a flag that no article can fix. With the cause ``conversation`` it stands among the struggles."""
        row = await self._open(unit, flag_id)
        row.cause = cause or row.cause
        return self._close(row, "dismissed", by, {"dismissed": why})

    async def _open(self, unit: Unit, flag_id: str) -> FlagRow:
        row = await unit.flags.lock(flag_id)
        if row is None:
            raise NotFound
        if row.status != "open":
            raise AlreadyResolved(f"{row.resolved_by or 'somebody'} has {row.status} this flag")
        return row

    def _close(self, row: FlagRow, status: str, by: str, resolution: JsonObject) -> Flag:
        row.status = "resolved" if status == "resolved" else "dismissed"
        row.resolution, row.resolved_by, row.resolved_at = resolution, by, self.clock()
        return to_flag(row)

    async def _fixed(self, unit: Unit, flag: Flag, article_id: str | None) -> Article | None:
        """The live article that is to be replaced; None for a new one."""
        if article_id is not None:
            chosen = await unit.articles.article(article_id)
            if chosen is None:
                raise ValidationFailed("", [{"field": "article_id", "message": "there is no such article"}])
            return chosen
        live = [found for a in flag.articles if (found := await unit.articles.article(a))]
        if len(live) > 1:
            choice = ", ".join(a.id for a in live)
            raise ValidationFailed(
                "", [{"field": "article_id", "message": f"the answer used several: choose one of {choice}"}]
            )
        return live[0] if live else None

    async def _case(self, unit: Unit, flag: Flag, article: Article, before: Article | None) -> EvalCase | None:
        conversation = await unit.conversations.get(flag.conversation_id)
        messages = await unit.transcript.whole(flag.conversation_id)
        answer = next((m for m in messages if m.id == flag.message_id), None)
        if conversation is None or answer is None:
            return None
        old = await self._answered_from(unit, flag, article.id) or before
        body = old.body if old else ""
        change = await asyncio.to_thread(correction, answer.text, body, article.body, flag.correction)
        turns = await unit.turns.of_conversation(flag.conversation_id)
        document = regression_case(flag, conversation, turns, _until(messages, answer), article.title, change)
        if document is None:
            return None
        return EvalCase(
            id=new_id(),
            flag_id=flag.id,
            conversation_id=flag.conversation_id,
            article_id=article.id,
            document=document,
            created_at=self.clock(),
        )

    async def _answered_from(self, unit: Unit, flag: Flag, article_id: str) -> ArticleDraft | None:
        revision = flag.revisions.get(article_id)
        return await unit.answers.revision(article_id, revision) if revision is not None else None


def _until(messages: list[Message], last: Message) -> list[Message]:
    return [m for m in messages if m.seq <= last.seq]
