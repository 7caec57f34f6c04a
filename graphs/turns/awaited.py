"""The answers that somebody in this process waits for: where they will appear, and what is said where none comes."""

import asyncio

from domain.conversation import JsonObject
from graphs.turns.requests import Accepted


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
