"""A caller over the REST contract, each conversation with a signed-in customer's token."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import jwt

from evals.tau_retail.run import Answer


@dataclass(frozen=True)
class OpenConversation:
    id: str
    token: str


class HttpCaller:
    """Meets ``Caller[OpenConversation]``. ``secret`` is the service's SUPPORTGRAPH_CUSTOMER_JWT_SECRET."""

    def __init__(self, client: httpx.AsyncClient, secret: str) -> None:
        self._client, self._secret = client, secret

    async def open(self, customer_id: str) -> OpenConversation:
        claims = {"sub": customer_id, "exp": datetime.now(UTC) + timedelta(hours=1)}
        body = {"customer_token": jwt.encode(claims, self._secret, algorithm="HS256"), "region": "US", "consent": True}
        response = await self._client.post("/v1/conversations", json=body)
        made = response.raise_for_status().json()
        return OpenConversation(made["id"], made["token"])

    async def act(self, handle: OpenConversation, name: str, arguments: dict[str, Any]) -> Answer:  # Any: JSON
        return await self._send(handle, {"action": {"name": name, "arguments": arguments}})

    async def say(self, handle: OpenConversation, text: str) -> Answer:
        return await self._send(handle, {"text": text})

    async def confirm(self, handle: OpenConversation) -> Answer:
        return await self.act(handle, "confirm", {})

    async def _send(self, handle: OpenConversation, body: dict[str, Any]) -> Answer:  # Any: JSON
        response = await self._client.post(
            f"/v1/conversations/{handle.id}/messages",
            json=body,
            headers={"Authorization": f"Bearer {handle.token}"},
        )
        answer: Answer = response.raise_for_status().json()
        return answer
