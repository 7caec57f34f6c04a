"""Bodies of the messages' calls."""

from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from api.schemas.fields import Body, Text
from domain.conversation import ActionRequest, ConversationStatus, Message, Turn


class MessageBody(Body):
    """Words, or a form or button: exactly one of the two."""

    text: Text | None = None
    action: ActionRequest | None = None
    client_message_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.text is None) == (self.action is None):
            raise ValueError("give either text or action")
        return self


class ConversationShort(BaseModel):
    id: str
    status: ConversationStatus
    failures: int


class TurnAnswer(BaseModel):
    turn: Turn
    messages: list[Message]
    conversation: ConversationShort


class StopAnswer(BaseModel):
    turn_id: str
