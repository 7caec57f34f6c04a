"""Tables of the background jobs, what was uploaded for them, and what imports brought in before."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.jobs import JobStatus
from records.tables.model import Model


class JobRow(Model):
    """``fence`` grows with each lease: whoever holds an older one can no longer write."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    status: Mapped[JobStatus] = mapped_column(String(10))
    payload: Mapped[dict[str, Any]]
    done: Mapped[int]
    total: Mapped[int]
    result: Mapped[dict[str, Any]]
    attempts: Mapped[int]  # begun since the last progress
    run_after: Mapped[datetime]
    lease_owner: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    fence: Mapped[int]
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None] = mapped_column(index=True)

    __table_args__ = (Index(None, "status", "run_after"),)


class JobBlobRow(Model):
    """An upload, in parts of at most a mebibyte; gone when its job has ended."""

    __tablename__ = "job_blob"

    job_id: Mapped[str] = mapped_column(ForeignKey("job.id"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class ImportedRow(Model):
    """The content that an import last brought for a ``source_id``: tells a changed file from one that was edited here."""

    __tablename__ = "imported"

    source_id: Mapped[str] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime]
