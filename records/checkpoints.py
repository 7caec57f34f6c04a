"""Retention of LangGraph's checkpoints, in the transaction that closes a turn: the savers have none of their own."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_WRITES = {"sqlite": "writes", "postgresql": "checkpoint_writes"}


class CheckpointRetention:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def keep_only(self, thread_id: str, checkpoint_id: str | None) -> None:
        """Delete every checkpoint of a conversation but one (None: all of them)."""
        dialect = self._session.get_bind().dialect.name
        values = {"thread": thread_id, "keep": checkpoint_id or ""}
        # The table names are ours, not input.
        for table in ("checkpoints", _WRITES[dialect]):
            await self._session.execute(
                text(f"DELETE FROM {table} WHERE thread_id = :thread AND checkpoint_id <> :keep"), values
            )  # noqa: S608
        if dialect == "postgresql":
            await self._session.execute(
                text(
                    "DELETE FROM checkpoint_blobs b WHERE b.thread_id = :thread AND NOT EXISTS (SELECT 1 FROM checkpoints c "
                    "WHERE c.thread_id = b.thread_id AND c.checkpoint_ns = b.checkpoint_ns "
                    "AND c.checkpoint -> 'channel_versions' ->> b.channel = b.version)"
                ),
                values,
            )
