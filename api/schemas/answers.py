"""Bodies that the API answers with. Stored answers are returned as they were stored; these shapes document them."""

from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel

from domain.conversation import Conversation, ConversationStatus, Handoff, JsonObject, Message, PendingAction, Turn
from domain.personal_data import PersonalData

Item = TypeVar("Item")


class Listing(BaseModel, Generic[Item]):
    items: list[Item]
    next: str | None = None


class ConversationShort(BaseModel):
    id: str
    status: ConversationStatus
    failures: int


class ConversationMade(BaseModel):
    id: str
    token: str
    status: ConversationStatus
    graph_version: str
    consent: bool | None
    messages: list[Message]


class ConversationShown(BaseModel):
    id: str
    status: ConversationStatus
    graph_version: str
    region: str | None
    locale: str
    consent: bool | None
    failures: int
    handoff: Handoff | None
    pending_action: PendingAction | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, conversation: Conversation, handoff: Handoff | None) -> "ConversationShown":
        names = set(cls.model_fields) - {"handoff"}
        return cls(**conversation.model_dump(include=names), handoff=handoff)


class TurnAnswer(BaseModel):
    turn: Turn
    messages: list[Message]
    conversation: ConversationShort


class HandoffAnswer(BaseModel):
    handoff: Handoff | None


class ResumeAnswer(BaseModel):
    handoff: Handoff
    turn: Turn
    messages: list[Message]
    conversation: ConversationShort


class HandoffDetail(Handoff):
    transcript: list[Message]
    customer: JsonObject | None
    orders: list[JsonObject]
    suggested_replies: list[JsonObject]


class MaskAnswer(BaseModel):
    text: str
    entities: list[PersonalData]
