"""LangGraph's savers for SQLite and PostgreSQL, in the same database as the records."""

import contextlib
import os
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, TypeAlias

import aiosqlite
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from graphs.saved import Remembers

# A checkpoint is read back into plain JSON types only, whatever was written into the database.
os.environ.setdefault("LANGGRAPH_STRICT_MSGPACK", "true")


class SqliteCheckpoints(Remembers, AsyncSqliteSaver):
    def __init__(self, connection: aiosqlite.Connection) -> None:
        super().__init__(connection)
        self.saved = {}

    async def aput(
        self, config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata, new_versions: ChannelVersions
    ) -> RunnableConfig:
        result = await super().aput(config, checkpoint, metadata, new_versions)
        self.saved[config["configurable"]["thread_id"]] = checkpoint["id"]
        return result


if TYPE_CHECKING:
    from graphs.postgres_checkpoints import PostgresCheckpoints

Checkpoints: TypeAlias = "SqliteCheckpoints | PostgresCheckpoints"


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
    from graphs.postgres_checkpoints import open_postgres  # loads the driver

    async with open_postgres(database_url) as postgres:
        yield postgres


def thread(conversation_id: str) -> RunnableConfig:
    """The LangGraph config of a conversation: its id and nothing personal, since it is stored in clear."""
    return {"configurable": {"thread_id": conversation_id}}


async def saved_values(saver: BaseCheckpointSaver[str], conversation_id: str) -> tuple[str, dict[str, Any]] | None:
    """(checkpoint id, channel values) of a conversation's latest checkpoint."""
    found = await saver.aget_tuple(thread(conversation_id))
    return (found.checkpoint["id"], found.checkpoint["channel_values"]) if found else None
