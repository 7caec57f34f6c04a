"""Long work in a process of its own, so that nobody who is served waits for it."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from supportgraph.ends_with_parent import end_with_parent, unwinding_on_sigterm

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
