"""Helping processes end with the one that they help, however that one ends."""

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

_SECONDS = 40
_EVALS = "from supportgraph.cli import main; main()"
_ORDERS = """
import asyncio, sys
from supportgraph.processes.own_process import in_own_process
from tests.supportgraph.waits_for_ever import Hold
asyncio.run(in_own_process("tests.supportgraph.waits_for_ever", Hold(path=sys.argv[1]), Hold))
"""


@pytest.mark.parametrize(("killed_by", "jobs"), [(signal.SIGTERM, "1"), (signal.SIGKILL, "2")])
def test_a_run_of_evals_that_is_killed_leaves_neither_processes_nor_folders(
    killed_by: signal.Signals, jobs: str, tmp_path: Path
) -> None:
    """Its processes hold its output open, so that the output ends when the last of them did."""
    suite, folders = tmp_path / "long.jsonl", tmp_path / "folders"
    cases = [{"id": f"greets-{n}", "turns": [{"say": "Hello"}]} for n in range(1000)]  # minutes of them
    suite.write_text("".join(json.dumps(case) + "\n" for case in cases))
    folders.mkdir()
    run = subprocess.Popen(
        [sys.executable, "-c", _EVALS, "evals", "run", str(suite), "--jobs", jobs],
        env={**os.environ, "TMPDIR": str(folders), "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert run.stdout is not None
    started: list[psutil.Process] = []
    try:
        assert run.stdout.readline().startswith("ok"), "cases run"
        started = psutil.Process(run.pid).children(recursive=True)
        run.send_signal(killed_by)
        rest, _ = run.communicate(timeout=_SECONDS)
    finally:
        for process in started:
            if process.is_running():
                process.kill()
        run.kill()
    assert rest.count("ok ") < len(cases) / 2
    assert "Traceback" not in rest
    assert run.returncode == (128 + signal.SIGTERM if killed_by == signal.SIGTERM else -signal.SIGKILL)
    assert list(folders.glob("supportgraph-*")) == []


@pytest.mark.parametrize("killed_by", [signal.SIGTERM, signal.SIGKILL])
def test_long_work_of_a_service_that_is_killed_ends_too(killed_by: signal.Signals, tmp_path: Path) -> None:
    held = tmp_path / "held"
    os.mkfifo(held)
    with (
        subprocess.Popen([sys.executable, "-c", _ORDERS, str(held)], stderr=subprocess.DEVNULL) as orders,
        held.open("rb", buffering=0) as reading,  # opens as soon as the other process holds it
    ):
        assert reading.read(4) == b"held"
        orders.send_signal(killed_by)
        assert select.select([reading], [], [], _SECONDS)[0], "it is still held"
        assert reading.read() == b""
