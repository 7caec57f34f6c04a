"""Fixtures that many rooms share."""

from collections.abc import Iterator

import pytest

from tests.service import Served


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One demo service for tests that do not stop it; each test takes customers and orders of its own."""
    with Served(tmp_path_factory.mktemp("demo") / "data") as served:
        yield served
