"""Turns: accepted before they run, finished in the transaction that stores their result."""

from collections.abc import Callable, Sequence
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.conversation import JsonObject
from records.appends import Appends
from records.held_conversation import HeldConversation
from records.tables.conversation import TurnRow

_TABLE = cast(Table, TurnRow.__table__)  # declared as a FromClause
_FINISH = update(_TABLE).where(_TABLE.c.id == bindparam("turn"))


class Turns:
    def __init__(self, session: Callable[[], AsyncSession], connection: AsyncConnection, appends: Appends) -> None:
        self._session, self._connection, self._appends = session, connection, appends
        self._opened: list[TurnRow] = []

    def open(self, conversation: HeldConversation, turn: TurnRow) -> None:
        """Accept a turn with the conversation's next number; it is sent by the unit's flush."""
        conversation.turn_seq += 1
        conversation.open_turns += 1
        turn.seq = conversation.turn_seq
        self._opened.append(turn)

    def hand_in(self) -> None:
        """What was opened, as it is now, to the rows that the unit of work sends."""
        for turn in self._opened:
            self._appends.add(turn)
        self._opened = []

    async def get(self, turn_id: str) -> TurnRow | None:
        return await self._session().get(TurnRow, turn_id)

    async def finish(self, conversation: HeldConversation, turn_id: str, values: JsonObject) -> None:
        """Store an open turn's result."""
        conversation.open_turns -= 1
        await self._connection.execute(_FINISH, {"turn": turn_id, **values})

    async def unfinished(self, conversation_id: str) -> list[TurnRow]:
        """Accepted and not finished, in order."""
        rows = await self._session().scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_(None))
            .order_by(TurnRow.seq)
        )
        return list(rows)

    async def of_conversation(self, conversation_id: str) -> Sequence[TurnRow]:
        rows = await self._session().scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_not(None))
            .order_by(TurnRow.seq)
        )
        return rows.all()
