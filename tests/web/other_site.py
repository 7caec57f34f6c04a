"""A shop's site of an origin of its own, whose page, language and content security policy a test sets."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class OtherSite:
    def __init__(self) -> None:
        self.body, self.policy, self.language = "", "", "en"
        site = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                page = f'<!doctype html><html lang="{site.language}"><title>A shop</title><h1>A shop</h1>{site.body}</html>'.encode()
                self.send_response(200 if self.path == "/" else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                if site.policy:
                    self.send_header("Content-Security-Policy", site.policy)
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, format: str, *args: object) -> None:
                """Nothing is said of each request."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
