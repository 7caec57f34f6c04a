"""What callers are told while the process ends: nothing new is begun, and nobody who was let in is left without an answer."""

import asyncio
import json

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import MEDIA_TYPE, document
from domain.errors import ShuttingDown

_CLOSE = (b"connection", b"close")  # another process, if any, is behind the next connection


class AnswerWhileStopping:
    """Around all but what browsers are told of every answer.

    ``is_stopping`` is set once; ``give_up`` answers whoever is still waiting after the grace."""

    def __init__(self, app: ASGIApp, is_stopping: asyncio.Event) -> None:
        self._app, self._is_stopping = app, is_stopping
        self._under_way: set[asyncio.Task[None]] = set()
        self._has_given_up = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.current_task()
        if scope["type"] != ScopeType.HTTP or task is None:
            await self._app(scope, receive, send)
            return
        if self._is_stopping.is_set():
            await _refuse(send)
            return
        has_begun = False

        async def last(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                if self._is_stopping.is_set():
                    message["headers"] = [*message["headers"], _CLOSE]
            await send(message)

        self._under_way.add(task)
        try:
            await self._app(scope, receive, last)
        except asyncio.CancelledError:
            if not self._has_given_up:
                raise
            task.uncancel()
            if not has_begun:
                await _refuse(send)
        finally:
            self._under_way.discard(task)

    def give_up(self) -> None:
        """Stop what is under way, and tell its callers to ask again; an answer that has begun ends where it is."""
        self._has_given_up = True
        for task in self._under_way:
            task.cancel()


async def _refuse(send: Send) -> None:
    error = ShuttingDown()
    body = json.dumps(document(error.status, error.code, error.title, error.detail)).encode()
    headers = [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"retry-after", str(error.retry_after).encode()),
        _CLOSE,
    ]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
