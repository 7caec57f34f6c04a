"""How good answers and conversations were: what customers say, the scores by rules, and what people say of those."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.scores import Dimension, Reading, Score, Value
from records.tables.conversation import ConversationRow
from records.tables.ratings import CsatRow, FeedbackRow, ScoreReadingRow, ScoreRow


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
        if after:
            query = query.where(row.conversation_id < after)
        return (await self._session.scalars(query)).all()


_AT_ONCE = 500


class StoredVerdict(TypedDict):
    """A `domain.scores.Verdict` as it is stored: there may be very many."""

    value: Value
    reason: str
    turn_id: str | None


@dataclass
class ScoredAs:
    """A score with the little that is told beside it: when the conversation began, its rating, and what people said of each dimension."""

    conversation_id: str
    rules_version: str
    overall: float | None
    verdicts: dict[Dimension, StoredVerdict]
    created_at: datetime
    csat: int | None
    readings: dict[Dimension, list[Value]] = field(default_factory=lambda: defaultdict(list))


class Scores:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep(self, score: Score, at: datetime) -> None:
        """In place of an earlier one of the same conversation."""
        row = await self._session.get(ScoreRow, score.conversation_id)
        if row is None:
            row = ScoreRow(conversation_id=score.conversation_id)
            self._session.add(row)
        row.rules_version, row.overall, row.scored_at = score.rules_version, score.overall, at
        row.verdicts = {name: verdict.model_dump() for name, verdict in score.verdicts.items()}

    async def of_period(self, since: datetime, until: datetime) -> list[ScoredAs]:
        """Of the conversations begun in [since, until), oldest first. Turns go on while they are read."""
        s = ScoreRow
        rows = await self._session.stream(
            select(s.conversation_id, s.rules_version, s.overall, s.verdicts, ConversationRow.created_at, CsatRow.score)
            .join(ConversationRow, ConversationRow.id == ScoreRow.conversation_id)
            .outerjoin(CsatRow, CsatRow.conversation_id == ScoreRow.conversation_id)
            .where(ConversationRow.created_at >= since, ConversationRow.created_at < until)
            .order_by(ConversationRow.created_at, ScoreRow.conversation_id),
            execution_options={"yield_per": _AT_ONCE},
        )
        found = {row.conversation_id: ScoredAs(*row) async for row in rows}
        r = ScoreReadingRow
        readings = await self._session.execute(
            select(r.conversation_id, r.dimension, r.value)
            .join(ConversationRow, ConversationRow.id == r.conversation_id)
            .where(ConversationRow.created_at >= since, ConversationRow.created_at < until)
        )
        for conversation_id, dimension, value in readings:
            if conversation_id in found:
                found[conversation_id].readings[dimension].append(_value(value))
        return list(found.values())

    async def readings(self, conversation_id: str) -> Sequence[Reading]:
        """What people said of a conversation, the latest last."""
        rows = await self._session.scalars(
            select(ScoreReadingRow)
            .where(ScoreReadingRow.conversation_id == conversation_id)
            .order_by(ScoreReadingRow.read_at, ScoreReadingRow.dimension)
        )
        return [
            Reading(dimension=row.dimension, value=_value(row.value), note=row.note, by=row.read_by, at=row.read_at)
            for row in rows
        ]

    async def read(self, conversation_id: str, reading: Reading) -> None:
        """Keep a person's reading, in place of their earlier one of the same dimension."""
        key = (conversation_id, reading.dimension, reading.by)
        row = await self._session.get(ScoreReadingRow, key)
        if row is None:
            row = ScoreReadingRow(conversation_id=conversation_id, dimension=reading.dimension, read_by=reading.by)
            self._session.add(row)
        row.value, row.note, row.read_at = reading.value, reading.note, reading.at
        await self._session.flush()


def _value(stored: int | None) -> Value:
    return None if stored is None else 1 if stored else 0
