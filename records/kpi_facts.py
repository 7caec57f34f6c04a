"""What the key figures are counted from: a conversation's turns, hand-offs, feedback and satisfaction, in one reading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.accountability import ErasedConversationRow
from records.tables.conversation import ConversationRow, HandoffRow, MessageRow, TurnRow
from records.tables.ratings import CsatRow, FeedbackRow, FlagRow

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
    failures: int = 0  # turns without progress in a row, this one among them
    tokens: int = 0  # of a hosted model, read and written
    cost: float | None = None  # None where it had no price


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
    locale: str = "en"
    closed_by: str | None = None
    offer: str | None = None  # with which it was opened
    turns: list[TurnFact] = field(default_factory=list)
    handoffs: list[HandoffFact] = field(default_factory=list)
    helpful: list[tuple[bool, datetime]] = field(default_factory=list)
    csat: tuple[int, datetime] | None = None
    last_customer_at: datetime | None = None
    flags: list[FlagFact] = field(default_factory=list)


def day_of(began: datetime) -> str:
    """The day, in UTC, that a conversation is counted on."""
    return began.astimezone(UTC).date().isoformat()


_FACTS = TypeAdapter(ConversationFacts)


class KpiFacts:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ids(self) -> list[str]:
        """Conversations with at least one customer message, oldest first."""
        said = select(MessageRow.conversation_id).where(MessageRow.role == "customer")
        rows = await self._session.scalars(
            select(ConversationRow.id).where(ConversationRow.id.in_(said)).order_by(ConversationRow.id)
        )
        return list(rows)

    async def erased_ids(self) -> list[str]:
        """What stands for conversations that were erased, oldest first."""
        rows = await self._session.scalars(
            select(ErasedConversationRow.id).order_by(ErasedConversationRow.created_at, ErasedConversationRow.id)
        )
        return list(rows)

    async def erased(self, ids: Sequence[str]) -> list[tuple[str, ConversationFacts]]:
        """What is left to count of these, by the id that stands for each."""
        found: list[tuple[str, ConversationFacts]] = []
        for start in range(0, len(ids), _CHUNK):
            rows = select(ErasedConversationRow).where(ErasedConversationRow.id.in_(ids[start : start + _CHUNK]))
            found += [(row.id, _FACTS.validate_python(row.facts)) for row in await self._session.scalars(rows)]
        return found

    async def changed_since(self, moment: datetime) -> set[str]:
        """Conversations of which anything that is counted was written since then."""
        changed: set[str] = set()
        for statement in (
            select(ConversationRow.id).where(or_(ConversationRow.updated_at >= moment, ConversationRow.closed_at >= moment)),
            select(CsatRow.conversation_id).where(CsatRow.updated_at >= moment),
            select(FeedbackRow.conversation_id).where(FeedbackRow.created_at >= moment),
            select(FlagRow.conversation_id).where(or_(FlagRow.created_at >= moment, FlagRow.resolved_at >= moment)),
            select(HandoffRow.conversation_id).where(
                or_(
                    HandoffRow.waiting_since >= moment,
                    HandoffRow.claimed_at >= moment,
                    HandoffRow.resumed_at >= moment,
                    HandoffRow.status == "waiting",  # a release takes a claim back without a time of its own
                )
            ),
        ):
            changed |= set(await self._session.scalars(statement))
        return changed

    async def of(self, ids: Sequence[str]) -> list[ConversationFacts]:
        """Those of these conversations that have a customer's message."""
        said = select(MessageRow.conversation_id).where(MessageRow.role == "customer", MessageRow.conversation_id.in_(ids))
        return await self._read(ConversationRow.id.in_(said))

    async def _read(self, chosen: ColumnElement[bool]) -> list[ConversationFacts]:
        """Columns and not rows of the model: what is not counted (JSON, for one) is not decoded."""
        c = ConversationRow
        columns = (
            c.id,
            c.customer_id,
            c.channel,
            c.region,
            c.graph_version,
            c.status,
            c.created_at,
            c.closed_at,
            c.locale,
            c.closed_by,
            c.offer,
        )
        rows = await self._session.execute(select(*columns).where(chosen).order_by(c.id))
        facts = {row.id: ConversationFacts(*row) for row in rows}
        ids = list(facts)
        for start in range(0, len(ids), _CHUNK):
            await self._fill(facts, ids[start : start + _CHUNK])
        return list(facts.values())

    async def _fill(self, facts: dict[str, ConversationFacts], ids: Sequence[str]) -> None:
        t, h, f = TurnRow, HandoffRow, FlagRow
        turns = (
            select(
                t.conversation_id,
                t.kind,
                t.created_at,
                t.finished_at,
                t.intent,
                t.outcome,
                t.variant,
                t.graph_version,
                t.duration_ms,
                t.failures,
                func.coalesce(t.tokens_read, 0) + func.coalesce(t.tokens_written, 0),
                t.cost,
            )
            .where(t.conversation_id.in_(ids), t.merged_into.is_(None))
            .order_by(t.conversation_id, t.seq)
        )
        for own, *told in await self._session.execute(turns):
            facts[own].turns.append(TurnFact(*told))
        handoffs = (
            select(h.conversation_id, h.reason, h.waiting_since, h.claimed_at, h.first_reply_at, h.resumed_at)
            .where(h.conversation_id.in_(ids))
            .order_by(h.id)
        )
        for own, *told in await self._session.execute(handoffs):
            facts[own].handoffs.append(HandoffFact(*told))
        feedback = select(FeedbackRow.conversation_id, FeedbackRow.helpful, FeedbackRow.created_at)
        for own, helpful, at in await self._session.execute(feedback.where(FeedbackRow.conversation_id.in_(ids))):
            facts[own].helpful.append((helpful, at))
        csat = select(CsatRow.conversation_id, CsatRow.score, CsatRow.updated_at)
        for own, score, at in await self._session.execute(csat.where(CsatRow.conversation_id.in_(ids))):
            facts[own].csat = (score, at)
        flags = select(f.conversation_id, f.status, f.created_at, f.resolved_at)
        for own, *told in await self._session.execute(flags.where(f.conversation_id.in_(ids))):
            facts[own].flags.append(FlagFact(*told))
        spoken = (
            select(MessageRow.conversation_id, MessageRow.created_at)
            .where(MessageRow.conversation_id.in_(ids), MessageRow.role == "customer")
            .order_by(MessageRow.seq)
        )
        for own, at in await self._session.execute(spoken):
            facts[own].last_customer_at = at
