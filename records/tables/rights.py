"""What the law's rights leave behind: proofs of consent, and counts of what was erased. Neither says whom it is about."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


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
