"""Keys under which a request was already answered."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conversation import JsonObject
from domain.errors import IdempotencyKeyReused
from records.engine.appends import Appends
from records.tables.ledger import IdempotencyRow

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
