"""`python -m tests.graphs.recorded.record`: write down how this release leaves conversations, for the releases after it.

Run it before the state's schema is raised: the files of a schema are made by a release that speaks it, and never change again.
"""

import asyncio
import base64
import json
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from nodes.state import SCHEMA_VERSION
from tests.graphs.inside import Inside, InsideTalk, inside

FOLDER = Path(__file__).parent


async def greeted(served: Inside) -> InsideTalk:
    return await served.talk()


async def asked_for_an_order(served: Inside) -> InsideTalk:
    talk = await served.talk()
    await talk.do("track_order")
    return talk


async def waiting_for_a_person(served: Inside) -> InsideTalk:
    talk = await served.talk()
    await talk.say("Where is my order?")
    await talk.ask_for_person()
    return talk


async def waiting_for_approval(served: Inside) -> InsideTalk:
    talk = await served.talk("C0078")
    await talk.do("refund_order", order_id="HP112436", reason="damaged")
    await talk.do("confirm")
    return talk


STORIES: dict[str, Callable[[Inside], Awaitable[InsideTalk]]] = {
    story.__name__: story for story in (greeted, asked_for_an_order, waiting_for_a_person, waiting_for_approval)
}


def path_of(story: str, schema: int) -> Path:
    return FOLDER / f"schema_{schema}_{story}.json"


async def record() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with inside(Path(folder)) as served:
            for name, story in STORIES.items():
                talk = await story(served)
                saved = await talk.checkpoint()
                assert saved is not None
                document: dict[str, Any] = {
                    "graph_version": talk.made["graph_version"],
                    "checkpoint_id": saved.checkpoint_id,
                    "kind": saved.kind,
                    "data": base64.b64encode(saved.data).decode(),
                }
                path_of(name, SCHEMA_VERSION).write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    asyncio.run(record())
