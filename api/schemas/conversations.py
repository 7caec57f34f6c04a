"""Bodies of the conversations' calls."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.fields import Body, GraphVersion, Locale, OpaqueId, Region, Slug, storable
from domain.contact import checked_email
from domain.conversation import Conversation, ConversationStatus, Handoff, Message, PendingAction


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
