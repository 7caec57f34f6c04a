"""What was last counted of conversations for the key figures, so that a start need not read everything again."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


class KpiBlockRow(Model):
    """What is counted of the conversations that began on a day (UTC), as it was when it was last written: made from their other
    rows, and made again where these changed since. Without ``counted`` it has to be made again."""

    __tablename__ = "kpi_block"

    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    version: Mapped[int]  # raised by everyone who writes
    definitions: Mapped[str] = mapped_column(String(64))
    counted: Mapped[bytes | None] = mapped_column(LargeBinary)


class KpiMarkRow(Model):
    """What changed before ``read_until`` is in the blocks. ``definitions``: a digest of what they were made by."""

    __tablename__ = "kpi_mark"

    definitions: Mapped[str] = mapped_column(String(64), primary_key=True)
    read_until: Mapped[datetime]
