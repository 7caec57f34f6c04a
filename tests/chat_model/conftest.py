from collections.abc import AsyncIterator, Iterator
from typing import Protocol

import pytest

from domain.knowledge import Segment
from models.chat import OpenAiChatModel
from tests.scripted_openai import ScriptedOpenAI


@pytest.fixture
def server() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI() as scripted:
        yield scripted


@pytest.fixture
async def model(server: ScriptedOpenAI) -> AsyncIterator[OpenAiChatModel]:
    chat = OpenAiChatModel("scripted", api_key="sk-not-to-be-logged", base_url=server.base_url, timeout=2.0)
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
