"""Keys under which a request was already answered."""

from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from records.appends import Appends
from records.tables.ledger import IdempotencyRow

_TABLE = cast(Table, IdempotencyRow.__table__)  # declared as a FromClause
_BY_KEY = select(_TABLE).where(_TABLE.c.scope == bindparam("scope"), _TABLE.c.key == bindparam("key"))


class IdempotencyKeys:
    def __init__(self, connection: AsyncConnection, appends: Appends) -> None:
        self._connection, self._appends = connection, appends

    async def get(self, scope: str, key: str) -> IdempotencyRow | None:
        found = (await self._connection.execute(_BY_KEY, {"scope": scope, "key": key})).mappings().one_or_none()
        return IdempotencyRow(**found) if found else None

    def add(self, row: IdempotencyRow) -> None:
        self._appends.add(row)
