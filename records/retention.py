"""What is older than the policy keeps it, by kind: counted, and taken out."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Delete, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.conversation import ConversationRow, EventRow
from records.tables.ledger import VaultRow
from records.tables.model import Model
from records.tables.offer import OfferRow
from records.tables.recording import RecordingRow
from records.tables.rights import ConsentRow, ErasedConversationRow


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
