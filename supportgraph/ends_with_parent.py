"""A process that works for another one does not outlive it, however that one ends, and leaves no folders of its own behind."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import wait
from types import FrameType

GRACE_SECONDS = 10.0  # for putting things away


def end_with_parent(tie: int) -> None:
    """From now on this process is asked to end (SIGTERM) as soon as ``tie`` is at its end: a pipe of which the parent alone has the
    other end, so that the system closes it even where the parent was killed. What does not end then is ended."""

    def watch() -> None:
        wait([tie])
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE_SECONDS)
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


def _unwind(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a whole group is told at once, and its members then tell each other
    raise SystemExit(128 + number)
