"""The calls of a customer and of a colleague, over HTTP."""

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx

Answer = dict[str, Any]  # the API's own JSON
_TRIES = 6
_BUSY = {429, 503}


class Refused(Exception):
    """The service answered with a problem: its status and code."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.code = code


class Client:
    """``base`` opens connections of its own; it is closed by whoever made it."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def call(self, method: str, path: str, body: Mapping[str, object] | None = None, key: str | None = None) -> Answer:
        """The answer's JSON. Waits and asks again where the service says that it is busy. Raises ``Refused``, or httpx's errors."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        for tried in range(1, _TRIES + 1):
            response = await self._http.request(method, path, json=body, headers=headers)
            if response.status_code not in _BUSY or tried == _TRIES:
                break
            await asyncio.sleep(min(30.0, float(response.headers.get("Retry-After", "1"))))
        if response.status_code >= 400:
            is_problem = response.headers.get("content-type", "").startswith("application/problem+json")
            raise Refused(response.status_code, str(response.json().get("code")) if is_problem else "")
        return dict(response.json())
