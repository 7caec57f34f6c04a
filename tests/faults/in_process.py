"""The service inside the test's process, where a test moves its clock or takes one step of it at a time."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from api.app import create_app
from domain.clock import utc_now
from domain.staff import parse_staff_keys
from supportgraph.configuration.settings import Settings
from supportgraph.wiring import assemble
from tests.faults.fault_service import VAULT_KEY
from tests.graphs.inside import Inside
from tests.service import JWT_SECRET, STAFF


class JumpingClock:
    """The real time, and what was added to it."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def __call__(self) -> datetime:
        return utc_now() + self.ahead

    def jump(self, hours: float) -> None:
        self.ahead += timedelta(hours=hours)


@contextlib.asynccontextmanager
async def in_process(data: Path, clock: JumpingClock, **settings: Any) -> AsyncIterator[Inside]:
    chosen = Settings.load().model_copy(update={"data_dir": data, "vault_key": SecretStr(VAULT_KEY), **settings})
    async with assemble(chosen, staff=parse_staff_keys(STAFF), jwt_secret=JWT_SECRET, clock=clock) as service:
        # Litestar's and httpx's ASGI types differ in name only
        transport = httpx.ASGITransport(app=create_app(service, "tests"))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://inside", timeout=30) as http:
            yield Inside(service, http)
