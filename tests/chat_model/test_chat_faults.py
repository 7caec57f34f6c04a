import asyncio
import logging
import time

import pytest

from models.chat.budget import CircuitBreaker
from tests.chat_model.conftest import DirectModel, Heard, MakeSegment, no_border
from tests.scripted_openai import Mode, ScriptedOpenAI

SOURCE = "Refunds reach you within 5 working days. We post a label with every parcel. Shipping is free above 50 dollars."
WORDS = (
    "Refunds reach you within 5 working days [1]. "
    "We post a label with every parcel [1]. "
    "Shipping is free above 50 dollars [1]."
)


@pytest.mark.parametrize("mode", ["error", "rate", "garbage", "cut"])
async def test_a_fault_gives_none_after_two_attempts(mode: Mode, server: ScriptedOpenAI, model: DirectModel) -> None:
    server.mode = mode
    assert await model.classify("hello", [], ["greeting"]) is None
    assert len(server.requests) == 2


async def test_a_turn_makes_at_most_four_requests_and_fewer_once_the_breaker_opens(
    server: ScriptedOpenAI, model: DirectModel, segment: MakeSegment, heard: Heard
) -> None:
    server.mode = "error"
    turn = model.for_turn(no_border)
    for _ in range(3):
        assert await turn.classify("hello", [], ["greeting"]) is None
        assert await turn.answer("hello?", [segment("s1", SOURCE)], heard) is None
    assert len(server.requests) == 3
    server.mode = "ok"
    other = DirectModel("scripted", api_key="k", base_url=server.base_url, breaker=CircuitBreaker(threshold=100))
    server.mode, server.requests = "error", []
    turn = other.for_turn(no_border)
    for _ in range(4):
        assert await turn.classify("hello", [], ["greeting"]) is None
    assert len(server.requests) == 4
    await other.aclose()


@pytest.mark.parametrize("mode", ["hang", "slow"])
async def test_the_budget_holds_for_all_calls_of_a_turn_together(
    mode: Mode, server: ScriptedOpenAI, model: DirectModel, segment: MakeSegment, heard: Heard
) -> None:
    server.mode, server.delay = mode, 5.0
    began = time.monotonic()
    turn = model.for_turn(no_border)
    assert await turn.classify("hello", [], ["greeting"]) is None
    assert await turn.answer("hello?", [segment("s1", SOURCE)], heard) is None
    assert 1.8 < time.monotonic() - began < 3.0
    assert len(server.requests) == 1


async def test_an_endpoint_that_nobody_listens_at_gives_none() -> None:
    model = DirectModel("scripted", api_key="k", base_url="http://127.0.0.1:9/v1", timeout=2.0)
    assert await model.classify("hello", [], ["greeting"]) is None
    await model.aclose()


async def test_what_streamed_before_a_cut_stands_and_the_half_sentence_does_not(
    server: ScriptedOpenAI, model: DirectModel, segment: MakeSegment, heard: Heard
) -> None:
    server.mode, server.answer = "cut", lambda request: WORDS
    answer = await model.answer("refund?", [segment("s1", SOURCE)], heard)
    assert answer is not None
    assert answer.text == "Refunds reach you within 5 working days. We post a label with every parcel."
    assert "".join(heard.pieces) == answer.text
    assert len(server.requests) == 1


async def test_the_model_is_used_again_soon_after_it_recovers(server: ScriptedOpenAI, model: DirectModel) -> None:
    server.mode = "error"
    for _ in range(4):
        assert await model.classify("hello", [], ["greeting"]) is None
    asked = len(server.requests)
    assert asked == 3
    assert model.breaker.is_open
    server.mode, server.answer = "ok", lambda request: '{"intent": "greeting", "confidence": 1}'
    assert await model.classify("hello", [], ["greeting"]) is None
    assert len(server.requests) == asked, "an open breaker asks nothing"
    await asyncio.sleep(2.1)
    assert await model.classify("hello", [], ["greeting"]) is not None
    assert not model.breaker.is_open


async def test_a_readers_own_error_is_not_the_models_fault(
    server: ScriptedOpenAI, model: DirectModel, segment: MakeSegment
) -> None:
    async def gone(text: str) -> None:
        raise ConnectionError("the customer left")

    server.answer = lambda request: WORDS
    with pytest.raises(ConnectionError):
        await model.answer("refund?", [segment("s1", SOURCE)], gone)
    assert not model.breaker.is_open
    assert len(server.requests) == 1


async def test_a_cancelled_turn_is_cancelled(server: ScriptedOpenAI, model: DirectModel) -> None:
    server.mode = "hang"
    task = asyncio.create_task(model.classify("hello", [], ["greeting"]))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not model.breaker.is_open


async def test_neither_words_nor_the_key_are_logged(
    server: ScriptedOpenAI, model: DirectModel, segment: MakeSegment, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answer = lambda request: WORDS
    await model.answer("a secret question", [segment("s1", SOURCE)], heard)
    server.mode = "error"
    await model.classify("a secret question", [], ["greeting"])
    for hidden in ("a secret question", "sk-not-to-be-logged", "scripted failure", "working days"):
        assert hidden not in caplog.text
    assert "gave no answer" in caplog.text


async def test_no_trace_leaves_the_house_whatever_the_environment_says(
    server: ScriptedOpenAI, model: DirectModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "LANGSMITH_TRACING": "true",
        "LANGCHAIN_TRACING_V2": "true",
        "LANGSMITH_ENDPOINT": server.base_url,
        "LANGSMITH_API_KEY": "x",
    }.items():
        monkeypatch.setenv(name, value)
    await model.classify("hello", [], ["greeting"])
    await asyncio.sleep(0.5)
    assert set(server.paths) == {"/v1/chat/completions"}


def test_the_breaker_opens_grows_tries_once_and_closes() -> None:
    now = 0.0
    breaker = CircuitBreaker(clock=lambda: now)
    for _ in range(3):
        assert breaker.admits()
        breaker.failed()
    assert not breaker.admits()
    for pause in (2.0, 4.0, 8.0, 8.0):
        now += pause - 0.1
        assert not breaker.admits()
        now += 0.2
        assert breaker.admits()
        assert not breaker.admits(), "one call tries at a time"
        breaker.failed()
    now += 8.1
    assert breaker.admits()
    breaker.withdrawn()
    assert breaker.admits(), "a call that was given up lets the next one try"
    breaker.succeeded()
    assert breaker.admits()
    assert breaker.admits()
