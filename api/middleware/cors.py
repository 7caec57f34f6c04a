"""Which pages of other origins may call the service from a browser: those listed, and only what customers call.

The protocol is the Fetch standard's (https://fetch.spec.whatwg.org/#http-cors-protocol). Which calls are a customer's is read from the
routes' guards, so that a new staff route is closed without anybody having to think of it."""

import json
import re
from collections.abc import Collection

from litestar import Litestar
from litestar.enums import ScopeType
from litestar.routes import HTTPRoute
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from api.auth import PUBLIC, customer_only, customer_or_agent
from api.problems import MEDIA_TYPE, document

_HEADERS = b"authorization, content-type, idempotency-key, last-event-id"
_SHOWN = b"retry-after, idempotent-replayed, x-request-id"
_PREFLIGHT_SECONDS = b"600"
_SCRIPTS = "/static/"  # a module's script is fetched as a page's call is


class ShareWithOrigins:
    """Answers preflights, marks answers as readable for a listed origin, and refuses what a browser says another site sent."""

    def __init__(self, app: ASGIApp, routes: Litestar, origins: Collection[str]) -> None:
        self._app, self._origins = app, frozenset(o.encode() for o in origins)
        self._shared = _customers_calls(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin", b"")
        asked = headers.get(b"access-control-request-method")
        is_preflight = scope["method"] == "OPTIONS" and bool(origin) and asked is not None
        method = asked.decode("latin-1") if is_preflight and asked else scope["method"]
        methods = self._methods(scope["path"])
        is_shared = origin in self._origins and method in methods
        if is_preflight:
            await _answer_preflight(send, origin if is_shared else b"", methods)
            return
        if _is_of_another_site(headers) and scope["path"].startswith("/v1") and not is_shared:
            await _refuse(send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start" and methods:
                more = [(b"vary", b"Origin")]
                if is_shared:
                    more += [(b"access-control-allow-origin", origin), (b"access-control-expose-headers", _SHOWN)]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        await self._app(scope, receive, marked)

    def _methods(self, path: str) -> set[str]:
        """Those by which a customer's page calls this path."""
        if path.startswith(_SCRIPTS):
            return {"GET", "HEAD"}
        return {method for method, pattern in self._shared if pattern.fullmatch(path.rstrip("/"))}


def _customers_calls(routes: Litestar) -> list[tuple[str, re.Pattern[str]]]:
    calls: list[tuple[str, re.Pattern[str]]] = []
    for route in routes.routes:
        if not isinstance(route, HTTPRoute):
            continue
        methods = [
            str(method)
            for method, (handler, _) in route.route_handler_map.items()
            if not {customer_only, customer_or_agent}.isdisjoint(handler.guards or ())
            or (method, route.path_format) in PUBLIC
        ]
        if methods:
            pattern = re.compile(re.sub(r"\{[^}]*\}", "[^/]+", route.path_format))
            calls += [(method, pattern) for method in methods]
    return calls


def _is_of_another_site(headers: dict[bytes, bytes]) -> bool:
    """As the browser itself says (https://www.w3.org/TR/fetch-metadata/); a page cannot write this header."""
    return headers.get(b"sec-fetch-site") in (b"cross-site", b"same-site")


async def _answer_preflight(send: Send, origin: bytes, methods: set[str]) -> None:
    headers = [(b"vary", b"Origin"), (b"content-length", b"0")]
    if origin:
        headers += [
            (b"access-control-allow-origin", origin),
            (b"access-control-allow-methods", ", ".join(sorted(methods)).encode()),
            (b"access-control-allow-headers", _HEADERS),
            (b"access-control-max-age", _PREFLIGHT_SECONDS),
        ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _refuse(send: Send) -> None:
    detail = "Pages of this origin may not call the service (SUPPORTGRAPH_ALLOWED_ORIGINS)."
    body = json.dumps(document(403, "origin_not_allowed", "This origin may not do that", detail)).encode()
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode()), (b"vary", b"Origin")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
