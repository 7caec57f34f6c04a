"""Whether what is stored slows down what is said: an empty store against one of a million conversations, turn by turn.

`python -m evals.benchmarks.stored [--conversations N] [--turns N] [--report FILE]`. The conversations are written by SQL, each with
a turn, its two messages, four events and a checkpoint; both stores are then driven alternately, over SQLite.
"""

import argparse
import contextlib
import json
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import uvloop

from domain.conversation import ActionRequest
from evals.benchmarks.services import Service, in_process
from graphs.turns.requests import NewConversation, TurnRequest

_TEMPLATE = "00000000-0000-7000-8000-%012d"


def _columns(database: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def fill(path: Path, pattern: str, n: int) -> None:
    """Copy one conversation, with all that belongs to it, ``n`` times under new ids."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA synchronous=OFF")
        database.execute("CREATE TEMP TABLE numbers(n INTEGER PRIMARY KEY)")
        database.execute(
            "INSERT INTO numbers WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT n FROM c",
            (n,),
        )
        for table in ("conversation", "turn", "message", "event"):
            columns = _columns(database, table)
            own = "id" if table == "conversation" else "conversation_id"
            new = {"id": "printf('00000000-%04d-7000-8000-%012d', seq, n)", own: f"printf('{_TEMPLATE}', n)"}
            shown = [new.get(c, c) for c in columns]
            database.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(shown)} "  # noqa: S608 (names of our own tables)
                f"FROM {table}, numbers WHERE {own} = ?",
                (pattern,),
            )
            database.commit()


async def _open(service: Service) -> str:
    new = NewConversation(region="US", consent=True, customer_id=service.demo[0]["id"])
    return (await service.runner.begin(new))[0].conversation_id


async def _turn(service: Service, conversation_id: str, order: str) -> float:
    began = time.perf_counter()
    action = ActionRequest(name="track_order", arguments={"order_id": order})
    await service.runner.result(await service.runner.submit(conversation_id, TurnRequest(action=action)))
    return (time.perf_counter() - began) * 1000


async def _prepared(folder: Path) -> str:
    async with in_process(folder) as service:
        conversation_id = await _open(service)
        await _turn(service, conversation_id, (await service.desk.orders(service.demo[0]["id"]))[0].id)
        return conversation_id


async def measure(folder: Path, conversations: int, turns: int) -> dict[str, Any]:
    pattern = await _prepared(folder / "full")
    began = time.perf_counter()
    fill(folder / "full" / "supportgraph.db", pattern, conversations)
    filling = time.perf_counter() - began
    size = (folder / "full" / "supportgraph.db").stat().st_size
    began = time.perf_counter()
    async with in_process(folder / "full") as full:
        started = time.perf_counter() - began
        async with in_process(folder / "empty") as empty:
            order = (await full.desk.orders(full.demo[0]["id"]))[0].id
            talks = {id(s): await _open(s) for s in (full, empty)}
            times: dict[int, list[float]] = {id(full): [], id(empty): []}
            for number in range(turns + 20):
                for service in (full, empty):
                    took = await _turn(service, talks[id(service)], order)
                    if number >= 20:
                        times[id(service)].append(took)
    p95 = {name: statistics.quantiles(times[id(s)], n=20)[-1] for name, s in (("full", full), ("empty", empty))}
    p50 = {name: statistics.median(times[id(s)]) for name, s in (("full", full), ("empty", empty))}
    return {
        "conversations": conversations,
        "database_mib": round(size / 2**20),
        "filling_seconds": round(filling),
        "start_seconds": round(started, 1),
        "p50_ms": {k: round(v, 2) for k, v in p50.items()},
        "p95_ms": {k: round(v, 2) for k, v in p95.items()},
        "p50_ratio": round(p50["full"] / p50["empty"], 2),
        "p95_ratio": round(p95["full"] / p95["empty"], 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--conversations", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=400)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        result = uvloop.run(measure(Path(folder), options.conversations, options.turns))
    print(json.dumps(result, indent=1))
    if options.report:
        options.report.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
