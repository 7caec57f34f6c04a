"""Retention of LangGraph's checkpoints, in the transaction that closes a turn: the savers have none of their own."""

from sqlalchemy import column, delete, table, text
from sqlalchemy.ext.asyncio import AsyncSession

_WRITES = {"sqlite": "writes", "postgresql": "checkpoint_writes"}


class CheckpointRetention:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep_only(self, thread_id: str, checkpoint_id: str | None) -> None:
        """Delete every checkpoint of a conversation but one (None: all of them)."""
        dialect = self._session.get_bind().dialect.name
        for name in ("checkpoints", _WRITES[dialect]):
            rows = table(name, column("thread_id"), column("checkpoint_id"))
            old = delete(rows).where(rows.c.thread_id == thread_id, rows.c.checkpoint_id != (checkpoint_id or ""))
            await self._session.execute(old)
        if dialect == "postgresql":
            await self._session.execute(
                text(
                    "DELETE FROM checkpoint_blobs b WHERE b.thread_id = :thread AND NOT EXISTS (SELECT 1 FROM checkpoints c "
                    "WHERE c.thread_id = b.thread_id AND c.checkpoint_ns = b.checkpoint_ns "
                    "AND c.checkpoint -> 'channel_versions' ->> b.channel = b.version)"
                ),
                {"thread": thread_id},
            )
