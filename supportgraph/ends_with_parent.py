"""A process that works for another one does not outlive it, however that one ends, and leaves no folders of its own behind."""

import asyncio
import contextlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterator
from multiprocessing.connection import wait
from types import FrameType
from typing import Any, TypeVar

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
