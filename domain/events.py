"""The events of a conversation's stream, and the port on which live deltas leave a running turn."""

from typing import Literal, Protocol

from pydantic import BaseModel

from domain.conversation import JsonObject

EventName = Literal[
    "turn.started",
    "message.delta",
    "message.completed",
    "tool.completed",
    "handoff.updated",
    "conversation.updated",
    "turn.completed",
]


class Event(BaseModel):
    """``id`` orders it in its conversation: a row's number, or ``number.k`` for a delta, which is never stored."""

    id: str
    name: EventName
    data: JsonObject


class DeltaSink(Protocol):
    async def __call__(self, message_id: str, text: str) -> None: ...
