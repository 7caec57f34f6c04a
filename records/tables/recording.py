"""What the outside told each turn, masked: what a replay answers from."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


class RecordingRow(Model):
    """Of the turns that asked anything. ``document`` is a `domain.recording.Recording`."""

    __tablename__ = "recording"

    turn_id: Mapped[str] = mapped_column(ForeignKey("turn.id"), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), index=True)
    document: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(index=True)
