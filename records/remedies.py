"""Remedies, and the turns that they are for."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.remedies import Remedy
from records.tables.conversation import MessageRow
from records.tables.improvements import RemedyRow, RemedyTurnRow


class Remedies:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, remedy: Remedy, turns: Sequence[tuple[str, str]]) -> None:
        """``turns``: (turn id, conversation id) of what it is for."""
        self._session.add(RemedyRow(**_columns(remedy)))
        await self._session.flush()
        self._session.add_all(RemedyTurnRow(remedy_id=remedy.id, turn_id=t, conversation_id=c) for t, c in turns)

    async def get(self, remedy_id: str) -> Remedy | None:
        row = await self._session.get(RemedyRow, remedy_id)
        return Remedy.model_validate(row) if row else None

    async def lock(self, remedy_id: str) -> Remedy | None:
        row = await self._session.get(RemedyRow, remedy_id, with_for_update=True)
        return Remedy.model_validate(row) if row else None

    async def keep(self, remedy: Remedy) -> None:
        """Store what changed of one that is there."""
        row = await self._session.get_one(RemedyRow, remedy.id)
        for name, value in _columns(remedy).items():
            setattr(row, name, value)

    async def page(self, after: str | None, limit: int) -> list[Remedy]:
        """Newest first."""
        query = select(RemedyRow).order_by(RemedyRow.id.desc()).limit(limit)
        if after:
            query = query.where(RemedyRow.id < after)
        return [Remedy.model_validate(row) for row in await self._session.scalars(query)]

    async def of_files(self) -> list[Remedy]:
        """Those of a rule or of words that are approved or live, oldest first."""
        row = RemedyRow
        query = select(row).where(row.kind.in_(("policy", "text")), row.status.in_(("approved", "live"))).order_by(row.id)
        return [Remedy.model_validate(one) for one in await self._session.scalars(query)]

    async def of_turns(self, turn_ids: Collection[str], since: datetime) -> dict[str, Remedy]:
        """By turn, the latest remedy for it that was decided since then."""
        found: dict[str, Remedy] = {}
        query = (
            select(RemedyTurnRow.turn_id, RemedyRow)
            .join(RemedyRow, RemedyRow.id == RemedyTurnRow.remedy_id)
            .where(RemedyRow.decided_at >= since)
            .order_by(RemedyRow.id)
        )
        wanted = set(turn_ids)
        for turn_id, row in await self._session.execute(query):
            if turn_id in wanted:
                found[turn_id] = Remedy.model_validate(row)
        return found

    async def said(self, remedy_id: str) -> list[tuple[str, str, str]]:
        """(turn id, conversation id, the customer's words) of what it is for and is still there, oldest first."""
        t = RemedyTurnRow
        rows = await self._session.execute(
            select(t.turn_id, t.conversation_id, MessageRow.text)
            .join(MessageRow, (MessageRow.turn_id == t.turn_id) & (MessageRow.conversation_id == t.conversation_id))
            .where(t.remedy_id == remedy_id, MessageRow.role == "customer")
            .order_by(t.turn_id, MessageRow.seq)
        )
        return [(row.turn_id, row.conversation_id, row.text) for row in rows]


_DOCUMENTS = frozenset({"article", "evaluation", "policy", "text", "wanted"})


def _columns(remedy: Remedy) -> dict[str, object]:
    return remedy.model_dump(exclude=set(_DOCUMENTS)) | remedy.model_dump(mode="json", include=set(_DOCUMENTS))
