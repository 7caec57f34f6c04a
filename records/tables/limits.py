"""What is limited, under keyed digests: no row says whom it is about."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


class LimitRow(Model):
    """The uses of one subject. ``uses`` holds ``[holder, seconds since 1970]``, oldest first, and only what still counts."""

    __tablename__ = "limited"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    uses: Mapped[list[Any]]
    ends_at: Mapped[datetime] = mapped_column(index=True)  # when the last of them no longer counts


class OpeningsRow(Model):
    """How many conversations a client address opened in its latest minute; likewise its messages, and the calls of a staff key."""

    __tablename__ = "openings"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    minute: Mapped[int] = mapped_column(index=True)  # since 1970
    opened: Mapped[int]
