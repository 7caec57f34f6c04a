"""A client as the contract asks for it: it repeats a request under the same key until it is answered."""

import threading
import time
from typing import Any
from uuid import uuid4

import httpx

_AGAIN = {409, 425, 429, 503}


class GaveUp(Exception):
    """There was no answer in time; what was asked for may have happened or not."""


class Retrying:
    """``urls``: replicas, tried in turn. One for each thread."""

    def __init__(self, *urls: str, patience: float = 60) -> None:
        self._urls, self._patience, self._http = urls, patience, httpx.Client(timeout=8)
        self.refused: list[int] = []  # statuses that ended a request
        self.stop = threading.Event()

    def post(self, path: str, body: dict[str, Any], token: str | None = None) -> dict[str, Any]:
        """The answer. Raises ``GaveUp``."""
        headers = {"Idempotency-Key": str(uuid4())}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        until, attempt = time.monotonic() + self._patience, 0
        while time.monotonic() < until and not self.stop.is_set():
            url = self._urls[attempt % len(self._urls)]
            attempt += 1
            try:
                response = self._http.post(f"{url}{path}", json=body, headers=headers)
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if response.status_code < 400:
                return dict(response.json())
            if response.status_code not in _AGAIN:
                self.refused.append(response.status_code)
                break
            time.sleep(0.05)
        raise GaveUp

    def close(self) -> None:
        self._http.close()
