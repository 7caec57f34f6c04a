"""What customers say of answers and of conversations: helpful or not, satisfaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.people import CsatRow, FeedbackRow


class Feedback:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def rate_answer(
        self, message_id: str, conversation_id: str, helpful: bool, comment: str | None, at: datetime
    ) -> None:
        """The last word on a message counts."""
        await self._session.merge(
            FeedbackRow(
                message_id=message_id, conversation_id=conversation_id, helpful=helpful, comment=comment, created_at=at
            )
        )

    async def csat(self, conversation_id: str) -> CsatRow | None:
        return await self._session.get(CsatRow, conversation_id, with_for_update=True)

    def add_csat(self, row: CsatRow) -> None:
        self._session.add(row)

    async def comments(
        self, *, since: datetime | None, until: datetime | None, most: int | None, after: str | None, limit: int
    ) -> Sequence[CsatRow]:
        """Ratings with a comment, by conversation, newest first: rated in [since, until), ``most`` or worse."""
        row = CsatRow
        query = (
            select(row).where(row.comment.is_not(None), row.comment != "").order_by(row.conversation_id.desc()).limit(limit)
        )
        if since is not None:
            query = query.where(row.updated_at >= since)
        if until is not None:
            query = query.where(row.updated_at < until)
        if most is not None:
            query = query.where(row.score <= most)
        if after is not None:
            query = query.where(row.conversation_id < after)
        return (await self._session.scalars(query)).all()
