"""Questions that ended without an answer, and what people answered afterwards."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import and_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.knowledge_care import UnansweredQuestion
from records.tables.conversation import ConversationRow, MessageRow, TurnRow
from records.tables.knowledge import UNANSWERED


class PersonsReply(BaseModel):
    conversation_id: str
    text: str
    at: datetime


class Gaps:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def unanswered(self, since: datetime, limit: int) -> list[UnansweredQuestion]:
        """The latest ``limit`` questions since then, newest first; what was merged into one turn is one question."""
        said = and_(
            MessageRow.conversation_id == TurnRow.conversation_id,
            MessageRow.turn_id == TurnRow.id,
            MessageRow.role == "customer",
        )
        # The messages and not the turns' inputs: what a later message completed to a card number is masked in these.
        rows = await self._session.execute(
            select(
                TurnRow.id,
                TurnRow.merged_into,
                TurnRow.conversation_id,
                TurnRow.created_at,
                MessageRow.text,
                ConversationRow.region,
            )
            .join(MessageRow, said)
            .join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
            .where(text(UNANSWERED), TurnRow.kind == "text", TurnRow.created_at >= since)
            .order_by(TurnRow.id.desc())
            .limit(limit)
        )
        found: dict[str, UnansweredQuestion] = {}
        for turn_id, merged_into, conversation_id, at, words, region in rows:
            known = found.get(merged_into or turn_id)
            if known:
                known.text = f"{words} {known.text}"
                continue
            found[merged_into or turn_id] = UnansweredQuestion(
                turn_id=merged_into or turn_id, conversation_id=conversation_id, text=words, region=region, at=at
            )
        return list(found.values())

    async def replies(self, conversation_ids: Sequence[str]) -> list[PersonsReply]:
        """What people wrote in these conversations, in the order of writing."""
        rows = await self._session.execute(
            select(MessageRow.conversation_id, MessageRow.text, MessageRow.created_at)
            .where(MessageRow.conversation_id.in_(conversation_ids), MessageRow.role == "agent")
            .order_by(MessageRow.conversation_id, MessageRow.seq)
        )
        return [PersonsReply(conversation_id=c, text=words, at=at) for c, words, at in rows]
