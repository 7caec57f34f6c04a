"""Whether a long conversation stays as fast and as small as a short one: turn 5 against turn 500.

`python -m evals.benchmarks.growth [--turns N] [--report FILE]`. The turns of the long conversation and of short ones alternate.
"""

import argparse
import contextlib
import itertools
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

_SHORT = 5
_SAMPLES = 60


async def _open(service: Service) -> str:
    new = NewConversation(region="US", consent=True, customer_id=service.demo[0]["id"])
    return (await service.runner.begin(new))[0].conversation_id


async def _turn(service: Service, conversation_id: str, order_id: str) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    action = ActionRequest(name="track_order", arguments={"order_id": order_id})
    await service.runner.result(await service.runner.submit(conversation_id, TurnRequest(action=action)))
    return (time.perf_counter() - began) * 1000


async def _checkpoint_bytes(service: Service, conversation_id: str) -> int:
    async with service.database.begin() as unit:
        row = await unit.conversations.lock(conversation_id)
    return len(row.checkpoint_data or b"") if row else 0


def _stored(folder: Path) -> int:
    """Bytes of the database, what is still in its write-ahead log included."""
    with contextlib.closing(sqlite3.connect(folder / "supportgraph.db")) as database:
        pages, size = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


async def measure(folder: Path, turns: int) -> dict[str, Any]:
    async with in_process(folder) as service:
        order = (await service.desk.orders(service.demo[0]["id"]))[0].id
        long, sizes, bytes_at_5 = await _open(service), [_stored(folder)], 0
        for number in range(1, turns + 1):
            await _turn(service, long, order)
            if number == _SHORT:
                bytes_at_5 = await _checkpoint_bytes(service, long)
            if number % (turns // 4) == 0:
                sizes.append(_stored(folder))
        at_5, at_500 = [], []
        for _ in range(_SAMPLES):
            short = await _open(service)
            for _ in range(_SHORT - 1):
                await _turn(service, short, order)
            at_5.append(await _turn(service, short, order))
            at_500.append(await _turn(service, long, order))
        return {
            "turns": turns,
            "ms_at_5": round(statistics.median(at_5), 2),
            f"ms_at_{turns}": round(statistics.median(at_500), 2),
            "time_ratio": round(statistics.median(at_500) / statistics.median(at_5), 3),
            "checkpoint_bytes_at_5": bytes_at_5,
            f"checkpoint_bytes_at_{turns}": await _checkpoint_bytes(service, long),
            "database_bytes_by_quarter": [b - a for a, b in itertools.pairwise(sizes)],
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--turns", type=int, default=500)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        result = uvloop.run(measure(Path(folder) / "data", options.turns))
    print(json.dumps(result, indent=1))
    if options.report:
        options.report.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
