import re

import pytest

from kb.text.sentences import sentences, units
from kb.tuning.measure import demo_articles
from kb.tuning.questions import held_out_questions
from tests.kb.kb_process import Shop


async def _demo(shop: Shop) -> None:
    async with shop.store() as store:
        await shop.kb.add(store, demo_articles())
    await shop.kb.refresh()


async def test_a_quote_is_the_documents_own_words_and_short(shop: Shop):
    await _demo(shop)
    for question, said in [
        ("how fast is a paypal refund", "PayPal: 1 to 2 working days"),
        ("how long does standard delivery take", "standard delivery"),
        ("how much is gift wrapping", "4.00"),
        ("my skillet is rusty", "steel wool"),
        ("how long is the password reset link valid", "60 minutes"),
        ("do gift cards expire", "Gift cards do not expire"),
        ("does the warranty cover normal wear", "What it does not cover: Rust"),
        ("how much can a dining chair carry", "Piece | Most\nDining Chair | 130 kg"),
        ("what happens to my order after 10 days in the store", "10 days"),
    ]:
        hits = (await shop.kb.search(question)).hits
        quote = await shop.kb.quote(question, hits)
        assert said.lower() in quote.text.lower(), (question, quote.text)
        assert len(quote.text.split()) <= 140
        source = " ".join(f"{segment.question} {segment.answer}" for segment in quote.segments)
        assert set(re.findall(r"\w+", quote.text)) <= set(re.findall(r"\w+", source))
        assert quote.segments[0] == hits[0].segment


async def test_every_figure_quoted_stands_in_a_cited_segment(shop: Shop):
    await _demo(shop)
    figures = 0
    for question in held_out_questions()[::4]:
        result = await shop.kb.search(question.text, region=question.region)
        if not result.answerable:
            continue
        quote = await shop.kb.quote(question.text, result.hits)
        cited = " ".join(f"{segment.question} {segment.answer}" for segment in quote.segments)
        said = re.findall(r"[\d.,:]*\d", quote.text)
        assert all(figure in cited for figure in said), question.text
        assert set(re.findall(r"\w+", quote.text)) <= set(re.findall(r"\w+", cited)), question.text
        assert {segment.id for segment in quote.segments} <= {hit.segment.id for hit in result.hits}
        figures += len(said)
    assert figures > 100


async def test_nothing_is_quoted_from_nothing(shop: Shop):
    with pytest.raises(ValueError, match="nothing to quote"):
        await shop.kb.quote("hello", [])


def test_sentences_end_where_they_end():
    assert sentences("It costs 4.00 EUR. Use paper, e.g. newsprint. Done!") == [
        "It costs 4.00 EUR.",
        "Use paper, e.g. newsprint.",
        "Done!",
    ]
    assert units("Lead in:\n- one. Two.\n- three") == ["Lead in:", "- one. Two.", "- three"]
