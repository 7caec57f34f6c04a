import pytest

from kb.fit_gate import best_threshold, held_out
from kb.gate import Gate, shipped_gate
from kb.gate_cases import common_stems, gate_cases
from kb.measure import demo_articles
from kb.questions import shop_questions
from models.embeddings import MiniLmEmbedder
from tests.kb.kb_process import Shop


async def test_a_tiny_knowledge_base_of_invented_things_is_judged(shop: Shop):
    await shop.write("Zeppelin tether warranty", "The zeppelin tether warranty lasts 7000 days.")
    assert (await shop.kb.search("How long is the zeppelin tether warranty?")).answerable
    assert (await shop.kb.search("Zeppelin tether warranty")).answerable
    for question in [
        "blorp quux fnord",
        "When will the moon museum open?",
        "Do you sell hovercraft spare parts?",
        "",
        "?!",
        "the",
    ]:
        assert not (await shop.kb.search(question)).answerable, question


async def test_an_empty_knowledge_base_answers_nothing(shop: Shop):
    result = await shop.kb.search("How long does delivery take?")
    assert (result.hits, result.answerable, result.confidence) == ([], False, 0.0)


async def test_every_title_of_the_demo_is_answered_by_its_article(shop: Shop, tmp_path):
    async with shop.store() as store:
        for draft in demo_articles():
            await shop.kb.write(store, draft)
    for draft in demo_articles():
        result = await shop.kb.search(draft.title, region=draft.regions[0] if draft.regions else None)
        assert result.answerable, draft.title
        assert draft.title in [hit.segment.title for hit in result.hits[:3]]
        assert 0 <= result.confidence <= 1


async def test_held_out_questions_are_judged_as_well_as_documented(embedder: MiniLmEmbedder):
    cases = await gate_cases(embedder, common_stems(shop_questions(), demo_articles()))
    probability = held_out(cases)
    threshold = best_threshold(cases, probability)

    def right(source: str, kind: str) -> float:
        some = [k for k, c in enumerate(cases) if c.source.split()[0] == source and c.kind == kind]
        return sum((probability[k] >= threshold) == cases[k].answered for k in some) / len(some)

    assert right("shop", "answerable") >= 0.85
    assert right("shop", "title") == 1.0
    assert right("shop", "on_topic") >= 0.85
    assert right("shop", "off_topic") >= 0.97
    assert right("invented", "answerable") >= 0.88
    assert right("invented", "on_topic") >= 0.8
    assert right("invented", "elsewhere") >= 0.97


def test_weights_of_other_signs_are_refused():
    assert 0.2 <= shipped_gate().threshold <= 0.8
    with pytest.raises(ValueError, match="fit_gate"):
        Gate.of('{"weights": {"cosine": 1}, "intercept": 0, "threshold": 0.5, "common": {}}')
