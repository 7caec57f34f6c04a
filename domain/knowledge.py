"""Articles of the help centre and the segments that answers are cited from."""

import re
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.lazy_pattern import lazy_pattern

# Where an article may be linked to: http(s), or a path of the site that shows it. "//host" and "/\host" are other sites.
LINK = lazy_pattern(r"(?:https?://[^\s/]|/(?![/\\]))\S*|/", re.IGNORECASE)


def work_of(source_id: str | None, locale: str | None) -> str | None:
    """What the versions of an article in several languages have in common: its ``source_id`` without its ``locale`` as a part of its
    own (`returns.de.md`, `zendesk/1/en-us`). None without a ``source_id``."""
    if not source_id or not locale:
        return source_id
    own = rf"(?:{re.escape(locale)}|{re.escape(locale[:2])})"
    return re.sub(rf"[./]{own}(?=\.\w+$|$)", "", source_id, flags=re.IGNORECASE)


Readers = Literal["public", "staff"]  # an article for staff answers no customer


class ArticleDraft(BaseModel):
    """What an editor writes. ``valid_until`` is exclusive; empty ``regions`` means every region."""

    model_config = ConfigDict(extra="forbid")

    title: str
    body: str  # Markdown
    url: str | None = None
    audience: Readers = "public"
    regions: list[str] = []
    locale: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    review_by: datetime | None = None
    tags: list[str] = []
    source_id: str | None = None


class Article(ArticleDraft):
    id: str
    revision: int
    created_at: datetime
    updated_at: datetime


class SegmentDraft(BaseModel):
    """A bite-sized question and answer, cut from an article."""

    question: str
    answer: str
    heading_path: list[str] = []
    position: int = 0  # order in the article, from 0


class Segment(SegmentDraft):
    id: str
    article_id: str
    revision: int
    title: str  # of its article
    url: str | None = None
    source_id: str | None = None
    audience: Readers = "public"
    regions: list[str] = []
    locale: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None


class SegmentChange(BaseModel):
    """One entry of the index log: segment ``id`` was written (``segment``) or removed (None) at ``seq``."""

    seq: int
    id: str
    segment: Segment | None


class SegmentHit(BaseModel):
    segment: Segment
    score: float  # fused, comparable within one search only
    cosine: float  # of question and segment, -1..1
    lexical: float  # BM25, 0 where no word is shared


class SearchResult(BaseModel):
    """Hits, best first; ``confidence`` is the gate's own probability (0..1) that the documents answer the question.

    ``doubtful``: answerable perhaps, but so uncertain that the answer must say so.
    """

    hits: list[SegmentHit]
    answerable: bool
    confidence: float
    doubtful: bool = False


class Quote(BaseModel):
    """An answer in the documents' own words, with the segments that it quotes, best first."""

    text: str  # plain text
    segments: list[Segment]


class Revision(BaseModel):
    """``revision`` counts from 1; the highest is the live one."""

    revision: int
    created_at: datetime
    draft: ArticleDraft
