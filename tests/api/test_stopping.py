"""The outermost layer while the process ends, on an application of a few lines."""

import asyncio
from typing import Any
from unittest.mock import AsyncMock

import httpx
from litestar.types import Message, Receive, Scope, Send

from api.middleware.stopping import AnswerWhileStopping


class Slow:
    """Answers when it is let; ``begins`` before that."""

    def __init__(self, begins: bool = False) -> None:
        self.may_answer, self.begins = asyncio.Event(), begins

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        if self.begins:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        await self.may_answer.wait()
        if not self.begins:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done", "more_body": False})


async def asked(door: AnswerWhileStopping) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(door), base_url="http://here") as client:
        return await client.get("/v1/handoffs")


async def test_a_request_on_a_kept_connection_is_sent_elsewhere() -> None:
    is_stopping = asyncio.Event()
    is_stopping.set()
    response = await asked(AnswerWhileStopping(Slow(), is_stopping))
    assert (response.status_code, response.json()["code"]) == (503, "shutting_down")
    assert (response.headers["retry-after"], response.headers["connection"]) == ("1", "close")


async def test_what_was_let_in_before_is_answered_and_its_connection_closed() -> None:
    app, is_stopping = Slow(), asyncio.Event()
    asking = asyncio.create_task(asked(AnswerWhileStopping(app, is_stopping)))
    await asyncio.sleep(0.05)
    is_stopping.set()
    app.may_answer.set()
    response = await asking
    assert (response.status_code, response.text, response.headers["connection"]) == (200, "done", "close")


async def test_what_outlasts_the_grace_is_told_to_ask_again() -> None:
    is_stopping = asyncio.Event()
    door = AnswerWhileStopping(Slow(), is_stopping)
    asking = asyncio.create_task(asked(door))
    await asyncio.sleep(0.05)
    is_stopping.set()
    door.give_up()
    response = await asking
    assert (response.status_code, response.json()["code"]) == (503, "shutting_down")


async def test_an_answer_that_has_begun_ends_without_a_second_head() -> None:
    door, sent = AnswerWhileStopping(Slow(begins=True), asyncio.Event()), []

    async def send(message: Message) -> None:
        sent.append(message["type"])

    scope: Any = {"type": "http"}  # as much of it as is read
    asking = asyncio.create_task(door(scope, AsyncMock(), send))
    await asyncio.sleep(0.05)
    door.give_up()
    await asking
    assert sent == ["http.response.start"]


async def test_a_caller_who_hangs_up_is_no_matter_of_stopping() -> None:
    door = AnswerWhileStopping(Slow(), asyncio.Event())
    asking = asyncio.create_task(asked(door))
    await asyncio.sleep(0.05)
    asking.cancel()
    assert isinstance((await asyncio.gather(asking, return_exceptions=True))[0], asyncio.CancelledError)
