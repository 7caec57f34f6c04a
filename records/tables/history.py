"""What the service was set up with: changes one after the other, and what each process was started with."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.history import ChangeKind, FileKind
from records.tables.model import Model


class ChangeSetRow(Model):
    """Holds no customer's words and names no conversation: rules, a company's own sentences, and references to revisions."""

    __tablename__ = "change_set"
    __table_args__ = (Index("ix_change_set_subject", "kind", "subject", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    at: Mapped[datetime]
    author: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(12))
    kind: Mapped[ChangeKind] = mapped_column(String(12))
    subject: Mapped[str | None] = mapped_column(String(36))
    name: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]]
    tests: Mapped[list[Any]]
    previous: Mapped[str | None] = mapped_column(String(36))
    reverts: Mapped[str | None] = mapped_column(String(36))


class ConfigurationRow(Model):
    __tablename__ = "configuration"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    release: Mapped[str] = mapped_column(String(40))
    policy: Mapped[str] = mapped_column(String(36))
    texts: Mapped[str] = mapped_column(String(36))
    triggers: Mapped[str] = mapped_column(String(36))
    first_at: Mapped[datetime]


class FileResultRow(Model):
    """The latest result of a suite on a version with these files, which may be in force later, or never."""

    __tablename__ = "file_result"

    kind: Mapped[FileKind] = mapped_column(String(12), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    graph_version: Mapped[str] = mapped_column(String(80), primary_key=True)
    suite: Mapped[str] = mapped_column(String(80), primary_key=True)
    passed: Mapped[int]
    total: Mapped[int]
    ran_at: Mapped[datetime]
