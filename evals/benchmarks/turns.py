"""How much a turn costs over HTTP: turns a second, latency, CPU and bytes, with and without an embedding.

`python -m evals.benchmarks.turns [--turns N] [--report FILE]` starts a service on a store of its own and drives it at concurrency
1, 8 and 32. Machines differ and are noisy: compare rows of one run, never two runs.
"""

import argparse
import asyncio
import csv
import itertools
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import psutil

CONCURRENCY = (1, 8, 32)
_KEY = "benchmark-admin-0123456789"

# Questions as customers ask them, each asked once a row: the embedder's cache has no part in it.
_QUESTION_FILE = Path(__file__).parents[2] / "kb" / "tuning" / "questions" / "answerable.csv"


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _bytes_in(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


async def _open(http: httpx.AsyncClient) -> tuple[str, dict[str, str]]:
    made = (await http.post("/v1/conversations", json={"region": "US"})).raise_for_status().json()
    return made["id"], {"Authorization": f"Bearer {made['token']}"}


_questions = itertools.cycle(row["question"] for row in csv.DictReader(_QUESTION_FILE.open(encoding="utf-8")))


async def _question(http: httpx.AsyncClient, cid: str, head: dict[str, str], _: int) -> None:
    """A turn with an embedding of its own."""
    (await http.post(f"/v1/conversations/{cid}/messages", json={"text": next(_questions)}, headers=head)).raise_for_status()


async def _form(http: httpx.AsyncClient, cid: str, head: dict[str, str], n: int) -> None:
    """A turn with every guarantee and no model at all."""
    body = {"action": {"name": "track_order", "arguments": {"order_id": f"HP{900000 + n}"}}}
    (await http.post(f"/v1/conversations/{cid}/messages", json=body, headers=head)).raise_for_status()


Turn = Callable[[httpx.AsyncClient, str, dict[str, str], int], Awaitable[None]]


async def _load(http: httpx.AsyncClient, turn: Turn, concurrency: int, turns: int) -> list[float]:
    """Seconds of each turn; every worker has a conversation of its own."""
    numbers, times = iter(range(turns)), []

    async def worker() -> None:
        cid, head = await _open(http)
        for n in numbers:
            began = time.perf_counter()
            await turn(http, cid, head, n)
            times.append(time.perf_counter() - began)

    await asyncio.gather(*(worker() for _ in range(concurrency)))
    return times


async def _measure(url: str, process: psutil.Process, data: Path, turns: int) -> list[dict[str, Any]]:
    rows = []
    limits = httpx.Limits(max_connections=64)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as http:
        for name, turn in (("without embedding", _form), ("with embedding", _question)):
            await _load(http, turn, 2, 6)  # warm
            for concurrency in CONCURRENCY:
                cpu, size, began = _cpu_seconds(process), _bytes_in(data), time.perf_counter()
                times = sorted(await _load(http, turn, concurrency, turns))
                took = time.perf_counter() - began
                rows.append(
                    {
                        "turn": name,
                        "concurrency": concurrency,
                        "turns_per_second": round(turns / took, 1),
                        "p50_ms": round(statistics.median(times) * 1000, 1),
                        "p95_ms": round(times[int(len(times) * 0.95)] * 1000, 1),
                        "cpu_ms_a_turn": round((_cpu_seconds(process) - cpu) / turns * 1000, 1),
                        "data_bytes_a_turn": round((_bytes_in(data) - size) / turns),
                    }
                )
    return rows


def _checkpoint_bytes(data: Path) -> float:
    """Bytes of checkpoints kept for a conversation, at the end of the run."""
    import sqlite3

    with sqlite3.connect(data / "supportgraph.db") as database:
        total, threads = database.execute(
            "SELECT sum(length(checkpoint_data)), count(checkpoint_data) FROM conversation"
        ).fetchone()
    return float(total or 0) / float(max(1, threads))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--turns", type=int, default=75, help="turns a row (243 questions in all: beyond 75 the embedder has seen some)"
    )
    parser.add_argument("--report", type=Path, help="write the rows as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        data, port = Path(folder) / "data", _free_port()
        env = {k: v for k, v in os.environ.items() if not k.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
        env |= {
            "SUPPORTGRAPH_DATA_DIR": str(data),
            "SUPPORTGRAPH_STAFF_KEYS": f"admin:bench:{_KEY}",
            "SUPPORTGRAPH_LOG_LEVEL": "ERROR",
        }
        began = time.perf_counter()
        service = subprocess.Popen(
            [sys.executable, "-m", "supportgraph.cli", "serve", "--demo", "--port", str(port)], env=env
        )
        url = f"http://127.0.0.1:{port}"
        try:
            while True:
                try:
                    if httpx.get(f"{url}/health/ready", timeout=2).status_code == 200:
                        break
                except httpx.TransportError:
                    time.sleep(0.1)
                if service.poll() is not None:
                    raise SystemExit("the service ended")
            print(f"ready after {time.perf_counter() - began:.1f} s")
            rows = asyncio.run(_measure(url, psutil.Process(service.pid), data, options.turns))
        finally:
            service.send_signal(signal.SIGTERM)
            service.wait(30)
        kept = _checkpoint_bytes(data)
    print(f"{'turn':<18} {'at once':>7} {'turns/s':>8} {'p50 ms':>8} {'p95 ms':>8} {'CPU ms':>7} {'bytes':>8}")
    for r in rows:
        print(
            f"{r['turn']:<18} {r['concurrency']:>7} {r['turns_per_second']:>8} {r['p50_ms']:>8} {r['p95_ms']:>8} "
            f"{r['cpu_ms_a_turn']:>7} {r['data_bytes_a_turn']:>8}"
        )
    print(f"checkpoint bytes kept a conversation: {kept:.0f}")
    if options.report:
        options.report.write_text(json.dumps({"rows": rows, "checkpoint_bytes_a_conversation": kept}, indent=1))


if __name__ == "__main__":
    main()
