"""News between replicas: PostgreSQL's NOTIFY on one channel says which conversations have something new.

A notification may be lost (a connection that broke, a process that died before it sent one): whoever listens also polls. It is
sent after the commit and in a transaction of its own, since NOTIFY inside one makes the commits of the whole server queue up behind a
lock (https://www.postgresql.org/docs/current/sql-notify.html).
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Coroutine

import psycopg

logger = logging.getLogger(__name__)

CHANNEL = "supportgraph"
_AGAIN_SECONDS = 1.0
_GATHER_SECONDS = 0.01  # notifications of this long travel together
_MOST_TOPICS = 100  # ids of 36 characters: far below the 8,000 bytes that a notification may have


class ReplicaNotifications:
    """``me`` names this process: its own notifications are not answered."""

    def __init__(self, url: str, me: str, on_notification: Callable[[str], None]) -> None:
        self._url = url.replace("postgresql+psycopg://", "postgresql://", 1)
        self._me, self._on_notification = me, on_notification
        self._topics: set[str] = set()
        self._something = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        self._tasks = [asyncio.create_task(self._always(self._listen)), asyncio.create_task(self._always(self._send))]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def publish(self, topic: str) -> None:
        """Tell the other replicas, soon, that a conversation has news."""
        self._topics.add(topic)
        self._something.set()

    async def _always(self, work: Callable[[psycopg.AsyncConnection], Coroutine[None, None, None]]) -> None:
        while True:
            with contextlib.suppress(psycopg.OperationalError):
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await work(connection)
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _listen(self, connection: psycopg.AsyncConnection) -> None:
        await connection.execute(f"LISTEN {CHANNEL}")
        async for received in connection.notifies():
            sender, *topics = json.loads(received.payload)
            if sender != self._me:
                for topic in topics:
                    self._on_notification(topic)

    async def _send(self, connection: psycopg.AsyncConnection) -> None:
        while True:
            await self._something.wait()
            await asyncio.sleep(_GATHER_SECONDS)
            self._something.clear()
            while self._topics:
                some = [self._topics.pop() for _ in range(min(len(self._topics), _MOST_TOPICS))]
                await connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps([self._me, *some])))
