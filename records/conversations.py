"""Conversations: rows, their counters, the lease that is the turn lock across processes, and a row in the hands of a unit of work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.conversation import Conversation, ConversationStatus, Page, PendingAction
from domain.experiments import Enrolment
from records.engine.writes import Appends
from records.tables.conversation import ConversationRow, MessageRow, TurnRow


@dataclass(frozen=True)
class SavedCheckpoint:
    """A checkpoint as LangGraph's serializer wrote it: ``kind`` names the encoding of ``data``."""

    checkpoint_id: str
    kind: str
    data: bytes


@dataclass(kw_only=True, eq=False)
class HeldConversation:
    """The columns of the table `conversation`; what is changed here is sent by the unit's flush.

    Plain, since the session's tracked objects cost more than all that a turn does with them."""

    id: str
    customer_id: str | None = None
    channel: str
    locale: str
    region: str | None = None
    page: dict[str, Any] | None = None
    consent: bool | None = None
    status: ConversationStatus
    graph_version: str
    failures: int = 0
    handoff_id: str | None = None
    pending_action: dict[str, Any] | None = None
    message_seq: int = 0
    turn_seq: int = 0
    event_seq: int = 0
    open_turns: int = 0
    lease_owner: str | None = None
    lease_until: datetime | None = None
    fence: int = 0
    variants: list[Any] | None = None
    offer: str | None = None
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None
    checkpoint_id: str | None = None
    checkpoint_kind: str | None = None
    checkpoint_data: bytes | None = None

    @property
    def checkpoint(self) -> SavedCheckpoint | None:
        """Where the graph stands; None before its first run."""
        if self.checkpoint_id is None or self.checkpoint_kind is None or self.checkpoint_data is None:
            return None
        return SavedCheckpoint(self.checkpoint_id, self.checkpoint_kind, self.checkpoint_data)

    @checkpoint.setter
    def checkpoint(self, saved: SavedCheckpoint) -> None:
        self.checkpoint_id, self.checkpoint_kind, self.checkpoint_data = saved.checkpoint_id, saved.kind, saved.data


_TABLE = cast(Table, ConversationRow.__table__)  # declared as a FromClause
_WITHOUT_CHECKPOINT = [c for c in _TABLE.columns if not c.key.startswith("checkpoint_")]
_BY_ID = select(*_WITHOUT_CHECKPOINT).where(_TABLE.c.id == bindparam("id"))
_LOCK = select(_TABLE).where(_TABLE.c.id == bindparam("id")).with_for_update()
_CHANGE = update(_TABLE).where(_TABLE.c.id == bindparam("this"))


def to_conversation(row: HeldConversation) -> Conversation:
    """The row as the business knows it."""
    return Conversation(
        id=row.id,
        status=row.status,
        graph_version=row.graph_version,
        channel=row.channel,
        region=row.region,
        locale=row.locale,
        consent=row.consent,
        failures=row.failures,
        customer_id=row.customer_id,
        page=Page(**row.page) if row.page else None,
        handoff_id=row.handoff_id,
        pending_action=PendingAction(**row.pending_action) if row.pending_action else None,
        variants=[Enrolment.model_validate(v) for v in row.variants or []],
        created_at=row.created_at,
        updated_at=row.updated_at,
        closed_at=row.closed_at,
    )


class Conversations:
    def __init__(self, session: Callable[[], AsyncSession], connection: AsyncConnection, appends: Appends) -> None:
        self._session, self._connection, self._appends = session, connection, appends
        self._new: list[HeldConversation] = []
        self._locked: dict[str, tuple[HeldConversation, dict[str, Any]]] = {}  # with the values as they were read

    def add(self, row: HeldConversation) -> None:
        self._new.append(row)

    async def get(self, conversation_id: str) -> Conversation | None:
        found = (await self._connection.execute(_BY_ID, {"id": conversation_id})).mappings().one_or_none()
        return to_conversation(HeldConversation(**found)) if found else None

    async def checkpoint(self, conversation_id: str) -> SavedCheckpoint | None:
        """Where its graph stands, without taking the conversation."""
        found = (
            (await self._connection.execute(select(_TABLE).where(_TABLE.c.id == conversation_id))).mappings().one_or_none()
        )
        return HeldConversation(**found).checkpoint if found else None

    async def lock(self, conversation_id: str) -> HeldConversation | None:
        """The row, locked until the unit of work ends, so that its counters are handed out in commit order.

        What is changed on it is sent by the unit's flush."""
        if conversation_id not in self._locked:
            found = (await self._connection.execute(_LOCK, {"id": conversation_id})).mappings().one_or_none()
            if found is None:
                return None
            self._locked[conversation_id] = (HeldConversation(**found), dict(found))
        return self._locked[conversation_id][0]

    def forget(self, conversation_ids: Sequence[str]) -> None:
        """They were deleted in this unit of work: there is nothing left to send of them."""
        for conversation_id in conversation_ids:
            self._locked.pop(conversation_id, None)

    def hand_in(self) -> None:
        """New conversations, as they are now, to the rows that the unit of work sends."""
        for row in self._new:
            values = dict(vars(row))
            self._appends.add_values(_TABLE, values)
            self._locked[row.id] = (row, values)
        self._new = []

    async def send_changes(self) -> None:
        for conversation_id, (row, before) in self._locked.items():
            changed = {c: value for c, value in vars(row).items() if value != before[c]}
            if changed:
                await self._connection.execute(_CHANGE, {"this": conversation_id, **changed})
                before.update(changed)

    async def extend_leases(self, conversation_ids: Sequence[str], owner: str, until: datetime) -> None:
        await self._session().execute(
            update(ConversationRow)
            .where(ConversationRow.id.in_(conversation_ids), ConversationRow.lease_owner == owner)
            .values(lease_until=until)
            .execution_options(synchronize_session=False)
        )

    async def drop_lease(self, conversation_id: str, owner: str) -> None:
        await self._session().execute(
            update(ConversationRow)
            .where(ConversationRow.id == conversation_id, ConversationRow.lease_owner == owner)
            .values(lease_owner=None, lease_until=None)
            .execution_options(synchronize_session=False)
        )

    async def break_leases(self) -> None:
        """Free every conversation: only for a process that knows it is the only one."""
        await self._session().execute(
            update(ConversationRow)
            .where(ConversationRow.lease_owner.is_not(None))
            .values(lease_owner=None, lease_until=None)
            .execution_options(synchronize_session=False)
        )

    async def abandoned(self, now: datetime, latest: datetime, limit: int = 200) -> list[str]:
        """Conversations with an unfinished turn that nobody runs: no lease, or one outside ``now`` to ``latest``."""
        rows = await self._session().scalars(
            select(ConversationRow.id)
            .where(
                ConversationRow.id.in_(select(TurnRow.conversation_id).where(TurnRow.finished_at.is_(None))),
                or_(
                    ConversationRow.lease_owner.is_(None),
                    ConversationRow.lease_until < now,
                    ConversationRow.lease_until > latest,
                ),
            )
            .limit(limit)
        )
        return list(rows)

    async def list(
        self, *, status: str | None, customer_id: str | None, query: str | None, after: str | None, limit: int
    ) -> list[Conversation]:
        """Newest first; ``query`` looks for masked text."""
        statement = select(_TABLE).order_by(ConversationRow.id.desc()).limit(limit)
        if status:
            statement = statement.where(ConversationRow.status == status)
        if customer_id:
            statement = statement.where(ConversationRow.customer_id == customer_id)
        if after:
            statement = statement.where(ConversationRow.id < after)
        if query:
            said = exists().where(
                MessageRow.conversation_id == ConversationRow.id, MessageRow.text.icontains(query, autoescape=True)
            )
            statement = statement.where(said)
        return [to_conversation(HeldConversation(**row)) for row in (await self._connection.execute(statement)).mappings()]

    async def begun(self, since: datetime, before: datetime | None, after: str | None, limit: int) -> Sequence[Conversation]:
        """Those that began in a time, oldest first. ``after`` is the id of the last one seen."""
        statement = select(*_WITHOUT_CHECKPOINT).where(_TABLE.c.created_at >= since).order_by(_TABLE.c.id).limit(limit)
        if before is not None:
            statement = statement.where(_TABLE.c.created_at < before)
        if after is not None:
            statement = statement.where(_TABLE.c.id > after)
        return [to_conversation(HeldConversation(**row)) for row in (await self._connection.execute(statement)).mappings()]

    async def open_by_version(self) -> dict[str, int]:
        """How many conversations of each graph version have not ended."""
        rows = await self._session().execute(
            select(ConversationRow.graph_version, func.count())
            .where(ConversationRow.status != "closed")
            .group_by(ConversationRow.graph_version)
        )
        return dict(rows.tuples().all())
