from collections.abc import Iterator

import pytest

from tests.merchant import Market, Merchant
from tests.service import Served


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    """The service on a back office that checks nothing."""
    with (
        Merchant() as merchant,
        Served(tmp_path_factory.mktemp("market") / "data", demo=False, SUPPORTGRAPH_BACKOFFICE_URL=merchant.url) as served,
    ):
        yield Market(served, merchant)
