"""What a run's chat model was asked and what that used: listens on the model's own connections."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass
class ModelMeter:
    """``requests`` are the bodies as they left for the endpoint, since the last ``clear``."""

    requests: list[str] = field(default_factory=list)
    tokens: int = 0

    def clear(self) -> None:
        self.requests.clear()
        self.tokens = 0

    @property
    def hooks(self) -> dict[str, list[Callable[..., Any]]]:  # as httpx types its event hooks
        return {"request": [self._asked], "response": [self._answered]}

    async def _asked(self, request: httpx.Request) -> None:
        self.requests.append(request.content.decode("utf-8", "replace"))

    async def _answered(self, response: httpx.Response) -> None:
        """Tokens as the endpoint counts them (`usage.total_tokens`); a streamed answer says it in its last event, where at all."""
        await response.aread()
        lines = response.text.splitlines() if response.text.startswith("data:") else [response.text]
        for line in lines:
            try:
                usage = json.loads(line.removeprefix("data:")).get("usage")
            except (ValueError, AttributeError):
                continue
            self.tokens += int((usage or {}).get("total_tokens", 0))
