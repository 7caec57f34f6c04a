"""A service with a small identity provider over HTTP, and tabs of staff who sign in."""

from collections.abc import Callable, Iterator

import pytest

from tests.open_id_server import CLIENT_ID, CLIENT_SECRET, OpenIdServer
from tests.service import Served
from tests.staff_tab import Tab


@pytest.fixture(scope="module")
def provider() -> Iterator[OpenIdServer]:
    with OpenIdServer() as running:
        yield running


@pytest.fixture(scope="module")
def desk(provider: OpenIdServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(
        tmp_path_factory.mktemp("desk") / "data",
        SUPPORTGRAPH_OIDC_ISSUER=provider.issuer,
        SUPPORTGRAPH_OIDC_CLIENT_ID=CLIENT_ID,
        SUPPORTGRAPH_OIDC_CLIENT_SECRET=CLIENT_SECRET,
        SUPPORTGRAPH_OIDC_ROLES="admin:leads,agent:support,engineer:platform",
        SUPPORTGRAPH_OIDC_NAME="Acme",
        SUPPORTGRAPH_TRUSTED_PROXIES="127.0.0.1",
        SUPPORTGRAPH_OIDC_STAFF_URL="http://localhost",  # its port is known now
    )
    served.env["SUPPORTGRAPH_OIDC_STAFF_URL"] = served.url
    with served:
        yield served


@pytest.fixture
def tabs(desk: Served) -> Iterator[Callable[[], Tab]]:
    opened: list[Tab] = []

    def another() -> Tab:
        opened.append(Tab(desk))
        return opened[-1]

    yield another
    for one in opened:
        one.http.close()


@pytest.fixture
def tab(tabs: Callable[[], Tab]) -> Tab:
    return tabs()
