"""What was decided about struggles, and which turns it is for."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.remedies import RemedyKind, RemedyStatus
from records.tables.model import Model


class RemedyRow(Model):
    """Holds no customer's words: what they said is read by its turns, as long as these are there."""

    __tablename__ = "remedy"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[RemedyKind] = mapped_column(String(12))
    status: Mapped[RemedyStatus] = mapped_column(String(12))
    words: Mapped[str]
    article: Mapped[dict[str, Any] | None]
    intent: Mapped[str | None] = mapped_column(String(80))
    refusal: Mapped[str | None] = mapped_column(String(80))
    policy: Mapped[dict[str, Any] | None]
    wanted: Mapped[dict[str, Any] | None]
    text: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None]
    evaluation: Mapped[dict[str, Any] | None]
    job_id: Mapped[str | None] = mapped_column(String(36))
    decided_by: Mapped[str] = mapped_column(String(80))
    decided_at: Mapped[datetime]
    approved_by: Mapped[str | None] = mapped_column(String(80))
    approved_at: Mapped[datetime | None]
    live_at: Mapped[datetime | None]
    rolled_back_by: Mapped[str | None] = mapped_column(String(80))
    rolled_back_at: Mapped[datetime | None]
    article_id: Mapped[str | None] = mapped_column(String(36))
    replaced: Mapped[int | None]


class RemedyTurnRow(Model):
    __tablename__ = "remedy_turn"

    remedy_id: Mapped[str] = mapped_column(ForeignKey("remedy.id", ondelete="CASCADE"), primary_key=True)
    turn_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
