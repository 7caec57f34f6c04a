"""What a merchant's own service can do wrong, over a real socket."""

import asyncio
import contextlib
import json
import logging
import socket
from collections.abc import AsyncIterator, Callable

import pytest

from backoffice.http import HttpOrderDesk
from backoffice.shop.desk import DemoShop
from domain.shop import DeskUnavailable, Refused
from tests.backoffice.contract_server import TOKEN, serve_contract
from tests.backoffice.small_shop import ANA, PENDING, ask

Reply = Callable[[int], bytes | None]  # which request it is, from 1 → the raw answer; None hangs


@contextlib.asynccontextmanager
async def _merchant(reply: Reply) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A raw server: the base URL, and the heads of the requests that came."""
    heads: list[bytes] = []
    gone = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            answer = reply(len(heads))
            if answer is None:
                await gone.wait()
            else:
                writer.write(answer)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/shop/", heads
    finally:
        gone.set()
        server.close()


def _answer(status: int, body: object = "", *headers: str) -> bytes:
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", f"content-length: {len(content)}", "connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


@pytest.mark.parametrize(
    "answer",
    [
        _answer(500),
        _answer(503, {"code": "not_found"}),
        _answer(401),
        _answer(302, "", "location: /elsewhere"),
        _answer(200, "<html>maintenance</html>"),
        _answer(200, {"id": "HP1"}),
        _answer(200, "[]"),
        _answer(200, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")),
        b"not http at all\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\ncontent-length: 400\r\n\r\n{",
    ],
)
async def test_an_answer_without_sense_is_as_good_as_none(answer: bytes) -> None:
    async with _merchant(lambda _: answer) as (url, _), HttpOrderDesk(url, timeout=5) as desk:
        asked = ask("send_invoice", PENDING)
        for call in (desk.order("HP1"), desk.orders(ANA), desk.customer_by_email("a@b.example"), desk.execute("k", asked)):
            with pytest.raises(DeskUnavailable):
                await call


async def test_an_operation_is_sent_in_one_piece() -> None:
    """A process that dies between two pieces would leave an operation behind that says nothing of its amount."""
    pieces: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        """In a thread of its own, so that it reads whatever has come as soon as it has come."""
        connection, _ = listening.accept()
        with connection:
            while piece := connection.recv(65536):
                pieces.append(piece)
                if piece.endswith(b"}"):
                    connection.sendall(_answer(500).replace(b"connection: close\r\n", b""))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = asyncio.create_task(asyncio.to_thread(serve, listening))
        async with HttpOrderDesk(f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=5) as desk:
            for n in range(20):
                with pytest.raises(DeskUnavailable):
                    await desk.execute(str(n), ask("send_invoice", PENDING))
        await serving
    assert len(pieces) == 20


async def test_a_read_is_tried_again_once_after_a_broken_connection() -> None:
    async with _merchant(lambda n: b"" if n == 1 else _answer(404)) as (url, heads), HttpOrderDesk(url, timeout=5) as desk:
        assert await desk.order("HP1") is None
    assert len(heads) == 2


@pytest.mark.parametrize("answer", [b"", _answer(500), None])
async def test_an_operation_is_never_sent_twice(answer: bytes | None) -> None:
    async with _merchant(lambda _: answer) as (url, heads), HttpOrderDesk(url, timeout=0.3) as desk:
        with pytest.raises(DeskUnavailable):
            await desk.execute("the-key", ask("cancel_order", PENDING, reason="x"))
    assert len(heads) == 1
    assert b"idempotency-key: the-key" in heads[0].lower()


async def test_a_merchant_that_does_not_answer_is_unavailable_in_time() -> None:
    async with _merchant(lambda _: None) as (url, heads), HttpOrderDesk(url, timeout=0.3) as desk:
        async with asyncio.timeout(2):
            with pytest.raises(DeskUnavailable):
                await desk.order("HP1")
    assert len(heads) == 1


async def test_a_merchant_without_a_search_by_name_is_asked_for_it_once() -> None:
    async with _merchant(lambda _: _answer(404)) as (url, heads), HttpOrderDesk(url, timeout=5) as desk:
        assert [await desk.products_named("is the lamp in stock?") for _ in range(3)] == [[], [], []]
    assert len(heads) == 1


async def test_nobody_listening_is_unavailable() -> None:
    async with HttpOrderDesk("http://127.0.0.1:9", timeout=2) as desk:
        with pytest.raises(DeskUnavailable):
            await desk.customer(ANA)


async def test_ids_are_quoted_into_one_part_of_the_path() -> None:
    async with _merchant(lambda _: _answer(404)) as (url, heads), HttpOrderDesk(url, "secret", timeout=5) as desk:
        await desk.order("#W1/../x?y=1 ü")
    assert heads[0].startswith(b"GET /shop/orders/%23W1%2F..%2Fx%3Fy%3D1%20%C3%BC HTTP/1.1")
    assert b"authorization: bearer secret" in heads[0].lower()


async def test_a_refusal_keeps_its_code_and_words() -> None:
    body = {"code": "window_passed", "title": "Too late", "detail": "Thirty days have passed."}
    async with _merchant(lambda _: _answer(409, body)) as (url, _), HttpOrderDesk(url, timeout=5) as desk:
        with pytest.raises(Refused, match=r"Thirty days have passed\.") as refusal:
            await desk.execute("k", ask("return_items", PENDING, line_ids=["1"]))
    assert refusal.value.code == "window_passed"


@pytest.mark.parametrize("body", [{"code": "because"}, {}, "no"])
async def test_a_refusal_that_the_contract_does_not_know_leaves_it_open_what_happened(body: object) -> None:
    async with _merchant(lambda _: _answer(409, body)) as (url, _), HttpOrderDesk(url, timeout=5) as desk:
        with pytest.raises(DeskUnavailable):
            await desk.execute("k", ask("cancel_order", PENDING, reason="x"))


async def test_the_token_opens_and_none_does_not(sqlite_shop: DemoShop) -> None:
    async with serve_contract(sqlite_shop) as url:
        async with HttpOrderDesk(url, TOKEN) as desk:
            assert await desk.customer(ANA) is not None
        async with HttpOrderDesk(url) as desk:
            with pytest.raises(DeskUnavailable, match="401"):
                await desk.customer(ANA)


async def test_no_log_and_no_error_holds_what_was_sent_or_received(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    broken = _answer(200, {"items": [{"id": "C1", "name": "Zelda Secretperson", "addresses": 3}]})
    async with _merchant(lambda _: broken) as (url, _), HttpOrderDesk(url, "token-secret", timeout=5) as desk:
        with pytest.raises(DeskUnavailable) as error:
            await desk.customer_by_email("zelda.secretperson@example.com")
        with pytest.raises(DeskUnavailable):
            await desk.execute("k", ask("send_code", code="135790"))
    told = caplog.text + repr(error.value) + repr(error.value.__cause__)
    for secret in ("Secretperson", "secretperson", "135790", "token-secret"):
        assert secret not in told
