"""How good conversations were: what customers and agents say, what the rules say, and what was last counted for the key figures."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.flags import FlagCause, FlagReason, FlagStatus
from domain.scores import Dimension
from records.tables.model import Model


class FeedbackRow(Model):
    __tablename__ = "feedback"

    message_id: Mapped[str] = mapped_column(ForeignKey("message.id"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    helpful: Mapped[bool]
    comment: Mapped[str | None]
    created_at: Mapped[datetime]


class CsatRow(Model):
    __tablename__ = "csat"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    score: Mapped[int]
    comment: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class FlagRow(Model):
    """An agent's word that an answer was wrong, tied to the segments that it was made from, at their revisions."""

    __tablename__ = "flag"
    __table_args__ = (Index("ix_flag_status", "status", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    message_id: Mapped[str] = mapped_column(ForeignKey("message.id"), index=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    reason: Mapped[FlagReason] = mapped_column(String(12))
    correction: Mapped[str | None]
    segments: Mapped[list[str]]
    articles: Mapped[list[str]]
    revisions: Mapped[dict[str, Any]] = mapped_column(server_default="{}")  # article's id → revision answered from
    cause: Mapped[FlagCause] = mapped_column(String(12), server_default="document")
    flagged_by: Mapped[str] = mapped_column(String(80))
    status: Mapped[FlagStatus] = mapped_column(String(12))
    resolution: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None] = mapped_column(String(80))


class ScoreRow(Model):
    """``verdicts``: by dimension, a `domain.scores.Verdict`."""

    __tablename__ = "score"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    rules_version: Mapped[str] = mapped_column(String(20))
    overall: Mapped[float | None]
    verdicts: Mapped[dict[str, Any]]
    scored_at: Mapped[datetime]


class ScoreReadingRow(Model):
    """What a person says of one dimension, the latest of each person."""

    __tablename__ = "score_reading"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    dimension: Mapped[Dimension] = mapped_column(String(20), primary_key=True)
    read_by: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[int | None]
    note: Mapped[str | None]
    read_at: Mapped[datetime]


class KpiBlockRow(Model):
    """What is counted of the conversations that began on a day (UTC), as it was when it was last written: made from their other
    rows, and made again where these changed since. Without ``counted`` it has to be made again."""

    __tablename__ = "kpi_block"

    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    version: Mapped[int]  # raised by everyone who writes
    definitions: Mapped[str] = mapped_column(String(64))
    counted: Mapped[bytes | None] = mapped_column(LargeBinary)


class KpiMarkRow(Model):
    """What changed before ``read_until`` is in the blocks. ``definitions``: a digest of what they were made by."""

    __tablename__ = "kpi_mark"

    definitions: Mapped[str] = mapped_column(String(64), primary_key=True)
    read_until: Mapped[datetime]
