"""How long the hosted model may work in one turn, all its calls and retries together; and a circuit breaker: after some failures in a
row it stops asking for a while, then lets one call try.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

_LEAST_USEFUL_SECONDS = 0.2


class Budget:
    """``seconds`` of model work, and at most ``requests`` requests, for one turn."""

    def __init__(self, seconds: float, requests: int = 4) -> None:
        self._left = seconds
        self._requests = requests

    @property
    def is_spent(self) -> bool:
        return self._left < _LEAST_USEFUL_SECONDS or self._requests <= 0

    def take_request(self) -> None:
        self._requests -= 1

    @asynccontextmanager
    async def clock(self) -> AsyncIterator[None]:
        """Counts the time inside; raises ``TimeoutError`` when the budget runs out there."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(max(self._left, 0.0)):
                yield
        finally:
            self._left -= time.monotonic() - began

    async def pause(self, seconds: float) -> None:
        """Wait before another attempt; the wait counts."""
        async with self.clock():
            await asyncio.sleep(min(seconds, self._left / 2))


class CircuitBreaker:
    """Opens after ``threshold`` failures in a row for ``first_pause`` seconds, doubling up to ``longest_pause``.

    For one event loop: no locks. The maintained libraries are synchronous or want a store of their own; this is all we need.
    """

    def __init__(
        self,
        threshold: int = 3,
        first_pause: float = 2.0,
        longest_pause: float = 8.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._threshold = threshold
        self._first_pause = first_pause
        self._longest_pause = longest_pause
        self._clock = clock
        self._failures = 0
        self._pause = first_pause
        self._opened_at: float | None = None
        self._trying = False

    @property
    def is_open(self) -> bool:
        """Whether the last calls failed and no later one has succeeded."""
        return self._opened_at is not None

    def admits(self) -> bool:
        """Whether a call may go out now; every admitted call must end in ``succeeded``, ``failed`` or ``withdrawn``."""
        if self._opened_at is None:
            return True
        if self._trying or self._clock() - self._opened_at < self._pause:
            return False
        self._trying = True
        return True

    def succeeded(self) -> None:
        self._failures = 0
        self._pause = self._first_pause
        self._opened_at = None
        self._trying = False

    def failed(self) -> None:
        self._failures += 1
        if self._trying:
            self._pause = min(self._pause * 2, self._longest_pause)
            self._opened_at = self._clock()
            self._trying = False
        elif self._opened_at is None and self._failures >= self._threshold:
            self._opened_at = self._clock()

    def withdrawn(self) -> None:
        """The call was given up by its caller and says nothing about the endpoint."""
        self._trying = False
