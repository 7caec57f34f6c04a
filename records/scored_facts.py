"""What conversations are scored by: their turns, words, hand-offs, operations, flags and feedback, in one reading. All words are masked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.conversation import ConversationRow, HandoffRow, MessageRow, TurnRow
from records.tables.knowledge import ArticleRow
from records.tables.ledger import OperationRow
from records.tables.ratings import FeedbackRow, FlagRow, ScoreRow


@dataclass(frozen=True)
class SaidMessage:
    """``cites``: ids of articles; ``dead``: those of them that were not there when it was said; ``offers``: kinds of its buttons."""

    id: str
    turn_id: str | None
    role: str
    text: str
    at: datetime
    cites: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()  # why agents flagged it, where the flag was not dismissed
    helpful: bool | None = None  # by the customer


@dataclass(frozen=True)
class ScoredTurn:
    """``said``: the customer's words; ``replies``: of the assistant, and of the service itself."""

    id: str
    kind: str
    at: datetime
    intent: str | None
    outcome: str | None
    failures: int
    calls: tuple[JsonObject, ...]
    acts: frozenset[str]
    said: str
    replies: tuple[SaidMessage, ...]


@dataclass(frozen=True)
class ScoredHandoff:
    id: str
    kind: str
    reason: str
    turn_id: str | None
    waiting_since: datetime
    claimed_at: datetime | None
    first_reply_at: datetime | None
    resumed_at: datetime | None
    by_person: bool  # whether a person decided how it ended
    resume_action: str | None
    resume_turn_id: str | None


@dataclass(frozen=True)
class ScoredOperation:
    turn_id: str | None
    kind: str
    action: str
    status: str


@dataclass
class ScoredFacts:
    """Of one conversation, everything in the order in which it was said and done."""

    id: str
    status: str
    updated_at: datetime
    turns: list[ScoredTurn] = field(default_factory=list)
    messages: list[SaidMessage] = field(default_factory=list)
    handoffs: list[ScoredHandoff] = field(default_factory=list)
    operations: list[ScoredOperation] = field(default_factory=list)


class ScoredConversations:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def due(self, rules_version: str, silent_since: datetime, limit: int) -> list[str]:
        """Conversations that have ended and have no score by these rules, or of which something came since they had one."""
        c, s = ConversationRow, ScoreRow
        said = select(MessageRow.id).where(MessageRow.conversation_id == c.id, MessageRow.role == "customer").exists()
        flagged = select(FlagRow.conversation_id).where(
            FlagRow.conversation_id == c.id, or_(FlagRow.created_at > s.scored_at, FlagRow.resolved_at > s.scored_at)
        )
        told = select(FeedbackRow.conversation_id).where(
            FeedbackRow.conversation_id == c.id, FeedbackRow.created_at > s.scored_at
        )
        is_open = or_(
            s.conversation_id.is_(None),
            s.rules_version != rules_version,
            c.updated_at > s.scored_at,
            flagged.exists(),
            told.exists(),
        )
        query = (
            select(c.id)
            .outerjoin(s, s.conversation_id == c.id)
            .where(or_(c.status == "closed", c.updated_at <= silent_since), c.open_turns == 0, is_open, said)
        )
        return list(await self._session.scalars(query.order_by(c.id).limit(limit)))

    async def of(self, ids: Sequence[str]) -> list[ScoredFacts]:
        """Those of these conversations that are there, in the order of their ids. A few hundred at a time."""
        rows = await self._session.execute(
            select(ConversationRow.id, ConversationRow.status, ConversationRow.updated_at)
            .where(ConversationRow.id.in_(ids))
            .order_by(ConversationRow.id)
        )
        facts = {row.id: ScoredFacts(*row) for row in rows}
        messages, merged = await self._messages(ids), await self._merged(ids)
        for one in messages:
            facts[one[0]].messages.append(one[1])
        by_turn: dict[str, list[SaidMessage]] = defaultdict(list)
        for _, message in messages:
            if message.turn_id:
                by_turn[merged.get(message.turn_id, message.turn_id)].append(message)
        await self._turns(facts, by_turn)
        await self._handoffs(facts)
        operations = select(OperationRow).where(OperationRow.conversation_id.in_(ids)).order_by(OperationRow.created_at)
        for row in await self._session.scalars(operations):
            facts[str(row.conversation_id)].operations.append(ScoredOperation(row.turn_id, row.kind, row.action, row.status))
        return list(facts.values())

    async def _merged(self, ids: Sequence[str]) -> dict[str, str]:
        """By turn, the one that answered it along with itself."""
        t = TurnRow
        rows = await self._session.execute(
            select(t.id, t.merged_into).where(t.conversation_id.in_(ids), t.merged_into.is_not(None))
        )
        return {turn_id: str(into) for turn_id, into in rows}

    async def _messages(self, ids: Sequence[str]) -> list[tuple[str, SaidMessage]]:
        m = MessageRow
        rows = (
            await self._session.scalars(select(m).where(m.conversation_id.in_(ids)).order_by(m.conversation_id, m.seq))
        ).all()
        flags: dict[str, list[str]] = defaultdict(list)
        standing = select(FlagRow.message_id, FlagRow.reason).where(
            FlagRow.conversation_id.in_(ids), FlagRow.status != "dismissed"
        )
        for message_id, reason in await self._session.execute(standing.order_by(FlagRow.id)):
            flags[message_id].append(reason)
        told = select(FeedbackRow.message_id, FeedbackRow.helpful).where(FeedbackRow.conversation_id.in_(ids))
        helpful = {row.message_id: row.helpful for row in await self._session.execute(told)}
        ends = await self._ends({c["article_id"] for row in rows for c in row.citations})
        found = []
        for row in rows:
            cites = tuple(dict.fromkeys(c["article_id"] for c in row.citations))
            dead = tuple(a for a in cites if a not in ends or ((end := ends[a]) and end < row.created_at))
            offers = tuple(a["kind"] for a in row.actions)
            message = SaidMessage(
                row.id,
                row.turn_id,
                row.role,
                row.text,
                row.created_at,
                cites,
                dead,
                offers,
                tuple(flags[row.id]),
                helpful.get(row.id),
            )
            found.append((row.conversation_id, message))
        return found

    async def _ends(self, articles: set[str]) -> dict[str, datetime | None]:
        """When each article was deleted; None of those that are live."""
        a = ArticleRow
        rows = await self._session.execute(select(a.id, a.deleted_at).where(a.id.in_(articles)))
        return {row.id: row.deleted_at for row in rows}

    async def _turns(self, facts: dict[str, ScoredFacts], by_turn: dict[str, list[SaidMessage]]) -> None:
        t = TurnRow
        rows = await self._session.scalars(
            select(t)
            .where(t.conversation_id.in_(list(facts)), t.merged_into.is_(None), t.finished_at.is_not(None))
            .order_by(t.conversation_id, t.seq)
        )
        for row in rows:
            own = by_turn[row.id]
            turn = ScoredTurn(
                row.id,
                row.kind,
                row.created_at,
                row.intent,
                row.outcome,
                row.failures,
                tuple(row.tool_calls or ()),
                frozenset(act["act"] for act in row.acts or ()),
                " ".join(m.text for m in own if m.role == "customer"),
                tuple(m for m in own if m.role in ("assistant", "system")),
            )
            facts[row.conversation_id].turns.append(turn)

    async def _handoffs(self, facts: dict[str, ScoredFacts]) -> None:
        h = HandoffRow
        rows = await self._session.scalars(select(h).where(h.conversation_id.in_(list(facts))).order_by(h.id))
        for row in rows:
            facts[row.conversation_id].handoffs.append(
                ScoredHandoff(
                    row.id,
                    row.kind,
                    row.reason,
                    row.turn_id,
                    row.waiting_since,
                    row.claimed_at,
                    row.first_reply_at,
                    row.resumed_at,
                    row.resumed_by is not None,
                    row.resume_action,
                    row.resume_turn_id,
                )
            )

    async def count_ended(self, silent_since: datetime, since: datetime, until: datetime) -> int:
        """Conversations begun in [since, until) that have ended and in which a customer said something."""
        c = ConversationRow
        said = select(MessageRow.id).where(MessageRow.conversation_id == c.id, MessageRow.role == "customer").exists()
        ended = or_(c.status == "closed", c.updated_at <= silent_since)
        query = select(func.count()).select_from(c).where(c.created_at >= since, c.created_at < until, ended, said)
        return int(await self._session.scalar(query) or 0)
