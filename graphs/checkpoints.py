"""LangGraph's savers for SQLite and PostgreSQL, in the same database as the records."""

import contextlib
import os
from collections.abc import AsyncIterator
from typing import Any

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

# A checkpoint is read back into plain JSON types only, whatever was written into the database.
os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")


class _Remembers:
    """Remembers the id of each thread's last checkpoint until the runner asks, which saves reading it back."""

    saved: dict[str, str]

    def take(self, thread_id: str) -> str | None:
        return self.saved.pop(thread_id, None)


class SqliteCheckpoints(_Remembers, AsyncSqliteSaver):
    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__(connection)
        self.saved = {}

    async def aput(
        self, config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata, new_versions: ChannelVersions
    ) -> RunnableConfig:
        result = await super().aput(config, checkpoint, metadata, new_versions)
        self.saved[config["configurable"]["thread_id"]] = checkpoint["id"]
        return result


class PostgresCheckpoints(_Remembers, AsyncPostgresSaver):
    def __init__(self, pool: Any) -> None:  # psycopg_pool's generic connection type
        super().__init__(pool)
        self.saved = {}

    async def aput(
        self, config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata, new_versions: ChannelVersions
    ) -> RunnableConfig:
        result = await super().aput(config, checkpoint, metadata, new_versions)
        self.saved[config["configurable"]["thread_id"]] = checkpoint["id"]
        return result


Checkpoints = SqliteCheckpoints | PostgresCheckpoints


@contextlib.asynccontextmanager
async def open_checkpoints(database_url: str) -> AsyncIterator[Checkpoints]:
    """The saver of this database, its tables made; closed at the end."""
    if database_url.startswith("sqlite"):
        path = database_url.split(":///", 1)[1]
        async with aiosqlite.connect(path, isolation_level=None) as connection:
            for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                await connection.execute(f"PRAGMA {pragma}")
            saver = SqliteCheckpoints(connection)
            await saver.setup()
            yield saver
        return
    from psycopg.rows import dict_row
    from psycopg_pool import AsyncConnectionPool

    plain = database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    options = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
    async with AsyncConnectionPool(plain, min_size=1, max_size=8, kwargs=options, open=False) as pool:
        postgres = PostgresCheckpoints(pool)
        await postgres.setup()
        yield postgres


def thread(conversation_id: str) -> RunnableConfig:
    """The LangGraph config of a conversation: its id and nothing personal, since it is stored in clear."""
    return {"configurable": {"thread_id": conversation_id}}


async def saved_values(saver: BaseCheckpointSaver[str], conversation_id: str) -> tuple[str, dict[str, Any]] | None:
    """(checkpoint id, channel values) of a conversation's latest checkpoint."""
    found = await saver.aget_tuple(thread(conversation_id))
    return (found.checkpoint["id"], found.checkpoint["channel_values"]) if found else None
