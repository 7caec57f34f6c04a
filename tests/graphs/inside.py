"""A whole service inside the test's process, so that a test can give it another registry of graph versions or look at its rows."""

import asyncio
import contextlib
import functools
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

import supportgraph.wiring
from api.app import create_app
from api.customer_tokens import make_customer_token
from api.service import Service
from domain.staff import parse_staff_keys
from graphs.versions.registry import GraphVersions
from records.conversations import SavedCheckpoint
from supportgraph.configuration.settings import Settings
from tests.service import AGENT, ENGINEER, JWT_SECRET, STAFF, loaded_demo


class Inside:
    """A small client of the REST API, and the service behind it."""

    def __init__(self, service: Service, http: httpx.AsyncClient) -> None:
        self.service, self.http = service, http

    async def call(self, method: str, path: str, body: Any, key: str | None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return await self.http.request(method, path, json=body, headers=headers)

    async def talk(self, customer: str | None = None, **body: Any) -> "InsideTalk":
        if customer:
            body["customer_token"] = make_customer_token(customer, JWT_SECRET)
        key = ENGINEER if "graph_version" in body else None
        made = await self.call("POST", "/v1/conversations", {"consent": True, "region": "US", **body}, key)
        assert made.status_code == 201, made.text
        return InsideTalk(self, made.json())


class InsideTalk:
    def __init__(self, inside: Inside, made: dict[str, Any]) -> None:
        self.inside, self.made, self.id, self.token = inside, made, made["id"], made["token"]

    def again(self, inside: Inside) -> "InsideTalk":
        """The same conversation on a service that was started later."""
        return InsideTalk(inside, self.made)

    async def send(self, **body: Any) -> httpx.Response:
        body["client_message_id"] = str(uuid4())
        return await self.inside.call("POST", f"/v1/conversations/{self.id}/messages", body, self.token)

    async def say(self, text: str) -> dict[str, Any]:
        answer = await self.send(text=text)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def do(self, name: str, **arguments: Any) -> dict[str, Any]:
        answer = await self.send(action={"name": name, "arguments": arguments})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def ask_for_person(self) -> None:
        answer = await self.inside.call("POST", f"/v1/conversations/{self.id}/handoff", {}, self.token)
        assert answer.status_code == 202, answer.text

    async def state(self) -> dict[str, Any]:
        return dict((await self.inside.call("GET", f"/v1/conversations/{self.id}", None, self.token)).json())

    async def texts(self) -> list[str]:
        page = await self.inside.call("GET", f"/v1/conversations/{self.id}/messages?limit=200", None, self.token)
        return [m["text"] for m in page.json()["items"]]

    async def checkpoint(self) -> SavedCheckpoint | None:
        """Where the conversation's graph stands in the database."""
        async with self.inside.service.database.begin() as unit:
            row = await unit.conversations.lock(self.id)
        return row.checkpoint if row else None

    async def stands_at(self, saved: SavedCheckpoint) -> None:
        """From now on the conversation's graph stands where ``saved`` says."""
        async with self.inside.service.database.begin() as unit:
            row = await unit.conversations.lock(self.id)
            assert row is not None
            row.checkpoint = saved

    async def person(self, action: str) -> httpx.Response:
        """A person takes the waiting hand-off and decides."""
        handoff = (await self.state())["handoff"]["id"]
        await self.inside.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
        return await self.inside.call("POST", f"/v1/handoffs/{handoff}/resume", {"action": action}, AGENT)


def _begin_with_the_demo(data: Path) -> None:
    if not data.exists():
        shutil.copytree(loaded_demo(), data)


@contextlib.asynccontextmanager
async def inside(data: Path, versions: Any = GraphVersions, **settings: Any) -> AsyncIterator[Inside]:
    """Serve the demo from ``data``; ``versions`` stands for `GraphVersions`, for instance with another registry."""
    if not settings.keys() & {"database_url", "chroma_url", "vault_key"}:
        await asyncio.to_thread(_begin_with_the_demo, data)
    before = supportgraph.wiring.GraphVersions
    supportgraph.wiring.GraphVersions = versions
    try:
        chosen = Settings.load().model_copy(update={"data_dir": data, **settings})
        staff = parse_staff_keys(STAFF)
        async with supportgraph.wiring.assemble(chosen, demo=True, staff=staff, jwt_secret=JWT_SECRET) as service:
            # Litestar's and httpx's ASGI types differ in name only
            transport = httpx.ASGITransport(app=create_app(service, "tests"))  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://inside", timeout=30) as http:
                yield Inside(service, http)
    finally:
        supportgraph.wiring.GraphVersions = before


def with_registry(registry: Any) -> Any:
    return functools.partial(GraphVersions, registry=registry)
