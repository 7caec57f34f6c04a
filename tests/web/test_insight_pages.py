"""From a number to its conversations, and from a struggle to a live article and back, through the administration's pages."""

import asyncio
import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.async_api import expect

from domain.clock import utc_now
from domain.remedies import CaseTried, Evaluation, SuiteTried
from supportgraph.building.job_kinds import scoring_of
from supportgraph.configuration.settings import Settings
from supportgraph.demo.traffic import fill_quarter
from tests.service import ADMIN, AGENT, Served
from tests.service_forks import run_command
from tests.web.care import administration, enter
from tests.web.conftest import Arrive
from tests.web.visitor import SOON

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ASKED = [
    "Do you engrave initials on the cutting board?",
    "Can a name be engraved on the board?",
    "is engraving possible on it",
]
ANSWER = "We engrave up to twelve letters on every cutting board. Write the letters into the note of the order."


@pytest.fixture(scope="module")
def shop(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A demo with simulated traffic, as much as a picture wants where pictures are drawn; and three customers who were not answered."""
    data = tmp_path_factory.mktemp("insights") / "data"
    if os.environ.get("UPDATE_SCREENSHOTS"):  # takes longer than a start may
        asyncio.run(fill_quarter(Settings.load().model_copy(update={"data_dir": data}), 250, print))
    with Served(data, arguments=("--with-traffic", "24")) as served:
        for text in ASKED:
            talk = served.talk(consent=True, region="US")
            talk.say(text)
            talk.say("I want to talk to a person")
            handoff = talk.state()["handoff"]["id"]
            ok(served, f"/v1/handoffs/{handoff}/claim", {}, AGENT)
            ok(served, f"/v1/handoffs/{handoff}/messages", {"text": ANSWER}, AGENT)
            ok(served, f"/v1/handoffs/{handoff}/resume", {"action": "close"}, AGENT)
        for order in too_late(served):
            turn = served.signed_in(order["customer_id"], region="US").say(f"I want to return order {order['id']}")["turn"]
            assert turn["outcome"] == "action_refused", turn
        for text in (
            "I cannot log in to my account",
            "please help, I cannot log in to my account",
            "Hi, I cannot log in to my account",
        ):
            talk = served.talk(consent=True, region="US")
            talk.say(text)
            talk.say("that did not help")
        yield served


def too_late(served: Served) -> list[dict[str, Any]]:
    """An order of each of three customers that came more than thirty days ago."""
    long_ago = (utc_now() - timedelta(days=31)).isoformat()
    found = {o["customer_id"]: o for o in served.orders("delivered") if o["delivered_at"] < long_ago}
    return list(found.values())[:3]


def ok(served: Served, path: str, body: Any, key: str) -> Any:
    response = served.call("POST", path, body, key)
    assert response.status_code in (200, 201), response.text
    return response.json()


async def tried(served: Served) -> None:
    """The latest remedy, as if its evaluation had ended well: `tests/insights/test_remedies.py` runs a real one."""
    (remedy,) = served.call("GET", "/v1/insights/remedies?limit=1", key=ADMIN).json()["items"]
    cases = [CaseTried(conversation_id=f"c{n}", before=False, after=True) for n in range(3)]
    suite = SuiteTried(suite="core", cases=214, before=214, after=214, broken=[])
    words = "3 of 3 conversations would be answered from it (3 more, 0 fewer than now); 0 cases of the suites would break."
    evaluation = Evaluation(at=utc_now(), cases=cases, suites=[suite], is_passed=True, words=words)
    async with served.records() as database, database.begin() as unit:
        found = await unit.remedies.lock(remedy["id"])
        assert found is not None
        await unit.remedies.keep(found.model_copy(update={"status": "tested", "evaluation": evaluation}))


async def test_a_number_leads_to_its_conversations_and_to_what_was_said(arrive: Arrive, shop: Served) -> None:
    ada = await administration(arrive, "Overview", height=1000)
    await expect(ada.page.get_by_role("img", name="Deflection, by day")).to_be_visible(timeout=SOON)
    await ada.picture("admin-overview")
    await ada.page.get_by_role("link", name="Handed to a person").click()
    rows = ada.page.get_by_role("main").get_by_role("listitem")
    await expect(rows.first).to_contain_text("handed over")
    await rows.last.get_by_role("link").click()
    await expect(ada.page.get_by_role("main").get_by_role("listitem").nth(2)).to_be_visible()
    await ada.picture("admin-transcript")


async def test_the_quarter_before_is_counted_and_says_that_it_is_simulated(shop: Served) -> None:
    figures = shop.call("GET", "/v1/kpis?group_by=day", key=ADMIN).json()["items"]
    assert sum(day["conversations"] for day in figures) >= 24 + len(ASKED)
    assert len(figures) >= 10, "spread over the quarter"
    oldest = shop.call("GET", "/v1/kpis/conversations?measure=conversations&limit=200", key=ADMIN).json()["items"][-1]
    assert oldest["created_at"] < (utc_now() - timedelta(days=20)).isoformat()


async def test_a_struggle_is_accepted_tried_made_live_and_taken_back(arrive: Arrive, shop: Served) -> None:
    ada = await administration(arrive, "Struggles", height=1000)
    card = ada.page.get_by_role("listitem").filter(has_text=re.compile("engrav", re.IGNORECASE)).first
    await expect(card).to_contain_text(re.compile(r"\d+ conversations"), timeout=SOON)
    await ada.picture("admin-struggles")
    await card.get_by_label("Title").fill("Engraving")
    await expect(card.get_by_label("Text")).to_have_value(re.compile("engrave up to twelve letters"))
    await card.get_by_role("button", name="Accept the remedy").click()
    await expect(card.get_by_role("button", name="Try it")).to_be_visible(timeout=SOON)
    await expect(card.get_by_role("button", name="Make it live")).to_have_count(0)
    await tried(shop)
    await enter(ada, "Overview")
    await enter(ada, "Struggles")
    await expect(card).to_contain_text("Suite core: 214 of 214 pass now, 214 with it", timeout=SOON)
    await ada.picture("admin-remedy")
    await card.get_by_role("button", name="Make it live").click()
    await expect(card.get_by_role("button", name="Take it back")).to_be_visible()
    answer = shop.talk(consent=True, region="US").say(ASKED[0])
    assert any(c["title"] == "Engraving" for m in answer["messages"] for c in m["citations"])
    await card.get_by_role("button", name="Take it back").click()
    await expect(card.get_by_role("button", name="Accept the remedy")).to_be_visible(timeout=SOON)
    answer = shop.talk(consent=True, region="US").say(ASKED[0])
    assert not any(c["title"] == "Engraving" for m in answer["messages"] for c in m["citations"])


async def test_a_rule_is_proposed_with_its_field_and_approved_as_a_patch_to_apply(arrive: Arrive, shop: Served) -> None:
    ada = await administration(arrive, "Struggles", height=1000)
    card = ada.page.get_by_role("listitem").filter(has_text="actions.return_items.window_days is 30").first
    await card.get_by_label("What it should be").fill("400")
    await card.get_by_role("button", name="Accept the remedy").click()
    card = ada.page.get_by_role("listitem").filter(has_text="actions.return_items.window_days: 30 becomes 400").first
    await expect(card.get_by_role("button", name="Try it")).to_be_visible(timeout=SOON)
    await expect(card.get_by_role("button", name="Approve the rule")).to_have_count(0)
    await tried(shop)
    await enter(ada, "Overview")
    await enter(ada, "Struggles")
    await card.get_by_role("button", name="Approve the rule").click()
    await expect(card).to_contain_text("approved, not in the files yet", timeout=SOON)
    await expect(card).to_contain_text("+    window_days: 400")
    await card.get_by_role("button", name="Take it back").click()
    await expect(ada.page.get_by_text("actions.return_items.window_days is 30").first).to_be_visible(timeout=SOON)


async def test_what_customers_were_told_is_said_in_other_words(arrive: Arrive, shop: Served) -> None:
    ada = await administration(arrive, "Struggles", height=1000)
    card = ada.page.get_by_role("listitem").filter(has_text="were told “which-account-address”").first
    words = card.get_by_label("Its words (en)")
    await expect(words).to_have_value(re.compile("What is the e-mail address of your account"), timeout=SOON)
    await words.fill("Which e-mail address did you sign up with? Please never write a password here.")
    await card.get_by_role("button", name="Accept the remedy").click()
    card = ada.page.get_by_role("listitem").filter(has_text="which-account-address (en)").first
    await expect(card.locator("ins")).to_contain_text("did you sign up with?", timeout=SOON)
    await expect(card.get_by_role("button", name="Try it")).to_be_visible()
    await expect(card.get_by_role("button", name="Approve the words")).to_have_count(0)
    await tried(shop)
    await enter(ada, "Overview")
    await enter(ada, "Struggles")
    await card.get_by_role("button", name="Approve the words").click()
    await expect(card).to_contain_text("Apply this in the folder of texts", timeout=SOON)
    await expect(card).to_contain_text("+which-account-address = Which e-mail address did you sign up with?")


async def test_what_customers_wrote_beside_their_rating_leads_to_the_conversation_and_an_hour_to_its_handoffs(
    arrive: Arrive, shop: Served
) -> None:
    talk = shop.talk(consent=True, region="US")
    talk.say("how long do I have to return something?")
    rating = {"score": 2, "comment": "Slow, and nobody wrote to rosa.marin@example.org"}
    assert shop.call("POST", f"/v1/conversations/{talk.id}/csat", rating, talk.token).is_success
    ada = await administration(arrive, "Overview", height=1000)
    chart = ada.page.get_by_role("img", name="Hand-offs by hour of the day (UTC)")
    await expect(chart).to_be_visible(timeout=SOON)
    comment = ada.page.get_by_role("listitem").filter(has_text="Slow, and nobody wrote to [EMAIL_")
    await comment.scroll_into_view_if_needed()
    await comment.get_by_role("link", name="Conversation").click()
    await expect(ada.page.get_by_role("main")).to_contain_text("how long do I have to return something?")
    await enter(ada, "Overview")
    await ada.page.get_by_role("link", name=re.compile(r"\d+ probably")).click()
    await expect(ada.page.get_by_role("main").get_by_role("heading").first).to_contain_text("Conversations:")
    hours = shop.call("GET", "/v1/kpis", key=ADMIN).json()["items"][0]["handoff_hours"]
    await enter(ada, "Overview")
    box = await chart.locator(".u-over").bounding_box()
    assert box
    hour = max(hours, key=hours.get)
    at = {"x": box["width"] * (int(hour) + 0.6) / 24.2, "y": box["height"] - 3}
    await chart.locator(".u-over").hover(position=at)
    await chart.locator(".u-over").click(position=at)
    rows = ada.page.get_by_role("main").get_by_role("listitem")
    await expect(rows.first).to_contain_text("handed over", timeout=SOON)
    assert f"handoff_hours.{hour}" in ada.page.url


async def test_a_change_is_compared_and_taken_back_and_an_answer_says_what_it_ran_under(
    arrive: Arrive, shop: Served
) -> None:
    article = ok(shop, "/v1/kb/articles", {"title": "Larch boxes", "body": "They are made of larch."}, ADMIN)["id"]
    edited = {"title": "Larch boxes", "body": "They are made of cardboard."}
    assert shop.call("PUT", f"/v1/kb/articles/{article}", edited, ADMIN).status_code == 200
    talk = shop.talk(consent=True, region="US")
    talk.say("how long do I have to return something?")
    ada = await administration(arrive, "History", height=1000)
    row = ada.page.get_by_role("listitem").filter(has_text="Larch boxes").first
    await expect(row).to_contain_text("Ada", timeout=SOON)
    await row.get_by_role("button", name="Compare").click()
    await expect(row.locator("del")).to_contain_text("larch", timeout=SOON)
    await ada.picture("admin-history")
    await row.get_by_role("button", name="Put back what was before").click()
    await expect(row).to_contain_text("takes a change back", timeout=SOON)
    assert "larch" in shop.call("GET", f"/v1/kb/articles/{article}", key=ADMIN).json()["body"]
    await ada.page.goto(f"{shop.url}/admin#transcript/{talk.id}")
    # The score comes by itself, stands above the links and moves them: not while one of them is being pressed.
    await expect(ada.page.get_by_role("button", name="Keep my reading")).to_be_visible(timeout=SOON)
    await ada.page.get_by_role("link", name="What it ran under").last.click()
    await expect(ada.page.get_by_role("definition").filter(has_text="Revision").first).to_be_visible(timeout=SOON)


async def test_what_went_wrong_yesterday_is_one_click_away_and_fits_a_phone_in_the_dark(
    arrive: Arrive, shop: Served
) -> None:
    ada = await administration(arrive, "Overview", width=390, height=844, dark=True)
    await ada.page.get_by_role("link", name="What went wrong yesterday?").click()
    await expect(ada.page.get_by_role("heading", name="Struggles")).to_be_visible()
    await expect(ada.page.get_by_role("button", name="Yesterday")).to_have_attribute("aria-pressed", "true")
    assert await ada.page.evaluate("document.documentElement.scrollWidth") <= 390


async def test_quality_leads_from_a_figure_to_a_conversation_which_a_person_reads_otherwise(
    arrive: Arrive, shop: Served
) -> None:
    talk = shop.talk(consent=True, region="US")
    talk.say("how tall is the tower in the harbour?")  # which no article says
    assert shop.call("POST", f"/v1/conversations/{talk.id}/close", {}, talk.token).is_success
    async with shop.records() as database:
        await scoring_of(database, utc_now).score_due()
    ada = await administration(arrive, "Quality", height=1000)
    main = ada.page.get_by_role("main")
    row = main.get_by_role("row").filter(has_text="Effort")
    await expect(row).to_contain_text(re.compile(r"\d+\s?% \(\d+ of \d+; "), timeout=SOON)
    await expect(row).to_contain_text("nobody has read any")
    await expect(main).to_contain_text(re.compile("rated conversations"))
    await ada.picture("admin-quality")
    await main.get_by_role("row").filter(has_text="Answered").get_by_role("link", name="Answered").click()
    await main.get_by_role("listitem").first.get_by_role("link").click()
    card = main.get_by_role("region", name="Quality")
    await expect(card.locator("dt").first).to_have_text("Answered")
    await expect(card.locator("dd").first).to_contain_text("not so")
    await card.get_by_label("What").select_option("Effort")
    await card.get_by_label("Your reading").select_option("does not apply")
    await card.get_by_label("Why").fill("call me on +1 202 555 0147")
    await card.get_by_role("button", name="Keep my reading").click()
    await expect(card.locator("dd").nth(4)).to_contain_text("Ada says: does not apply")
    await expect(card.locator("dd").nth(4)).to_contain_text("[PHONE_1]")
    await ada.picture("admin-score")
    await enter(ada, "Quality")
    await expect(row).to_contain_text(re.compile(r"[01] of 1"))


async def test_two_versions_are_compared_and_one_gets_its_share_by_a_button_and_loses_it_again(
    arrive: Arrive, shop: Served, tmp_path: Path
) -> None:
    suite = tmp_path / "first-words.yaml"
    says = {"greets": ("Hello", "answered"), "asks": ("How long does delivery take?", "answered")}
    turns = {name: [{"say": text, "expect": {"outcome": outcome}}] for name, (text, outcome) in says.items()}
    suite.write_text(yaml.safe_dump([{"id": name, "region": "US", "turns": turn} for name, turn in turns.items()]))
    compared = ("--graph", "support-v2", "--baseline", "support-v3", "--jobs", "1", "--report", str(tmp_path / "report"))
    done = await asyncio.to_thread(run_command, "evals", "run", str(suite), *compared, env=shop.env, seconds=300)
    assert done.returncode == 0, done.stdout + done.stderr

    ada = await administration(arrive, "Versions", height=800)
    row = ada.page.get_by_role("listitem").filter(has=ada.page.get_by_role("heading", name="support-v2"))
    await expect(row).to_contain_text("first-words: 2 of 2 passed", timeout=SOON)
    await row.get_by_role("button", name="Give it 10%").click()
    await expect(row).to_contain_text("10% of new conversations", timeout=SOON)
    await ada.picture("admin-versions")
    await row.get_by_role("button", name="Take its share away").click()
    await expect(row).to_contain_text(re.compile(r"(?<!\d)0% of new conversations"), timeout=SOON)
    weights = {v["name"]: v["weight"] for v in shop.ok("GET", "/v1/graph-versions")["items"]}
    assert (weights["support-v2"], weights["support-v3"]) == (0, 1)

    await ada.page.goto((tmp_path / "report" / "report.html").as_uri())
    await expect(ada.page.locator("details")).to_have_count(2)
    await ada.page.locator("summary").first.click()
    await expect(ada.page.locator("details").first).to_contain_text("support-v3")
    await ada.picture("eval-report")
    ada.forgive("asked another host")  # the report is a file
