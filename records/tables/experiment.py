"""Experiments with the wording or the strategy of answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from domain.experiments import ExperimentKind, ExperimentStatus
from records.tables.model import Model


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
