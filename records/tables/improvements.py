"""What the service learns of its own conversations: remedies for struggles, and models that were learned again."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.remedies import RemedyKind, RemedyStatus
from domain.retraining import CandidateStatus
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
