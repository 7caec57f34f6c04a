"""What the key figures are counted from: a conversation's turns, hand-offs, feedback and satisfaction, in one reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.conversation import ConversationRow, MessageRow, TurnRow
from records.tables.handoff import HandoffRow
from records.tables.people import CsatRow, FeedbackRow, FlagRow

_CHUNK = 500


@dataclass(frozen=True)
class TurnFact:
    kind: str
    at: datetime
    finished_at: datetime | None
    intent: str | None
    outcome: str | None
    variant: str | None
    graph_version: str
    duration_ms: int


@dataclass(frozen=True)
class HandoffFact:
    reason: str
    waiting_since: datetime
    claimed_at: datetime | None
    first_reply_at: datetime | None
    resumed_at: datetime | None


@dataclass(frozen=True)
class FlagFact:
    status: str
    at: datetime
    resolved_at: datetime | None


@dataclass
class ConversationFacts:
    id: str
    customer_id: str | None
    channel: str
    region: str | None
    graph_version: str
    status: str
    created_at: datetime
    closed_at: datetime | None
    turns: list[TurnFact] = field(default_factory=list)
    handoffs: list[HandoffFact] = field(default_factory=list)
    helpful: list[tuple[bool, datetime]] = field(default_factory=list)
    csat: tuple[int, datetime] | None = None
    last_customer_at: datetime | None = None
    flags: list[FlagFact] = field(default_factory=list)


class KpiFacts:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conversations(self, since: datetime | None, until: datetime | None) -> list[ConversationFacts]:
        """Conversations begun in [since, until) with at least one customer message, oldest first."""
        said = select(MessageRow.conversation_id).where(MessageRow.role == "customer")
        statement = select(ConversationRow).where(ConversationRow.id.in_(said)).order_by(ConversationRow.id)
        if since:
            statement = statement.where(ConversationRow.created_at >= since)
        if until:
            statement = statement.where(ConversationRow.created_at < until)
        facts = {
            row.id: ConversationFacts(
                row.id,
                row.customer_id,
                row.channel,
                row.region,
                row.graph_version,
                row.status,
                row.created_at,
                row.closed_at,
            )
            for row in await self._session.scalars(statement)
        }
        ids = list(facts)
        for start in range(0, len(ids), _CHUNK):
            await self._fill(facts, ids[start : start + _CHUNK])
        return list(facts.values())

    async def _fill(self, facts: dict[str, ConversationFacts], ids: Sequence[str]) -> None:
        turns = (
            select(TurnRow)
            .where(TurnRow.conversation_id.in_(ids), TurnRow.merged_into.is_(None))
            .order_by(TurnRow.conversation_id, TurnRow.seq)
        )
        for t in await self._session.scalars(turns):
            fact = TurnFact(
                t.kind, t.created_at, t.finished_at, t.intent, t.outcome, t.variant, t.graph_version, t.duration_ms
            )
            facts[t.conversation_id].turns.append(fact)
        handoffs: Select[tuple[HandoffRow]] = (
            select(HandoffRow).where(HandoffRow.conversation_id.in_(ids)).order_by(HandoffRow.id)
        )
        for h in await self._session.scalars(handoffs):
            handoff = HandoffFact(h.reason, h.waiting_since, h.claimed_at, h.first_reply_at, h.resumed_at)
            facts[h.conversation_id].handoffs.append(handoff)
        for f in await self._session.scalars(select(FeedbackRow).where(FeedbackRow.conversation_id.in_(ids))):
            facts[f.conversation_id].helpful.append((f.helpful, f.created_at))
        for c in await self._session.scalars(select(CsatRow).where(CsatRow.conversation_id.in_(ids))):
            facts[c.conversation_id].csat = (c.score, c.updated_at)
        for flag in await self._session.scalars(select(FlagRow).where(FlagRow.conversation_id.in_(ids))):
            facts[flag.conversation_id].flags.append(FlagFact(flag.status, flag.created_at, flag.resolved_at))
        spoken = (
            select(MessageRow.conversation_id, MessageRow.created_at)
            .where(MessageRow.conversation_id.in_(ids), MessageRow.role == "customer")
            .order_by(MessageRow.seq)
        )
        for conversation_id, at in await self._session.execute(spoken):
            facts[conversation_id].last_customer_at = at
