"""Staff: keys of their own, or people whom an identity provider vouches for, with their sessions."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.model import Model


class StaffKeyRow(Model):
    """A staff key made by `supportgraph keys create`; only its hash is kept."""

    __tablename__ = "staff_key"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(80))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]  # to the minute


class StaffPersonRow(Model):
    """Whom a provider has vouched for. ``name`` is this person's alone: hand-offs and the audit log know them by it."""

    __tablename__ = "staff_person"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    issuer: Mapped[str] = mapped_column(String(500))
    subject: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(80), unique=True)
    claimed_name: Mapped[str] = mapped_column(String(80))  # as the provider has it: others may have the same
    created_at: Mapped[datetime]


class StaffSessionRow(Model):
    """A browser in which somebody is signed in; only a hash of its cookie is kept, and what renews it is sealed."""

    __tablename__ = "staff_session"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("staff_person.id"), index=True)
    cookie_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(12))
    refresh_box: Mapped[bytes | None]
    created_at: Mapped[datetime]
    heard_at: Mapped[datetime]  # the provider's last yes
    ask_at: Mapped[datetime]  # when it is asked again; whoever moves it asks
    ends_at: Mapped[datetime] = mapped_column(index=True)
