"""Writing an article: nothing is lost, neither what was typed nor what another wrote."""

import re

import pytest
from playwright.async_api import expect

from tests.service import ADMIN, Served
from tests.web.care import administration, enter, written
from tests.web.conftest import Arrive

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_an_old_text_is_taken_back_and_another_ones_edit_is_not_overwritten_unseen(
    arrive: Arrive, shop: Served
) -> None:
    title = "How do I oil a block?"
    article = written(shop, title, "Use 5 drops.", review_by="2031-03-09T10:30:00Z")
    body = {"title": title, "body": "Use 6 drops.", "review_by": "2031-03-09T10:30:00Z"}
    assert shop.call("PUT", f"/v1/kb/articles/{article}", body, ADMIN).status_code == 200
    ada = await administration(arrive, "Articles")
    await ada.page.get_by_label("Filter by title, tag or address").fill("oil a block")
    await ada.page.get_by_role("link", name=title).click()
    await ada.press("Revisions")
    await ada.page.get_by_role("listitem").filter(has_text="Revision 1").get_by_role("button", name="Compare").click()
    await ada.press("Take this text back into the editor")
    await expect(ada.page.get_by_label("Text (Markdown)")).to_have_value("Use 5 drops.")
    shop.call("PUT", f"/v1/kb/articles/{article}", {**body, "body": "Use 7 drops."}, ADMIN)
    await ada.press("Save")
    await expect(ada.page.get_by_role("alert")).to_contain_text("Somebody saved this article meanwhile")
    await expect(ada.page.get_by_role("deletion")).to_have_text("7")
    await ada.press("Save")
    await expect(ada.page.get_by_role("status").filter(has_text="revision 4")).to_be_visible()
    saved = shop.call("GET", f"/v1/kb/articles/{article}", key=ADMIN).json()
    assert (saved["body"], saved["review_by"]) == ("Use 5 drops.", "2031-03-09T10:30:00Z")


async def test_what_was_typed_and_not_saved_is_there_on_coming_back(arrive: Arrive, shop: Served) -> None:
    article = written(shop, "How do I splice a hawser?", "Take 3 strands.")
    ada = await administration(arrive, "Articles")
    await ada.page.evaluate(f"location.hash = 'articles/{article}'")
    text = ada.page.get_by_label("Text (Markdown)")
    await text.fill("Take 4 strands.")
    await enter(ada, "Flags")
    await ada.page.go_back()
    await expect(text).to_have_value("Take 4 strands.")
    await ada.page.reload()
    await expect(text).to_have_value("Take 4 strands.")
    await expect(ada.page.get_by_role("status")).to_contain_text("typed and not saved is back")
    await ada.press("Discard it")
    await expect(text).to_have_value("Take 3 strands.")
    await text.fill("Take 5 strands.")
    await ada.press("Sign out")
    kept = await ada.page.evaluate("Object.keys(sessionStorage)")
    assert kept == []


async def test_who_sees_an_article_and_when_is_written_in_the_editor(arrive: Arrive, shop: Served) -> None:
    ada = await administration(arrive, "Articles")
    await ada.page.get_by_role("link", name="New article").click()
    await ada.page.get_by_label("Title, best as").fill("Where is the sail loft in Bremen?")
    await ada.page.get_by_label("Text (Markdown)").fill("At 14 Am Speicher.")
    await ada.page.get_by_text("Who sees it, and when").click()
    await ada.page.get_by_label("Only for regions").fill("de, at")
    await ada.page.get_by_label("Language").fill("en")
    await ada.page.get_by_label("Until (that day no longer)").fill("2031-05-01")
    await ada.press("Save")
    await expect(ada.page.get_by_role("status").filter(has_text="is live")).to_be_visible()
    await ada.page.get_by_label("Filter by title, tag or address").fill("sail loft")
    row = ada.page.get_by_role("row").filter(has_text="sail loft in Bremen")
    await expect(row).to_contain_text(re.compile(r"DE, AT.*en"))
    found = shop.call("GET", "/v1/kb/search?q=Where is the sail loft in Bremen?&region=DE", key=ADMIN).json()["items"][0]
    saved = shop.call("GET", f"/v1/kb/articles/{found['article_id']}", key=ADMIN).json()
    assert (saved["regions"], saved["valid_until"], saved["valid_from"]) == (["DE", "AT"], "2031-05-01T00:00:00Z", None)
