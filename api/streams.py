"""Server-sent events: rows with a sequence, replayed without loss or repeat; live deltas between them."""

import asyncio
import json
import time
from collections.abc import AsyncIterator

from litestar.response import ServerSentEvent
from litestar.response.sse import ServerSentEventMessage

from api.service import Service
from domain.conversation import Event
from domain.errors import ValidationFailed
from graphs.handoffs import QUEUE
from graphs.turns.event_bus import Listener

POLL_SECONDS = 1.0  # the net under notifications: news of another replica is seen this late at most
HEARTBEAT_SECONDS = 15.0
RETRY_MS = 1000
STAFF_STREAM_SECONDS = 300.0


def position(value: str | None) -> int | None:
    """The row number of an event id (``12`` or, for a delta, ``12.3``). Raises ``ValidationFailed`` for anything else."""
    if value is None or value == "":
        return None
    number = value.partition(".")[0]
    if not number.isdecimal() or len(number) > 12:
        raise ValidationFailed("", [{"field": "after", "message": "not the id of an event"}])
    return int(number)


def _message(event: Event) -> ServerSentEventMessage:
    return ServerSentEventMessage(
        data=json.dumps(event.data, ensure_ascii=False), event=event.name, id=event.id, retry=RETRY_MS
    )


async def _news(listener: Listener) -> None:
    """Wait for news, the poll or the end."""
    try:
        async with asyncio.timeout(POLL_SECONDS):  # `wait_for` of Python 3.11 may lose a cancel
            await listener.news.wait()
    except TimeoutError:
        return
    finally:
        listener.news.clear()


async def conversation_events(
    service: Service, conversation_id: str, after: int, until_turn: str | None = None
) -> AsyncIterator[ServerSentEventMessage]:
    """Every event after ``after``, in order; ends with the turn ``until_turn`` or when the service stops (a turn's own
    stream: when the turns that were under way have had their time)."""
    last, idle = after, 0.0
    with service.bus.listen(conversation_id) as listener:
        yield ServerSentEventMessage(comment="open", retry=RETRY_MS)
        while True:
            async with service.database.read_snapshot() as unit:
                rows = await unit.transcript.events(conversation_id, last)
            for event in rows:
                last, idle = int(event.id), 0.0
                if (
                    until_turn is None
                    or until_turn in (event.data.get("turn_id"), event.data.get("id"))
                    or event.name.endswith(".updated")
                ):
                    yield _message(event)
                if until_turn and event.name == "turn.completed" and event.data.get("id") == until_turn:
                    return
            if rows:
                continue
            number = 0
            while not listener.deltas.empty():
                delta = listener.deltas.get_nowait()
                number += 1
                yield _message(Event(id=f"{last}.{delta.id}", name=delta.name, data=delta.data))
            if service.bus.is_closing.is_set() and (until_turn is None or service.runner.is_over):
                return
            if not number:
                await _news(listener)
                idle += POLL_SECONDS
                if idle >= HEARTBEAT_SECONDS:
                    idle = 0.0
                    yield ServerSentEventMessage(comment="still here")


async def queue_events(service: Service) -> AsyncIterator[ServerSentEventMessage]:
    """The agents' queue: its whole state now, and again whenever something in it changed."""
    seen, idle = "", 0.0
    with service.bus.listen(QUEUE) as listener:
        while True:
            async with service.database.read_snapshot() as unit:
                queue = await unit.handoffs.queue(status=None, kind=None, after=None, limit=200)
            data = json.dumps({"items": [h.model_dump(mode="json") for h in queue]}, ensure_ascii=False)
            if data != seen:
                seen, idle = data, 0.0
                yield ServerSentEventMessage(data=data, event="queue.updated", retry=RETRY_MS)
            if service.bus.is_closing.is_set():
                return
            await _news(listener)
            idle += POLL_SECONDS
            if idle >= HEARTBEAT_SECONDS:
                idle = 0.0
                yield ServerSentEventMessage(comment="still here")


async def for_a_while(messages: AsyncIterator[ServerSentEventMessage]) -> AsyncIterator[ServerSentEventMessage]:
    """What staff follow ends now and then: they come again by themselves, and are asked again who they are."""
    end = time.monotonic() + STAFF_STREAM_SECONDS
    async for message in messages:
        yield message
        if time.monotonic() >= end:
            return


def event_stream(messages: AsyncIterator[ServerSentEventMessage]) -> ServerSentEvent:
    return ServerSentEvent(messages, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
