"""Ways to a Chroma: embedded in a folder that one process owns, or a server."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from domain.errors import CannotStart

if TYPE_CHECKING:  # importing chromadb takes a second: only whoever connects pays
    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.config import Settings


class KnowledgeIndexLocked(CannotStart):
    """Another process owns the folder of the embedded index; two at once would corrupt each other's reads."""


class Connection:
    """An open client and what must be let go with it."""

    def __init__(self, client: "ClientAPI", lock: FileLock | None = None) -> None:
        self.client = client
        self._lock = lock

    def close(self) -> None:
        cast("Client", self.client).close()  # both factories return it, typed as the interface without close
        if self._lock is not None:
            self._lock.release()


Connect = Callable[[], Connection]


def _settings() -> "Settings":
    from chromadb.config import Settings

    # Said here, since chromadb would read both from the environment, and from a `.env` file beside it.
    return Settings(anonymized_telemetry=False, chroma_otel_collection_endpoint="")


def embedded_chroma(folder: Path) -> Connect:
    """A Chroma inside this process; connecting raises ``KnowledgeIndexLocked`` while another process holds ``folder``."""

    def connect() -> Connection:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.parent / f"{folder.name}.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise KnowledgeIndexLocked(
                f"the knowledge index in {folder} is in use by another process: stop that one, "
                "give this one another data folder, or set SUPPORTGRAPH_CHROMA_URL to share a Chroma server"
            ) from None
        try:
            import chromadb

            return Connection(chromadb.PersistentClient(str(folder), settings=_settings()), lock)
        except BaseException:
            lock.release()
            raise

    return connect


def chroma_server(url: str) -> Connect:
    """A Chroma server at ``http(s)://host[:port]``; connecting fails in chromadb's own ways while it is down."""
    parts = urlsplit(url)

    def connect() -> Connection:
        import chromadb

        ssl = parts.scheme == "https"
        port = parts.port or (443 if ssl else 8000)
        return Connection(chromadb.HttpClient(host=parts.hostname or "localhost", port=port, ssl=ssl, settings=_settings()))

    return connect
