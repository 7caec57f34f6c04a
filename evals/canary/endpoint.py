"""A chat endpoint on this machine that says nothing and keeps every byte that it is sent."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


class SilentEndpoint:
    def __init__(self) -> None:
        self.received: list[bytes] = []
        endpoint = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                endpoint.received.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
                message = {"role": "assistant", "content": "NO_ANSWER"}
                choice = {"index": 0, "message": message, "finish_reason": "stop"}
                body = json.dumps(
                    {"id": "1", "object": "chat.completion", "created": 0, "model": "silent", "choices": [choice]}
                )
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Nothing is said of each request."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
