"""Long work in a process of its own, so that nobody who is served waits for it. It does not outlive the process that it works for, however
that one ends, and leaves no folders of its own behind.
"""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from multiprocessing.connection import wait
from types import FrameType
from typing import Any, TypeVar

from pydantic import BaseModel

Result = TypeVar("Result")

GRACE_SECONDS = 20.0  # for putting things away


def end_with_parent(tie: int) -> None:
    """From now on this process is asked to end (SIGTERM) as soon as ``tie`` is at its end: a pipe of which the parent alone has the
    other end, so that the system closes it even where the parent was killed. What does not end then is ended."""

    def watch() -> None:
        wait([tie])
        for _ in range(2):  # work that waits for another's cancellation may take the first for that
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(GRACE_SECONDS / 2)
        os._exit(128 + signal.SIGTERM)

    threading.Thread(target=watch, name="end with parent", daemon=True).start()


@contextlib.contextmanager
def unwinding_on_sigterm() -> Iterator[None]:
    """Within it SIGTERM is a ``SystemExit``, so that temporary folders go and helpers are stopped; by default it ends a process where it
    stands. For the main thread."""
    before = signal.signal(signal.SIGTERM, _unwind)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def run_until_told(work: Coroutine[Any, Any, Result]) -> Result:  # Any: a coroutine's own types
    """``asyncio.run``; SIGTERM cancels the work, which then puts away, and ends in ``SystemExit``. An exception of the signal's handler
    could be raised in a finalizer, where it is lost.

    Temporary files of the work go when its last thread has ended: one that opens a store is not cancelled, and makes its folder anew."""
    told = False

    async def cancelled_by_sigterm() -> Result:
        task = asyncio.current_task()
        assert task is not None

        def cancel() -> None:
            nonlocal told
            told = True
            task.cancel()

        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, cancel)
        return await work

    try:
        with _temporary_files_going():
            return asyncio.run(cancelled_by_sigterm())
    except asyncio.CancelledError:
        if told:
            raise SystemExit(128 + signal.SIGTERM) from None
        raise


@contextlib.contextmanager
def _temporary_files_going() -> Iterator[None]:
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="supportgraph-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _unwind(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a whole group is told at once, and its members then tell each other
    raise SystemExit(128 + number)


Ordered = TypeVar("Ordered", bound=BaseModel)
Made = TypeVar("Made", bound=BaseModel)


class OwnProcessBroken(Exception):
    """The process ended without a result; its last words."""


async def in_own_process(module: str, order: BaseModel, made: type[Made]) -> Made:
    """What ``python -m module`` makes of an order: JSON in, JSON out. It is killed where the caller is cancelled, and ends
    where the caller's process does.

    Raises ``OwnProcessBroken``."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    try:
        process.stdin.write(order.model_dump_json().encode() + b"\n")
        with contextlib.suppress(ConnectionError):  # it ended before it read: its last words say why
            await process.stdin.drain()
        # Its input stays open: by that it knows that somebody waits for it.
        told, trouble = await asyncio.gather(process.stdout.read(), process.stderr.read())
        await process.wait()
    finally:
        if process.returncode is None:  # the job was stopped
            process.kill()
            await process.wait()
    if process.returncode:
        raise OwnProcessBroken(trouble.decode(errors="replace").strip().rpartition("\n")[2][:200])
    return made.model_validate_json(told)


def make_as_ordered(order: type[Ordered], make: Callable[[Ordered], BaseModel]) -> None:
    """What such a module does: an order from standard input, the result to standard output."""
    with unwinding_on_sigterm():
        given = order.model_validate_json(sys.stdin.readline())
        end_with_parent(sys.stdin.fileno())
        print(make(given).model_dump_json())
