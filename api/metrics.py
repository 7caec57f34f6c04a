"""Prometheus metrics of the HTTP layer and of turns. Names are listed in docs/operations.md; labels hold nothing personal."""

import time

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import Counter, Histogram

REQUESTS = Counter("supportgraph_requests_total", "HTTP requests", ["method", "status"])
SECONDS = Histogram("supportgraph_request_seconds", "Seconds until the first byte of an answer", ["method"])


class CountRequests:
    """Counts answers by method and status, and times their first byte."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began, method = time.perf_counter(), scope["method"]

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                REQUESTS.labels(method, str(message["status"])).inc()
                SECONDS.labels(method).observe(time.perf_counter() - began)
            await send(message)

        await self._app(scope, receive, counted)
