"""What was last counted of each conversation for the key figures, so that a start need not read everything again."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


class KpiSummaryRow(Model):
    """Made from the conversation's other rows, and made again where these changed since."""

    __tablename__ = "kpi_summary"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True)
    read_at: Mapped[datetime]
    counted: Mapped[dict[str, Any]]


class KpiMarkRow(Model):
    """What changed before ``read_until`` is in the summaries. ``definitions``: a digest of what they were made by."""

    __tablename__ = "kpi_mark"

    definitions: Mapped[str] = mapped_column(String(64), primary_key=True)
    read_until: Mapped[datetime]
