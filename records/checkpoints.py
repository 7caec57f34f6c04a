"""Where each conversation's graph stands: one checkpoint a conversation, replaced in the transaction that closes a turn."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from records.tables.conversation import CheckpointRow

_TABLE = cast(Table, CheckpointRow.__table__)  # declared as a FromClause


@dataclass(frozen=True)
class SavedCheckpoint:
    """A checkpoint as LangGraph's serializer wrote it: ``kind`` names the encoding of ``data``."""

    checkpoint_id: str
    kind: str
    data: bytes


class Checkpoints:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, conversation_id: str) -> SavedCheckpoint | None:
        columns = (CheckpointRow.checkpoint_id, CheckpointRow.kind, CheckpointRow.data)
        found = await self._session.execute(select(*columns).where(CheckpointRow.conversation_id == conversation_id))
        row = found.one_or_none()
        return SavedCheckpoint(*row) if row else None

    async def put(self, conversation_id: str, saved: SavedCheckpoint) -> None:
        """Replace the conversation's checkpoint."""
        values = {"checkpoint_id": saved.checkpoint_id, "kind": saved.kind, "data": saved.data}
        connection = await self._session.connection()
        changed = await connection.execute(update(_TABLE).where(_TABLE.c.conversation_id == conversation_id).values(values))
        if changed.rowcount == 0:
            await connection.execute(insert(_TABLE).values(conversation_id=conversation_id, **values))
