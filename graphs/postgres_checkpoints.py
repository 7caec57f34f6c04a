"""LangGraph's saver for PostgreSQL: a module of its own, so that a service on SQLite need not load the driver."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import ChannelVersions, Checkpoint, CheckpointMetadata
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool

from graphs.saved import Remembers


class PostgresCheckpoints(Remembers, AsyncPostgresSaver):
    def __init__(self, pool: Any) -> None:  # psycopg_pool's generic connection type
        super().__init__(pool)
        self.saved = {}

    async def aput(
        self, config: RunnableConfig, checkpoint: Checkpoint, metadata: CheckpointMetadata, new_versions: ChannelVersions
    ) -> RunnableConfig:
        result = await super().aput(config, checkpoint, metadata, new_versions)
        self.saved[config["configurable"]["thread_id"]] = checkpoint["id"]
        return result


@contextlib.asynccontextmanager
async def open_postgres(database_url: str) -> AsyncIterator[PostgresCheckpoints]:
    """The saver on a pool of its own, its tables made."""
    plain = database_url.replace("postgresql+psycopg://", "postgresql://", 1)
    options = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
    async with AsyncConnectionPool(plain, min_size=1, max_size=8, kwargs=options, open=False) as pool:
        saver = PostgresCheckpoints(pool)
        await saver.setup()
        yield saver
