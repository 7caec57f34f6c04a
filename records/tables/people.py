"""What people say about answers, and the keys that staff hold."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.flags import FlagCause, FlagReason, FlagStatus
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


class StaffKeyRow(Model):
    """A staff key made by `supportgraph keys create`; only its hash is kept."""

    __tablename__ = "staff_key"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(80))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]  # to the minute
