"""Offers that pages made: how many, and what became of them. Nothing here names a visitor or a conversation."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from domain.offers import OfferArm
from records.tables.model import Model


class OfferRow(Model):
    __tablename__ = "offer"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    arm: Mapped[OfferArm] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(index=True)
    dismissed_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
