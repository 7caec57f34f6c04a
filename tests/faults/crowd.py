"""Many customers at once, by one asynchronous client."""

import asyncio
from typing import Any

import httpx

from tests.faults.fault_service import FaultService
from tests.scripted_openai import ScriptedOpenAI

ASKS_THE_MODEL = "Who won the football match in 1978?"  # far from everything that the embedded models know
PARALLEL_TURNS = 8  # of the replicas that many tests share


Body = dict[str, Any]  # Any: JSON


class Crowd:
    """Conversations of many customers at once."""

    def __init__(self, service: FaultService, http: httpx.AsyncClient) -> None:
        self.service, self.http = service, http

    async def talk(self) -> Body:
        made = await self.http.post("/v1/conversations", json={"consent": True, "region": "US"})
        assert made.status_code == 201, made.text
        return dict(made.json())

    async def send(self, talk: Body, **body: Any) -> httpx.Response:  # Any: JSON
        headers = {"Authorization": f"Bearer {talk['token']}"}
        return await self.http.post(f"/v1/conversations/{talk['id']}/messages", json=body, headers=headers)

    async def ask_for_person(self, talk: Body) -> httpx.Response:
        headers = {"Authorization": f"Bearer {talk['token']}"}
        return await self.http.post(f"/v1/conversations/{talk['id']}/handoff", json={}, headers=headers)

    async def stands(self, talk: Body, messages: int) -> None:
        """Wait until the transcript has so many messages."""
        headers = {"Authorization": f"Bearer {talk['token']}"}
        path = f"/v1/conversations/{talk['id']}/messages?limit=200"
        async with asyncio.timeout(20):
            while len((await self.http.get(path, headers=headers)).json()["items"]) < messages:  # noqa: ASYNC110 (another process writes)
                await asyncio.sleep(0.1)

    async def hanging(self, count: int, model: ScriptedOpenAI, *known: Body) -> list[asyncio.Task[httpx.Response]]:
        """So many turns that wait for the model, in conversations that are ``known`` or new."""
        talks = [*known, *[await self.talk() for _ in range(count - len(known))]]
        model.mode = "hang"
        asked = len(model.requests)
        tasks = [asyncio.create_task(self.send(talk, text=ASKS_THE_MODEL)) for talk in talks]
        async with asyncio.timeout(20):
            while len(model.requests) - asked < min(count, PARALLEL_TURNS):  # noqa: ASYNC110 (another thread counts)
                await asyncio.sleep(0.05)
        return tasks
