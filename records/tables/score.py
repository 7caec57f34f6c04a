"""How good conversations were: by the rules, and by the people who read them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.scores import Dimension
from records.tables.model import Model


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
