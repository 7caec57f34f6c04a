"""A service on each database, for tests that look at what is left in it."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.service import Served


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    env = {}
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        env = {"SUPPORTGRAPH_DATABASE_URL": url, "SUPPORTGRAPH_VAULT_KEY": "A" * 43 + "="}
    with Served(tmp_path_factory.mktemp("kept") / "data", **env) as served:
        yield served
