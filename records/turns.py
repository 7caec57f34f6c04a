"""Turns: accepted before they run, finished in the transaction that stores their result."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.conversation import ConversationRow, TurnRow

_TABLE = cast(Table, TurnRow.__table__)  # declared as a FromClause


class Turns:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def open(self, conversation: ConversationRow, turn: TurnRow) -> None:
        """Accept a turn with the conversation's next number."""
        conversation.turn_seq += 1
        turn.seq = conversation.turn_seq
        self._session.add(turn)

    async def get(self, turn_id: str) -> TurnRow | None:
        return await self._session.get(TurnRow, turn_id)

    async def waiting(self, conversation_id: str) -> int:
        """How many accepted turns have no answer yet."""
        counted = await self._session.scalar(
            select(func.count()).where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_(None))
        )
        return int(counted or 0)

    async def finish(self, turn_id: str, values: JsonObject) -> None:
        """Store a turn's result."""
        connection = await self._session.connection()
        await connection.execute(update(_TABLE).where(_TABLE.c.id == turn_id).values(values))

    async def unfinished(self, conversation_id: str) -> list[TurnRow]:
        """Accepted and not finished, in order."""
        rows = await self._session.scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_(None))
            .order_by(TurnRow.seq)
        )
        return list(rows)

    async def of_conversation(self, conversation_id: str) -> Sequence[TurnRow]:
        rows = await self._session.scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_not(None))
            .order_by(TurnRow.seq)
        )
        return rows.all()
