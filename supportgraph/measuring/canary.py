"""`supportgraph privacy canary`: a service of its own in a folder of its own, unique personal data through every way in, and a search of
every byte that it stored, logged, sent and answered."""

import asyncio
import base64
import io
import logging
import secrets
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import numpy as np
from pydantic import SecretStr

from api.app import create_app
from api.customer_tokens import make_customer_token
from demo import PREPARED
from domain.staff import Staff, hash_key
from evals.canary.leaks import Hit, SilentEndpoint, hits
from evals.canary.values import Planter
from evals.canary.ways import CanaryBroken, Ways
from models.embeddings import MiniLmEmbedder, PreparedVectors
from records.engine.every_byte import EveryByte
from supportgraph.building.own_models import OwnModels
from supportgraph.configuration.log_setup import JsonLines, set_up_logging
from supportgraph.configuration.settings import Settings, database_url_of
from supportgraph.demo.filling import demo_jwt_secret
from supportgraph.wiring import assemble

LONG_ROUNDS = 2
_FEWEST_REQUESTS = 14  # of the chat model in a round; fewer, and the search would prove little of it


@dataclass(frozen=True)
class CanaryReport:
    planted: int
    kinds: dict[str, int]
    places: dict[str, int]  # bytes searched
    hits: list[Hit]

    @property
    def by_kind_and_place(self) -> Counter[tuple[str, str]]:
        return Counter((hit.planted.kind, hit.place) for hit in self.hits)


class RecordingEmbedder(MiniLmEmbedder):
    """Keeps every text that is embedded."""

    def __init__(self) -> None:
        super().__init__(prepared=PreparedVectors(PREPARED) if PREPARED.exists() else None)
        self.texts: list[str] = []

    def embed_now(self, texts: Sequence[str]) -> np.ndarray:
        self.texts += texts
        return super().embed_now(texts)


async def run_canary(seed: int, *, is_long: bool, database: EveryByte | None = None) -> CanaryReport:
    """``database``: PostgreSQL in SQLite's place. Raises ``CanaryBroken`` where the service did not take what it should: then
    nothing is proven."""
    planter, log, places = Planter(seed, is_long=is_long), io.StringIO(), dict[str, bytes]()
    handler = logging.StreamHandler(log)
    handler.setFormatter(JsonLines())
    embedder, root, hooks = RecordingEmbedder(), logging.getLogger(), (sys.excepthook, threading.excepthook)
    set_up_logging("DEBUG", "json")  # all that can be logged, in the service's own form
    root.handlers[:] = [handler]
    try:
        await _round(planter, embedder, database, places, is_long=is_long)
    finally:
        sys.excepthook, threading.excepthook = hooks
        root.handlers[:] = []
    places["the log"] = log.getvalue().encode()
    return CanaryReport(
        planted=len(planter.planted),
        kinds=dict(Counter(one.kind for one in planter.planted)),
        places={place: len(content) for place, content in places.items()},
        hits=hits(planter.planted, places),
    )


async def _round(
    planter: Planter, embedder: "RecordingEmbedder", database: EveryByte | None, places: dict[str, bytes], *, is_long: bool
) -> None:
    with tempfile.TemporaryDirectory(prefix="supportgraph-canary-") as folder, SilentEndpoint() as endpoint:
        answers = await _live(Path(folder), endpoint, embedder, planter, database, places, is_long=is_long)
        places |= await _stored(Path(folder), database, "after its end")
        places["requests to the chat model"] = b"\n".join(endpoint.received)
        places["texts that were embedded"] = "\n".join(embedder.texts).encode()
        places["answers"] = b"\n".join(answers)
        if len(endpoint.received) < _FEWEST_REQUESTS:
            raise CanaryBroken(f"the chat model was asked only {len(endpoint.received)} times")


async def _live(
    folder: Path,
    endpoint: SilentEndpoint,
    embedder: MiniLmEmbedder,
    planter: Planter,
    database: EveryByte | None,
    places: dict[str, bytes],
    *,
    is_long: bool,
) -> list[bytes]:
    """The service's life; ``places`` gets what lies in its files, with the write-ahead log, while it runs."""
    agent, admin, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(24), demo_jwt_secret()
    staff = [
        Staff(role="agent", name="Canary agent", key_hash=hash_key(agent)),
        Staff(role="admin", name="Canary admin", key_hash=hash_key(admin)),
    ]
    settings = Settings.model_construct(
        data_dir=folder,
        database_url=database_url_of(database.url) if database else None,
        vault_key=SecretStr(base64.b64encode(secrets.token_bytes(32)).decode()) if database else None,
        model="silent",
        openai_base_url=endpoint.url,
        rate_limit=0,
        model_timeout=10.0,
    )
    models = OwnModels(settings, embedder=embedder)
    async with assemble(settings, demo=True, staff=staff, jwt_secret=secret, own_models=models) as service:
        if database:
            await asyncio.to_thread(database.lay_open)
        # Litestar's and httpx's ASGI types differ in name only.
        transport = httpx.ASGITransport(app=create_app(service, "canary"), raise_app_exceptions=False)  # type: ignore[arg-type]  # see above
        async with httpx.AsyncClient(transport=transport, base_url="http://canary", timeout=120) as http:
            ways = Ways(http, agent, admin, lambda customer: make_customer_token(customer, secret), planter)
            for _ in range(LONG_ROUNDS if is_long else 1):
                await ways.all(is_long=is_long)
            places |= await ways.read_everything()
            places |= await _stored(folder, database, "while it runs")
    return ways.answers


async def _stored(folder: Path, database: EveryByte | None, when: str) -> dict[str, bytes]:
    rows = await asyncio.to_thread(database.read) if database else {}
    return _files(folder, when) | {f"PostgreSQL: {place} {when}": content for place, content in rows.items()}


def _files(folder: Path, when: str) -> dict[str, bytes]:
    return {f"{path.relative_to(folder)} {when}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}
