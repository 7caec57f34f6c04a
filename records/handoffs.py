"""Hand-offs: opened once, claimed by one, resumed once; every change is a compare-and-set on the row."""

from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import Handoff
from records.tables.handoff import HandoffRow


def to_handoff(row: HandoffRow) -> Handoff:
    return Handoff(
        id=row.id,
        conversation_id=row.conversation_id,
        kind=row.kind,
        reason=row.reason,
        status=row.status,
        waiting_since=row.waiting_since,
        claimed_by=row.claimed_by,
        summary=row.summary,
        detail=row.detail,
    )


class Handoffs:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def open(self, row: HandoffRow) -> None:
        self._session.add(row)

    async def get(self, handoff_id: str) -> Handoff | None:
        row = await self.row(handoff_id)
        return to_handoff(row) if row else None

    async def row(self, handoff_id: str) -> HandoffRow | None:
        return await self._session.get(HandoffRow, handoff_id)

    async def conversation_of(self, handoff_id: str) -> str | None:
        found: str | None = await self._session.scalar(select(HandoffRow.conversation_id).where(HandoffRow.id == handoff_id))
        return found

    async def lock(self, handoff_id: str) -> HandoffRow | None:
        return await self._session.get(HandoffRow, handoff_id, with_for_update=True)

    async def claim(self, handoff_id: str, name: str, at: datetime) -> bool:
        """True for the one who got it."""
        claimed = await self._session.scalar(
            update(HandoffRow)
            .where(HandoffRow.id == handoff_id, HandoffRow.status == "waiting")
            .values(status="claimed", claimed_by=name, claimed_at=at)
            .returning(HandoffRow.id)
            .execution_options(synchronize_session=False)
        )
        return claimed is not None

    async def queue(self, *, status: str | None, kind: str | None, after: str | None, limit: int) -> list[Handoff]:
        """Longest waiting first. ``after`` is the id of the last one seen."""
        statement = select(HandoffRow).order_by(HandoffRow.waiting_since, HandoffRow.id).limit(limit)
        statement = (
            statement.where(HandoffRow.status == status) if status else statement.where(HandoffRow.status != "resumed")
        )
        if kind:
            statement = statement.where(HandoffRow.kind == kind)
        seen = await self.row(after) if after else None
        if seen:
            later = HandoffRow.waiting_since > seen.waiting_since
            same = and_(HandoffRow.waiting_since == seen.waiting_since, HandoffRow.id > seen.id)
            statement = statement.where(or_(later, same))
        return [to_handoff(row) for row in await self._session.scalars(statement)]
