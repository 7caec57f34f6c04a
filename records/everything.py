"""Everything that the tables hold on a conversation, row by row as it is stored."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.conversation import ConversationRow, EventRow, HandoffRow, MessageRow, RecordingRow, TurnRow
from records.tables.improvements import IntentCandidateTurnRow, RemedyTurnRow, ShadowReadingRow
from records.tables.knowledge import EvalCaseRow
from records.tables.ledger import OperationRow, VaultRow
from records.tables.ratings import CsatRow, FeedbackRow, FlagRow, ScoreReadingRow, ScoreRow

# What each is called in an export, and the order of its rows.
PARTS: dict[str, tuple[Any, Any]] = {  # Any: tables that name a conversation, and a column of each
    "messages": (MessageRow, MessageRow.seq),
    "turns": (TurnRow, TurnRow.seq),
    "events": (EventRow, EventRow.seq),
    "recordings": (RecordingRow, RecordingRow.turn_id),
    "handoffs": (HandoffRow, HandoffRow.id),
    "feedback": (FeedbackRow, FeedbackRow.message_id),
    "satisfaction": (CsatRow, CsatRow.conversation_id),
    "flags": (FlagRow, FlagRow.id),
    "scores": (ScoreRow, ScoreRow.conversation_id),
    "score_readings": (ScoreReadingRow, ScoreReadingRow.read_at),
    "eval_cases": (EvalCaseRow, EvalCaseRow.id),
    "remedies": (RemedyTurnRow, RemedyTurnRow.remedy_id),
    "learned_from": (IntentCandidateTurnRow, IntentCandidateTurnRow.candidate_id),
    "shadow_readings": (ShadowReadingRow, ShadowReadingRow.turn_id),
    "operations": (OperationRow, OperationRow.created_at),
    "sealed": (VaultRow, VaultRow.token),
}
_MACHINERY = frozenset({"conversation_id", "lease_owner", "lease_until", "fence", "request_hash", "digest"})


class Everything:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conversations(self, customer_id: str, after: str | None, limit: int) -> Sequence[ConversationRow]:
        """A customer's, oldest first."""
        query = select(ConversationRow).where(ConversationRow.customer_id == customer_id).order_by(ConversationRow.id)
        if after:
            query = query.where(ConversationRow.id > after)
        return (await self._session.scalars(query.limit(limit))).all()

    async def parts(self, conversation_id: str) -> dict[str, list[JsonObject]]:
        """By what they are; columns that only keep the machinery in order are left out."""
        found: dict[str, list[JsonObject]] = {}
        for name, (table, order) in PARTS.items():
            rows = await self._session.scalars(select(table).where(table.conversation_id == conversation_id).order_by(order))
            found[name] = [columns_of(row) for row in rows]
        return found


def columns_of(row: Any) -> JsonObject:  # Any: a row of any table
    return {c.key: getattr(row, c.key) for c in row.__table__.columns if not _is_machinery(c.key)}


def _is_machinery(name: str) -> bool:
    return name in _MACHINERY or name.startswith("checkpoint_")
