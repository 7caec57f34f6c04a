"""Bodies of requests: they have so long to arrive (who sends one byte a minute would hold a place for ever), and JSON is UTF-8
(RFC 8259).
"""

import asyncio
import time
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.exceptions import ValidationException
from litestar.types import ASGIApp, HTTPReceiveMessage, Message, Receive, Scope, Send, WebSocketReceiveMessage

from domain.errors import RequestTimeout


class JsonRequest(Request[Any, Any, Any]):
    """Litestar's own, which passes on what its parser says of bytes that are no text as an error of ours."""

    async def json(self) -> Any:  # Any: what JSON may hold
        """Raises ``ValidationException`` where the body is not UTF-8, and what Litestar raises."""
        try:
            return await super().json()
        except UnicodeDecodeError:
            raise ValidationException(extra=[{"key": "", "message": "the body is not UTF-8 text"}]) from None


BODY_SECONDS = 30.0  # 64 KiB at 2 KiB a second
UPLOAD_SECONDS = 300.0
_UPLOADS = ("/v1/kb/import",)


class HurryBodies:
    """Raises ``RequestTimeout`` in whoever reads a body that is not whole in time; after it is, waiting is nobody's concern here."""

    def __init__(self, app: ASGIApp, *, seconds: float = BODY_SECONDS, upload_seconds: float = UPLOAD_SECONDS) -> None:
        self._app, self._seconds, self._upload_seconds = app, seconds, upload_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        is_upload = scope["path"].startswith(_UPLOADS)
        until = time.monotonic() + (self._upload_seconds if is_upload else self._seconds)
        is_whole, is_late = False, False

        async def hurried() -> HTTPReceiveMessage | WebSocketReceiveMessage:
            nonlocal is_whole, is_late
            if is_whole:
                return await receive()
            try:
                async with asyncio.timeout(max(0.0, until - time.monotonic())):
                    message = await receive()
            except TimeoutError:
                is_late = True
                raise RequestTimeout from None
            is_whole = message["type"] != "http.request" or not message.get("more_body", False)
            return message

        async def told(message: Message) -> None:
            if is_late and message["type"] == "http.response.start":
                # What comes of the body after all would be read as the next request.
                message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        await self._app(scope, hurried, told)
