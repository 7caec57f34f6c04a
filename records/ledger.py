"""What makes doing something twice harmless: the operation ledger's rows, and keys under which a request was already answered."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Row, Table, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.conversation import JsonObject
from domain.errors import IdempotencyKeyReused
from domain.money import Money
from domain.ports.operations import KnownOperation
from domain.shop import Operation
from records.engine.writes import Appends
from records.tables.ledger import IdempotencyRow, OperationRow

# Columns and no objects: every turn about an order asks this.
_OF_ORDER = (
    select(*OperationRow.__table__.c)
    .where(OperationRow.order_id == bindparam("order"), OperationRow.status != "refused")
    .order_by(OperationRow.created_at)
)


@dataclass(frozen=True)
class StoredOperation:
    """A row as a replay needs it: what was asked for, by which turn, and what became of it."""

    turn_id: str | None
    at: datetime
    known: KnownOperation
    status: str
    receipt: JsonObject | None
    refusal: JsonObject | None

    def is_same(self, action: str, operation: Operation, quantities: Mapping[str, int]) -> bool:
        """Whether this is what is asked for now; amounts count, and which goods."""
        mine = self.known
        return (
            (mine.action, mine.kind, mine.order_id) == (action, operation.kind, operation.order_id)
            and mine.amount == operation.amount
            and mine.quantities == dict(quantities)
        )


class Operations:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, key: str) -> OperationRow | None:
        return await self._session.get(OperationRow, key)

    async def lock(self, key: str) -> OperationRow | None:
        return await self._session.get(OperationRow, key, with_for_update=True)

    async def has_any_of(self, turn_id: str) -> bool:
        """Whether a turn has asked the back office for anything."""
        found = await self._session.scalar(select(OperationRow.key).where(OperationRow.turn_id == turn_id).limit(1))
        return found is not None

    def add(self, row: OperationRow) -> None:
        self._session.add(row)

    async def mark(self, key: str, status: str, at: datetime, **values: object) -> None:
        """Move an operation on; ``values`` are its receipt or its refusal."""
        row = await self._session.get_one(OperationRow, key)
        row.status, row.updated_at = status, at
        for name, value in values.items():
            setattr(row, name, value)

    async def lock_order(self, order_id: str) -> None:
        """Until the end of this transaction nobody else decides about the order. SQLite has one writer at a time anyway."""
        if self._session.get_bind().dialect.name == "postgresql":
            await self._session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(order_id, 0))))

    async def known_of_order(self, order_id: str) -> list[KnownOperation]:
        """All but what was refused: what was sent and not answered may have happened."""
        return [_known(row) for row in await self._session.execute(_OF_ORDER, {"order": order_id})]

    async def around(self, conversation_id: str, orders: Collection[str]) -> list[StoredOperation]:
        """Those of a conversation, and all on these orders, oldest first."""
        rows = await self._session.scalars(
            select(OperationRow)
            .where(or_(OperationRow.conversation_id == conversation_id, OperationRow.order_id.in_(orders)))
            .order_by(OperationRow.created_at)
        )
        return [_stored(row) for row in rows]


def _stored(row: OperationRow) -> StoredOperation:
    return StoredOperation(row.turn_id, row.created_at, _known(row), row.status, row.receipt, row.refusal)


def _known(row: OperationRow | Row[Any]) -> KnownOperation:
    amount = Money(amount=Decimal(row.amount), currency=row.currency) if row.amount and row.currency else None
    return KnownOperation(
        key=row.key,
        kind=row.kind,
        action=row.action,
        order_id=row.order_id,
        line_ids=list(row.line_ids),
        quantities=row.quantities or {},
        amount=amount,
        is_done=row.status == "done",
        at=row.created_at,
    )


_TABLE = cast(Table, IdempotencyRow.__table__)  # declared as a FromClause
_BY_KEY = select(_TABLE).where(_TABLE.c.scope == bindparam("scope"), _TABLE.c.key == bindparam("key"))


@dataclass(frozen=True)
class RequestKey:
    """An idempotency key: its scope is the hash of route and credential, ``request_hash`` the keyed digest of the body.

    ``unkeyed_hash`` is compared and never stored: rows of releases before hold it, from which a short body could be guessed."""

    scope: str
    key: str
    request_hash: str
    unkeyed_hash: str | None = None


def hashed_key(scope: str, key: str) -> str:
    """A client's key as it is stored; migration 0010 did the same to older rows."""
    return hashlib.sha256(f"{scope} {key}".encode()).hexdigest()


class IdempotencyKeys:
    def __init__(self, connection: AsyncConnection, appends: Appends) -> None:
        self._connection, self._appends = connection, appends

    async def answered(self, key: RequestKey | None) -> IdempotencyRow | None:
        """What was remembered under a key. Raises ``IdempotencyKeyReused`` where it was for another body."""
        if key is None:
            return None
        found = (await self._connection.execute(_BY_KEY, {"scope": key.scope, "key": key.key})).mappings().one_or_none()
        if found is None:
            return None
        if found["request_hash"] not in (key.request_hash, key.unkeyed_hash):
            raise IdempotencyKeyReused
        return IdempotencyRow(**found)

    def remember(
        self,
        key: RequestKey | None,
        status: int,
        now: datetime,
        *,
        body: JsonObject | None = None,
        conversation_id: str | None = None,
        turn_id: str | None = None,
    ) -> None:
        """Keep an answer, or the turn that will have it, under the key if there is one."""
        if key:
            self._appends.add(
                IdempotencyRow(
                    scope=key.scope,
                    key=key.key,
                    request_hash=key.request_hash,
                    conversation_id=conversation_id,
                    turn_id=turn_id,
                    status_code=status,
                    body=body,
                    created_at=now,
                )
            )
