"""News inside this process: streams are woken when a conversation has some, and live deltas reach them."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator

from domain.events import Event


class Listener:
    """One open stream. Deltas wait in a short queue: a slow reader loses deltas, never stored events."""

    def __init__(self) -> None:
        self.news = asyncio.Event()
        self.deltas: asyncio.Queue[Event] = asyncio.Queue(maxsize=256)


class Bus:
    """``to_replicas`` carries news to other processes."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self.is_closing = asyncio.Event()
        self.to_replicas: Callable[[str], None] | None = None

    @contextlib.contextmanager
    def listen(self, topic: str) -> Iterator[Listener]:
        listener = Listener()
        self._listeners[topic].add(listener)
        try:
            yield listener
        finally:
            self._listeners[topic].discard(listener)
            if not self._listeners[topic]:
                del self._listeners[topic]

    def publish(self, topic: str) -> None:
        """Wake whoever follows a conversation, or the queue, here and in other processes."""
        self.publish_here(topic)
        if self.to_replicas:
            self.to_replicas(topic)

    def publish_here(self, topic: str) -> None:
        for listener in self._listeners.get(topic, ()):
            listener.news.set()

    def delta(self, topic: str, event: Event) -> None:
        for listener in self._listeners.get(topic, ()):
            with contextlib.suppress(asyncio.QueueFull):
                listener.deltas.put_nowait(event)
            listener.news.set()

    def close(self) -> None:
        """Wake every stream, so that it ends."""
        self.is_closing.set()
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.news.set()
