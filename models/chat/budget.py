"""How long the hosted model may work in one turn, all its calls and retries together."""

import asyncio
import time
from collections.abc import AsyncIterator
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
