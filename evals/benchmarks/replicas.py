"""What a second replica brings on PostgreSQL: turns a second of one process and of two, in turns.

`python -m evals.benchmarks.replicas [--rounds N] [--seconds S] [--report FILE]`. Each replica is a process of its own that drives
its own eight conversations, without HTTP: a load generator would need the cores that are being measured.
"""

import argparse
import asyncio
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uvloop

from domain.conversation import ActionRequest
from evals.benchmarks.services import in_process, temporary_postgresql
from graphs.turns.requests import NewConversation, TurnRequest

_AT_ONCE = 8


async def replica(folder: Path, url: str) -> None:
    """Answers each line `seconds` on standard input with the turns done in that time."""
    async with in_process(folder, url, demo=False) as service:
        new = NewConversation(region="US", consent=True)
        conversations = [(await service.runner.begin(new))[0].conversation_id for _ in range(_AT_ONCE)]
        request = TurnRequest(action=ActionRequest(name="cancel", arguments={}))
        print("ready", flush=True)
        while line := (await asyncio.to_thread(sys.stdin.readline)).strip():
            until, done = time.perf_counter() + float(line), 0

            async def worker(conversation_id: str, until: float = until) -> None:
                nonlocal done
                while time.perf_counter() < until:
                    await service.runner.result(await service.runner.submit(conversation_id, request))
                    done += 1

            await asyncio.gather(*(worker(c) for c in conversations))
            print(done, flush=True)


class _Replica:
    def __init__(self, folder: Path, url: str) -> None:
        command = [sys.executable, "-m", "evals.benchmarks.replicas", "--replica", str(folder), url]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.read()

    def read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


def _round(replicas: list[_Replica], seconds: float) -> float:
    """Turns a second of all of them together."""
    for each in replicas:
        each.write(str(seconds))
    return sum(int(each.read()) for each in replicas) / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--replica", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    if options.replica:
        uvloop.run(replica(Path(options.replica[0]), options.replica[1]))
        return
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="supportgraph-bench-")))
        url = stack.enter_context(temporary_postgresql())
        replicas = [_Replica(folder / str(n), url) for n in range(2)]
        for each in replicas:
            stack.callback(each.close)
        _round(replicas, 2.0)
        rounds = [(_round(replicas[:1], options.seconds), _round(replicas, options.seconds)) for _ in range(options.rounds)]
    result = {
        "one": round(statistics.median(one for one, _ in rounds), 1),
        "two": round(statistics.median(two for _, two in rounds), 1),
        "ratio": round(statistics.median(two / one for one, two in rounds), 2),
    }
    print(f"turns a second: one replica {result['one']}, two {result['two']}, ratio {result['ratio']}")
    if options.report:
        options.report.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
