"""The process that reads uploaded files: `python -m kb.importing.serve_reads`, spoken to by `ReadApart`.

Apart, because files come from anywhere: what hangs, eats memory or crashes a library takes this process down, not the service.
"""

import contextlib
import os
import struct
import sys
from typing import BinaryIO

from kb.importing.limits import READ_MEMORY
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


if __name__ == "__main__":
    _behave()
    serve_reads(sys.stdin.buffer, sys.stdout.buffer)
