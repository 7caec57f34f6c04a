from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from backoffice.http import HttpOrderDesk
from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from domain.ports.order_desk import OrderDesk
from privacy.vault import AesGcmVault
from tests.backoffice.contract_server import TOKEN, serve_contract
from tests.backoffice.small_shop import NOW, small_shop


def _clock() -> datetime:
    return datetime.fromisoformat(NOW)


@pytest.fixture
async def sqlite_shop(tmp_path: Path) -> AsyncIterator[DemoShop]:
    shop = open_shop(tmp_path, clock=_clock, vault=AesGcmVault(b"k" * 32))
    await shop.prepare()
    await shop.load(small_shop())
    yield shop
    await shop.close()


@pytest.fixture
async def postgresql_shop(postgresql: str, tmp_path: Path) -> AsyncIterator[DemoShop]:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    shop = open_shop(tmp_path, postgresql, _clock)
    await shop.prepare()
    await shop.load(small_shop())
    yield shop
    await shop.close()


@pytest.fixture
async def http_desk(sqlite_shop: DemoShop) -> AsyncIterator[HttpOrderDesk]:
    async with serve_contract(sqlite_shop) as url, HttpOrderDesk(url, TOKEN, timeout=20) as desk:
        yield desk


@pytest.fixture(params=["sqlite_shop", "http_desk", "postgresql_shop"])
def desk(request: pytest.FixtureRequest) -> OrderDesk:
    """Each way in which the contract is met."""
    found: OrderDesk = request.getfixturevalue(request.param)
    return found
