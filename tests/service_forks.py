"""`supportgraph` without the seconds of its imports and models: a process that has them forks into a service or command when asked.

A fork is a process of its own with its own start-up, sockets and files, and dies by kill -9 like any other. The workers of a run share
one process (`forking_process.py`).
"""

import atexit
import functools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# Where the run's process listens; set by the one that starts it, for its workers.
_SOCKET = "TESTS_SERVICE_FORKS"


class ServiceForks:
    """A connection to the process that forks. What was started over it ends with it."""

    def __init__(self, path: str) -> None:
        self._asking = threading.Lock()
        self._connection = socket.socket(socket.AF_UNIX)
        until = time.monotonic() + 300  # it reads its models first
        while True:
            try:
                self._connection.connect(path)
                break
            except (FileNotFoundError, ConnectionRefusedError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
        self._lines = self._connection.makefile("rw")

    def ask(self, command: dict[str, Any]) -> Any:  # Any: the command's own answer
        with self._asking:
            self._lines.write(json.dumps(command) + "\n")
            self._lines.flush()
            return json.loads(self._lines.readline())

    def start(self, arguments: list[str], env: dict[str, str], log: str, variants: list[str]) -> "ForkedProcess":
        """``variants``: how the product is changed, names of `broken_service.py`."""
        command = {"do": "start", "arguments": arguments, "env": env, "out": log, "errors": log, "variants": variants}
        return ForkedProcess(self, int(self.ask(command)))

    def run(self, arguments: Sequence[str], env: dict[str, str], seconds: float) -> "subprocess.CompletedProcess[str]":
        """A command to its end, like ``subprocess.run``. Raises ``TimeoutExpired``."""
        with tempfile.TemporaryDirectory() as folder:
            out, errors = Path(folder, "out"), Path(folder, "errors")
            command = {"do": "start", "arguments": list(arguments), "env": env, "out": str(out), "errors": str(errors)}
            process = ForkedProcess(self, int(self.ask({**command, "variants": []})))
            try:
                code = process.wait(seconds)
            finally:
                process.kill()
            return subprocess.CompletedProcess(arguments, code, out.read_text(), errors.read_text())

    def close(self) -> None:
        self._lines.close()
        self._connection.close()


class ForkingProcess:
    """The process itself, and a folder for what the workers of a run share."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="supportgraph-forks-"))
        path = os.environ[_SOCKET] = str(self.folder / "socket")
        # Huge pages: half a gigabyte of models in small ones is most of what a fork and its end cost.
        env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking_process", path], stdin=subprocess.PIPE, env=env
        )

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
        os.environ.pop(_SOCKET, None)


def shared_folder() -> Path:
    """Of this run."""
    service_forks()
    return Path(os.environ[_SOCKET]).parent


def run_command(*arguments: str, env: dict[str, str], seconds: float = 120) -> "subprocess.CompletedProcess[str]":
    """`supportgraph` with these arguments, to its end."""
    return service_forks().run(arguments, env, seconds)


@functools.cache
def service_forks() -> ServiceForks:
    """This test process's connection; it ends with it."""
    if _SOCKET not in os.environ:  # without workers
        atexit.register(ForkingProcess().close)
    forks = ServiceForks(os.environ[_SOCKET])
    atexit.register(forks.close)
    return forks


class ForkedProcess:
    """Meets ``tests.service.Process``."""

    def __init__(self, forks: ServiceForks, pid: int) -> None:
        self._forks, self.pid = forks, pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self._forks.ask({"do": "poll", "pid": self.pid})
        return self.returncode

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Raises ``TimeoutExpired`` after ``timeout`` seconds."""
        until = time.monotonic() + (timeout or 3600)
        while self.poll() is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired("supportgraph serve", timeout or 3600)
            time.sleep(0.02)
        assert self.returncode is not None
        return self.returncode
