"""What a commit wrote, brought to those who wait for it: streams here, other replicas, the job queues, the search index."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from domain.jobs import SEND_MAIL
from graphs.handoffs import QUEUE
from graphs.turns.event_bus import Bus
from graphs.turns.runner import TurnRunner
from jobs.queue import JobQueue
from kb.knowledge_base import KnowledgeBase
from records.engine.writes import Changes, Publish


def publish_to(bus: Bus, queue: JobQueue, mails: JobQueue, knowledge: KnowledgeBase) -> Publish:
    """For ``Database.publish``, which calls it after each commit."""

    async def publish(changes: Changes) -> None:
        if SEND_MAIL in changes.jobs:
            mails.wake()
        if changes.jobs - {SEND_MAIL}:
            queue.wake()
        if changes.told_after:
            await asyncio.sleep(changes.told_after)
        for conversation_id in changes.conversations:
            bus.publish(conversation_id)
        if changes.handoffs:
            bus.publish(QUEUE)
        if changes.articles:
            await knowledge.show()  # searchable when the call returns

    return publish


@contextlib.asynccontextmanager
async def replica_notifications(url: str, owner: str, bus: Bus, runner: TurnRunner) -> AsyncIterator[None]:
    """News of this replica to the others, and of the others to whoever waits here."""
    from records.engine.replica_notifications import ReplicaNotifications  # loads the driver

    following: set[asyncio.Task[None]] = set()

    def on_notification(topic: str) -> None:
        bus.publish_here(topic)
        task = asyncio.create_task(runner.on_notification(topic))
        following.add(task)
        task.add_done_callback(following.discard)

    notifications = ReplicaNotifications(url, owner, on_notification)
    bus.to_replicas = notifications.publish
    await notifications.start()
    try:
        yield
    finally:
        bus.to_replicas = None
        await notifications.stop()
