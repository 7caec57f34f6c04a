"""A demo service for the tests in a browser, and the browser."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.service import Served
from tests.web.chromium import FLAGS, chromium_or_skip
from tests.web.other_site import OtherSite
from tests.web.visitor import Visitor

Arrive = Callable[..., Awaitable[Visitor]]


@pytest.fixture(scope="session")
def chromium() -> str:
    return chromium_or_skip()


@pytest.fixture(scope="session")
def listed_site() -> Iterator[OtherSite]:
    """A site whose pages the ``shop`` lets hold its chat."""
    with OtherSite() as site:
        yield site


@pytest.fixture(scope="module")
def shop(chromium: str, listed_site: OtherSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`supportgraph serve --demo` on an empty folder: orders are refunded here, so that other rooms' tests do not share it."""
    with Served(tmp_path_factory.mktemp("shop") / "data", SUPPORTGRAPH_ALLOWED_ORIGINS=listed_site.origin) as served:
        yield served


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """One for a file, whose visitors have windows and storages of their own: a start costs more than most tests. The tests of a file
    therefore share an event loop (`pytestmark`)."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def arrive(browser: Browser, shop: Served) -> AsyncIterator[Arrive]:
    """Opens a browser window for a visitor; at the end, none of them may have had anything to complain about."""
    visitors: list[Visitor] = []

    async def one(*, width: int = 1280, height: int = 860, dark: bool = False) -> Visitor:
        visitor = await Visitor.arrive(browser, shop.url, width=width, height=height, dark=dark)
        visitors.append(visitor)
        return visitor

    yield one
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        await visitor.leave()
    assert complaints == []
