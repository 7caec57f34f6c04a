"""The audit log's rows: appended one after the other, read in order, never changed."""

from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit import AuditEntry
from records.tables.accountability import AuditEntryRow

_LOCK = 723915  # of the log's end, on PostgreSQL; SQLite has one writer at a time anyway
_PAGE = 500


class AuditEntries:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lock_end(self) -> AuditEntry | None:
        """The last entry; until the transaction ends nobody else appends."""
        if self._session.get_bind().dialect.name == "postgresql":
            await self._session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        row = await self._session.scalar(select(AuditEntryRow).order_by(AuditEntryRow.seq.desc()).limit(1))
        return _entry(row) if row else None

    async def append(self, entry: AuditEntry, mark: str) -> None:
        await self._session.execute(insert(AuditEntryRow).values(**entry.model_dump(), mark=mark))

    async def last(self, kind: str) -> AuditEntry | None:
        """The latest entry of a kind."""
        query = select(AuditEntryRow).where(AuditEntryRow.kind == kind).order_by(AuditEntryRow.seq.desc()).limit(1)
        row = await self._session.scalar(query)
        return _entry(row) if row else None

    async def page(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        actor: str | None = None,
        kind: str | None = None,
        subject: str | None = None,
        after: int | None = None,
        limit: int = 50,
    ) -> list[AuditEntry]:
        """Newest first, in [since, until); ``after`` is the ``seq`` of the last one seen."""
        query = select(AuditEntryRow).order_by(AuditEntryRow.seq.desc()).limit(limit)
        equal = {"actor": actor, "kind": kind, "subject": subject}
        query = query.filter_by(**{name: given for name, given in equal.items() if given is not None})
        if since is not None:
            query = query.where(AuditEntryRow.at >= since)
        if until is not None:
            query = query.where(AuditEntryRow.at < until)
        if after is not None:
            query = query.where(AuditEntryRow.seq < after)
        return [_entry(row) for row in await self._session.scalars(query)]

    async def whole(self) -> AsyncIterator[tuple[AuditEntry, str]]:
        """Every entry with its mark, oldest first."""
        seen = 0
        while True:
            query = select(AuditEntryRow).where(AuditEntryRow.seq > seen).order_by(AuditEntryRow.seq).limit(_PAGE)
            rows = list(await self._session.scalars(query))
            for row in rows:
                yield _entry(row), row.mark
            if len(rows) < _PAGE:
                return
            seen = rows[-1].seq


def _entry(row: AuditEntryRow) -> AuditEntry:
    return AuditEntry.model_validate({name: getattr(row, name) for name in AuditEntry.model_fields})
