"""Staff keys that were made by the command line or the API; only hashes are here."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.people import StaffKeyRow

NOTED_EVERY = timedelta(minutes=1)


class StaffKeys:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, row: StaffKeyRow) -> None:
        self._session.add(row)

    async def by_hash(self, key_hash: str) -> StaffKeyRow | None:
        rows = await self._session.scalars(
            select(StaffKeyRow).where(StaffKeyRow.key_hash == key_hash, StaffKeyRow.revoked_at.is_(None))
        )
        return rows.one_or_none()

    async def used(self, key_hash: str, at: datetime) -> None:
        """Note its use; what was noted a minute ago is left."""
        row = await self.by_hash(key_hash)
        if row is not None and (row.last_used_at is None or at - row.last_used_at >= NOTED_EVERY):
            row.last_used_at = at

    async def all(self) -> list[StaffKeyRow]:
        return list(await self._session.scalars(select(StaffKeyRow).order_by(StaffKeyRow.id)))

    async def revoke(self, key_id: str, at: datetime) -> bool:
        row = await self._session.get(StaffKeyRow, key_id)
        if row is None or row.revoked_at is not None:
            return False
        row.revoked_at = at
        return True
