"""Headers that tell a browser what not to do with an answer, on every one of them (OWASP Secure Headers Project)."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

# What is no page loads nothing, runs nothing and is framed by nobody; pages have a policy of their own (`api/routes/pages.py`).
_EVERYWHERE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=(), payment=()",
}
_STORED_BY_NOBODY = (b"cache-control", b"no-store")  # what the API answers is personal
_TWO_YEARS = (b"strict-transport-security", b"max-age=63072000")


class SecureHeaders:
    """Adds what the answer does not say itself. HSTS where the connection is TLS's, by a trusted proxy's word too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        is_api, is_tls = scope["path"].startswith("/v1"), scope.get("scheme") == "https"

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _ in message["headers"]}
                more = [(name, value) for name, value in _EVERYWHERE.items() if name not in said]
                if is_api and _STORED_BY_NOBODY[0] not in said:
                    more.append(_STORED_BY_NOBODY)
                if is_tls:
                    more.append(_TWO_YEARS)
                message["headers"] = [*message["headers"], *more]
            await send(message)

        await self._app(scope, receive, secured)
