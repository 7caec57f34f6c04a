"""Long work in a process of its own, so that nobody who is served waits for it."""

import asyncio
import sys
from typing import TypeVar

from pydantic import BaseModel

Made = TypeVar("Made", bound=BaseModel)


class OwnProcessBroken(Exception):
    """The process ended without a result; its last words."""


async def in_own_process(module: str, order: BaseModel, made: type[Made]) -> Made:
    """What ``python -m module`` makes of an order: JSON in, JSON out. It is killed where the caller is cancelled.

    Raises ``OwnProcessBroken``."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        told, trouble = await process.communicate(order.model_dump_json().encode())
    finally:
        if process.returncode is None:  # the job was stopped
            process.kill()
            await process.wait()
    if process.returncode:
        raise OwnProcessBroken(trouble.decode(errors="replace").strip().rpartition("\n")[2][:200])
    return made.model_validate_json(told)
