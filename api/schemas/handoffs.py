"""Bodies of the hand-offs' calls."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.fields import Body, Comment, Text, not_blank, storable
from api.schemas.messages import ConversationShort
from domain.conversation import Handoff, Message, ResumeAction, Turn
from domain.knowledge import Readers
from domain.shop import Customer, Order


class ReplyBody(Body):
    text: Text


class ResumeBody(Body):
    action: ResumeAction
    note: Comment | None = None


class UnsealBody(Body):
    """``token`` as it stands in a message of the conversation; ``reason`` is kept, masked, with who asked and when."""

    token: Annotated[str, Field(pattern=r"^\[[A-Z_]{2,24}_[0-9]{1,4}\]$")]
    reason: Annotated[str, Field(min_length=3, max_length=200), AfterValidator(storable), AfterValidator(not_blank)]


class UnsealedValue(BaseModel):
    token: str
    value: str


class SuggestedCitation(BaseModel):
    article_id: str
    segment_id: str
    title: str
    url: str | None


class SuggestedReply(BaseModel):
    """A passage that may answer the customer's last words, for the agent to insert and edit."""

    text: str
    audience: Readers
    citations: list[SuggestedCitation]


class HandoffDetail(Handoff):
    transcript: list[Message]
    customer: Customer | None
    orders: list[Order]
    answer_to: str | None  # the e-mail address that the customer left for the answer
    suggested_replies: list[SuggestedReply]


class ResumeAnswer(BaseModel):
    handoff: Handoff
    turn: Turn
    messages: list[Message]
    conversation: ConversationShort
