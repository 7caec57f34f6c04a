"""The operation ledger's rows."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.ledger import OperationRow


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

    async def done_to_order(self, order_id: str) -> list[OperationRow]:
        rows = await self._session.scalars(
            select(OperationRow)
            .where(OperationRow.order_id == order_id, OperationRow.status == "done")
            .order_by(OperationRow.created_at)
        )
        return list(rows)
