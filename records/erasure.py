"""Taking out: conversations, with counts left for the key figures and the operations left for their orders; and what the policy
keeps no longer, by kind.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Delete, String, Update, delete, func, insert, or_, select, update
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession

from domain.jobs import SEND_MAIL
from records.kpi_blocks import KpiBlocks
from records.kpi_facts import day_of
from records.tables.accountability import ConsentRow, ErasedConversationRow
from records.tables.conversation import ConversationRow, EventRow, HandoffRow, MessageRow, RecordingRow, TurnRow
from records.tables.improvements import IntentCandidateTurnRow, RemedyTurnRow, ShadowReadingRow
from records.tables.jobs import JobBlobRow, JobRow
from records.tables.knowledge import AnswerSourceRow, EvalCaseRow
from records.tables.ledger import IdempotencyRow, OperationRow, VaultRow
from records.tables.model import Model
from records.tables.ratings import CsatRow, FeedbackRow, FlagRow, ScoreReadingRow, ScoreRow
from records.tables.variants import OfferRow

# In the order that foreign keys allow. A test holds the list to the tables: one that names a conversation is here, or is
# told of below (`idempotency`, `operation`, `job`, `answer_source`).
ERASED = (
    ScoreReadingRow,
    ScoreRow,
    RemedyTurnRow,
    IntentCandidateTurnRow,
    ShadowReadingRow,
    EvalCaseRow,
    FlagRow,
    FeedbackRow,
    CsatRow,
    VaultRow,
    HandoffRow,
    EventRow,
    RecordingRow,
    TurnRow,
    MessageRow,
)


@dataclass(frozen=True)
class ErasedFacts:
    """What is left of a conversation for the key figures."""

    id: str  # a new one
    created_at: datetime
    facts: dict[str, Any]


@dataclass
class ErasedRows:
    """Rows by table, and ids of messages that must be found nowhere any more."""

    by_table: dict[str, int] = field(default_factory=dict)
    message_ids: list[str] = field(default_factory=list)

    def add(self, table: str, n: int) -> None:
        self.by_table[table] = self.by_table.get(table, 0) + n


class Erasure:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conversations_of(self, customer_id: str, limit: int) -> list[str]:
        """Ids of a customer's conversations, oldest first."""
        query = select(ConversationRow.id).where(ConversationRow.customer_id == customer_id).order_by(ConversationRow.id)
        return list(await self._session.scalars(query.limit(limit)))

    async def conversations_ended(self, before: datetime, limit: int) -> list[str]:
        """Conversations in which nothing has happened since then, and which no person holds or is asked to."""
        query = select(ConversationRow.id).where(
            ConversationRow.updated_at < before,
            ConversationRow.open_turns == 0,
            ConversationRow.status.in_(("open", "closed")),
        )
        return list(await self._session.scalars(query.order_by(ConversationRow.id).limit(limit)))

    async def erase(self, ids: Sequence[str], left: Sequence[ErasedFacts], erased: ErasedRows) -> None:
        """Delete these conversations with all that belongs to them; ``left`` is counted from now on in their place."""
        began = await self._session.scalars(select(ConversationRow.created_at).where(ConversationRow.id.in_(ids)))
        await KpiBlocks(self._session).empty({day_of(at) for at in began})
        messages = (await self._session.scalars(select(MessageRow.id).where(MessageRow.conversation_id.in_(ids)))).all()
        handoffs = (await self._session.scalars(select(HandoffRow.id).where(HandoffRow.conversation_id.in_(ids)))).all()
        erased.message_ids += messages
        for start in range(0, len(messages), 500):
            of_these = AnswerSourceRow.message_id.in_(messages[start : start + 500])
            erased.add("answer_source", await self._rows(delete(AnswerSourceRow).where(of_these)))
        await self._answers_of_keys(ids, [*handoffs, *messages], erased)
        mails = select(JobRow.id).where(JobRow.kind == SEND_MAIL, JobRow.payload["conversation_id"].as_string().in_(ids))
        await self._session.execute(delete(JobBlobRow).where(JobBlobRow.job_id.in_(mails)))
        erased.add("mails", await self._rows(delete(JobRow).where(JobRow.id.in_(mails))))
        await self._detach_operations(ids, erased)
        for table in ERASED:
            erased.add(table.__tablename__, await self._rows(delete(table).where(table.conversation_id.in_(ids))))
        erased.add("checkpoint", len(await self._with_checkpoint(ids)))
        erased.add("conversation", await self._rows(delete(ConversationRow).where(ConversationRow.id.in_(ids))))
        if left:
            await self._session.execute(
                insert(ErasedConversationRow), [{"id": f.id, "created_at": f.created_at, "facts": f.facts} for f in left]
            )

    async def _with_checkpoint(self, ids: Sequence[str]) -> Sequence[str]:
        has = ConversationRow.checkpoint_id.is_not(None)
        return (await self._session.scalars(select(ConversationRow.id).where(ConversationRow.id.in_(ids), has))).all()

    async def _answers_of_keys(self, ids: Sequence[str], named: Sequence[str], erased: ErasedRows) -> None:
        """Remembered answers: by the conversation's id, and those of staff's calls that tell of its messages and hand-offs."""
        n = await self._rows(delete(IdempotencyRow).where(IdempotencyRow.conversation_id.in_(ids)))
        told = sql_cast(IdempotencyRow.body, String)
        names = [*ids, *named]
        for start in range(0, len(names), 100):
            holds: list[ColumnElement[bool]] = [told.contains(name, autoescape=True) for name in names[start : start + 100]]
            n += await self._rows(delete(IdempotencyRow).where(IdempotencyRow.body.is_not(None), or_(*holds)))
        erased.add("idempotency", n)

    async def _detach_operations(self, ids: Sequence[str], erased: ErasedRows) -> None:
        """An order's limits go on counting what was done to it. A row that is under way keeps its key, by which it ends."""
        keys = await self._session.execute(
            select(OperationRow.key, OperationRow.status).where(OperationRow.conversation_id.in_(ids))
        )
        for key, status in keys.all():
            is_over = status in ("done", "refused")
            new = f"erased.{hashlib.sha256(key.encode()).hexdigest()}" if is_over else key
            told = {"conversation_id": None, "turn_id": None, "receipt": None, "refusal": None}
            await self._rows(update(OperationRow).where(OperationRow.key == key).values(key=new, **told))
            erased.add("operation (detached)", 1)

    async def _rows(self, statement: Delete | Update) -> int:
        result = await self._session.execute(statement, execution_options={"synchronize_session": False})
        return cast(CursorResult[Any], result).rowcount


class Retained:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def conversations(self, before: datetime) -> int:
        """How many nothing has happened in since then; those that people hold or are asked to are left out."""
        query = select(func.count()).where(
            ConversationRow.updated_at < before,
            ConversationRow.open_turns == 0,
            ConversationRow.status.in_(("open", "closed")),
        )
        return int(await self._session.scalar(query) or 0)

    async def count(self, kind: str, before: datetime) -> int:
        table, condition = _RULES[kind]
        return int(await self._session.scalar(select(func.count()).select_from(table).where(condition(before))) or 0)

    async def forget(self, kind: str, before: datetime) -> int:
        table, condition = _RULES[kind]
        return await self._rows(delete(table).where(condition(before)))

    async def _rows(self, statement: Delete) -> int:
        result = await self._session.execute(statement, execution_options={"synchronize_session": False})
        return cast(CursorResult[Any], result).rowcount


def _counts(before: datetime) -> ColumnElement[bool]:
    return ErasedConversationRow.created_at < before


def _events(before: datetime) -> ColumnElement[bool]:
    closed = select(ConversationRow.id).where(ConversationRow.status == "closed", ConversationRow.closed_at < before)
    return EventRow.conversation_id.in_(closed)


def _recordings(before: datetime) -> ColumnElement[bool]:
    return RecordingRow.created_at < before


def _consents(before: datetime) -> ColumnElement[bool]:
    return ConsentRow.at < before


def _offers(before: datetime) -> ColumnElement[bool]:
    return OfferRow.created_at < before


def _sealed(before: datetime) -> ColumnElement[bool]:
    return VaultRow.expires_at <= before


_RULES: dict[str, tuple[type[Model], Any]] = {  # Any: a time → the condition of what is older
    "counts": (ErasedConversationRow, _counts),
    "events": (EventRow, _events),
    "recordings": (RecordingRow, _recordings),
    "consents": (ConsentRow, _consents),
    "offers": (OfferRow, _offers),
    "sealed": (VaultRow, _sealed),
}
