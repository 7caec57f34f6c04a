"""What makes doing something twice or too often harmless: the operation ledger, idempotency keys, the vault's sealed values, limits."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.personal_data import PersonalDataKind
from domain.shop import OperationKind
from records.tables.model import Model


class OperationRow(Model):
    """``status``: intended → sent → done, refused or unknown. Arguments are not here: only their hash.

    What was done to an order still counts for its limits when the conversation is erased: then the row names none."""

    __tablename__ = "operation"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    turn_id: Mapped[str | None] = mapped_column(String(36), index=True)
    action: Mapped[str] = mapped_column(String(60))
    kind: Mapped[OperationKind] = mapped_column(String(40))
    order_id: Mapped[str | None] = mapped_column(String(200), index=True)
    line_ids: Mapped[list[str]]
    quantities: Mapped[dict[str, Any] | None]  # pieces by line; none in rows of before it was kept
    amount: Mapped[str | None] = mapped_column(String(40))  # decimal, signed as in the back-office contract
    currency: Mapped[str | None] = mapped_column(String(3))
    request_hash: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(10))
    receipt: Mapped[dict[str, Any] | None]
    refusal: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class IdempotencyRow(Model):
    """The first answer of a key in its scope (route and credential); a turn's answer is read from the turn."""

    __tablename__ = "idempotency"

    scope: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    request_hash: Mapped[str] = mapped_column(String(64))
    conversation_id: Mapped[str | None] = mapped_column(String(36), index=True)
    turn_id: Mapped[str | None] = mapped_column(String(36))
    status_code: Mapped[int]
    body: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime] = mapped_column(index=True)


class VaultKeyRow(Model):
    """One row: what only the vault key of this database makes of a fixed word."""

    __tablename__ = "vault_key"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mark: Mapped[str] = mapped_column(String(64))


class VaultRow(Model):
    """A token of a conversation, its keyed digest and, where an action may need it, the sealed original."""

    __tablename__ = "vault"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    token: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[PersonalDataKind] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
    box: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(index=True)


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
