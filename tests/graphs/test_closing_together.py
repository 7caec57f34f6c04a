"""A customer who ends the conversation while an agent takes or decides it: both are answered, neither is kept waiting in a circle."""

import asyncio
import base64
from pathlib import Path

import psycopg
from pydantic import SecretStr
from sqlalchemy import URL

from tests.graphs.inside import Inside, InsideTalk, inside
from tests.service import AGENT


async def _close_while(served: Inside, talk: InsideTalk, act: str) -> list[int]:
    handoff = (await talk.state())["handoff"]["id"]
    if act == "resume":
        assert (await served.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)).status_code == 200
    body = {"action": "return_to_bot"} if act == "resume" else {}
    answers = await asyncio.gather(
        served.call("POST", f"/v1/conversations/{talk.id}/close", {}, talk.token),
        served.call("POST", f"/v1/handoffs/{handoff}/{act}", body, AGENT),
    )
    return [a.status_code for a in answers]


async def test_closing_and_deciding_at_once_on_postgresql(postgresql: str, tmp_path: Path) -> None:
    # A database of its own: the server is shared, and a database belongs to one vault key.
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute("CREATE DATABASE closing_together")
        parts = server.info.get_parameters()
        url = str(
            URL.create(
                "postgresql+psycopg", username=parts["user"], database="closing_together", query={"host": parts["host"]}
            )
        )
    key = SecretStr(base64.b64encode(b"k" * 32).decode())
    async with inside(tmp_path / "data", database_url=url, vault_key=key) as served:
        for number in range(12):
            talk = await served.talk()
            await talk.ask_for_person()
            closed, acted = await _close_while(served, talk, "resume" if number % 2 else "claim")
            assert closed == 200
            assert acted in (200, 409), "409: the customer was first"
            assert (await talk.state())["status"] == "closed"
