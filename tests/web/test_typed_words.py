"""What somebody types belongs to one matter and one person: at the next flag, article or visitor there is nothing of it."""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect

from tests.service import ADMIN, Served
from tests.web.care import administration, written
from tests.web.conftest import Arrive
from tests.web.test_knowledge_pages import flagged

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def go(page: Page, place: str) -> None:
    await page.evaluate(f"location.hash = '{place}'")


class Held:
    """Requests to a path that wait until they are let go."""

    def __init__(self, page: Page, path: str) -> None:
        self._page, self._path, self._go = page, path, asyncio.Event()
        self.reached = asyncio.Event()

    async def __aenter__(self) -> "Held":
        await self._page.route(self._path, self._wait)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.let_go()

    async def _wait(self, route: Route) -> None:
        if route.request.method in ("POST", "PUT"):
            self.reached.set()
            await self._go.wait()
        await route.continue_()

    def let_go(self) -> None:
        self._go.set()


async def test_a_fix_and_a_reason_stay_with_their_flag(arrive: Arrive, shop: Served) -> None:
    first = flagged(shop, "How deep is the bilge basket?", "The bilge basket is 41 cm deep.", "Measured: 44 cm.")
    second = flagged(shop, "How wide is the chart drawer?", "The chart drawer is 61 cm wide.", "Measured: 64 cm.")
    ada = await administration(arrive, "Flags")
    text = ada.page.get_by_label("Text (Markdown)")
    why = ada.page.get_by_label("Why is there nothing to fix?")
    await go(ada.page, f"flags/{first}")
    await text.fill("The bilge basket is 44 cm deep.")
    await go(ada.page, f"flags/{second}")
    await expect(text).to_have_value("The chart drawer is 61 cm wide.")
    await ada.press("Dismiss…")
    await why.fill("The customer measured the lid.")
    await go(ada.page, f"flags/{first}")
    await expect(text).to_have_value("The bilge basket is 44 cm deep.")
    await expect(why).to_have_count(0)
    await ada.page.reload()
    await expect(text).to_have_value("The bilge basket is 44 cm deep.")
    await ada.press("Fix and publish")
    await expect(ada.page.get_by_role("status").filter(has_text="is live: revision 2")).to_be_visible()
    await go(ada.page, f"flags/{second}")
    await expect(why).to_have_value("The customer measured the lid.")
    await ada.press("Dismiss with this reason")
    await expect(ada.page.get_by_role("status").filter(has_text="The flag is dismissed.")).to_be_visible()
    kept = await ada.page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('flag/'))")
    assert kept == []


async def test_who_has_gone_on_to_another_article_is_not_called_back_by_the_first(arrive: Arrive, shop: Served) -> None:
    first = written(shop, "How do I whip a rope end?", "Use 30 turns.")
    second = written(shop, "How do I stow a fender?", "Deflate it by 10 percent.")
    ada = await administration(arrive, "Articles")
    text = ada.page.get_by_label("Text (Markdown)")
    async with Held(ada.page, f"**/v1/kb/articles/{first}") as saving:
        await go(ada.page, f"articles/{first}")
        await text.fill("Use 40 turns.")
        await ada.press("Save")
        await saving.reached.wait()
        await go(ada.page, f"articles/{second}")
        await text.fill("Deflate it by 20 percent.")
        async with ada.page.expect_response(lambda r: r.request.method == "PUT"):
            saving.let_go()
    await ada.page.wait_for_timeout(300)
    await expect(text).to_have_value("Deflate it by 20 percent.")
    assert ada.page.url.endswith(f"articles/{second}")
    assert shop.call("GET", f"/v1/kb/articles/{first}", key=ADMIN).json()["body"] == "Use 40 turns."


async def test_an_article_begun_for_a_gap_is_not_the_next_new_article(arrive: Arrive, shop: Served) -> None:
    question = "Do you rent gondola oars in Venice?"
    shop.talk(consent=True, region="US").say(question)
    ada = await administration(arrive, "Gaps")
    card = ada.page.get_by_role("listitem").filter(has_text=question).first
    await card.get_by_role("button", name="Write an article").click()
    text = ada.page.get_by_label("Text (Markdown)")
    await text.fill("We rent no oars.")
    await go(ada.page, "articles/")
    await ada.page.get_by_role("link", name="New article").click()
    await expect(text).to_have_value("")
    await go(ada.page, "gaps")
    await card.get_by_role("button", name="Write an article").click()
    await expect(text).to_have_value("We rent no oars.")


async def test_another_administrator_finds_nothing_that_the_last_one_typed(arrive: Arrive, shop: Served) -> None:
    article = written(shop, "How do I seize a shackle?", "Use a wire of 2 mm.")
    ada = await administration(arrive, "Articles")
    await go(ada.page, f"articles/{article}")
    text = ada.page.get_by_label("Text (Markdown)")
    await text.fill("Use a wire of 3 mm.")
    # The key ends without a sign-out: it is taken back, or the tab was restored without it.
    await ada.page.evaluate("sessionStorage.setItem('supportgraph:unsaved:owner', 'Somebody else')")
    await ada.page.reload()
    await expect(text).to_have_value("Use a wire of 2 mm.")


async def test_another_visitor_sees_neither_words_nor_answers_of_the_one_before(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    field = guest.page.get_by_role("textbox", name="Your message")
    async with Held(guest.page, "**/messages") as asking:
        await guest.say("How long does delivery take?")
        await asking.reached.wait()
        await field.fill("my card is")
        await guest.press("Close the chat")
        await guest.page.get_by_role("button", name="Open the chat").click()
        await expect(field).to_have_value("my card is")  # the same visitor goes on
        await guest.page.get_by_label("Demo: sign in as").select_option("C0001")
        await guest.reads("Hello Maya")
        await expect(field).to_have_value("")
        async with guest.page.expect_response("**/messages"):
            asking.let_go()
    await guest.page.wait_for_timeout(300)
    log = await guest.page.get_by_role("log").inner_text()
    assert "working days" not in log
    assert "How long does delivery take?" not in log


async def test_a_new_conversation_begins_with_nothing_of_the_last(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.say("How long does delivery take?")
    await guest.reads("working days")
    await guest.press("End the conversation")
    await guest.page.get_by_role("radio").first.click()
    await guest.page.get_by_placeholder("In your words (optional)").fill("slow")
    await guest.press("Send rating")
    await expect(guest.page.get_by_text("Thank you for your rating.")).to_be_visible()
    await guest.press("Start a new conversation")
    await guest.reads("AI assistant of Harbour & Pine")
    await expect(guest.page.locator("chat-message[data-role=customer]")).to_have_count(0)
    await expect(guest.page.get_by_role("textbox", name="Your message")).to_be_focused()
