"""The doorbell between replicas, hung up."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from graphs.bus import Bus
from graphs.runner import TurnRunner


@contextlib.asynccontextmanager
async def bells(url: str, owner: str, bus: Bus, runner: TurnRunner) -> AsyncIterator[None]:
    """News of this replica to the others, and of the others to whoever waits here."""
    from records.doorbell import PostgresDoorbell  # loads the driver

    hearing: set[asyncio.Task[None]] = set()

    def heard(topic: str) -> None:
        bus.ring_here(topic)
        task = asyncio.create_task(runner.heard(topic))
        hearing.add(task)
        task.add_done_callback(hearing.discard)

    doorbell = PostgresDoorbell(url, owner, heard)
    bus.elsewhere = doorbell.ring
    await doorbell.start()
    try:
        yield
    finally:
        bus.elsewhere = None
        await doorbell.stop()
