"""Where each conversation's graph stands: one checkpoint a conversation, replaced in the transaction that closes a turn."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from records.tables.conversation import CheckpointRow

_TABLE = cast(Table, CheckpointRow.__table__)  # declared as a FromClause
_GET = select(_TABLE.c.checkpoint_id, _TABLE.c.kind, _TABLE.c.data).where(
    _TABLE.c.conversation_id == bindparam("conversation")
)
_REPLACE = update(_TABLE).where(_TABLE.c.conversation_id == bindparam("conversation"))
_INSERT = insert(_TABLE)


@dataclass(frozen=True)
class SavedCheckpoint:
    """A checkpoint as LangGraph's serializer wrote it: ``kind`` names the encoding of ``data``."""

    checkpoint_id: str
    kind: str
    data: bytes


class Checkpoints:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, conversation_id: str) -> SavedCheckpoint | None:
        row = (await self._connection.execute(_GET, {"conversation": conversation_id})).one_or_none()
        return SavedCheckpoint(*row) if row else None

    async def put(self, conversation_id: str, saved: SavedCheckpoint) -> None:
        """Replace the conversation's checkpoint."""
        values = {"checkpoint_id": saved.checkpoint_id, "kind": saved.kind, "data": saved.data}
        changed = await self._connection.execute(_REPLACE, {"conversation": conversation_id, **values})
        if changed.rowcount == 0:
            await self._connection.execute(_INSERT, {"conversation_id": conversation_id, **values})
