"""Hand-offs to people: a row decides who holds a conversation, by compare-and-set."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.conversation import HandoffEnd, HandoffKind, HandoffReason, HandoffStatus
from records.tables.model import Model


class HandoffRow(Model):
    __tablename__ = "handoff"
    __table_args__ = (Index("ix_handoff_queue", "status", "waiting_since"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    turn_id: Mapped[str | None] = mapped_column(String(36))
    kind: Mapped[HandoffKind] = mapped_column(String(12))
    reason: Mapped[HandoffReason] = mapped_column(String(24))
    status: Mapped[HandoffStatus] = mapped_column(String(8))
    waiting_since: Mapped[datetime]
    claimed_by: Mapped[str | None] = mapped_column(String(80))
    claimed_at: Mapped[datetime | None]
    released_by: Mapped[str | None] = mapped_column(String(80))  # who put it back last; None where its time ran out
    resumed_at: Mapped[datetime | None]
    resumed_by: Mapped[str | None] = mapped_column(String(80))
    resume_action: Mapped[HandoffEnd | None] = mapped_column(String(16))
    resume_note: Mapped[str | None]
    resume_turn_id: Mapped[str | None] = mapped_column(String(36))
    first_reply_at: Mapped[datetime | None]
    summary: Mapped[str]
    detail: Mapped[dict[str, Any] | None]
