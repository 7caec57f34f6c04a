"""What holds of every page: reachable, named, narrow or wide."""

import re

import pytest
from playwright.async_api import Route, expect

from tests.service import ADMIN, AGENT, Served
from tests.web.conftest import Arrive
from tests.web.contrast import faint_texts
from tests.web.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

_CONTROLS = {"button", "link", "textbox", "searchbox", "combobox", "radio", "tab", "dialog", "log", "image"}


async def nameless(visitor: Visitor) -> list[str]:
    """The controls of the page that have no name in the accessibility tree."""
    session = await visitor.context.new_cdp_session(visitor.page)
    tree = await session.send("Accessibility.getFullAXTree")
    found = [node for node in tree["nodes"] if not node["ignored"] and node["role"]["value"] in _CONTROLS]
    assert len(found) > 1
    return [str(node["role"]["value"]) for node in found if not node.get("name", {}).get("value", "").strip()]


ADMIN_ROOMS = ("Overview", "Articles", "Import", "Try a question", "Flags", "Audit", "Gaps")


async def enter(ada: Visitor, room: str) -> None:
    """Goes to a room of the administration and waits until it has loaded."""
    await ada.page.get_by_role("navigation").get_by_role("link", name=room).click()
    await expect(ada.page.get_by_role("main").get_by_role("heading").first).to_be_visible()
    await expect(ada.page.locator(".waits")).to_have_count(0)


async def overflows(visitor: Visitor) -> bool:
    return bool(await visitor.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


async def test_every_control_of_the_chat_has_a_name(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open("/")
    assert await nameless(guest) == []
    await guest.open_chat()
    await guest.say("How long does delivery take?")
    await expect(guest.page.get_by_role("button", name=re.compile("^Source 1"))).to_be_visible()
    assert await nameless(guest) == []
    await guest.press("End the conversation")
    await expect(guest.page.get_by_role("radio")).to_have_count(5)
    assert await nameless(guest) == []


async def test_every_control_of_the_staff_pages_has_a_name(arrive: Arrive, shop: Served) -> None:
    shop.signed_in("C0003").ask_for_person()
    ana = await arrive()
    await ana.open("/agent")
    assert await nameless(ana) == []
    await ana.sign_in_as_staff("/agent", AGENT)
    await ana.page.get_by_role("button", name=re.compile("Hannah Lindner")).first.click()
    await ana.press("Claim")
    await expect(ana.page.get_by_role("textbox", name="Your reply")).to_be_visible()
    assert await nameless(ana) == []
    assert await faint_texts(ana) == []
    ada = await arrive()
    await ada.sign_in_as_staff("/admin", ADMIN)
    for room in ADMIN_ROOMS:
        await enter(ada, room)
        assert await nameless(ada) == [], room
    await enter(ada, "Articles")
    await ada.page.get_by_role("link", name="New article").click()
    await expect(ada.page.get_by_label("Text (Markdown)")).to_be_visible()
    assert await nameless(ada) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_no_text_of_the_administration_is_faint_and_nothing_sticks_out_on_a_small_phone(
    arrive: Arrive, shop: Served, dark: bool
) -> None:
    shop.talk(consent=True, region="US").say("Do you repair bagpipes?")
    ada = await arrive(width=360, height=740, dark=dark)
    await ada.sign_in_as_staff("/admin", ADMIN)
    for room in ADMIN_ROOMS:
        await enter(ada, room)
        assert await faint_texts(ada) == [], room
        assert not await overflows(ada), room
    await enter(ada, "Articles")
    await ada.page.get_by_role("main").get_by_role("row").get_by_role("link").first.click()
    for side in ("Preview", "Changes", "Revisions", "Answers", "Try a question"):
        await ada.page.get_by_role("button", name=side, exact=True).click()
        assert await faint_texts(ada) == [], side
        assert not await overflows(ada), side


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_on_a_phone_the_chat_fills_the_screen_and_nothing_sticks_out(arrive: Arrive, dark: bool) -> None:
    guest = await arrive(width=390, height=780, dark=dark)
    await guest.open("/")
    assert not await overflows(guest)
    await guest.open_chat()
    box = await guest.page.get_by_role("dialog", name="Chat").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (390, 780)
    await guest.say("How long does delivery take?")
    await guest.reads("working days")
    assert not await overflows(guest)
    assert await faint_texts(guest) == []
    for path in ("/agent", "/admin", "/help/returns"):
        await guest.open(path)
        assert not await overflows(guest), path
    guest.forgive("favicon.ico")  # a help page names no icon, so that the browser asks for the usual one


@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desk"])
async def test_a_long_source_keeps_within_the_chat(arrive: Arrive, width: int) -> None:
    maya = await arrive(width=width, height=780)
    await maya.open_chat("C0001")
    await maya.say("How long does delivery take?")
    source = maya.page.get_by_role("button", name=re.compile("^Source 1"))
    await expect(source).to_be_visible()
    log = await maya.page.get_by_role("log").bounding_box()
    assert log is not None
    for one in (source, maya.page.get_by_text("How long does delivery take?", exact=True).last):
        box = await one.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= log["x"] + log["width"] - 16  # what the log has as its margin


async def test_on_a_phone_an_agent_goes_from_the_queue_to_the_conversation_and_back(arrive: Arrive, shop: Served) -> None:
    shop.signed_in("C0003").ask_for_person()
    ana = await arrive(width=390, height=780)
    await ana.sign_in_as_staff("/agent", AGENT)
    await ana.page.get_by_role("button", name=re.compile("Hannah Lindner")).last.click()
    await ana.press("Claim")
    await expect(ana.page.get_by_role("textbox", name="Your reply")).to_be_visible()
    assert not await overflows(ana)
    await ana.page.get_by_role("button", name="Queue").click()
    await expect(ana.page.get_by_role("tab", name="Mine")).to_be_visible()
    assert not await overflows(ana)


async def test_the_chat_works_by_keyboard_alone(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open("/")
    launcher = guest.page.get_by_role("button", name="Open the chat")
    await launcher.focus()
    await guest.page.keyboard.press("Enter")
    await expect(guest.page.get_by_role("textbox", name="Your message")).to_be_focused()
    await guest.page.keyboard.type("How long does delivery take?")
    await guest.page.keyboard.press("Enter")
    await guest.reads("working days")
    await guest.page.keyboard.press("Escape")
    await expect(launcher).to_be_focused()


async def test_a_new_message_is_read_out_once(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.say("How long does delivery take?")
    live = guest.page.locator("chat-panel [aria-live=polite]")
    await expect(live).to_contain_text("working days")


async def test_one_script_tag_brings_the_chat_to_any_page(arrive: Arrive) -> None:
    guest = await arrive()

    async def other_page(route: Route) -> None:
        tag = '<script src="/static/widget.js" data-region="GB" defer></script>'
        await route.fulfill(content_type="text/html", body=f"<!doctype html><title>Another shop</title>{tag}<h1>Hello</h1>")

    await guest.page.route("**/another-shop", other_page)
    await guest.open("/another-shop")
    await expect(guest.page.locator("support-chat")).to_have_attribute("region", "GB")
    await guest.press("Open the chat")
    await guest.reads("I read what you write only with your consent")
    guest.forgive("favicon")


async def test_an_agent_moves_through_the_queue_by_keys(arrive: Arrive, shop: Served) -> None:
    for customer in ("C0003", "C0007"):
        shop.signed_in(customer).ask_for_person()
    ana = await arrive(width=1360)
    await ana.sign_in_as_staff("/agent", AGENT)
    rows = ana.page.get_by_role("tabpanel").get_by_role("button")
    await expect(rows.nth(1)).to_be_visible()
    for key, row in (("j", 0), ("j", 1), ("k", 0)):
        await ana.page.keyboard.press(key)
        await expect(rows.nth(row)).to_have_attribute("aria-current", "true")
    await ana.page.keyboard.press("?")
    await expect(ana.page.get_by_role("dialog", name="Keys")).to_be_visible()
    await ana.page.keyboard.press("Escape")
    await ana.page.keyboard.press("c")
    await expect(ana.page.get_by_role("textbox", name="Your reply")).to_be_visible()
    await ana.page.keyboard.press("e")
    await ana.press("Yes, close")
    await expect(ana.page.get_by_text("Conversation closed.")).to_be_visible()


async def test_the_staff_key_is_never_in_a_url_and_a_wrong_one_is_refused(arrive: Arrive) -> None:
    somebody = await arrive()
    await somebody.sign_in_as_staff("/agent", "no-such-key-0123456789")
    await expect(somebody.page.get_by_role("alert")).to_contain_text("not known here")
    await somebody.sign_in_as_staff("/admin", AGENT)
    await expect(somebody.page.get_by_role("alert")).to_contain_text("for another role")
    asked: list[str] = []
    somebody.page.on("request", lambda request: asked.append(request.url))
    await somebody.sign_in_as_staff("/agent", AGENT)
    await expect(somebody.page.get_by_role("tab", name="Waiting")).to_be_visible()
    await somebody.page.reload()
    await expect(somebody.page.get_by_role("tab", name="Waiting")).to_be_visible()
    assert asked
    assert not [url for url in asked if AGENT in url]
    somebody.forgive("status of 401", "status of 403")


async def test_what_an_admin_writes_is_found_at_once_and_gone_when_deleted(arrive: Arrive) -> None:
    ada = await arrive()
    await ada.sign_in_as_staff("/admin", ADMIN)
    await expect(ada.page.get_by_role("link", name="Deflection")).to_be_visible()
    await enter(ada, "Articles")
    await ada.page.get_by_role("link", name="New article").click()
    await ada.page.get_by_label("Title, best as").fill("Do you sharpen knives?")
    await ada.page.get_by_label("Text (Markdown)").fill("Yes. Our Portland shop sharpens **one knife** for free each year.")
    await expect(ada.page.get_by_role("region", name="Preview").get_by_text("one knife")).to_be_visible()
    await ada.press("Save")
    article = ada.page.get_by_role("row").get_by_role("link", name="Do you sharpen knives?")
    await expect(article).to_be_visible()

    await enter(ada, "Try a question")
    await ada.page.get_by_label("Question").fill("Can you sharpen my knife?")
    await ada.press("Search")
    await expect(ada.page.get_by_role("listitem").first).to_contain_text("Our Portland shop sharpens")
    await expect(ada.page.get_by_role("status")).to_contain_text("Confidence")

    await enter(ada, "Articles")
    await article.click()
    await ada.press("Delete…")
    await ada.press("Delete article")
    await expect(ada.page.get_by_role("status").filter(has_text="is deleted")).to_be_visible()
    await expect(article).to_have_count(0)
