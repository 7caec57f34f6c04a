"""A flag: an agent's word that an answer was wrong, and what became of it."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

FlagReason = Literal["wrong", "outdated", "incomplete", "tone", "unsafe"]
FlagStatus = Literal["open", "resolved", "dismissed"]
# An answer without citations was not caused by any document: a wrong intent, a wrong tool, a wrong turn of phrase.
FlagCause = Literal["document", "conversation"]


class FlagFixed(BaseModel):
    """``case_id``: the eval case that the article must pass from then on, where the conversation gave one."""

    article_id: str
    revision: int
    case_id: str | None = None


class FlagDismissed(BaseModel):
    dismissed: str  # why


class Flag(BaseModel):
    id: str
    message_id: str
    conversation_id: str
    reason: FlagReason
    correction: str | None
    segments: list[str]
    articles: list[str]
    revisions: dict[str, int]  # article's id → the revision that was answered from
    cause: FlagCause
    status: FlagStatus
    flagged_by: str
    created_at: datetime
    resolution: FlagFixed | FlagDismissed | None = None
    resolved_at: datetime | None = None
    resolved_by: str | None = None
