"""The care of the knowledge base through the administration's pages, in a real browser against a real service."""

import io
import re
import zipfile

import pytest
from playwright.async_api import FilePayload, expect

from tests.service import ADMIN, AGENT, Served
from tests.web.care import administration, enter, written
from tests.web.conftest import Arrive
from tests.web.visitor import SOON

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def flagged(shop: Served, title: str, body: str, correction: str | None) -> str:
    """The id of a flag on an answer that was made from a new article with this title and body."""
    written(shop, title, body)
    answer = shop.talk(consent=True, region="US").say(title)
    message = next(m for m in answer["messages"] if m["citations"])
    body_of_flag = {"reason": "outdated", "correction": correction}
    response = shop.call("POST", f"/v1/messages/{message['id']}/flags", body_of_flag, AGENT)
    assert response.status_code == 201, response.text
    return str(response.json()["flag"]["id"])


async def test_a_wrong_answer_is_flagged_fixed_live_and_those_who_got_it_are_listed(arrive: Arrive, shop: Served) -> None:
    title = "How long is the kite line guaranteed?"
    body = (
        "The kite line is guaranteed for 40 weeks. Keep the receipt.\n\n## Not covered\n\n- knots and cuts\n- **salt water**"
    )
    written(shop, title, body)
    customer, ana = await arrive(), await arrive(width=1360)
    await customer.open_chat("C0001")
    await customer.say(title)
    await customer.reads("40 weeks")
    await customer.press("Talk to a person")
    await ana.sign_in_as_staff("/agent", AGENT)
    await ana.page.get_by_role("button", name=re.compile("Maya Torres")).last.click()
    wrong = ana.page.get_by_role("article").filter(has_text="40 weeks")
    await wrong.get_by_role("button", name="Flag this answer").click()
    await ana.page.get_by_label("What is wrong with this answer?").select_option("outdated")
    await ana.page.get_by_label("How should it read? (optional)").fill("It is 90 weeks since spring.")
    await ana.press("Flag answer")
    await expect(ana.page.get_by_text("Flagged.")).to_be_visible()

    ada = await administration(arrive, "Flags", height=1010)
    row = ada.page.get_by_role("listitem").filter(has_text="It is 90 weeks since spring.")
    await row.get_by_role("link", name="Review and fix").click()
    said = ada.page.get_by_role("region", name="What was said")
    await expect(said).to_contain_text(title)
    await expect(said).to_contain_text("40 weeks")
    await expect(ada.page.get_by_role("button", name="Fix and publish")).to_be_disabled()
    text = ada.page.get_by_label("Text (Markdown)")
    await text.fill((await text.input_value()).replace("40 weeks", "90 weeks"))
    changes = ada.page.get_by_role("region", name="Changes")
    await expect(changes.get_by_role("deletion")).to_have_text("40")
    await expect(changes.get_by_role("insertion")).to_have_text("90")
    await ada.picture("admin-flag")
    await ada.press("Fix and publish")
    await expect(ada.page.get_by_role("status").filter(has_text="is live: revision 2")).to_be_visible()
    told = ada.page.get_by_role("region", name="Who was told").get_by_role("listitem").filter(has_text="can be told")
    await expect(told).to_have_count(1)
    await expect(told).to_contain_text("40 weeks")
    await expect(told).to_contain_text("Customer C0001")
    async with ada.page.expect_download() as download:
        await ada.press("Download as CSV")
    sheet = (await (await download.value).path()).read_text()
    assert sheet.startswith("message_id,conversation_id,revision")
    assert "40 weeks" in sheet
    await ada.page.get_by_role("link", name="Next flag").click()
    await expect(ada.page.get_by_text("It is 90 weeks since spring.")).to_have_count(0)

    another = await arrive()
    await another.open_chat()
    await another.say(title)
    await another.reads("90 weeks")
    assert "40 weeks" not in await another.page.get_by_role("log").inner_text()


async def test_a_flag_is_dismissed_with_a_reason_and_kept_with_it(arrive: Arrive, shop: Served) -> None:
    flag = flagged(
        shop, "How heavy is the brass anchor hook?", "The brass anchor hook weighs 410 grams.", "I think it is lighter."
    )
    ada = await administration(arrive, "Flags")
    await ada.page.evaluate(f"location.hash = 'flags/{flag}'")
    await ada.press("Dismiss…")
    await ada.page.get_by_label("Why is there nothing to fix?").fill("Weighed again: 410 grams.")
    await ada.press("Dismiss with this reason")
    await expect(ada.page.get_by_role("status").filter(has_text="The flag is dismissed.")).to_be_visible()
    await ada.press("Dismissed")
    await expect(ada.page.get_by_text("Dismissed by Ada: Weighed again: 410 grams.")).to_be_visible()


async def test_a_flag_that_somebody_else_has_resolved_says_so(arrive: Arrive, shop: Served) -> None:
    flag = flagged(shop, "How tall is the rope ladder?", "The rope ladder is 310 cm tall.", None)
    ada = await administration(arrive, "Flags")
    await ada.page.evaluate(f"location.hash = 'flags/{flag}'")
    await ada.page.get_by_label("Text (Markdown)").fill("The rope ladder is 320 cm tall.")
    shop.call("POST", f"/v1/kb/flags/{flag}/resolve", {"dismiss": "It is right."}, ADMIN)
    await ada.press("Fix and publish")
    await expect(ada.page.get_by_role("alert")).to_be_visible()
    await ada.page.reload()
    await expect(ada.page.get_by_text("It is right.")).to_be_visible()
    ada.forgive("status of 409")


def zipped(files: dict[str, bytes]) -> FilePayload:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return {"name": "help.zip", "mimeType": "application/zip", "buffer": made.getvalue()}


async def test_a_zip_with_a_bad_file_is_imported_but_for_that_file_and_a_repeat_changes_nothing(arrive: Arrive) -> None:
    upload = zipped(
        {"care/sails.md": b"# How do I wash a sail?\n\nRinse it with 30 litres of water.", "bad.pdf": b"%PDF-1.4 rubbish"}
    )
    ada = await administration(arrive, "Import")
    chosen = ada.page.get_by_label("Choose files")
    await chosen.set_input_files(upload)
    first = ada.page.get_by_role("listitem").filter(has_text="help.zip")
    await expect(first).to_contain_text("1 written, 0 unchanged, 0 skipped, 1 with errors.", timeout=SOON)
    await expect(first.get_by_role("listitem").filter(has_text="bad.pdf")).to_contain_text("PDF")

    await chosen.set_input_files(upload)
    await expect(first.first).to_contain_text("0 written, 1 unchanged, 0 skipped, 1 with errors.", timeout=SOON)
    await ada.page.reload()
    await expect(ada.page.get_by_text("0 written, 1 unchanged, 0 skipped, 1 with errors.").first).to_be_visible()
    await enter(ada, "Try a question")
    await ada.page.get_by_label("Question").fill("How do I wash my sail?")
    await ada.press("Search")
    await expect(ada.page.get_by_role("listitem").first).to_contain_text("30 litres")


async def test_a_file_can_be_dropped(arrive: Arrive) -> None:
    ada = await administration(arrive, "Import")
    dropped = await ada.page.evaluate_handle(
        """() => {
          const given = new DataTransfer();
          given.items.add(new File(["question,answer\\nWhere is the oar rack?,Row 17 of the hall."], "oars.csv"));
          return given;
        }"""
    )
    await ada.page.locator(".drop").dispatch_event("drop", {"dataTransfer": dropped})
    row = ada.page.get_by_role("listitem").filter(has_text="oars.csv")
    await expect(row).to_contain_text("1 written", timeout=SOON)


async def test_a_contradiction_leads_to_the_editor_and_is_gone_after_the_edit(arrive: Arrive, shop: Served) -> None:
    written(shop, "Capstan grease warranty", "The capstan grease warranty lasts 700 days. Riggers check it.")
    later = written(shop, "Capstan grease warranty period", "The capstan grease warranty lasts 800 days. Riggers check it.")
    ada = await administration(arrive, "Audit")
    await ada.page.get_by_role("button", name=re.compile("^Contradicting")).click()
    finding = ada.page.get_by_role("listitem").filter(has_text="Capstan grease warranty period")
    await finding.get_by_role("button", name="Compare").click()
    await expect(finding.get_by_role("deletion")).to_have_text("700")
    await finding.get_by_role("link", name="Capstan grease warranty period").click()
    await ada.page.get_by_label("Text (Markdown)").fill("The capstan grease warranty lasts 700 days. Riggers check it.")
    await ada.press("Changes")
    await expect(ada.page.get_by_role("deletion")).to_have_text("800")
    await ada.press("Save")
    await expect(ada.page.get_by_role("status").filter(has_text="is live: revision 2")).to_be_visible()
    await enter(ada, "Audit")
    await expect(ada.page.get_by_role("button", name=re.compile("^All"))).to_be_visible()
    await expect(ada.page.get_by_role("listitem").filter(has_text="against “800 days”")).to_have_count(0)
    shop.call("DELETE", f"/v1/kb/articles/{later}", key=ADMIN)


async def test_a_gap_becomes_an_article_that_begins_with_what_a_person_answered(arrive: Arrive, shop: Served) -> None:
    question = "Do you sell hovercraft spare parts?"
    talk = shop.talk(consent=True, region="US")
    assert talk.say(question)["turn"]["outcome"] in ("no_answer_found", "not_understood")
    handoff = talk.ask_for_person()["id"]
    shop.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    reply = "Hello! We sell hovercraft skirts and fans, from 14 to 90 USD, in the Portland shop only."
    assert shop.call("POST", f"/v1/handoffs/{handoff}/messages", {"text": reply}, AGENT).status_code == 201

    ada = await administration(arrive, "Gaps")
    card = ada.page.get_by_role("listitem").filter(has_text=question).first
    await expect(card).to_contain_text("asked once")
    await card.get_by_role("button", name="Write an article").click()
    await expect(ada.page.get_by_role("region", name="Customers asked")).to_contain_text(question)
    await expect(ada.page.get_by_label("Title, best as")).to_have_value(question)
    await expect(ada.page.get_by_label("Text (Markdown)")).to_have_value(re.compile("skirts and fans"))
    await ada.press("Save")
    await expect(ada.page.get_by_role("status").filter(has_text="is live")).to_be_visible()
    assert "skirts and fans" in shop.talk(consent=True, region="US").say(question)["messages"][-1]["text"]


async def test_the_search_tester_shows_scores_reasons_and_what_a_region_changes(arrive: Arrive, shop: Served) -> None:
    written(shop, "How long may I try a dinghy?", "You may try a dinghy for 12 days.", regions=["GB"])
    ada = await administration(arrive, "Try a question")
    await ada.page.get_by_label("Question").fill("How long may I try a dinghy?")
    await ada.page.get_by_label("Region").fill("GB")
    await ada.press("Search")
    first = ada.page.get_by_role("main").get_by_role("listitem").first
    await expect(first).to_contain_text("12 days")
    for reason in ("Score", "Same meaning", "Shared words"):
        await expect(first).to_contain_text(re.compile(rf"{reason}\s*\d"))
    await expect(ada.page.get_by_role("status")).to_contain_text(re.compile(r"would answer.*Confidence \d+%", re.DOTALL))
    await ada.page.get_by_label("Question").fill("How long does delivery take?")
    await ada.press("Search")
    await expect(first).to_contain_text("working days")
    await ada.picture("admin-search")
    await ada.page.get_by_label("Question").fill("How long may I try a dinghy?")
    await ada.page.get_by_label("Region").fill("FR")
    await ada.press("Search")
    await expect(ada.page.get_by_text("12 days")).to_have_count(0)
    await ada.page.get_by_label("Region").fill("GB")
    await ada.press("Search")
    await first.get_by_role("link", name="How long may I try a dinghy?").click()
    await expect(ada.page.get_by_label("Only for regions")).to_have_value("GB")


async def test_the_list_of_articles_tells_their_health(arrive: Arrive, shop: Served) -> None:
    title = "How deep is the mooring well?"
    flagged(shop, title, "The mooring well is 880 cm deep.", "Deeper.")
    ada = await administration(arrive, "Articles")
    await ada.page.get_by_label("Filter by title, tag or address").fill("mooring well")
    row = ada.page.get_by_role("row").filter(has_text=title)
    await expect(row.get_by_role("link", name="1 flagged")).to_be_visible()
    await expect(row.get_by_role("cell").nth(2)).to_have_text("1")
    await ada.page.get_by_label("Filter by title, tag or address").fill("")
    await ada.page.get_by_label("Order").select_option("flags")
    await ada.page.get_by_label("Only with problems").check()
    await ada.picture("admin-articles")
    await expect(ada.page.get_by_role("row").filter(has_text=title)).to_be_visible()


async def test_offline_is_said_and_over_by_itself(arrive: Arrive) -> None:
    ada = await administration(arrive, "Overview")
    await ada.context.set_offline(True)
    for room in ("Articles", "Flags", "Audit", "Gaps", "Import"):
        await enter(ada, room)
        await expect(ada.page.get_by_role("alert").first).to_contain_text("You are offline")
    await ada.context.set_offline(False)
    await expect(ada.page.get_by_role("alert")).to_have_count(0)
    await expect(ada.page.get_by_text("Drop files here")).to_be_visible()
    ada.forgive("ERR_INTERNET_DISCONNECTED")


async def test_an_error_of_the_service_is_said_and_tried_again(arrive: Arrive) -> None:
    ada = await administration(arrive, "Overview")
    problem = '{"status": 503, "code": "storage_unavailable", "detail": "The storage is full."}'
    await ada.page.route(
        "**/v1/kb/gaps*", lambda route: route.fulfill(status=503, content_type="application/problem+json", body=problem)
    )
    await enter(ada, "Gaps")
    await expect(ada.page.get_by_role("alert")).to_contain_text("The storage is full.")
    await ada.page.unroute("**/v1/kb/gaps*")
    await ada.press("Try again")
    await expect(ada.page.get_by_role("alert")).to_have_count(0)
    ada.forgive("status of 503")
