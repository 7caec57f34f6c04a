"""An article in several languages: what is found is quoted out of the version of whoever asks, and of no other beside it."""

import pytest

from domain.knowledge import work_of
from kb.tuning.measure import A_DAY
from tests.kb.kb_process import Shop

ENGLISH = (
    "## How long\nYou can return goods within 30 days of delivery.\n\n## What it costs\nReturn labels are free in Germany."
)
GERMAN = "## Wie lange\nSie können Ware innerhalb von 30 Tagen zurückgeben.\n\n## Was es kostet\nRücksendeetiketten sind kostenlos."
PADDING = "\n\n## More\n" + " ".join(["Words that say nothing of it."] * 20)


async def both(shop: Shop) -> tuple[str, str]:
    english = await shop.write("Returns", ENGLISH + PADDING, source_id="returns.md", locale="en")
    german = await shop.write("Rückgabe", GERMAN + PADDING, source_id="returns.de.md", locale="de")
    return english.id, german.id


async def quoted(shop: Shop, question: str, locale: str) -> tuple[str, list[str]]:
    hits = (await shop.kb.search(question, locale=locale)).hits
    quote = await shop.kb.quote(question, hits, locale=locale)
    return quote.text, [segment.title for segment in quote.segments]


@pytest.mark.parametrize(
    ("source_id", "locale", "work"),
    [
        ("returns.md", "en", "returns.md"),
        ("returns.de.md", "de", "returns.md"),
        ("faq/returns.de.md", "de-AT", "faq/returns.md"),
        ("zendesk/1/en-us", "en-US", "zendesk/1"),
        ("delivery-times-de.md", "en", "delivery-times-de.md"),
        ("returns.md", None, "returns.md"),
        (None, "de", None),
    ],
)
def test_versions_have_their_source_in_common(source_id: str | None, locale: str | None, work: str | None) -> None:
    assert work_of(source_id, locale) == work


async def test_the_version_of_the_customers_language_is_quoted_alone(shop: Shop) -> None:
    shop.now = A_DAY
    await both(shop)
    for question in ("How long can I return goods?", "Wie lange kann ich Ware zurückgeben?"):
        text, titles = await quoted(shop, question, "de-DE")
        assert "30 Tagen" in text
        assert "30 days" not in text
        assert titles == ["Rückgabe"]
    text, titles = await quoted(shop, "How long can I return goods?", "en-US")
    assert "30 days" in text
    assert titles == ["Returns"]


async def test_a_version_is_searched_where_the_english_one_goes(shop: Shop) -> None:
    english, _ = await both(shop)
    assert "Rückgabe" not in await shop.titles("Rückgabe", locale="en-US")
    await shop.delete(english)
    assert await shop.titles("Rückgabe", locale="de-DE") == ["Rückgabe"] * 3
    await shop.write("Returns", ENGLISH + PADDING, source_id="returns.md", locale="en")
    assert "Rückgabe" not in await shop.titles("Rückgabe", locale="en-US")


async def test_versions_that_are_not_made_alike_stand_for_themselves(shop: Shop) -> None:
    await shop.write("Returns", ENGLISH + PADDING, source_id="returns.md", locale="en")
    await shop.write("Rückgabe", "Innerhalb von 30 Tagen.", source_id="returns.de.md", locale="de")
    assert "Rückgabe" in await shop.titles("Rückgabe", locale="de-DE")


async def test_what_stands_in_no_version_is_not_found_by_its_words(shop: Shop) -> None:
    await both(shop)
    assert not (await shop.kb.search("Verkauft ihr Kettensägen mit Motor?", locale="de-DE")).answerable
    found = await shop.kb.search("Was kosten Rücksendeetiketten?", locale="de-DE")
    assert found.answerable
    assert found.hits[0].segment.heading_path == ["What it costs"]
