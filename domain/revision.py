"""An article as it was written once."""

from datetime import datetime

from pydantic import BaseModel

from domain.knowledge import ArticleDraft


class Revision(BaseModel):
    """``revision`` counts from 1; the highest is the live one."""

    revision: int
    created_at: datetime
    draft: ArticleDraft
