"""Messages and events: what was said, in order, and what streams replay."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from sqlalchemy import Table, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import Author, Button, Citation, JsonObject, Message
from domain.events import Event, EventName
from records.answers import sources_of
from records.appends import Appends
from records.held_conversation import HeldConversation
from records.tables.answers import AnswerSourceRow
from records.tables.conversation import ConversationRow, EventRow, MessageRow, TurnRow

_MESSAGES, _EVENTS = cast(Table, MessageRow.__table__), cast(Table, EventRow.__table__)  # declared as FromClauses
_SOURCES = cast(Table, AnswerSourceRow.__table__)


def to_message(row: MessageRow) -> Message:
    return Message(
        id=row.id,
        seq=row.seq,
        turn_id=row.turn_id,
        role=row.role,
        text=row.text,
        created_at=row.created_at,
        author=Author(**row.author),
        citations=[Citation(**c) for c in row.citations],
        actions=[Button(**a) for a in row.actions],
    )


class Transcript:
    def __init__(self, session: Callable[[], AsyncSession], appends: Appends) -> None:
        self._session, self._appends = session, appends

    def say(self, conversation: HeldConversation, message: Message) -> Message:
        """Append a message with the conversation's next number, and its `message.completed` event."""
        conversation.message_seq += 1
        numbered = message.model_copy(update={"seq": conversation.message_seq})
        data = numbered.model_dump(mode="json")
        kept = {k: data[k] for k in ("id", "seq", "turn_id", "role", "author", "text", "citations", "actions")}
        row = {**kept, "conversation_id": conversation.id, "created_at": message.created_at}
        self._appends.add_values(_MESSAGES, row)
        for source in sources_of(message):
            self._appends.add_values(_SOURCES, source)
        self.emit(conversation, "message.completed", data, message.created_at)
        return numbered

    def emit(self, conversation: HeldConversation, name: EventName, data: JsonObject, at: datetime) -> None:
        conversation.event_seq += 1
        row = {
            "conversation_id": conversation.id,
            "seq": conversation.event_seq,
            "name": name,
            "data": data,
            "created_at": at,
        }
        self._appends.add_values(_EVENTS, row)

    async def message(self, message_id: str) -> tuple[Message, str] | None:
        """A message and the id of its conversation."""
        row = await self._session().get(MessageRow, message_id)
        return (to_message(row), row.conversation_id) if row else None

    async def page(self, conversation_id: str, *, after: int = 0, limit: int = 200) -> list[Message]:
        rows = await self._session().scalars(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id, MessageRow.seq > after)
            .order_by(MessageRow.seq)
            .limit(limit)
        )
        return [to_message(row) for row in rows]

    async def whole(self, conversation_id: str) -> list[Message]:
        return await self.page(conversation_id, limit=100_000)

    async def latest_of_customer(self, conversation_id: str, limit: int) -> list[Message]:
        """The customer's last messages, oldest first."""
        rows = await self._session().scalars(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id, MessageRow.role == "customer")
            .order_by(MessageRow.seq.desc())
            .limit(limit)
        )
        return [to_message(row) for row in rows][::-1]

    async def latest(self, conversation_id: str, limit: int) -> list[Message]:
        """The last messages of everybody, oldest first."""
        rows = await self._session().scalars(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id)
            .order_by(MessageRow.seq.desc())
            .limit(limit)
        )
        return [to_message(row) for row in rows][::-1]

    async def rewrite(self, conversation_id: str, message: Message, text: str) -> None:
        """Mask more of an earlier message: in the transcript, in the event that carried it and in the turn that it opened."""
        await self._session().execute(update(MessageRow).where(MessageRow.id == message.id).values(text=text))
        turn = await self._session().get(TurnRow, message.turn_id) if message.turn_id else None
        if turn is not None and "text" in turn.input:
            turn.input = {**turn.input, "text": text}
        rows = await self._session().scalars(
            select(EventRow).where(EventRow.conversation_id == conversation_id, EventRow.name == "message.completed")
        )
        for row in rows:
            if row.data.get("id") == message.id:
                row.data = {**row.data, "text": text}

    async def events(self, conversation_id: str, after: int, limit: int = 500) -> list[Event]:
        rows = await self._session().scalars(
            select(EventRow)
            .where(EventRow.conversation_id == conversation_id, EventRow.seq > after)
            .order_by(EventRow.seq)
            .limit(limit)
        )
        return [Event.model_construct(id=str(row.seq), name=row.name, data=row.data) for row in rows]

    async def last_event(self, conversation_id: str) -> int:
        """The number of the conversation's latest event."""
        seq = await self._session().scalar(select(ConversationRow.event_seq).where(ConversationRow.id == conversation_id))
        return int(seq or 0)
