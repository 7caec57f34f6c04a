"""News inside this process: streams are woken when a conversation has some, live deltas reach them, and whoever waits for an answer
learns where it will appear and what is said where none comes.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator

from domain.conversation import Event, JsonObject
from graphs.turns.requests import Accepted


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


class AwaitedAnswers:
    def __init__(self) -> None:
        self._futures: dict[str, asyncio.Future[JsonObject]] = {}
        self._by_conversation: dict[str, dict[str, Accepted]] = {}  # turns that a request waits for at this moment

    def __len__(self) -> int:
        return len(self._futures)

    def get(self, turn_id: str) -> asyncio.Future[JsonObject] | None:
        return self._futures.get(turn_id)

    def expect(self, turn_id: str) -> asyncio.Future[JsonObject]:
        """Where the answer of a turn will appear."""
        return self._futures.setdefault(turn_id, asyncio.get_running_loop().create_future())

    def wait(self, accepted: Accepted) -> None:
        self._by_conversation.setdefault(accepted.conversation_id, {})[accepted.turn_id] = accepted

    def wait_no_more(self, accepted: Accepted) -> None:
        waited_for = self._by_conversation.get(accepted.conversation_id, {})
        waited_for.pop(accepted.turn_id, None)
        if not waited_for:
            self._by_conversation.pop(accepted.conversation_id, None)

    def of(self, conversation_id: str) -> list[Accepted]:
        return list(self._by_conversation.get(conversation_id, {}).values())

    def answer(self, turn_id: str, answer: JsonObject) -> None:
        future = self._futures.pop(turn_id, None)
        if future and not future.done():
            future.set_result(answer)

    def fail(self, turn_id: str, error: Exception) -> None:
        future = self._futures.pop(turn_id, None)
        if future and not future.done():
            future.set_exception(error)
            future.exception()  # nobody may be waiting any more

    def fail_in_line(self, conversation_id: str, turn_id: str | None, error: Exception) -> None:
        """Tell whoever waits for the turn; where none could even be claimed, whoever waits for this conversation."""
        for waited_for in [turn_id] if turn_id else [accepted.turn_id for accepted in self.of(conversation_id)]:
            self.fail(waited_for, error)

    def fail_all(self, error: Exception) -> None:
        for turn_id in list(self._futures):
            self.fail(turn_id, error)
