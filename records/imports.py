"""What imports brought in, by source: tells a file that changed from an article that was edited here."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.jobs import ImportedRow


class Imports:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hash_of(self, source_id: str) -> str | None:
        """Of the content that was last imported under this id."""
        row = await self._session.get(ImportedRow, source_id)
        return row.content_hash if row else None

    async def remember(self, source_id: str, content_hash: str, now: datetime) -> None:
        await self._session.merge(ImportedRow(source_id=source_id, content_hash=content_hash, imported_at=now))
