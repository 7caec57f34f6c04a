"""Files, read in a process of their own: the service goes on answering, and outlives every file."""

import asyncio
import contextlib
import os
import sys
from types import TracebackType
from typing import Self

from domain.importing import FileError, Reading
from kb.importing.limits import READ_SECONDS
from kb.importing.serve_reads import HEAD


class ReadApart:
    """The reading process, begun with the first file and begun again after one that took it down."""

    def __init__(self, seconds: float = READ_SECONDS) -> None:
        self._seconds = seconds
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._end()

    async def read(self, path: str, data: bytes) -> Reading:
        """What the file holds; an error of the reading where it took too long, or the process with it."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._asked(path, data)
        except TimeoutError:
            message = f"takes more than {self._seconds:.0f} seconds to read"
        except (asyncio.IncompleteReadError, ConnectionError):
            message = "cannot be read: it broke the program that reads it"
        await self._end()
        return Reading(errors=[FileError(file=path, message=message)])

    async def _asked(self, path: str, data: bytes) -> Reading:
        process = self._process = self._process or await _begun()
        assert process.stdin is not None
        assert process.stdout is not None
        name = path.encode("utf-8", "replace")
        process.stdin.write(HEAD.pack(len(name), len(data)) + name)
        process.stdin.write(data)
        await process.stdin.drain()
        size, _ = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
        return Reading.model_validate_json(await process.stdout.readexactly(size))

    async def _end(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
            self._process = None


async def _begun() -> asyncio.subprocess.Process:
    # Files come from anywhere: their reader is told none of our secrets.
    told = {name: value for name, value in os.environ.items() if not name.startswith(("SUPPORTGRAPH_", "OPENAI_"))}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        "kb.importing.serve_reads",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=told,
    )
