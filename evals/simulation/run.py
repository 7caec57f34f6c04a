"""Many customers at a time, and the truth about them. At a demo shop they sign in and have their orders; elsewhere only guests come."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from demo.shop.catalogue import REGIONS
from demo.shop.personas import DEMO_CUSTOMERS
from evals.simulation.client import Client, Refused, who_came_back
from evals.simulation.people import KnownCustomer, KnownOrder, draw
from evals.simulation.visit import SignIn, Visit, World

_LOCALES = {r.code: r.locale for r in REGIONS}


async def demo_customers(client: Client) -> list[KnownCustomer]:
    """The demo's well-known customers; none where the service shows no demo shop."""
    try:
        there = {one["id"] for one in (await client.call("GET", "/demo/customers"))["items"]}
    except Refused:
        return []
    return [
        KnownCustomer(c.id, c.region, _LOCALES[c.region], tuple(KnownOrder(o.id, o.status) for o in c.orders))
        for c in DEMO_CUSTOMERS
        if c.id in there
    ]


def demo_sign_in(client: Client) -> SignIn:
    async def sign_in(customer_id: str) -> str:
        answer = await client.call("POST", "/demo/sign-in", {"customer_id": customer_id})
        return str(answer["customer_token"])

    return sign_in


@dataclass
class Truth:
    """A line a conversation, in the order in which they began."""

    lines: list[dict[str, Any]] = field(default_factory=list)

    @property
    def outcomes(self) -> Counter[str]:
        return Counter(line["outcome"] for line in self.lines)

    def write(self, path: Path) -> None:
        path.write_text("".join(f"{json.dumps(line)}\n" for line in self.lines), encoding="utf-8")


async def simulate(
    world: World,
    known: Sequence[KnownCustomer],
    conversations: int,
    seed: int,
    parallel: int,
    on_done: Callable[[], None] = lambda: None,
) -> Truth:
    """Let ``conversations`` people come, ``parallel`` at a time."""
    waiting = iter(range(conversations))
    visits: list[Visit] = []

    async def door() -> None:
        for number in waiting:
            visit = Visit(world, draw(number, seed, known))
            visits.append(visit)
            await visit.run()
            on_done()

    async with asyncio.TaskGroup() as group:
        for _ in range(min(parallel, conversations)):
            group.create_task(door())
    return truth_of(visits)


def truth_of(visits: Sequence[Visit]) -> Truth:
    came_back = who_came_back([v.watched for v in visits])
    ordered = sorted(visits, key=lambda v: v.watched.conversation_id)
    return Truth([v.truth(v.watched.conversation_id in came_back) for v in ordered])
