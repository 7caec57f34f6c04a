"""Models that were learned again: candidates with their files, whose words they learned from, and what a shadow read otherwise."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.retraining import CandidateStatus
from records.tables.model import Model


class IntentCandidateRow(Model):
    """``report`` is a `domain.retraining.CandidateReport`: figures and names of intents, no customer's words."""

    __tablename__ = "intent_candidate"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    status: Mapped[CandidateStatus] = mapped_column(String(12), index=True)
    proposed_by: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[datetime]
    since: Mapped[datetime | None]
    based_on: Mapped[str] = mapped_column(String(36))
    sha256: Mapped[str] = mapped_column(String(64))
    report: Mapped[dict[str, Any]]
    learned_turns: Mapped[int]  # as many as there were when it learned
    share: Mapped[float | None]
    changed_by: Mapped[str | None] = mapped_column(String(80))
    changed_at: Mapped[datetime | None]


class IntentCandidateFileRow(Model):
    """Arrays and JSON, nothing that is executed when it is read."""

    __tablename__ = "intent_candidate_file"

    candidate_id: Mapped[str] = mapped_column(ForeignKey("intent_candidate.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(80), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[bytes]


class IntentCandidateTurnRow(Model):
    """Whose words a candidate learned from."""

    __tablename__ = "intent_candidate_turn"

    candidate_id: Mapped[str] = mapped_column(ForeignKey("intent_candidate.id", ondelete="CASCADE"), primary_key=True)
    turn_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)


class ShadowReadingRow(Model):
    """A live turn that a candidate read too. ``now`` and ``candidate`` are names of acts and intents."""

    __tablename__ = "shadow_reading"

    turn_id: Mapped[str] = mapped_column(ForeignKey("turn.id"), primary_key=True)
    candidate_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    now: Mapped[str] = mapped_column(String(200))
    candidate: Mapped[str] = mapped_column(String(200))
    is_same: Mapped[bool]
