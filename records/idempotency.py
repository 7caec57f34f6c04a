"""Keys under which a request was already answered."""

from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.ledger import IdempotencyRow


class IdempotencyKeys:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, scope: str, key: str) -> IdempotencyRow | None:
        return await self._session.get(IdempotencyRow, (scope, key))

    def add(self, row: IdempotencyRow) -> None:
        self._session.add(row)
