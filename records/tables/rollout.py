"""Which graph versions new conversations get, and how each version did in its evals."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

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
