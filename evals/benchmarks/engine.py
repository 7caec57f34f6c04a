"""What the guarantees cost: our turn against bare LangGraph, on SQLite (synchronous FULL) and PostgreSQL, in one run.

`python -m evals.benchmarks.engine [--seconds S] [--postgresql] [--report FILE]`. All contenders take turns in short rounds,
so that a noisy machine is noisy for all of them; the figures are medians over the rounds, and ratios within each round.
A turn of ours is accepted, run and committed as `POST …/messages` does it, without HTTP; no model and no embedding takes part.
"""

import argparse
import asyncio
import contextlib
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

import uvloop
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, StateGraph

from domain.conversation import ActionRequest
from evals.benchmarks.services import Service, in_process, temporary_postgresql
from graphs.turns.requests import NewConversation, TurnRequest

NODES = 8


class BareState(TypedDict, total=False):
    text: str
    step: int
    reply: list[dict[str, str]]


class BareGraph:
    """``turn`` runs the graph once in a thread of its own number."""

    def __init__(self, saver: BaseCheckpointSaver[Any], name: str) -> None:  # Any: each saver has versions of its own type
        self.name = name
        graph = StateGraph(BareState)
        for number in range(NODES):
            graph.add_node(f"node_{number}", _node(number))
        graph.add_edge(START, "node_0")
        for number in range(NODES - 1):
            graph.add_edge(f"node_{number}", f"node_{number + 1}")
        graph.add_edge(f"node_{NODES - 1}", END)
        self._compiled = graph.compile(checkpointer=saver)

    async def turn(self, worker: int) -> None:
        given: BareState = {"text": "where is my order", "reply": []}
        await self._compiled.ainvoke(given, {"configurable": {"thread_id": f"{self.name}-{worker}"}})


def _node(number: int) -> Any:  # Any: LangGraph takes many shapes of nodes
    async def node(state: BareState) -> BareState:
        return {"step": number, "reply": [{"role": "assistant", "text": f"{state['text']}: {number}"}]}

    return node


@contextlib.asynccontextmanager
async def bare_graphs(folder: Path, postgresql: str | None) -> AsyncIterator[list[BareGraph]]:
    """In memory, on SQLite as its saver comes, and on PostgreSQL where there is one."""
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    async with contextlib.AsyncExitStack() as stack:
        sqlite = await stack.enter_async_context(AsyncSqliteSaver.from_conn_string(str(folder / "stock.db")))
        await sqlite.conn.execute("PRAGMA journal_mode=WAL")
        await sqlite.conn.execute("PRAGMA synchronous=FULL")
        graphs = [BareGraph(InMemorySaver(), "memory"), BareGraph(sqlite, "stock SQLite saver")]
        if postgresql:
            from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver

            saver = await stack.enter_async_context(AsyncPostgresSaver.from_conn_string(postgresql))
            await saver.setup()
            graphs.append(BareGraph(saver, "stock PostgreSQL saver"))
        yield graphs


CONCURRENCY = (1, 8)
Turn = Callable[[int], Awaitable[None]]


@dataclass
class Contender:
    """``turn`` runs one turn of a worker's conversation."""

    name: str
    turn: Turn
    rounds: dict[int, list[tuple[float, float]]] = field(default_factory=dict)  # at once → (turns/s, CPU ms a turn)


class OurTurns:
    """A form sent by a signed-in customer: the order's state, or a "no" where nothing is pending."""

    def __init__(self, service: Service, conversations: list[str], action: ActionRequest) -> None:
        self._service, self._conversations, self._action = service, conversations, action

    @classmethod
    async def open(cls, service: Service, action: str) -> "OurTurns":
        customer = service.demo[0]["id"]
        order = (await service.desk.orders(customer))[0].id
        new = NewConversation(region="US", consent=True, customer_id=customer)
        conversations = [(await service.runner.begin(new))[0].conversation_id for _ in range(max(CONCURRENCY))]
        arguments = {"order_id": order} if action == "track_order" else {}
        return cls(service, conversations, ActionRequest(name=action, arguments=arguments))

    async def turn(self, worker: int) -> None:
        accepted = await self._service.runner.submit(self._conversations[worker], TurnRequest(action=self._action))
        answer = await self._service.runner.result(accepted)
        if answer["turn"]["outcome"] != "answered":
            raise SystemExit(f"a benchmark's turn went wrong: {answer['turn']}")


async def _round(turn: Turn, at_once: int, seconds: float) -> tuple[float, float]:
    until, done = time.perf_counter() + seconds, 0

    async def worker(number: int) -> None:
        nonlocal done
        while time.perf_counter() < until:
            await turn(number)
            done += 1

    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker(n) for n in range(at_once)))
    return done / (time.perf_counter() - began), (time.process_time() - cpu) / done * 1000


@contextlib.asynccontextmanager
async def _contenders(folder: Path, postgresql: str | None) -> AsyncIterator[list[Contender]]:
    async with contextlib.AsyncExitStack() as stack:
        bare = await stack.enter_async_context(bare_graphs(folder, postgresql))
        found = [Contender(f"bare LangGraph, {g.name}", g.turn) for g in bare]
        places = {"SQLite": None} | ({"PostgreSQL": postgresql} if postgresql else {})
        for place, url in places.items():
            service = await stack.enter_async_context(in_process(folder / place, url))
            for name, action in (("a form answered", "cancel"), ("an order looked up", "track_order")):
                turns = await OurTurns.open(service, action)
                found.append(Contender(f"supportgraph, {place}, {name}", turns.turn))
        yield found


def commit_rate(folder: Path, commits: int = 200) -> float:
    """Commits a second of SQLite itself on this disk, one row each, synchronous FULL."""
    with contextlib.closing(sqlite3.connect(folder / "raw.db", isolation_level=None)) as raw:
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT)")
        began = time.perf_counter()
        for _ in range(commits):
            raw.execute("INSERT INTO t(text) VALUES ('a message')")
        return commits / (time.perf_counter() - began)


async def measure(folder: Path, postgresql: str | None, seconds: float, rounds: int) -> dict[str, Any]:
    async with _contenders(folder, postgresql) as contenders:
        await asyncio.sleep(8)  # what a start leaves to do
        for contender in contenders:
            await _round(contender.turn, max(CONCURRENCY), 1.0)
        for _ in range(rounds):
            for at_once in CONCURRENCY:
                for contender in contenders:
                    contender.rounds.setdefault(at_once, []).append(await _round(contender.turn, at_once, seconds))
    base = contenders[0]
    rows = [
        {
            "contender": c.name,
            "at_once": n,
            "turns_per_second": round(statistics.median(r[0] for r in c.rounds[n]), 1),
            "cpu_ms_a_turn": round(statistics.median(r[1] for r in c.rounds[n]), 2),
            "of_bare_in_memory": round(
                statistics.median(ours[0] / bare[0] for ours, bare in zip(c.rounds[n], base.rounds[n], strict=True)), 2
            ),
        }
        for n in CONCURRENCY
        for c in contenders
    ]
    return {"rows": rows, "raw_sqlite_commits_per_second": round(commit_rate(folder))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of a round")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--postgresql", action="store_true", help="with a PostgreSQL server of its own")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder, contextlib.ExitStack() as stack:
        url = stack.enter_context(temporary_postgresql()) if options.postgresql else None
        result = uvloop.run(measure(Path(folder), url, options.seconds, options.rounds))
    print(f"{'':<52} {'at once':>7} {'turns/s':>8} {'CPU ms':>7} {'of bare':>8}")
    for r in result["rows"]:
        print(
            f"{r['contender']:<52} {r['at_once']:>7} {r['turns_per_second']:>8} {r['cpu_ms_a_turn']:>7} "
            f"{r['of_bare_in_memory']:>8}"
        )
    print(f"SQLite alone commits {result['raw_sqlite_commits_per_second']} times a second; a turn commits twice")
    if options.report:
        options.report.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
