"""A scripted OpenAI-compatible server over real HTTP, for tests that need a hosted chat model.

    with ScriptedOpenAI(answer=lambda request: "NO_ANSWER") as server:
        model = OpenAiChatModel("any", api_key="k", base_url=server.base_url)

``answer`` gets the request's JSON body and returns the words to say. ``mode`` may be changed at any time.
"""

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

Mode = Literal["ok", "slow", "hang", "error", "rate", "garbage", "cut"]
Request = dict[str, Any]  # a chat completion's JSON body: any JSON


class ScriptedOpenAI:
    """``delay`` is seconds before the answer in mode ``slow``; ``hang`` lasts until ``release`` or the end."""

    def __init__(
        self, answer: Callable[[Request], str] | None = None, *, mode: Mode = "ok", delay: float = 1.0, port: int = 0
    ) -> None:
        self.answer: Callable[[Request], str] = answer or (lambda request: "NO_ANSWER")
        self.mode: Mode = mode
        self.delay = delay
        self.refuses_schema = False  # True: a request with `response_format` is a 400, as some endpoints answer
        self.usage = (1, 1)  # tokens that each call reads and writes; of a stream only where it is asked for them
        self.requests: list[Request] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def release(self) -> None:
        """Answer from now on; what hangs is cut off, so that its caller tries again."""
        self.mode = "ok"
        self.closing.set()
        self.closing = threading.Event()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()


def words_of(request: Request) -> str:
    """All the text of a request's messages, joined by newlines."""
    return "\n".join(str(message["content"]) for message in request["messages"])


def _handler(script: ScriptedOpenAI) -> type[BaseHTTPRequestHandler]:  # noqa: C901 (a class that closes over the script, counted as one function)
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a head and its body are two packets: the second would wait 40 ms for a receipt

        def log_message(self, format: str, *args: object) -> None:
            """Tests read ``requests`` instead."""

        def do_GET(self) -> None:
            script.paths.append(self.path)
            self._json(200, {"object": "list", "data": [{"id": "scripted", "object": "model"}]})

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            script.paths.append(self.path)
            if not self.path.endswith("/chat/completions"):
                self._json(404, {"error": {"message": "no such path"}})
                return
            request: Request = json.loads(raw)
            script.requests.append(request)
            script.headers.append(dict(self.headers))
            mode = script.mode
            if script.refuses_schema and "response_format" in request:
                self._json(400, {"error": {"message": "response_format is not supported"}})
            elif mode == "hang":
                script.closing.wait(60)
                self.close_connection = True
            elif mode == "error":
                self._json(500, {"error": {"message": "scripted failure", "type": "server_error"}})
            elif mode == "rate":
                self._json(429, {"error": {"message": "scripted limit", "type": "rate_limit"}}, {"Retry-After": "0"})
            elif mode == "garbage":
                self._send(200, "application/json", b'{"choices": [{"mess')
            else:
                if mode == "slow":
                    time.sleep(script.delay)
                text = script.answer(request)
                if request.get("stream"):
                    self._stream(
                        text, cut=mode == "cut", counted=bool(request.get("stream_options", {}).get("include_usage"))
                    )
                elif mode == "cut":
                    self._cut(b'{"id": "scripted", "choices": [')
                else:
                    self._json(200, _completion(text, script.usage))

        def _json(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
            self._send(status, "application/json", json.dumps(body).encode(), headers)

        def _send(self, status: int, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _cut(self, body: bytes) -> None:
            """Promise more bytes than are sent, then close."""
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body) + 100))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def _stream(self, text: str, *, cut: bool, counted: bool) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")  # the end of the stream is the end of the connection
            self.end_headers()
            self.close_connection = True
            pieces = [text[i : i + 7] for i in range(0, len(text), 7)]
            for piece in pieces[: len(pieces) * 2 // 3] if cut else pieces:
                self._event(_chunk({"role": "assistant", "content": piece}, None))
            if not cut:
                self._event(_chunk({}, "stop"))
                if counted:
                    self._event({**_chunk({}, None), "choices": [], "usage": _usage(script.usage)})
                self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, body: object) -> None:
            self.wfile.write(b"data: " + json.dumps(body).encode() + b"\n\n")
            self.wfile.flush()

        def handle(self) -> None:
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client gave up waiting, as some tests want it to

    return Handler


def _usage(tokens: tuple[int, int]) -> dict[str, int]:
    return {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)}


def _completion(text: str, tokens: tuple[int, int]) -> object:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {
        "id": "scripted",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [choice],
        "usage": _usage(tokens),
    }


def _chunk(delta: object, finish: str | None) -> dict[str, object]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "scripted", "object": "chat.completion.chunk", "created": 0, "model": "scripted", "choices": [choice]}
