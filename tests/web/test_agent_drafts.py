"""What an agent begins at one hand-off stays with it: it is shown, sent and answered there, and nowhere else."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Route, expect

from tests.service import ADMIN, AGENT, SECOND_AGENT, Served, Talk
from tests.web.conftest import Arrive
from tests.web.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

CUSTOMERS = iter(f"C{number:04d}" for number in range(20, 90))


def waiting(shop: Served, key: str = "") -> tuple[Talk, str]:
    """A customer who asked for a person, and the hand-off; claimed with ``key`` where one is given."""
    talk = shop.signed_in(next(CUSTOMERS), region="US")
    handoff = talk.ask_for_person()["id"]
    if key:
        assert shop.call("POST", f"/v1/handoffs/{handoff}/claim", {}, key).status_code == 200
    return talk, handoff


def approval(shop: Served) -> tuple[Talk, str]:
    """A large refund that Ana has claimed to decide."""
    fresh = datetime.now(UTC) - timedelta(days=25)
    for order in shop.orders("delivered"):
        is_large = order["currency"] == "USD" and float(order["total"]["amount"]) > 200
        if is_large and datetime.fromisoformat(order["delivered_at"]) > fresh and order["customer_id"] > "C0005":
            talk = shop.signed_in(order["customer_id"], region="US")
            talk.do("refund_order", order_id=order["id"], reason="damaged")
            if talk.do("confirm")["conversation"]["status"] == "waiting_for_approval":
                handoff = talk.state()["handoff"]["id"]
                shop.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
                return talk, handoff
    raise AssertionError("the demo holds no such order")


class Desk:
    """An agent's page, and the hand-offs on it."""

    def __init__(self, shop: Served, visitor: Visitor) -> None:
        self.shop, self.visitor, self.page = shop, visitor, visitor.page
        self.ids: dict[str, str] = {}  # hand-offs by conversation, also after they are done
        self.field = self.page.get_by_role("textbox", name="Your reply")

    def row(self, talk: Talk) -> Locator:
        if talk.id not in self.ids:
            self.ids[talk.id] = talk.state()["handoff"]["id"]
        return self.page.locator(f"handoff-queue button[data-id='{self.ids[talk.id]}']")

    async def open(self, talk: Talk, tab: str = "Mine") -> None:
        await self.page.get_by_role("tab", name=tab).click()
        await self.row(talk).click()
        await expect(self.row(talk)).to_have_attribute("aria-current", "true")

    async def kept(self) -> str:
        return str(await self.page.evaluate("sessionStorage.getItem('supportgraph:agent-drafts') ?? ''"))


@pytest_asyncio.fixture(loop_scope="module")
async def ana(arrive: Arrive, shop: Served) -> Desk:
    visitor = await arrive(width=1360)
    await visitor.sign_in_as_staff("/agent", AGENT)
    await expect(visitor.page.get_by_role("button", name="Sign out Ana")).to_be_visible()
    return Desk(shop, visitor)


def agents_words(talk: Talk) -> list[str]:
    return [m["text"] for m in talk.transcript() if m["role"] == "agent"]


async def test_a_reply_that_was_begun_stays_where_it_was_begun(ana: Desk, shop: Served) -> None:
    (one, _), (other, _) = waiting(shop, AGENT), waiting(shop, AGENT)
    await ana.open(one)
    await ana.field.fill("Your refund of 12.00 is on its way.")
    await ana.open(other)
    await expect(ana.field).to_have_value("")
    await ana.field.fill("Which size do you need?")
    waiting(shop)  # the queue tells of somebody new
    await expect(ana.page.get_by_role("tab", name="Waiting")).to_contain_text(re.compile(r"\d"))
    await expect(ana.field).to_have_value("Which size do you need?")
    await expect(ana.row(one)).to_contain_text("Draft")

    await ana.page.reload()
    await ana.open(one)
    await expect(ana.field).to_have_value("Your refund of 12.00 is on its way.")
    await ana.field.press("Enter")
    await expect(ana.field).to_have_value("")
    await expect(ana.row(one)).not_to_contain_text("Draft")
    await ana.open(other)
    await expect(ana.field).to_have_value("Which size do you need?")
    assert agents_words(one) == ["Your refund of 12.00 is on its way."]
    assert agents_words(other) == []


async def test_a_reason_a_question_and_a_flag_stay_with_their_hand_offs(ana: Desk, shop: Served) -> None:
    refund, _ = approval(shop)
    second_refund, _ = approval(shop)
    talk, _ = waiting(shop, AGENT)
    talk_too, _ = waiting(shop, AGENT)
    await ana.open(refund)
    await ana.page.get_by_role("button", name="Reject…").click()
    reason = ana.page.get_by_label("Reason. The customer will read it.")
    await reason.fill("The photo shows another product.")
    await ana.open(second_refund)
    await expect(ana.page.get_by_role("button", name="Approve")).to_be_visible()
    await expect(reason).to_have_count(0)

    await ana.open(talk)
    await ana.page.get_by_role("button", name="Close", exact=True).click()
    await ana.page.get_by_role("button", name="Flag this answer").first.click()
    correction = ana.page.get_by_label("How should it read? (optional)")
    await correction.fill("We close at six.")
    await ana.open(talk_too)
    await expect(ana.page.get_by_role("button", name="Yes, close")).to_have_count(0)
    await expect(correction).to_have_count(0)

    await ana.page.reload()
    await ana.open(talk)
    await expect(ana.page.get_by_role("button", name="Yes, close")).to_be_visible()
    await expect(correction).to_have_value("We close at six.")
    await ana.open(refund)
    await expect(reason).to_have_value("The photo shows another product.")
    await ana.page.get_by_role("button", name="Reject with this reason").click()
    await expect(ana.page.get_by_text("Rejected. The customer reads your reason.")).to_be_visible()
    assert "The photo shows another product." in refund.transcript()[-1]["text"]
    assert "The photo" not in await ana.kept()


async def test_an_answer_that_is_under_way_lands_where_it_was_asked(ana: Desk, shop: Served) -> None:
    (one, handoff), (other, _) = waiting(shop, AGENT), waiting(shop, AGENT)
    let_go = asyncio.Event()

    async def slowly(route: Route) -> None:
        await let_go.wait()
        await route.continue_()

    await ana.page.route(f"**/v1/handoffs/{handoff}/messages", slowly)
    await ana.open(one)
    await ana.field.fill("Only for the first.")
    await ana.field.press("Enter")
    await ana.field.press("Enter")  # a second press sends nothing
    await ana.page.keyboard.type("and one more")  # is not swallowed by the first's arrival
    await ana.open(other)
    await ana.field.fill("Only for the second.")
    await expect(ana.page.get_by_role("button", name="Send")).to_be_enabled()
    let_go.set()
    await expect(ana.row(one)).to_contain_text("Draft")
    await ana.field.press("Enter")
    await ana.visitor.reads("Only for the second.")
    await expect(ana.page.get_by_role("log").get_by_text("Only for the first.")).to_have_count(0)
    await ana.open(one)
    await ana.visitor.reads("Only for the first.")
    await expect(ana.field).to_have_value("and one more")
    assert agents_words(one) == ["Only for the first."]
    assert agents_words(other) == ["Only for the second."]


async def test_a_reply_that_did_not_get_through_comes_back_and_arrives_once(ana: Desk, shop: Served) -> None:
    (one, handoff), (other, _) = waiting(shop, AGENT), waiting(shop, AGENT)

    async def lost_on_the_way_back(route: Route) -> None:
        await route.fetch()  # it arrives, and its answer does not
        await route.abort()

    await ana.page.route(f"**/v1/handoffs/{handoff}/messages", lost_on_the_way_back)
    await ana.open(one)
    await ana.field.fill("We have found your parcel.")
    await ana.field.press("Enter")
    await ana.open(other)
    await expect(ana.row(one)).to_contain_text("Not sent")
    await expect(ana.page.get_by_role("alert")).to_have_count(0)
    await expect(ana.field).to_have_value("")
    await ana.open(one)
    await expect(ana.page.get_by_role("alert")).to_contain_text("cannot be reached")
    await expect(ana.field).to_have_value("We have found your parcel.")
    await ana.page.unroute(f"**/v1/handoffs/{handoff}/messages")
    await ana.field.press("Enter")
    await expect(ana.field).to_have_value("")
    assert agents_words(one) == ["We have found your parcel."]
    ana.visitor.forgive("ERR_FAILED")


async def test_the_next_agent_at_the_tab_finds_nothing_of_the_last(ana: Desk, shop: Served) -> None:
    talk, handoff = waiting(shop, AGENT)
    await ana.open(talk)
    await ana.field.fill("Between us, this customer is difficult.")
    assert "difficult" in await ana.kept()
    await ana.page.get_by_role("button", name="Sign out Ana").click()
    assert await ana.page.evaluate("Object.keys(sessionStorage)") == []
    shop.call("POST", f"/v1/handoffs/{handoff}/release", {}, ADMIN)
    await ana.page.get_by_label("Staff key").fill(SECOND_AGENT)
    await ana.page.get_by_role("button", name="Sign in").click()
    await ana.open(talk, "Waiting")
    await ana.page.get_by_role("button", name="Claim").click()
    await expect(ana.field).to_have_value("")


async def test_a_draft_ends_with_its_hand_off(ana: Desk, shop: Served) -> None:
    (closed, _), (returned, _) = waiting(shop, AGENT), waiting(shop, AGENT)
    for talk in (closed, returned):
        await ana.open(talk)
        await ana.field.fill("half a sentence that")
    await ana.page.get_by_role("button", name="Return to assistant").dblclick()
    await expect(ana.page.get_by_text("Returned to the assistant.")).to_be_visible()
    assert (await ana.kept()).count("half a sentence") == 1
    await ana.open(closed)
    shop.call("POST", f"/v1/conversations/{closed.id}/close", {}, closed.token)
    await expect(ana.page.get_by_text("This hand-off is done.")).to_be_visible()
    await expect(ana.field).to_have_count(0)
    assert "half a sentence" not in await ana.kept()


async def test_what_is_released_is_in_the_queue_at_once_and_its_draft_waits(ana: Desk, shop: Served) -> None:
    talk, _ = waiting(shop, AGENT)
    await ana.open(talk)
    await ana.field.fill("I will look into")
    await ana.page.get_by_role("button", name="Release").click()
    await expect(ana.page.get_by_text("Back in the queue, in its old place.")).to_be_visible()
    await expect(ana.page.get_by_text("What you had written is kept.")).to_be_visible()
    await ana.page.get_by_role("tab", name="Waiting").click()
    await expect(ana.row(talk)).to_be_visible()
    assert talk.transcript()[-1]["text"].startswith("Ana had to leave.")
    await ana.page.get_by_role("button", name="Claim").click()
    await expect(ana.field).to_have_value("I will look into")


async def test_words_that_are_typed_on_after_the_field_is_gone_are_no_commands(ana: Desk, shop: Served) -> None:
    talk, handoff = waiting(shop, AGENT)
    await ana.open(talk)
    await ana.field.focus()
    await ana.page.keyboard.type("I ")
    shop.call("POST", f"/v1/handoffs/{handoff}/release", {}, ADMIN)  # it is taken from under the agent's hands
    for _ in range(30):
        await ana.page.keyboard.type("c")
        await asyncio.sleep(0.05)
    await expect(ana.field).to_have_count(0)
    assert talk.state()["handoff"]["status"] == "waiting"


async def test_an_administrator_frees_what_a_colleague_holds(arrive: Arrive, shop: Served) -> None:
    talk, _ = waiting(shop, SECOND_AGENT)
    visitor = await arrive(width=1360)
    await visitor.sign_in_as_staff("/agent", ADMIN)
    ada = Desk(shop, visitor)
    await ada.open(talk, "Held")
    await expect(ada.page.get_by_text("Ben is answering this customer.")).to_be_visible()
    await ada.page.get_by_role("button", name="Release").click()
    await expect(ada.page.get_by_role("button", name="Claim")).to_be_visible()
    assert talk.state()["status"] == "waiting_for_human"
