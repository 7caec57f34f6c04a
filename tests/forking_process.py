"""The process of `service_forks.py`: run as `python -m tests.forking_process SOCKET`, it takes one JSON command a line from each that
connects, until its standard input ends."""

import contextlib
import gc
import importlib
import json
import multiprocessing
import os
import selectors
import signal
import socket
import sys
import traceback
from typing import Any

import pytest
from sqlalchemy.orm import configure_mappers

# What a start imports before it can answer. None of them starts a thread, nor do the models (one thread each: the caller's), so that
# forking is safe.
_IMPORTED = (
    "supportgraph.cli",
    "supportgraph.configuration.log_setup",
    "supportgraph.serve",
    "supportgraph.worker",
    "supportgraph.measuring.eval_run",
    "supportgraph.measuring.eval_service",
    "alembic.command",
    "alembic.config",
    "uvicorn.lifespan.off",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.http.httptools_impl",
    "uvicorn.protocols.websockets.auto",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "litestar.plugins.pydantic",
    "litestar.middleware.response_cache",
    "records.engine.replica_notifications",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "aiosqlite",
    "models.chat.chat_model",
    "langchain_openai",
    "chromadb",
    "chromadb.api.rust",
    "chromadb.telemetry.product.posthog",
    "onnxruntime",
    "tokenizers",
    "sklearn.linear_model",
    "sklearn.svm",
    "sklearn.calibration",
    "tantivy",
    "tests.faults.broken_service",
)

_forking = multiprocessing.get_context("fork")


def _serve(command: dict[str, Any]) -> None:
    """In the fork: become the service, or the command."""
    for stream, name in ((1, "out"), (2, "errors")):
        os.dup2(os.open(command[name], os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(command["env"])
    multiprocessing.get_context = lambda method=None: _forking  # what shares an eval run's cases has all in memory too
    from supportgraph.cli import main
    from supportgraph.configuration.no_tracing import clear_environment
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
    from tests.read_once import read_all_now, read_once, wait_for_no_disk

    patch = pytest.MonkeyPatch()  # for good
    read_once(patch)
    read_all_now(patch)
    wait_for_no_disk(patch)
    configure_mappers()
    gc.freeze()
    commands = _Commands(path)
    try:
        commands.answer_all()
    finally:
        commands.close()


if __name__ == "__main__":
    run(sys.argv[1])
