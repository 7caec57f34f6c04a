"""One turn's use of the hosted model: at most two attempts a call, all calls inside one budget."""

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, aclosing
from typing import TYPE_CHECKING

from domain.acts import Reading, ReadingContext
from domain.billing import TokenUse
from domain.knowledge import Segment
from domain.ports.understanding import GroundedAnswer, IntentGuess, ModelBorder, Prompts
from domain.telemetry.observed import CHAT_MODEL, Call
from models.chat.act_checks import checked
from models.chat.budget import Budget, CircuitBreaker
from models.chat.grounding import GroundedWriter
from models.chat.prompts import Messages, answer_messages, classify_messages, intent_schema, read_messages, repair_messages
from models.chat.reading import Unreadable, acts_schema, read_intent, read_told

if TYPE_CHECKING:
    from langchain_core.messages.ai import UsageMetadata

    from models.chat.chat_model import OpenAiChatModel

log = logging.getLogger(__name__)

_ATTEMPTS = 2
_READINGS = 2  # of one message: acts that cannot be read are repaired once
_LONGEST_READ = 2000  # characters of a message, as the embedded reader
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

    def __init__(
        self,
        shared: "OpenAiChatModel",
        border: ModelBorder,
        breaker: CircuitBreaker,
        budget: Budget,
        prompts: Prompts,
        use: TokenUse,
    ) -> None:
        self._shared = shared
        self._border = border
        self._breaker = breaker
        self._budget = budget
        self._prompts = prompts
        self._use = use

    async def classify(self, text: str, history: Sequence[str], intents: Sequence[str]) -> IntentGuess | None:
        (masked,), before = await self._border([text], history)
        messages = classify_messages(masked, before, intents, self._prompts)
        said = await self._asked("classify", messages, intent_schema(intents))
        return None if said is None else read_intent(said, intents)

    async def read_acts(
        self, text: str, history: Sequence[str], context: ReadingContext, embedded: Reading
    ) -> Reading | None:
        text = text[:_LONGEST_READ]
        (masked,), before = await self._border([text], history)
        messages = read_messages(masked, before, context)
        for _ in range(_READINGS):
            said = await self._asked("read", messages, acts_schema())
            if said is None:
                return None
            try:
                told = read_told(said)
            except Unreadable as fault:
                messages = repair_messages(messages, said, str(fault))
            else:
                acts = checked(told, text, context, embedded)
                return Reading(acts=acts) if acts else None
        log.warning("the chat model's acts could not be read")
        return None

    async def _asked(self, call: str, messages: Messages, schema: dict[str, object]) -> str | None:
        """What the model says, held to the schema where the endpoint takes one; None where it says nothing in time."""
        for _ in range(_ATTEMPTS):
            if not self._may_ask():
                return None
            given = schema if self._shared.takes_schema else None
            try:
                with self._observed(call):
                    said = await self._say(messages, given)
            except ModelFailed as failure:
                if given is not None and failure.status in _REFUSES_SCHEMA:
                    self._breaker.withdrawn()
                    self._shared.takes_schema = False
                elif not await self._may_repeat(failure):
                    return None
            except BaseException:
                self._breaker.withdrawn()
                raise
            else:
                self._breaker.succeeded()
                return said
        return None

    async def answer(
        self, question: str, segments: Sequence[Segment], on_text: Callable[[str], Awaitable[None]]
    ) -> GroundedAnswer | None:
        if not segments:
            return None
        (masked,), _ = await self._border([question], [])
        messages = answer_messages(masked, segments, self._prompts)
        writer = GroundedWriter(segments)
        for _ in range(_ATTEMPTS):
            if not self._may_ask():
                break
            try:
                with self._observed("answer"):
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
                    said = await asked.ainvoke(messages)
        except Exception as error:  # noqa: BLE001 (a strange endpoint makes the client raise anything: it means "no answer")
            raise _failure(error) from None
        self._count(said.usage_metadata)
        return said.text

    def _count(self, usage: "UsageMetadata | None") -> None:
        if usage:
            self._use.add(usage["input_tokens"], usage["output_tokens"])

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
                self._count(chunk.usage_metadata)
                ended = ended or bool(chunk.response_metadata.get("finish_reason"))
                yield chunk.text, ended
        finally:
            if isinstance(stream, AsyncGenerator):
                await stream.aclose()

    def _observed(self, call: str) -> AbstractContextManager[Call]:
        """GenAI's name for it is a chat with a model; what was asked and said is in no span."""
        model = self._shared.name
        attributes = {"gen_ai.operation.name": "chat", "gen_ai.request.model": model, "supportgraph.call": call}
        return CHAT_MODEL.observed(call, f"chat {model}", attributes)

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
