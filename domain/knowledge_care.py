"""What is wrong with the knowledge base, and what it lacks."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

FindingKind = Literal[
    "outdated", "near_duplicate", "contradicting", "fragmented", "too_long", "never_retrieved", "unanswered"
]


class NamedArticle(BaseModel):
    id: str
    title: str


class NearArticle(BaseModel):
    article_id: str
    title: str


class Finding(BaseModel):
    """Something to look at. ``met`` is how often customers met it: answers made from its articles, or questions asked."""

    id: str  # the same for the same finding
    kind: FindingKind
    articles: list[NamedArticle]
    detail: str
    met: int = 0


class ArticleUse(BaseModel):
    """What customers made of the articles, by article's id."""

    answers: dict[str, int] = {}
    ratings: dict[str, tuple[int, int]] = {}  # (helpful, all) of the live revision
    last_answer_at: datetime | None = None


class UnansweredQuestion(BaseModel):
    """A masked question that ended in no answer, at ``at``, by a customer of ``region``."""

    turn_id: str
    conversation_id: str
    text: str
    region: str | None = None
    at: datetime


class Gap(BaseModel):
    """Questions about one thing that had no good answer, the most typical one first; ``n`` counts every asking."""

    id: str  # of the same questions the same
    name: str
    n: int
    questions: list[str]
    nearest: list[NearArticle]
    conversations: list[str]  # ids, newest first
    first_asked_at: datetime
    last_asked_at: datetime


class GapDraft(BaseModel):
    """An article to begin with: a person's words in ``conversation_id``."""

    title: str
    body: str | None
    conversation_id: str


class GapPage(BaseModel):
    """``next`` is where to go on, or None. ``unread``: questions, the oldest, that there was no time to read yet; whoever asks
    again gets further."""

    gaps: list[Gap]
    next: str | None = None
    unread: int = 0
