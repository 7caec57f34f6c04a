"""The service as a process of its own, on a store of its own, for as long as a block runs; a caller over its REST contract, each
conversation with a signed-in customer's token; and its vault, which tells what the tokens of quoted addresses stand for.
"""

import asyncio
import contextlib
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import httpx
import jwt
from pydantic import ValidationError

from domain.shop import Address
from evals.tau_retail.run import Answer
from privacy.vault import load_keys, vault_with
from records.engine.session import Database


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


class Originals:
    """``store_dir``: the service's data folder, with its SQLite database and its key."""

    def __init__(self, store_dir: Path) -> None:
        self._database = Database(f"sqlite+aiosqlite:///{(store_dir / 'supportgraph.db').resolve()}")
        self._vault = vault_with(load_keys(None, store_dir))

    async def address(self, conversation_id: str, token: str) -> Address | None:
        """The address of an action's argument; None where the token is of something else, or of words."""
        async with self._database.read_snapshot() as unit:
            box = await unit.vault.box(conversation_id, token, datetime.now(UTC))
        if box is None:
            return None
        try:
            return Address.model_validate(json.loads(self._vault.open(box, conversation_id)))
        except (ValueError, ValidationError):
            return None

    async def close(self) -> None:
        await self._database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


POLICY = Path(__file__).with_name("policy.yaml")
START_SECONDS = 60


@contextlib.asynccontextmanager
async def serving(
    store_dir: Path, secret: str, policy: Path | None = POLICY, *, demo: bool = False, model_url: str | None = None
) -> AsyncIterator[str]:
    """Gives the service's address. ``secret`` signs customers in; no ``policy``: the shipped one; ``demo``: the demo shop;
    ``model_url``: an OpenAI-compatible endpoint that reads, on this machine.

    Raises ``RuntimeError`` where the process ends before it listens, ``TimeoutError`` after ``START_SECONDS``."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
    own |= {
        "SUPPORTGRAPH_DATA_DIR": str(store_dir),
        "SUPPORTGRAPH_PORT": str(port),
        "SUPPORTGRAPH_CUSTOMER_JWT_SECRET": secret,
        "SUPPORTGRAPH_LOG_LEVEL": "WARNING",
    }
    if policy is not None:
        own["SUPPORTGRAPH_POLICY_FILE"] = str(policy)
    if model_url is not None:
        own |= {"SUPPORTGRAPH_MODEL": "scripted", "OPENAI_API_KEY": "none", "OPENAI_BASE_URL": model_url}
    command = [sys.executable, "-m", "supportgraph.cli", "serve", *(["--demo"] if demo else [])]
    process = await asyncio.create_subprocess_exec(*command, env=own, stdout=asyncio.subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        await _until_live(url, process)
        yield url
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _until_live(url: str, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(START_SECONDS), httpx.AsyncClient(base_url=url) as client:
        while process.returncode is None:
            with contextlib.suppress(httpx.TransportError):
                if (await client.get("/health/live")).is_success:
                    return
            await asyncio.sleep(0.2)
    raise RuntimeError(f"the service ended with {process.returncode}")
