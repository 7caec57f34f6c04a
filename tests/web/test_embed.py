"""The chat on a page of another origin, by the lines of README and docs as they stand, in Chromium: it works on a page of a listed
origin, under that site's own strict policy too, and on no other."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.service import ADMIN, AGENT, Served, customer_token
from tests.web.other_site import OtherSite
from tests.web.visitor import SOON, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ROOT = Path(__file__).parents[2]


def _embed_lines(file: str) -> list[str]:
    return [
        b for b in re.findall(r"```html\n(.*?)```", (ROOT / file).read_text(encoding="utf-8"), re.DOTALL) if "widget.js" in b
    ]


def _at(line: str, shop: Served, customer: str) -> str:
    line = re.sub(r"https://support\.example(?:\.com)?", shop.url, line).replace('"GB"', '"US"')
    return re.sub(r'customer-token="[^"]*"', f'customer-token="{customer_token(customer)}"', line)


LINES = [(file, line) for file in ("README.md", "docs/pages.md") for line in _embed_lines(file)]


def _strict(shop: Served) -> str:
    return f"default-src 'none'; script-src {shop.url}; style-src 'self'; connect-src {shop.url}; img-src 'self'; form-action 'none'"


async def _waiting(shop: Served, conversation_id: str) -> str:
    """The conversation's hand-off, as soon as it stands in the queue."""
    async with asyncio.timeout(SOON / 1000):
        while True:
            for handoff in shop.call("GET", "/v1/handoffs?limit=200", key=AGENT).json()["items"]:
                if handoff["conversation_id"] == conversation_id:
                    return str(handoff["id"])
            await asyncio.sleep(0.1)


async def test_readme_and_docs_say_how() -> None:
    assert [file for file, _ in LINES].count("README.md") == 1
    assert len(LINES) == 3


@pytest.mark.parametrize("number", range(3))
async def test_the_line_works_on_a_page_of_a_listed_origin(
    number: int, browser: Browser, shop: Served, listed_site: OtherSite
) -> None:
    listed_site.body, listed_site.policy = _at(LINES[number][1], shop, "C0011"), _strict(shop)
    guest = await Visitor.arrive(browser, listed_site.origin)
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url) if request.url.startswith(shop.url) else None)
    await guest.open("/")
    await expect(guest.page.get_by_role("button", name="Open the chat")).to_be_visible()
    assert asked == [f"{shop.url}/static/widget.js"]  # nothing else before the customer opens it
    await guest.press("Open the chat")
    await guest.say("How long does delivery take?")
    await guest.reads("working days")
    newest = shop.call("GET", "/v1/conversations?limit=1", key=ADMIN).json()["items"][0]["id"]
    await guest.press("person")
    handoff = await _waiting(shop, newest)
    shop.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    shop.call("POST", f"/v1/handoffs/{handoff}/messages", {"text": "Somebody writes across origins"}, AGENT)
    await guest.reads("Somebody writes across origins")  # by the stream
    guest.forgive("asked another host", "favicon", "404")
    assert guest.complaints == []
    await guest.leave()


async def test_on_a_german_page_the_chat_is_german(browser: Browser, shop: Served, listed_site: OtherSite) -> None:
    """Its own labels as well as what the service says, whatever the reader's browser prefers."""
    listed_site.body, listed_site.language = _at(LINES[0][1], shop, "C0011"), "de"
    try:
        guest = await Visitor.arrive(browser, listed_site.origin)
        await guest.open("/")
        await guest.press("Chat öffnen")
        await guest.reads("KI-Assistent")
        await expect(guest.page.get_by_role("textbox", name="Ihre Nachricht")).to_be_visible()
        newest = shop.call("GET", "/v1/conversations?limit=1", key=ADMIN).json()["items"][0]
        assert newest["locale"] == "de"
        guest.forgive("asked another host", "favicon", "404")
        await guest.leave()
    finally:
        listed_site.language = "en"


async def test_it_works_on_no_other(browser: Browser, shop: Served) -> None:
    def conversations() -> int:
        return len(shop.call("GET", "/v1/conversations?limit=200", key=ADMIN).json()["items"])

    before = conversations()
    with OtherSite() as stranger:
        for _, line in LINES:
            stranger.body = _at(line, shop, "C0012")
            guest = await Visitor.arrive(browser, stranger.origin)
            await guest.open("/")
            await guest.page.wait_for_load_state("networkidle")
            launcher = guest.page.get_by_role("button", name="Open the chat")
            if await launcher.count():
                await launcher.click()
                await guest.page.wait_for_load_state("networkidle")
            # Not even what needs no preflight: the browser says that another site's page sent it.
            post = "u => fetch(u, {method: 'POST', mode: 'no-cors', body: '{}', headers: {'content-type': 'text/plain'}}).catch(() => 0)"
            await guest.page.evaluate(post, f"{shop.url}/v1/conversations")
            await guest.leave()
    assert conversations() == before
