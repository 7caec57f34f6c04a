"""CPU seconds of `supportgraph serve` until it says that it is ready, beside what importing its libraries alone takes.

`python -m evals.benchmarks.start [--rounds N]`. A plain service (SQLite, embedded Chroma, a back office over HTTP) on a store that
an earlier start has made. Each contender is a process of its own and they take turns; the middle round counts.
"""

import argparse
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

_LIBRARIES = "import langgraph.graph, litestar, sqlalchemy.ext.asyncio, chromadb, onnxruntime, tokenizers, uvicorn"


def _until_ready(env: dict[str, str]) -> None:
    """Start the service, and end it as soon as it is ready."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    service = subprocess.Popen([sys.executable, "-m", "supportgraph.cli", "serve", "--port", str(port)], env=env)
    try:
        while service.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):
                    return
            except urllib.error.URLError:
                time.sleep(0.02)
        raise SystemExit("the service ended")
    finally:
        service.kill()
        service.wait()


def _cpu_seconds(run: list[str] | None, env: dict[str, str]) -> float:
    """Of a command, or of the service's start where there is none; the children's times count when they have ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run is None:
        _until_ready(env)
    else:
        subprocess.run([sys.executable, "-c", *run], env=env, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        env = {k: v for k, v in os.environ.items() if not k.startswith(("SUPPORTGRAPH_", "OPENAI_"))} | {
            "SUPPORTGRAPH_DATA_DIR": str(Path(folder) / "data"),
            "SUPPORTGRAPH_BACKOFFICE_URL": "http://127.0.0.1:9",  # nobody asks it here
            "SUPPORTGRAPH_LOG_LEVEL": "ERROR",
        }
        uncompiled = env | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "none"), "PYTHONDONTWRITEBYTECODE": "1"}
        contenders: dict[str, tuple[list[str] | None, dict[str, str]]] = {
            "python -c pass": (["pass"], env),
            "its libraries imported": ([_LIBRARIES], env),
            "serve until ready": (None, env),
            "serve, no bytecode": (None, uncompiled),
        }
        _until_ready(env)
        took: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(rounds):
            for name, (run, its_env) in contenders.items():
                took[name].append(_cpu_seconds(run, its_env))
    middle = {name: statistics.median(times) for name, times in took.items()}
    for name, seconds in middle.items():
        print(f"{name:<24} {seconds:6.2f} s  {seconds / middle['its libraries imported']:5.2f} of the libraries")


if __name__ == "__main__":
    main()
