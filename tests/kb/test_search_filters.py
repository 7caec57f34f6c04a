from datetime import UTC, datetime, timedelta

from domain.knowledge import ArticleDraft
from tests.kb.kb_process import Shop


async def test_an_article_with_regions_is_served_there_only(shop: Shop):
    await shop.write("Delivery", "Delivery takes some days.")
    await shop.write("Delivery in Germany", "Delivery takes 2 days in Germany.", regions=["DE"])
    assert await shop.titles("delivery", region="DE") == ["Delivery in Germany", "Delivery"]
    assert await shop.titles("delivery", region="de") == ["Delivery in Germany", "Delivery"]
    assert await shop.titles("delivery in Germany", region="US") == ["Delivery"]
    assert await shop.titles("delivery in Germany") == ["Delivery"]


async def test_validity_begins_with_its_first_instant_and_ends_before_its_last(shop: Shop):
    day = datetime(2026, 12, 24, tzinfo=UTC)
    await shop.write("Sledge sale", "Sledges are half price.", valid_from=day, valid_until=day + timedelta(days=1))
    for now, found in [
        (day - timedelta(milliseconds=1), False),
        (day, True),
        (day + timedelta(days=1, milliseconds=-1), True),
        (day + timedelta(days=1), False),
    ]:
        shop.now = now
        assert (await shop.titles("sledge sale") == ["Sledge sale"]) is found, now


async def test_a_change_of_filters_alone_is_live(shop: Shop):
    article = await shop.write("Sledge sale", "Sledges are half price.")
    assert await shop.titles("sledge sale") == ["Sledge sale"]
    await shop.write("Sledge sale", "Sledges are half price.", article.id, regions=["CA"])
    assert await shop.titles("sledge sale") == []
    assert await shop.titles("sledge sale", region="CA") == ["Sledge sale"]


async def test_filters_come_before_the_ranking(shop: Shop):
    async with shop.store() as store:
        for n in range(230):  # more than the index asks for at once, all nearer than the one that may be served
            draft = ArticleDraft(title=f"Ferry ticket {n}", body=f"A ferry ticket number {n}.", regions=["FR"])
            await shop.kb.write(store, draft)
        await shop.kb.write(store, ArticleDraft(title="Tickets", body="Where to buy a pass for the boat."))
    assert await shop.titles("ferry ticket", region="US") == ["Tickets"]


async def test_a_language_is_preferred_but_never_hides_the_only_answer(shop: Shop):
    await shop.write("Opening hours", "We open at nine o'clock in the morning.", locale="en-GB")
    assert await shop.titles("opening hours", locale="de-DE") == ["Opening hours"]
    await shop.write("Opening hours (Deutsch)", "Wir haben ab neun Uhr offen: opening hours.", locale="de")
    assert await shop.titles("opening hours", locale="en-US") == ["Opening hours"]
    await shop.write("Gift wrapping", "Gift wrapping costs 4.00.", locale="en")
    result = await shop.kb.search("How much is gift wrapping?", locale="de-AT")
    assert result.hits[0].segment.title == "Gift wrapping"
