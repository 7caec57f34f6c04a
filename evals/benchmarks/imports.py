"""How fast articles are imported, and what customers notice of it: `python -m evals.benchmarks.imports [--articles N]`.

Starts a service with the demo on a store of its own, asks it one question after another, uploads N articles of about 300 words and
three sections, and goes on asking until they are in. Machines differ and are noisy: compare the two rows of one run.
"""

import argparse
import asyncio
import csv
import io
import itertools
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import httpx

_KEY = "benchmark-admin-0123456789"
_STAFF = {"Authorization": f"Bearer {_KEY}"}
_ROW = "| {:<20} | {:>5} | {:>8.1f} | {:>8.1f} | {:>8.1f} |"
_FILE = Path(__file__).parents[2] / "kb" / "tuning" / "questions" / "answerable.csv"
_QUIET_SECONDS = 15.0


def _upload(articles: int) -> bytes:
    words = [row["question"] for row in csv.DictReader(_FILE.open(encoding="utf-8"))]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(articles):
            said = itertools.cycle(words[n % len(words) :] + words)
            parts = (f"## Section {part} of {n}\n\n" + " ".join(next(said) for _ in range(10)) for part in range(3))
            archive.writestr(f"page-{n}.md", f"# Subject {n}\n\n" + "\n\n".join(parts))
    return made.getvalue()


async def _ready(http: httpx.AsyncClient) -> None:
    for _ in range(600):
        try:
            if (await http.get("/health/ready")).status_code == 200:
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.2)
    raise SystemExit("the service does not start")


async def _ask(http: httpx.AsyncClient, question: str) -> float:
    """Milliseconds of a turn in a conversation of its own."""
    made = (await http.post("/v1/conversations", json={"region": "US"})).raise_for_status().json()
    begun = time.perf_counter()
    path, head = f"/v1/conversations/{made['id']}/messages", {"Authorization": f"Bearer {made['token']}"}
    (await http.post(path, json={"text": question}, headers=head)).raise_for_status()
    return (time.perf_counter() - begun) * 1000


def _row(name: str, took: list[float]) -> str:
    ordered = sorted(took)
    return _ROW.format(name, len(took), statistics.median(took), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1])


async def _measure(port: int, articles: int) -> None:
    questions = itertools.cycle(row["question"] for row in csv.DictReader(_FILE.open(encoding="utf-8")))
    data = _upload(articles)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
        await _ready(http)
        quiet, during, begun = [], [], time.perf_counter()
        while time.perf_counter() - begun < _QUIET_SECONDS:
            quiet.append(await _ask(http, next(questions)))
        begun = time.perf_counter()
        answer = await http.post("/v1/kb/import", files={"file": ("pages.zip", data)}, headers=_STAFF)
        accepted, job = time.perf_counter() - begun, answer.raise_for_status().json()["job"]
        while job["status"] in ("queued", "running"):
            during.append(await _ask(http, next(questions)))
            job = (await http.get(f"/v1/jobs/{job['id']}", headers=_STAFF)).json()["job"]
        took = time.perf_counter() - begun
        print(
            f"{job['written']} articles in {took:.1f} s, {job['written'] / took:.1f} a second; 202 after {accepted * 1000:.0f} ms\n"
        )
        print("| turn | n | p50 ms | p95 ms | most ms |\n| --- | --- | --- | --- | --- |")
        print(_row("before the import", quiet))
        print(_row("during the import", during))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    articles = parser.parse_args().articles
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        own = {
            "SUPPORTGRAPH_DATA_DIR": folder,
            "SUPPORTGRAPH_PORT": str(port),
            "SUPPORTGRAPH_STAFF_KEYS": f"admin:Bench:{_KEY}",
        }
        command = [sys.executable, "-m", "supportgraph.cli", "serve", "--demo"]
        with subprocess.Popen(
            command, env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as service:
            try:
                asyncio.run(_measure(port, articles))
            finally:
                service.terminate()


if __name__ == "__main__":
    main()
