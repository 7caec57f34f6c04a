"""Each request has an id, is counted and timed: the layer around all others but the one that tells of the end."""

import re
import time

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from domain.ids import new_id
from domain.telemetry.log_context import logged_about
from domain.telemetry.metrics import REQUEST_SECONDS, REQUESTS
from domain.telemetry.spans import continued

# A UUID (with or without dashes) or a ULID, as proxies make them. Whatever else a caller writes could be personal data.
_ID = re.compile(rb"[0-9a-fA-F]{8}(-?)[0-9a-fA-F]{4}(?:\1[0-9a-fA-F]{4}){2}\1[0-9a-fA-F]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25}")
_TRACE = re.compile(rb"[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?")  # W3C Trace Context
_CONVERSATION = re.compile(r"/v1/conversations/([0-9a-f-]{36})(?:/|$)")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class ObserveRequests:
    """`X-Request-ID` in and out; the trace of `traceparent` and the conversation of the path, for log and spans; metrics by
    method, route (its template; "none" for a path that is none, or was refused before it was looked at) and status."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        ids = {"request_id": given.decode() if _ID.fullmatch(given) else new_id()}
        trace = _TRACE.fullmatch(headers.get(b"traceparent", b""))
        if trace:
            ids["trace_id"] = trace.group(1).decode()
        if conversation := _CONVERSATION.match(scope["path"]):
            ids["conversation_id"] = conversation.group(1)
        began, method = time.perf_counter(), scope["method"] if scope["method"] in _METHODS else "other"

        async def observed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), (b"x-request-id", ids["request_id"].encode())]
                route = scope.get("path_template") or "none"
                REQUESTS.labels(method, route, str(message["status"])).inc()
                REQUEST_SECONDS.labels(method, route).observe(time.perf_counter() - began)
            await send(message)

        with logged_about(**ids), continued(trace.group(0).decode() if trace else None):
            await self._app(scope, receive, observed)
