"""Turns: accepted before they run, finished in the transaction that stores their result; and what the outside told each."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.conversation import JsonObject
from domain.recording import Recording
from records.conversations import HeldConversation
from records.engine.writes import Appends, Changes
from records.tables.conversation import RecordingRow, TurnRow

_TABLE = cast(Table, TurnRow.__table__)  # declared as a FromClause
_INPUTS = (
    select(_TABLE.c.id, _TABLE.c.input)
    .where(_TABLE.c.conversation_id == bindparam("conversation"), _TABLE.c.kind.in_(("text", "action", "handoff")))
    .order_by(_TABLE.c.seq.desc())
    .limit(bindparam("most"))
)
_FINISH = update(_TABLE).where(_TABLE.c.id == bindparam("turn"))


class Turns:
    def __init__(
        self, session: Callable[[], AsyncSession], connection: AsyncConnection, appends: Appends, changes: Changes
    ) -> None:
        self._session, self._connection, self._appends, self._changes = session, connection, appends, changes
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

    def stop(self, turn: TurnRow, at: datetime) -> None:
        """The customer's wish; whoever runs the turn is told by the commit."""
        turn.stopped_at = at
        self._changes.conversations.add(turn.conversation_id)

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

    async def inputs_of_customer(self, conversation_id: str, limit: int) -> list[tuple[str, JsonObject]]:
        """Of the customer's last words, forms and wishes, oldest first: the turn's id, and what it was given."""
        rows = await self._connection.execute(_INPUTS, {"conversation": conversation_id, "most": limit})
        return [(row.id, row.input) for row in rows][::-1]

    async def greeted_as(self, conversation_id: str) -> str | None:
        """The first name of the customer's token, where it had one."""
        given = await self._session().scalar(
            select(TurnRow.input).where(TurnRow.conversation_id == conversation_id, TurnRow.kind == "greeting")
        )
        return given.get("first_name") if given else None

    async def address_for_answers(self, conversation_id: str) -> str | None:
        """The token of the e-mail address that the customer left last when asking for a person."""
        wishes = await self._session().scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.kind == "handoff")
            .order_by(TurnRow.seq.desc())
        )
        return next((turn.input["email"] for turn in wishes if turn.input.get("email")), None)

    async def of_conversation(self, conversation_id: str) -> Sequence[TurnRow]:
        rows = await self._session().scalars(
            select(TurnRow)
            .where(TurnRow.conversation_id == conversation_id, TurnRow.finished_at.is_not(None))
            .order_by(TurnRow.seq)
        )
        return rows.all()


_RECORDINGS = cast(Table, RecordingRow.__table__)  # declared as a FromClause


class Recordings:
    def __init__(self, session: Callable[[], AsyncSession], appends: Appends) -> None:
        self._session, self._appends = session, appends

    def add(self, conversation_id: str, turn_id: str, document: JsonObject, at: datetime) -> None:
        row = {"turn_id": turn_id, "conversation_id": conversation_id, "document": document, "created_at": at}
        self._appends.add_values(_RECORDINGS, row)

    async def of_conversation(self, conversation_id: str) -> dict[str, Recording]:
        """By the id of the turn; those that asked nothing have none."""
        rows = await self._session().scalars(select(RecordingRow).where(RecordingRow.conversation_id == conversation_id))
        return {row.turn_id: Recording.model_validate(row.document) for row in rows}
