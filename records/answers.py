"""Past answers by the article and revision that they were made from."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import Integer, and_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject, Message
from domain.knowledge import ArticleDraft
from domain.knowledge_care import ArticleUse
from records.tables.conversation import ConversationRow, MessageRow
from records.tables.knowledge import AnswerSourceRow, ArticleRevisionRow, ArticleRow, SegmentRow
from records.tables.ratings import FeedbackRow


class PastAnswer(BaseModel):
    """``can_be_told``: the conversation is still open, or the customer is known to the shop and can be written to."""

    message_id: str
    conversation_id: str
    revision: int
    text: str
    created_at: datetime
    customer_id: str | None
    can_be_told: bool


class Told(BaseModel):
    """A segment as it stood when it was cited, for ever: a later edit retires it and adds another."""

    segment_id: str
    article_id: str
    question: str
    answer: str


def sources_of(message: Message) -> list[JsonObject]:
    """The rows of ``answer_source`` for a message: one an article."""
    revisions = {c.article_id: c.revision for c in message.citations if c.revision is not None}
    return [
        {"article_id": article_id, "revision": revision, "message_id": message.id}
        for article_id, revision in revisions.items()
    ]


class Answers:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(self, article_id: str, revision: int | None, after: str | None, limit: int) -> list[PastAnswer]:
        """Oldest revision and message first: what was said before a fix. ``after`` is the ``cursor`` of the last one seen."""
        row = AnswerSourceRow
        statement = (
            select(row.revision, MessageRow, ConversationRow.status, ConversationRow.customer_id)
            .join(MessageRow, MessageRow.id == row.message_id)
            .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
            .where(row.article_id == article_id)
            .order_by(row.revision, row.message_id)
            .limit(limit)
        )
        if revision is not None:
            statement = statement.where(row.revision == revision)
        if after is not None:
            number, _, message_id = after.partition(".")
            if not number.isdecimal():
                return []
            later = and_(row.revision == int(number), row.message_id > message_id)
            statement = statement.where(or_(row.revision > int(number), later))
        return [
            PastAnswer(
                message_id=message.id,
                conversation_id=message.conversation_id,
                revision=of,
                text=message.text,
                created_at=message.created_at,
                customer_id=customer_id,
                can_be_told=status != "closed" or customer_id is not None,
            )
            for of, message, status, customer_id in await self._session.execute(statement)
        ]

    async def use(self) -> ArticleUse:
        """How many answers were made from each article, and what customers thought of those of its live revision."""
        row = AnswerSourceRow
        counts = await self._session.execute(select(row.article_id, func.count()).group_by(row.article_id))
        live = and_(ArticleRow.id == row.article_id, ArticleRow.revision == row.revision)
        ratings = await self._session.execute(
            select(row.article_id, func.sum(cast(FeedbackRow.helpful, Integer)), func.count())
            .join(FeedbackRow, FeedbackRow.message_id == row.message_id)
            .join(ArticleRow, live)
            .group_by(row.article_id)
        )
        latest = select(func.max(row.message_id)).scalar_subquery()
        return ArticleUse(
            answers=dict(counts.tuples().all()),
            ratings={article_id: (int(good or 0), n) for article_id, good, n in ratings},
            last_answer_at=await self._session.scalar(select(MessageRow.created_at).where(MessageRow.id == latest)),
        )

    async def revision(self, article_id: str, revision: int) -> ArticleDraft | None:
        """An article as it was written then."""
        row = await self._session.get(ArticleRevisionRow, (article_id, revision))
        return ArticleDraft.model_validate(row.draft) if row else None

    async def of_turn(self, conversation_id: str, turn_id: str) -> list[tuple[str, int]]:
        """The articles that a turn answered from, with the revision that was live then."""
        row, of_it = AnswerSourceRow, (MessageRow.conversation_id == conversation_id, MessageRow.turn_id == turn_id)
        query = select(row.article_id, row.revision).join(MessageRow, MessageRow.id == row.message_id).where(*of_it)
        found = await self._session.execute(query.distinct().order_by(row.article_id))
        return [(article, revision) for article, revision in found]

    async def told(self, segment_ids: Sequence[str]) -> list[Told]:
        """The segments that an answer was made from, retired ones too, in the order asked for."""
        rows = {r.id: r for r in await self._session.scalars(select(SegmentRow).where(SegmentRow.id.in_(segment_ids)))}
        return [
            Told(segment_id=i, article_id=rows[i].article_id, question=rows[i].question, answer=rows[i].answer)
            for i in segment_ids
            if i in rows
        ]


def cursor(answer: PastAnswer) -> str:
    return f"{answer.revision}.{answer.message_id}"
