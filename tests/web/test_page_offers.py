"""Pages that offer help by themselves, on the demo shop in a browser: unobtrusive, put away for good, and the conversation begins from it.

The browser's clock is moved on, so that nobody waits for the seconds that a visitor stays on a page."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from tests.service import ADMIN, Served
from tests.web.care import administration
from tests.web.conftest import Arrive
from tests.web.visitor import SOON, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

GUIDE = "Our short guide puts cast iron"


async def _stay(page: Page, seconds: int) -> None:
    await page.clock.run_for(seconds * 1000)


async def _on(arrive: Arrive, path: str, **how: int) -> Visitor:
    visitor = await arrive(**how)
    await visitor.page.clock.install()
    await visitor.open(path)
    return visitor


async def _offered(visitor: Visitor, words: str) -> None:
    """Stays until the page has asked, been told when to ask again, and asked again."""
    offer = visitor.page.get_by_role("region", name="Offer of help")
    for _ in range(20):
        await _stay(visitor.page, 2)
        if await offer.count():
            break
        await visitor.page.evaluate("fetch('/health/live')")  # the answer on its way comes first
    await expect(offer).to_contain_text(words, timeout=SOON)


async def test_the_pricing_page_offers_the_guide_and_the_conversation_begins_with_it(arrive: Arrive, shop: Served) -> None:
    guest = await _on(arrive, "/pricing")
    await _offered(guest, GUIDE)
    page = guest.page
    assert await page.evaluate("document.activeElement === document.body")  # no focus is taken
    await expect(page.locator("support-chat").locator("[aria-live=polite]")).to_have_text(re.compile(GUIDE))
    await guest.picture("page-offer")
    await page.get_by_role("button", name="Show me the guide").click()
    await guest.reads("AI assistant of Harbour & Pine")  # the disclosure comes first, as ever
    await guest.reads("searing and stews: on every hob")
    await expect(page.get_by_role("button", name=re.compile("Source 1: Comparison guide"))).to_be_visible()
    await expect(page.get_by_role("region", name="Offer of help")).to_have_count(0)
    await guest.say("and how long does delivery take?")
    await guest.reads("working days")
    found = shop.call("GET", "/v1/kpis?offer=compare-cookware", key=ADMIN).json()["items"]
    assert found[0]["conversations"] >= 1
    ada = await administration(arrive, "Overview", height=1400)
    row = ada.page.get_by_role("row", name=re.compile("compare-cookware"))
    await expect(row).to_contain_text("visitors took it", timeout=SOON)
    await row.get_by_role("link", name="compare-cookware").click()
    await expect(ada.page.get_by_role("main").get_by_role("listitem")).to_have_count(found[0]["conversations"])


async def test_an_offer_that_was_put_away_does_not_come_again_in_this_tab(arrive: Arrive, shop: Served) -> None:
    guest = await _on(arrive, "/pricing")
    await _offered(guest, GUIDE)
    close = guest.page.get_by_role("button", name="No, thank you")
    await close.focus()
    await guest.page.keyboard.press("Escape")
    await expect(guest.page.get_by_role("region", name="Offer of help")).to_have_count(0)
    await expect(guest.page.get_by_role("button", name="Open the chat")).to_be_focused()
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url) if "/v1/offers" in request.url else None)
    await guest.open("/pricing")
    await _stay(guest.page, 60)
    assert asked == []
    # What is opened now is the usual chat, and counts as one that put the offer away.
    await guest.press("Open the chat")
    await guest.reads("Comparing prices?")


async def test_a_checkout_that_fails_offers_help_at_once_on_a_phone_too(arrive: Arrive) -> None:
    guest = await _on(arrive, "/checkout", width=390, height=780)
    await guest.page.get_by_role("button", name="Pay 98.00 USD").click()
    await expect(guest.page.get_by_role("alert").first).to_contain_text("Nothing was charged")
    offer = guest.page.get_by_role("region", name="Offer of help")
    await expect(offer).to_contain_text("That didn't go through", timeout=SOON)
    box, view = await offer.bounding_box(), guest.page.viewport_size
    assert box is not None
    assert view is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= view["width"]
    await offer.get_by_role("button", name="Talk to a person").click()
    await guest.reads("Check the card details")
    await guest.reads("I'm bringing in a person")


async def test_where_nothing_is_offered_the_page_is_left_alone(arrive: Arrive) -> None:
    """A page that no rule is for asks once; a service that is away is no trouble of the page."""
    guest = await arrive()
    asked: list[str] = []

    async def away(route: Route) -> None:
        asked.append(route.request.url)
        await route.abort()

    await guest.page.route("**/v1/offers", away)
    await guest.page.clock.install()
    await guest.open("/pricing")
    await _stay(guest.page, 60)
    assert len(asked) == 1
    await expect(guest.page.get_by_role("button", name="Open the chat")).to_be_visible()
    guest.forgive("ERR_FAILED")
