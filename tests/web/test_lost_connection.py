"""What a customer sees when the line or the service goes away: the truth, and every message once."""

import pytest
from playwright.async_api import expect

from tests.service import AGENT, Served
from tests.web.conftest import Arrive
from tests.web.visitor import SOON

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_message_that_could_not_be_sent_says_so_and_goes_out_once_when_tried_again(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.context.set_offline(True)
    await guest.say("How long does delivery take?")
    await expect(guest.page.get_by_text("Not sent: The service cannot be reached.")).to_be_visible()
    await guest.context.set_offline(False)
    await guest.press("Try again")
    await guest.reads("working days")
    said = guest.page.locator("chat-message[data-role=customer]")
    await expect(said).to_have_count(1)
    await expect(guest.page.locator(".outgoing")).to_have_count(0)
    guest.forgive("ERR_INTERNET_DISCONNECTED")


async def test_after_the_service_came_back_the_chat_goes_on_and_shows_what_was_missed(arrive: Arrive, shop: Served) -> None:
    maya = await arrive()
    await maya.open_chat("C0001")
    await maya.press("Talk to a person")
    await expect(maya.page.get_by_text("You are in the queue for a person")).to_be_visible()
    shop.kill()
    await expect(maya.page.get_by_text("Connection lost. Trying again…")).to_be_visible(timeout=SOON)
    shop.restart_after_kill()
    newest = shop.call("GET", "/v1/handoffs?status=waiting", key=AGENT).json()["items"][-1]
    handoff = newest["id"]
    shop.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    shop.call("POST", f"/v1/handoffs/{handoff}/messages", {"text": "We are back, sorry for the wait."}, AGENT)
    await expect(maya.page.get_by_role("heading", name="Ana · person")).to_be_visible(timeout=SOON)
    await expect(maya.page.get_by_role("log").get_by_text("We are back, sorry for the wait.")).to_have_count(1)
    await expect(maya.page.get_by_role("log").get_by_text("Ana joined the conversation.")).to_have_count(1)
    await expect(maya.page.get_by_text("Connection lost")).to_have_count(0)
    maya.forgive("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET")
