"""Files, read in a process of their own: the service goes on answering, and outlives every file.

That process is this module run (`python -m kb.importing.read_apart`), spoken to by `ReadApart`. Files come from anywhere: what hangs,
eats memory or crashes a library takes it down, not the service.
"""

import asyncio
import contextlib
import os
import struct
import sys
from types import TracebackType
from typing import BinaryIO, Self

from domain.importing import FileError, Reading
from kb.importing.limits import READ_MEMORY, READ_SECONDS
from kb.importing.read_file import read_file

HEAD = struct.Struct(">II")  # bytes of the path, bytes of the file; answers: bytes of JSON, 0


def serve_reads(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer each file with its `Reading` as JSON, until the input ends."""
    while head := source.read(HEAD.size):
        path_size, size = HEAD.unpack(head)
        path = source.read(path_size).decode()
        answer = read_file(path, source.read(size)).model_dump_json().encode()
        sink.write(HEAD.pack(len(answer), 0) + answer)
        sink.flush()


def _behave() -> None:
    """Let customers go first, and take no more memory than is meant. What the system does not know is left out."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (READ_MEMORY, READ_MEMORY))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    sys.setrecursionlimit(4000)


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
        "kb.importing.read_apart",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=told,
    )


if __name__ == "__main__":
    _behave()
    serve_reads(sys.stdin.buffer, sys.stdout.buffer)
