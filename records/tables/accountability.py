"""What the service can be asked to account for: the audit log, proofs of consent, counts of what was erased, and what it was
set up with.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.history import ChangeKind, FileKind
from records.tables.model import Model


class AuditEntryRow(Model):
    """``hash`` is SHA-256 over the entry and ``previous``, the hash of the entry before; ``mark`` is made of it under the
    vault's key, so that who can write into the database and has not the key cannot make another chain."""

    __tablename__ = "audit_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(12))
    kind: Mapped[str] = mapped_column(String(40), index=True)
    subject: Mapped[str | None] = mapped_column(String(120))
    detail: Mapped[dict[str, Any]]
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    mark: Mapped[str] = mapped_column(String(64))


class ConsentRow(Model):
    """One answer to the question of consent. ``subject`` is a keyed digest of the conversation's id: whoever knows the
    conversation finds its proofs, also after it was erased, and nobody else does."""

    __tablename__ = "consent"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    subject: Mapped[str] = mapped_column(String(64), index=True)
    granted: Mapped[bool]
    given_by: Mapped[str] = mapped_column(String(12))  # "opening", "button" or "words"
    mode: Mapped[str] = mapped_column(String(8))  # the policy's for the region: "opt_in" or "notice"
    region: Mapped[str | None] = mapped_column(String(10))
    locale: Mapped[str] = mapped_column(String(35))
    words: Mapped[str]  # as they were shown
    words_version: Mapped[str] = mapped_column(String(64))  # SHA-256 of them
    policy_version: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(index=True)


class ErasedConversationRow(Model):
    """What the key figures count of a conversation that is gone: no words, no ids but new ones, times shifted to the hour."""

    __tablename__ = "erased_conversation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(index=True)
    facts: Mapped[dict[str, Any]]


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
