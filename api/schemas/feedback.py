"""Bodies of what the customer says of an answer and of the whole."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body, Comment


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
