"""What ten thousand open conversations cost: memory of the service beside none, and the time of a restart with them.

`python -m evals.benchmarks.open_conversations [--conversations N] [--report FILE]`, over HTTP, each with a greeting and a turn.
"""

import argparse
import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil

_AT_ONCE = 8


@contextlib.contextmanager
def _serving(data: Path) -> Iterator[tuple[str, psutil.Process, float]]:
    """Its address, process and seconds from the start to ready."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
    env |= {"SUPPORTGRAPH_DATA_DIR": str(data), "SUPPORTGRAPH_LOG_LEVEL": "ERROR", "SUPPORTGRAPH_RATE_LIMIT": "0"}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "supportgraph.cli", "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{url}/health/ready", timeout=2).status_code == 200:
                    break
            if process.poll() is not None:
                raise SystemExit("the service ended")
            time.sleep(0.05)
        yield url, psutil.Process(process.pid), time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


async def _fill(url: str, n: int) -> None:
    numbers = iter(range(n))
    async with httpx.AsyncClient(base_url=url, timeout=60) as http:

        async def worker() -> None:
            for _ in numbers:
                made = (await http.post("/v1/conversations", json={"region": "US"})).raise_for_status().json()
                head = {"Authorization": f"Bearer {made['token']}"}
                body = {"action": {"name": "track_order", "arguments": {"order_id": "HP900000"}}}
                path = f"/v1/conversations/{made['id']}/messages"
                (await http.post(path, json=body, headers=head)).raise_for_status()

        await asyncio.gather(*(worker() for _ in range(_AT_ONCE)))


def _mib(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        data = Path(folder) / "data"
        with _serving(data):
            pass  # migrations and the like, once
        with _serving(data) as (url, process, start_empty):
            asyncio.run(_fill(url, 50))  # what the first turns load
            before = _mib(process)
            asyncio.run(_fill(url, options.conversations))
            after = _mib(process)
        with _serving(data) as (_, process, start_full):
            restarted = _mib(process)
    result = {
        "conversations": options.conversations,
        "mib_before": round(before),
        "mib_after": round(after),
        "more_mib": round(after - before),
        "mib_after_restart": round(restarted),
        "start_seconds_without": round(start_empty, 1),
        "start_seconds_with": round(start_full, 1),
    }
    print(json.dumps(result, indent=1))
    if options.report:
        options.report.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
