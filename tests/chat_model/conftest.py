from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Protocol

import pytest

from domain.knowledge import Segment
from domain.ports.understanding import GroundedAnswer, IntentGuess
from models.chat.chat_model import OpenAiChatModel
from tests.scripted_openai import ScriptedOpenAI


@pytest.fixture
def server() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI() as scripted:
        yield scripted


async def no_border(asked: Sequence[str], before: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lets everything through: what is asked for here is the model's own behaviour."""
    return list(asked), list(before)


class DirectModel(OpenAiChatModel):
    """Each call is a turn of its own."""

    async def classify(self, text: str, history: Sequence[str], intents: Sequence[str]) -> IntentGuess | None:
        return await self.for_turn(no_border).classify(text, history, intents)

    async def answer(
        self, question: str, segments: Sequence[Segment], on_text: Callable[[str], Awaitable[None]]
    ) -> GroundedAnswer | None:
        return await self.for_turn(no_border).answer(question, segments, on_text)


@pytest.fixture
async def model(server: ScriptedOpenAI) -> AsyncIterator[DirectModel]:
    chat = DirectModel("scripted", api_key="sk-not-to-be-logged", base_url=server.base_url, timeout=2.0)
    chat.warm()
    yield chat
    await chat.aclose()


class MakeSegment(Protocol):
    def __call__(self, id: str, answer: str, question: str = "", title: str = "Help") -> Segment: ...


@pytest.fixture
def segment() -> MakeSegment:
    def make(id: str, answer: str, question: str = "", title: str = "Help") -> Segment:
        return Segment(id=id, article_id=f"a-{id}", revision=1, title=title, question=question, answer=answer)

    return make


class Heard:
    """Collects what streams, as the runner would send it on."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    async def __call__(self, text: str) -> None:
        self.pieces.append(text)


@pytest.fixture
def heard() -> Heard:
    return Heard()
