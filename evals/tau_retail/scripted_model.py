"""An OpenAI-compatible endpoint over HTTP that says the acts that it is given, and nothing where no acts are asked for."""

import json
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Json = dict[str, Any]


class ScriptedModel:
    """``acts`` are what it reads in the next message; ``asked`` counts the requests for acts."""

    def __init__(self) -> None:
        self.acts: Sequence[Json] = []
        self.asked = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer(self, request: Json) -> str:
        said = "\n".join(str(message["content"]) for message in request["messages"])
        if '"dialogue"' not in said:
            return "NO_ANSWER"
        self.asked += 1
        return json.dumps({"acts": list(self.acts)})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(model: ScriptedModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a head and its body are two packets: the second would wait 40 ms for a receipt

        def log_message(self, format: str, *args: object) -> None:
            """A run prints its figures, not its requests."""

        def do_GET(self) -> None:
            self._json({"object": "list", "data": [{"id": "scripted", "object": "model"}]})

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            words = model.answer(request)
            if request.get("stream"):
                self._stream(words)
                return
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": words}}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            self._json(
                {
                    "id": "1",
                    "object": "chat.completion",
                    "created": 0,
                    "model": "scripted",
                    "choices": [choice],
                    "usage": usage,
                }
            )

        def _json(self, body: Json) -> None:
            raw = json.dumps(body).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def _stream(self, words: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            for delta, end in (({"role": "assistant", "content": words}, None), ({}, "stop")):
                choice = {"index": 0, "delta": delta, "finish_reason": end}
                chunk = {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 0,
                    "model": "scripted",
                    "choices": [choice],
                }
                self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
            self.wfile.write(b"data: [DONE]\n\n")

    return Handler
