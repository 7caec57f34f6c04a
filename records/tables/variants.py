"""What not everybody gets alike: graph versions with their evals, experiments with wording and strategy, and offers that pages made."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.experiments import ExperimentKind, ExperimentStatus
from domain.triggers import OfferArm
from records.tables.conversation import ConversationRow
from records.tables.model import Model

# Open conversations are counted by version, at each start and for the engineers' page.
Index("ix_conversation_graph_version_status", ConversationRow.graph_version, ConversationRow.status)


class RolloutRow(Model):
    """One row: the shares in force. There is none until somebody sets them."""

    __tablename__ = "rollout"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    weights: Mapped[dict[str, Any]]  # version → share, together 1
    updated_at: Mapped[datetime]
    updated_by: Mapped[str] = mapped_column(String(80))


class EvalResultRow(Model):
    """The latest result of a suite on a version."""

    __tablename__ = "eval_result"

    graph_version: Mapped[str] = mapped_column(String(80), primary_key=True)
    suite: Mapped[str] = mapped_column(String(80), primary_key=True)
    passed: Mapped[int]
    total: Mapped[int]
    ran_at: Mapped[datetime]
    reported_by: Mapped[str] = mapped_column(String(80))


class ExperimentRow(Model):
    """``needed``: conversations a variant for the test with a fixed horizon, decided when it began."""

    __tablename__ = "experiment"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[ExperimentKind] = mapped_column(String(12))
    variants: Mapped[list[Any]]
    intents: Mapped[list[Any] | None]
    status: Mapped[ExperimentStatus] = mapped_column(String(10), index=True)
    promoted: Mapped[str | None] = mapped_column(String(40))
    needed: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(80))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(80))


class OfferRow(Model):
    __tablename__ = "offer"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    arm: Mapped[OfferArm] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(index=True)
    dismissed_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
