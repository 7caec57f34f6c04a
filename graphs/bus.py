"""The doorbell inside this process: streams are woken when a conversation has news, and live deltas reach them."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator

from domain.events import Event


class Listener:
    """One open stream. Deltas wait in a short queue: a slow reader loses deltas, never stored events."""

    def __init__(self) -> None:
        self.bell = asyncio.Event()
        self.deltas: asyncio.Queue[Event] = asyncio.Queue(maxsize=256)


class Bus:
    """``elsewhere`` carries the bell to other processes."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self.is_closing = asyncio.Event()
        self.elsewhere: Callable[[str], None] | None = None

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

    def ring(self, topic: str) -> None:
        self.ring_here(topic)
        if self.elsewhere:
            self.elsewhere(topic)

    def ring_here(self, topic: str) -> None:
        for listener in self._listeners.get(topic, ()):
            listener.bell.set()

    def delta(self, topic: str, event: Event) -> None:
        for listener in self._listeners.get(topic, ()):
            with contextlib.suppress(asyncio.QueueFull):
                listener.deltas.put_nowait(event)
            listener.bell.set()

    def close(self) -> None:
        """Wake every stream, so that it ends."""
        self.is_closing.set()
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.bell.set()
