"""Bodies that callers send: unknown fields, wrong types and text that no database holds are refused."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from domain.conversation import ActionRequest, ResumeAction
from domain.flags import FlagCause, FlagReason

LONGEST_TEXT = 8000


def _storable(text: str) -> str:
    """Refuse lone surrogates (they are no text) and drop NUL (PostgreSQL takes none)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("is not valid Unicode text") from None
    return text.replace("\x00", "")


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_storable), AfterValidator(_not_blank)]
Comment = Annotated[str, Field(max_length=2000), AfterValidator(_storable)]
Short = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_storable), AfterValidator(_not_blank)]


def _region(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError("is not an ISO 3166 country code of two letters")
    return value.upper()


Region = Annotated[str, AfterValidator(_region)]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PageBody(Body):
    url: Annotated[str, Field(max_length=2000), AfterValidator(_storable)]
    kind: Short | None = None
    title: Annotated[str, Field(max_length=500), AfterValidator(_storable)] | None = None


class ConversationBody(Body):
    customer_token: Annotated[str, Field(max_length=4000)] | None = None
    channel: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")] = "web"
    locale: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", max_length=35)] = "en-US"
    region: Region | None = None
    page: PageBody | None = None
    consent: bool | None = None
    graph_version: Short | None = None


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


class HandoffBody(Body):
    reason: (
        Literal[
            "customer_request",
            "repeated_failure",
            "no_answer",
            "low_confidence",
            "policy",
            "approval_needed",
            "identity_not_verified",
            "tool_failure",
            "sentiment",
            "safety",
            "model_unavailable",
            "agent_took_over",
        ]
        | None
    ) = None


class ConsentBody(Body):
    granted: bool


class CsatBody(Body):
    score: Annotated[int, Field(ge=1, le=5)]
    comment: Comment | None = None


class FeedbackBody(Body):
    helpful: bool
    comment: Comment | None = None


class ReplyBody(Body):
    text: Text


class ResumeBody(Body):
    action: ResumeAction
    note: Comment | None = None


class FlagBody(Body):
    reason: FlagReason
    correction: Comment | None = None


class NoBody(Body):
    """`{}`, or nothing."""


class MaskBody(Body):
    text: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_storable)]
    region: Region | None = None


class ArticleBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_storable), AfterValidator(_not_blank)]
    body: Annotated[str, Field(min_length=1, max_length=200_000), AfterValidator(_storable), AfterValidator(_not_blank)]
    url: Annotated[str, Field(max_length=2000), AfterValidator(_storable)] | None = None
    regions: list[Region] = []
    locale: Annotated[str, Field(max_length=35), AfterValidator(_storable)] | None = None
    valid_from: Annotated[str, Field(max_length=40)] | None = None
    valid_until: Annotated[str, Field(max_length=40)] | None = None
    review_by: Annotated[str, Field(max_length=40)] | None = None
    tags: Annotated[list[Short], Field(max_length=50)] = []


class ResolveFlagBody(BaseModel):
    """The fixed article, or why there is nothing to fix: exactly one of the two."""

    model_config = ConfigDict(extra="forbid")

    article: ArticleBody | None = None
    article_id: Annotated[str, Field(min_length=1, max_length=36)] | None = None
    dismiss: Annotated[str, Field(max_length=2000), AfterValidator(_storable), AfterValidator(_not_blank)] | None = None
    cause: FlagCause | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.article is None) == (self.dismiss is None):
            raise ValueError("give either article or dismiss")
        if self.article_id is not None and self.article is None:
            raise ValueError("article_id goes with article")
        if self.cause is not None and self.dismiss is None:
            raise ValueError("cause goes with dismiss")
        return self
