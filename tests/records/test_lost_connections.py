"""A database that was restarted costs nobody a request: the pool hands out no connection that the server has closed."""

import asyncio

import psycopg
from sqlalchemy import text

from records.engine.session import Database


async def _pid(database: Database) -> int:
    async with database.begin() as unit:
        return int(await unit.session.scalar(text("SELECT pg_backend_pid()")) or 0)


async def test_connections_that_the_server_closed_are_replaced_unnoticed(postgresql: str) -> None:
    database = Database(postgresql.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        before = await asyncio.gather(*(_pid(database) for _ in range(4)))
        async with await psycopg.AsyncConnection.connect(postgresql, autocommit=True) as other:
            for pid in set(before):
                await other.execute("SELECT pg_terminate_backend(%s, 2000)", (pid,))
        after = await asyncio.gather(*(_pid(database) for _ in range(4)))
        assert set(before).isdisjoint(after)
    finally:
        await database.close()
