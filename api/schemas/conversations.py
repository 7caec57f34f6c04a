"""Bodies of the calls about a conversation: itself, its messages, its hand-offs, and what the customer says of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field, model_validator

from api.schemas.fields import Body, Comment, GraphVersion, Locale, OpaqueId, Region, Slug, Text, not_blank, storable
from domain.contact import checked_email
from domain.conversation import (
    ActionRequest,
    Conversation,
    ConversationStatus,
    Handoff,
    Message,
    PendingAction,
    ResumeAction,
    Turn,
)
from domain.knowledge import Readers
from domain.shop import Customer, Order


class PageBody(Body):
    url: Annotated[str, Field(max_length=2000), AfterValidator(storable)]
    kind: Slug | None = None
    title: Annotated[str, Field(max_length=500), AfterValidator(storable)] | None = None


class ConversationBody(Body):
    customer_token: Annotated[str, Field(max_length=4000)] | None = None
    channel: Slug = "web"
    locale: Locale = "en-US"
    region: Region | None = None
    page: PageBody | None = None
    offer_id: OpaqueId | None = None
    consent: bool | None = None
    graph_version: GraphVersion | None = None


class HandoffBody(Body):
    """The customer's own words, and where they may be answered: never one of our reasons or kinds."""

    reason: Annotated[str, Field(max_length=500), AfterValidator(storable)] | None = None
    email: Annotated[str, Field(max_length=254), AfterValidator(checked_email)] | None = None


class ConsentBody(Body):
    granted: bool


class ConversationMade(BaseModel):
    """``token`` opens this conversation and nothing else."""

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
    def of(cls, conversation: Conversation, handoff: Handoff | None) -> Self:
        names = set(cls.model_fields) - {"handoff"}
        return cls(**conversation.model_dump(include=names), handoff=handoff)


class ConversationListed(ConversationShown):
    """For staff."""

    customer_id: str | None


class HandoffAnswer(BaseModel):
    handoff: Handoff | None


class WrittenValues(BaseModel):
    """``values``: each token of a person's message, with what they wrote for it."""

    id: str
    values: dict[str, str]


class OwnValues(BaseModel):
    """``values``: each token of the quote with what it stands for; empty where the account was not proven."""

    id: str
    name: str
    values: dict[str, str]


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


class CsatBody(Body):
    score: Annotated[int, Field(ge=1, le=5)]
    comment: Comment | None = None


class FeedbackBody(Body):
    helpful: bool
    comment: Comment | None = None


class CsatAnswer(BaseModel):
    conversation_id: str
    score: int
    comment: str | None  # masked
    updated_at: datetime


class FeedbackAnswer(BaseModel):
    message_id: str
    helpful: bool
    comment: str | None  # masked
