"""Messages and events: what was said, in order, and what streams replay."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import Author, Button, Citation, Event, EventName, JsonObject, Message
from domain.json_values import mapped, strings
from records.answers import sources_of
from records.conversations import HeldConversation
from records.engine.writes import Appends, Changes
from records.tables.conversation import ConversationRow, EventRow, MessageRow, TurnRow
from records.tables.knowledge import AnswerSourceRow

_MESSAGES, _EVENTS = cast(Table, MessageRow.__table__), cast(Table, EventRow.__table__)  # declared as FromClauses
_SOURCES = cast(Table, AnswerSourceRow.__table__)

_LEAST_PIECE = 4  # characters of what is looked for in a turn's result: less is in every id and time


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
    def __init__(self, session: Callable[[], AsyncSession], appends: Appends, changes: Changes) -> None:
        self._session, self._appends, self._changes = session, appends, changes

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
        self._changes.conversations.add(conversation.id)
        self._changes.handoffs |= name == "handoff.updated"
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

    async def latest(self, conversation_id: str, limit: int) -> list[Message]:
        """The last messages of everybody, oldest first."""
        rows = await self._session().scalars(
            select(MessageRow)
            .where(MessageRow.conversation_id == conversation_id)
            .order_by(MessageRow.seq.desc())
            .limit(limit)
        )
        return [to_message(row) for row in rows][::-1]

    async def rewrite(
        self, conversation_id: str, turn_ids: Sequence[str], mask: Callable[[str], str]
    ) -> Callable[[str], str]:
        """Mask more of what earlier turns were given, and of all that came of it since: messages, events and results. What is
        given back does the same to what was taken out of those turns, a number alone for one."""
        of_this = TurnRow.conversation_id == conversation_id
        turns = (await self._session().scalars(select(TurnRow).where(of_this))).all()
        given = [turn.input for turn in turns if turn.id in turn_ids]
        said = {text for one in given for text in strings(one) if len(text) >= _LEAST_PIECE and mask(text) != text}
        without = _without(said, mask)

        # Acts hold clauses of what was said, in which a whole message is not found again. A turn answers those merged into it.
        read_in = {*turn_ids, *(turn.merged_into for turn in turns if turn.id in turn_ids and turn.merged_into)}

        def with_acts(turn: JsonObject) -> JsonObject:
            return {**turn, "acts": mapped(turn.get("acts"), mask)} if turn.get("id") in read_in else turn

        for turn in turns:
            turn.input = mapped(turn.input, mask if turn.id in turn_ids else without)
            turn.tool_calls = mapped(turn.tool_calls, without)
            turn.acts = mapped(turn.acts, mask if turn.id in read_in else without)
            response = mapped(turn.response, without)
            turn.response = (
                {**response, "turn": with_acts(response["turn"])} if response and "turn" in response else response
            )
        rows = await self._session().scalars(select(MessageRow).where(MessageRow.conversation_id == conversation_id))
        messages = {row.id: row for row in rows}
        for message in messages.values():
            is_piece = message.role == "customer" and message.turn_id in turn_ids
            message.text = mask(message.text) if is_piece else without(message.text)
        events = await self._session().scalars(select(EventRow).where(EventRow.conversation_id == conversation_id))
        for event in events:
            shown = messages.get(str(event.data.get("id")))
            whole = {**event.data, "text": shown.text} if shown is not None else mapped(event.data, without)
            event.data = with_acts(whole) if event.name == "turn.completed" else whole
        words = {word for text in said for word in text.split() if len(word) >= _LEAST_PIECE and mask(word) != word}
        return _without(said | words, mask)

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


def _without(said: set[str], mask: Callable[[str], str]) -> Callable[[str], str]:
    pieces = re.compile("|".join(rf"(?<![\w-]){re.escape(text)}(?![\w-])" for text in said) or "(?!)")
    return lambda text: pieces.sub(lambda found: mask(found[0]), text)
