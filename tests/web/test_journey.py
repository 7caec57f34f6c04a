"""A newcomer's first evening with the demo, in a real browser against a real service."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from tests.service import AGENT, SECOND_AGENT, Served
from tests.web.conftest import Arrive

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def large_delivered_order(shop: Served) -> tuple[str, str]:
    """A customer of the crowd in the US and a fresh delivered order of theirs that needs an approval."""
    window = datetime.now(UTC) - timedelta(days=25)
    for order in shop.orders("delivered"):
        is_large = order["currency"] == "USD" and float(order["total"]["amount"]) > 200
        is_fresh = datetime.fromisoformat(order["delivered_at"]) > window
        is_whole = all(line["status"] is None for line in order["lines"])
        if is_large and is_fresh and is_whole and order["customer_id"] > "C0005":
            return order["customer_id"], order["id"]
    raise AssertionError("the demo holds no such order")


async def test_a_customer_tracks_is_refunded_asks_and_reads_the_source(arrive: Arrive) -> None:
    maya = await arrive()
    await maya.open_chat("C0001")
    await expect(maya.page.get_by_role("heading", name="Pip · AI assistant")).to_be_visible()

    await maya.page.get_by_role("button", name=re.compile(r"^Where is my order HP\d{6}\?$")).click()
    await maya.reads("is being prepared and hasn't left us yet")
    await expect(maya.page.get_by_role("listitem").filter(has_text="Placed")).to_have_attribute("aria-current", "step")

    await maya.say("I want my money back, my skillet arrived broken")
    refund = maya.page.get_by_role("button", name=re.compile(r"^Refund \$62\.00"))
    await expect(refund).to_be_visible()
    await maya.picture("chat")
    await refund.click()
    await maya.reads("Reference")
    await expect(maya.page.get_by_label("Confirmed")).to_be_visible()
    await expect(maya.page.get_by_role("button", name=re.compile(r"^Refund \$62"))).to_have_count(0)

    await maya.say("How long does delivery take?")
    source = maya.page.get_by_role("button", name=re.compile("^Source 1:"))
    await source.click()
    await expect(source).to_have_attribute("aria-expanded", "true")
    await expect(maya.page.locator("blockquote")).to_contain_text("working days")
    await maya.page.get_by_role("button", name="Yes, helpful").click()
    await expect(maya.page.get_by_text("Thanks for telling us.")).to_be_visible()


async def test_a_person_takes_over_answers_and_gives_back(arrive: Arrive) -> None:
    customer, ana = await arrive(), await arrive(width=1360)
    await customer.open_chat("C0005")
    await customer.say("How long does delivery take?")
    await customer.reads("working days")
    await customer.press("Talk to a person")
    await expect(customer.page.get_by_text("You are in the queue for a person")).to_be_visible()

    await ana.sign_in_as_staff("/agent", AGENT)
    row = ana.page.get_by_role("button", name=re.compile("Claire Gagnon"))
    await expect(row).to_contain_text("Asked for a person")
    await row.click()
    await ana.reads("How long does delivery take?")
    await expect(ana.page.get_by_role("heading", name="Claire Gagnon").last).to_be_visible()
    await ana.page.keyboard.press("c")
    await expect(ana.page.get_by_role("textbox", name="Your reply")).to_be_visible()
    await expect(customer.page.get_by_role("heading", name="Ana · person")).to_be_visible()
    await customer.reads("Ana joined the conversation.")

    await ana.page.keyboard.press("r")
    await ana.page.keyboard.type("Hello, I am reading your question.")
    await ana.page.keyboard.press("Enter")
    await customer.reads("Hello, I am reading your question.")
    await expect(ana.page.get_by_role("textbox", name="Your reply")).to_have_value("")

    await customer.say("And what does delivery cost?")
    await ana.reads("And what does delivery cost?")
    await ana.picture("agent")
    await ana.press("Return to assistant")
    await customer.reads("You're back with the AI assistant")
    await expect(customer.page.get_by_role("heading", name="Pip · AI assistant")).to_be_visible()
    await expect(ana.page.get_by_text("Returned to the assistant.")).to_be_visible()


async def test_a_large_refund_waits_for_a_yes_and_then_happens(arrive: Arrive) -> None:
    june, ana = await arrive(), await arrive(width=1360)
    await june.open_chat("C0004")
    await june.say("I want a refund for my bookshelf, it arrived damaged")
    await june.page.get_by_role("button", name=re.compile(r"^Refund \$266\.00")).click()
    await expect(june.page.get_by_text("A colleague is checking your request")).to_be_visible()
    await expect(june.page.get_by_label("Waiting for a colleague's approval")).to_be_visible()

    await ana.sign_in_as_staff("/agent", AGENT)
    await ana.page.get_by_role("tab", name="Approvals").click()
    await ana.page.get_by_role("button", name=re.compile("June Okafor")).click()
    approval = ana.page.get_by_role("region", name="Approval")
    await expect(approval).to_contain_text("refund $266.00 to Visa")
    await expect(approval).to_contain_text("refund_order.approve_above")
    await ana.press("Claim")
    await approval.get_by_role("button", name="Approve").click()
    await expect(ana.page.get_by_text("Approved.", exact=True)).to_be_visible()

    await june.reads("Reference")
    await expect(june.page.get_by_label("Confirmed")).to_be_visible()


async def test_a_rejection_tells_the_customer_the_reason(arrive: Arrive, shop: Served) -> None:
    buyer, order = large_delivered_order(shop)
    talk = shop.signed_in(buyer)
    talk.do("refund_order", order_id=order, reason="damaged")
    talk.do("confirm")

    ben = await arrive(width=1360)
    await ben.sign_in_as_staff("/agent", SECOND_AGENT)
    await ben.page.get_by_role("tab", name="Approvals").click()
    await ben.page.get_by_role("button", name=re.compile(order)).click()
    await ben.page.keyboard.press("c")
    approval = ben.page.get_by_role("region", name="Approval")
    await approval.get_by_role("button", name="Reject…").click()
    await approval.get_by_label("Reason. The customer will read it.").fill("Please send a photo of the damage first.")
    await approval.get_by_role("button", name="Reject with this reason").click()
    await expect(ben.page.get_by_text("Rejected. The customer reads your reason.")).to_be_visible()
    assert "Please send a photo of the damage first." in talk.transcript()[-1]["text"]
    assert talk.state()["status"] == "open"


async def test_consent_is_asked_by_two_buttons_and_the_question_is_then_answered(arrive: Arrive) -> None:
    oliver = await arrive()
    await oliver.open_chat("C0002")
    await oliver.say("How long do refunds take?")
    await oliver.reads("May I read your messages")
    await oliver.press("Yes, I agree")
    await expect(oliver.page.get_by_role("button", name=re.compile("^Source 1:"))).to_be_visible()


async def test_a_reload_goes_on_with_the_same_conversation_and_doubles_nothing(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.say("How long does delivery take?")
    await guest.reads("working days")
    before = await guest.page.locator("chat-message").all_inner_texts()
    await guest.page.reload()
    await guest.reads("working days")
    assert await guest.page.locator("chat-message").all_inner_texts() == before


async def test_a_card_number_shows_as_hidden(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.say("My card 4242 4242 4242 4242 was charged twice")
    await guest.reads("card number hidden")
    assert "4242 4242" not in await guest.page.get_by_role("log").inner_text()


async def test_the_end_asks_for_a_rating_and_a_new_conversation_can_begin(arrive: Arrive) -> None:
    guest = await arrive()
    await guest.open_chat()
    await guest.press("End the conversation")
    await guest.page.get_by_role("radio", name="Very good").click()
    await guest.page.get_by_label("In your words").fill("Quick and clear")
    await guest.press("Send rating")
    await expect(guest.page.get_by_text("Thank you for your rating.")).to_be_visible()
    await guest.press("Start a new conversation")
    await expect(guest.page.get_by_role("textbox", name="Your message")).to_be_visible()
    await guest.reads("AI assistant of Harbour & Pine")
