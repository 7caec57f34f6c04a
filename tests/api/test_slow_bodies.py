"""A body that does not arrive in time is answered 408, at every way in that reads one; streams may wait for ever."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar, post
from litestar.params import JSONBody
from litestar.types import Receive, Scope, Send

from api.middleware.request_bodies import HurryBodies
from api.problems import HANDLERS
from tests.service import Served


@post("/v1/take", status_code=200)
async def take(data: JSONBody[dict[str, str]]) -> dict[str, str]:
    return data


async def _asked(parts: AsyncIterator[bytes], path: str = "/v1/take") -> httpx.Response:
    app = HurryBodies(Litestar([take], exception_handlers=HANDLERS, logging_config=None), seconds=0.2, upload_seconds=30)

    async def over_a_line(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope, receive, send)

    # Litestar's and httpx's ASGI types differ in name only
    transport = httpx.ASGITransport(app=over_a_line)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
        return await client.post(path, content=parts, headers={"content-type": "application/json"})


async def _drops(pause: float) -> AsyncIterator[bytes]:
    for letter in b'{"a": "b"}':
        yield bytes([letter])
        await asyncio.sleep(pause)


async def test_a_slow_body_is_answered_408() -> None:
    late = await _asked(_drops(0.1))
    assert late.status_code == 408
    assert late.json()["code"] == "request_timeout"
    assert late.headers["connection"] == "close"


async def test_a_body_in_time_is_taken() -> None:
    whole = await _asked(_drops(0.0))
    assert (whole.status_code, whole.json()) == (200, {"a": "b"})
    assert "connection" not in whole.headers


@pytest.mark.parametrize("depth", [10_000, 30_000])
def test_a_deep_body_is_a_bad_request(demo: Served, depth: int) -> None:
    for body in (b"[" * depth, b'{"a":' * (depth // 5) + b"1" + b"}" * (depth // 5)):
        answer = demo.http.post("/v1/conversations", content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 400, answer.text
        assert answer.json()["code"] == "validation_failed"


def test_a_long_body_is_refused_whole(demo: Served) -> None:
    for size in (64 * 1024 + 1, 1 << 20):
        body = b'{"channel": "' + b"x" * (size - 15) + b'"}'
        answer = demo.http.post("/v1/conversations", content=body, headers={"content-type": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
