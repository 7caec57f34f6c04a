"""Bodies of the key figures' and the scores' calls."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body, Comment
from domain.scores import Dimension, Value
from insights.conversation_summary import Result
from insights.figures import KpiGroup


class KpiAnswer(BaseModel):
    definitions_version: str
    currency: str | None  # of `cost_per_conversation`; null where the model has no prices
    items: list[KpiGroup]


class ConversationCounted(BaseModel):
    """One of the conversations behind a number, without a word of its text."""

    id: str
    created_at: datetime
    outcome: Result  # what it is counted under
    status: str
    graph_version: str | None
    region: str | None
    language: str | None
    channel: str | None
    intent: str | None
    variant: str | None
    offer: str | None
    handoff_reason: str | None
    csat: int | None
    failed_turns: int
    came_back: bool
    handling_seconds: float | None


class CommentShown(BaseModel):
    """``id`` is the conversation's; ``comment`` is masked."""

    id: str
    score: int
    comment: str
    rated_at: datetime


class ReviewBody(Body):
    """A person's own reading: ``value`` 1 (as it should be), 0 (not so) or null (does not apply)."""

    dimension: Dimension
    value: Annotated[Value, Field()]
    note: Comment | None = None
