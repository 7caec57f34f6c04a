"""One turn's use of the hosted model: at most two attempts a call, all calls inside one budget."""

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from domain.knowledge import Segment
from domain.ports.understanding import GroundedAnswer, IntentGuess
from domain.prompts import Prompts
from models.chat_breaker import CircuitBreaker
from models.chat_budget import Budget
from models.chat_grounding import GroundedWriter
from models.chat_prompts import Messages, answer_messages, classify_messages, intent_schema
from models.chat_reading import read_intent

if TYPE_CHECKING:
    from models.chat import OpenAiChatModel

log = logging.getLogger(__name__)

_ATTEMPTS = 2
_PAUSE = 0.15  # seconds between attempts
_REFUSES_SCHEMA = (400, 404, 415, 422, 501)
_POINTLESS_TO_REPEAT = (401, 403)


class ModelFailed(Exception):
    """A request gave nothing usable. Holds a class name and an HTTP status, never the endpoint's words."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason if status is None else f"{reason} {status}")
        self.status = status


class TurnChatModel:
    """Meets ``domain.ports.understanding.ChatModel`` for one turn; made by ``OpenAiChatModel.for_turn``."""

    def __init__(self, shared: "OpenAiChatModel", breaker: CircuitBreaker, budget: Budget, prompts: Prompts) -> None:
        self._shared = shared
        self._breaker = breaker
        self._budget = budget
        self._prompts = prompts

    async def classify(self, text: str, history: Sequence[str], intents: Sequence[str]) -> IntentGuess | None:
        messages = classify_messages(text, history, intents, self._prompts)
        for _ in range(_ATTEMPTS):
            if not self._may_ask():
                return None
            schema = intent_schema(intents) if self._shared.takes_schema else None
            try:
                said = await self._say(messages, schema)
            except ModelFailed as failure:
                if schema is not None and failure.status in _REFUSES_SCHEMA:
                    self._breaker.withdrawn()
                    self._shared.takes_schema = False
                elif not await self._may_repeat(failure):
                    return None
            except BaseException:
                self._breaker.withdrawn()
                raise
            else:
                self._breaker.succeeded()
                return read_intent(said, intents)
        return None

    async def answer(
        self, question: str, segments: Sequence[Segment], on_text: Callable[[str], Awaitable[None]]
    ) -> GroundedAnswer | None:
        if not segments:
            return None
        messages = answer_messages(question, segments, self._prompts)
        writer = GroundedWriter(segments)
        for _ in range(_ATTEMPTS):
            if not self._may_ask():
                break
            try:
                await self._write(messages, writer, on_text)
            except ModelFailed as failure:
                if writer.has_written:
                    self._failed(failure)
                    break  # what was streamed is supported, and stands
                if not await self._may_repeat(failure):
                    break
                writer = GroundedWriter(segments)
            except BaseException:
                self._breaker.withdrawn()
                raise
            else:
                self._breaker.succeeded()
                break
        return writer.answer()

    async def _write(self, messages: Messages, writer: GroundedWriter, on_text: Callable[[str], Awaitable[None]]) -> None:
        ended = False
        async with aclosing(self._pieces(messages)) as pieces:
            async for piece, done in pieces:
                ended = done
                for text in writer.feed(piece):
                    await on_text(text)
        for text in writer.finish():
            await on_text(text)
        if not ended and not writer.has_written:
            raise ModelFailed("StreamCut")

    async def _say(self, messages: Messages, schema: dict[str, object] | None) -> str:
        client = await self._shared.client()
        asked = client if schema is None else client.bind(response_format=schema)
        self._budget.take_request()
        from langsmith import tracing_context

        try:
            with tracing_context(enabled=False):  # whatever the environment says: no third party sees customers' words
                async with self._budget.clock():
                    return (await asked.ainvoke(messages)).text
        except Exception as error:  # noqa: BLE001 (a strange endpoint makes the client raise anything: it means "no answer")
            raise _failure(error) from None

    async def _pieces(self, messages: Messages) -> AsyncGenerator[tuple[str, bool], None]:
        """The streamed text, and whether the model has said that it is done. Time spent by the reader does not count."""
        client = await self._shared.client()
        self._budget.take_request()
        from langsmith import tracing_context

        stream = client.astream(messages)
        ended = False
        try:
            while True:
                try:
                    with tracing_context(enabled=False):
                        async with self._budget.clock():
                            chunk = await anext(stream)
                except StopAsyncIteration:
                    return
                except Exception as error:  # noqa: BLE001 (as above)
                    raise _failure(error) from None
                ended = ended or bool(chunk.response_metadata.get("finish_reason"))
                yield chunk.text, ended
        finally:
            if isinstance(stream, AsyncGenerator):
                await stream.aclose()

    def _may_ask(self) -> bool:
        return not self._budget.is_spent and self._breaker.admits()

    async def _may_repeat(self, failure: ModelFailed) -> bool:
        self._failed(failure)
        if failure.status in _POINTLESS_TO_REPEAT or self._budget.is_spent:
            return False
        await self._budget.pause(_PAUSE)
        return True

    def _failed(self, failure: ModelFailed) -> None:
        self._breaker.failed()
        log.warning("the chat model gave no answer: %s", failure)


def _failure(error: Exception) -> ModelFailed:
    status = getattr(error, "status_code", None)
    return ModelFailed(type(error).__name__, status if isinstance(status, int) else None)
