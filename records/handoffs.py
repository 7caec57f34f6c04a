"""Hand-offs: opened once, claimed by one, resumed once; every change is a compare-and-set on the row."""

from datetime import datetime

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.conversation import Handoff
from records.tables.conversation import HandoffRow, MessageRow


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


def _overdue() -> Select[tuple[str]]:
    asked_before = bindparam("asked_before", type_=HandoffRow.claimed_at.type)
    answer, asked = aliased(MessageRow), aliased(MessageRow)
    is_answer = and_(
        answer.conversation_id == HandoffRow.conversation_id,
        answer.role == "agent",
        answer.created_at >= HandoffRow.claimed_at,
    )
    last_answer = select(func.max(answer.seq)).where(is_answer).correlate(HandoffRow).scalar_subquery()
    answered_at = select(func.max(answer.created_at)).where(is_answer).correlate(HandoffRow).scalar_subquery()
    asked_since = exists().where(
        asked.conversation_id == HandoffRow.conversation_id,
        asked.role == "customer",
        asked.seq > last_answer,
        asked.created_at <= asked_before,
    )
    return select(HandoffRow.id).where(
        HandoffRow.status == "claimed",
        HandoffRow.claimed_at <= asked_before,
        or_(last_answer.is_(None), asked_since, and_(HandoffRow.kind == "approval", answered_at <= asked_before)),
    )


_OVERDUE = _overdue()  # asked every few seconds, and costs more to build than to ask


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

    async def reasons(self, conversation_id: str) -> dict[str, str]:
        """Of a conversation's hand-offs: by the turn that opened each, its reason."""
        rows = await self._session.execute(
            select(HandoffRow.turn_id, HandoffRow.reason).where(HandoffRow.conversation_id == conversation_id)
        )
        return {turn_id: reason for turn_id, reason in rows if turn_id}

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

    async def overdue(self, asked_before: datetime, handoff_id: str | None = None) -> list[str]:
        """What is claimed and has had no answer since before then: none at all since the claim, or none to what the customer
        said after the last one. An approval waits for its decision, so there the holder's own words do not end the waiting."""
        statement = _OVERDUE
        if handoff_id:
            statement = statement.where(HandoffRow.id == handoff_id)
        return list(await self._session.scalars(statement, {"asked_before": asked_before}))

    async def waiting(self) -> dict[str, tuple[int, datetime]]:
        """By kind: how many nobody has claimed, and since when the oldest of them waits. A kind without any is left out."""
        statement = (
            select(HandoffRow.kind, func.count(), func.min(HandoffRow.waiting_since))
            .where(HandoffRow.status == "waiting")
            .group_by(HandoffRow.kind)
        )
        return {kind: (n, since) for kind, n, since in await self._session.execute(statement)}

    async def queue(self, *, status: str | None, kind: str | None, after: str | None, limit: int) -> list[Handoff]:
        """What cannot wait first, then the longest waiting. ``after`` is the id of the last one seen: ``LookupError`` where
        there is none such any more, since nobody could tell where to go on."""
        rank = case((HandoffRow.reason == "safety", 0), else_=1)
        statement = select(HandoffRow).order_by(rank, HandoffRow.waiting_since, HandoffRow.id).limit(limit)
        statement = (
            statement.where(HandoffRow.status == status) if status else statement.where(HandoffRow.status != "resumed")
        )
        if kind:
            statement = statement.where(HandoffRow.kind == kind)
        if after:
            seen = await self.row(after)
            if seen is None:
                raise LookupError(after)
            at = 0 if seen.reason == "safety" else 1
            later = HandoffRow.waiting_since > seen.waiting_since
            same = and_(HandoffRow.waiting_since == seen.waiting_since, HandoffRow.id > seen.id)
            statement = statement.where(or_(rank > at, and_(rank == at, or_(later, same))))
        return [to_handoff(row) for row in await self._session.scalars(statement)]
