import numpy as np
import pytest

from kb.answering.answerability import Gate, shipped_gate
from kb.answering.features import FEATURES
from kb.index.filters import Audience, SegmentFilters
from kb.tuning.fit_gate import auroc, confidences
from kb.tuning.gate_cases import held_out_cases
from kb.tuning.measure import A_DAY, demo_articles
from kb.tuning.offline_index import segments_of
from models.embeddings import MiniLmEmbedder
from tests.kb.kb_process import Shop


async def test_a_tiny_knowledge_base_of_invented_things_is_judged(shop: Shop):
    await shop.write("Zeppelin tether warranty", "The zeppelin tether warranty lasts 7000 days.")
    for question in ("How long is the zeppelin tether warranty?", "Zeppelin tether warranty"):
        result = await shop.kb.search(question)
        assert result.answerable, question
        assert not result.doubtful, question
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


async def test_the_demo_answers_its_titles_and_knows_what_it_lacks(shop: Shop):
    async with shop.store() as store:
        await shop.kb.add(store, demo_articles())
    await shop.kb.refresh()
    served = Audience.of(None, None, A_DAY)
    for draft in demo_articles():
        filters = SegmentFilters.of(segments_of([draft])[0])
        region = draft.regions[0] if draft.regions else None
        result = await shop.kb.search(draft.title, region=region)
        if not filters.valid_from <= served.now < filters.valid_until:
            assert draft.title not in [hit.segment.title for hit in result.hits]
            continue
        assert result.answerable, draft.title
        assert draft.title in [hit.segment.title for hit in result.hits[:3]]
        assert 0 <= result.confidence <= 1
    for question in [
        "Do you sell hovercraft spare parts?",
        "hovercraft spare part availability",
        "Which spare parts do you offer for hovercraft?",
        "When will the moon museum open?",
        "Do you rent opera glasses?",
        "What is the return policy of IKEA in Sweden?",
    ]:
        assert not (await shop.kb.search(question, region="US")).answerable, question


async def test_held_out_questions_are_judged_as_well_as_documented(embedder: MiniLmEmbedder):
    gate = shipped_gate()
    cases = await held_out_cases(embedder, gate.common)
    for source, least in [("held out", 0.85), ("telecom", 0.87)]:
        own = [case for case in cases if case.source == source]
        assert auroc(gate, own, ["on_topic"]) >= least
        refused = confidences(gate, [case for case in own if case.kind == "answerable"]) < gate.threshold
        assert np.mean(refused) <= 0.05
        on_topic = confidences(gate, [case for case in own if case.kind == "on_topic"])
        assert np.mean(on_topic < gate.sure) >= 0.75  # refused, or answered with a word of doubt


def test_an_embedding_of_another_length_leaves_the_kind_of_question_out():
    gate, features = shipped_gate(), np.zeros(len(FEATURES))
    assert gate.confidence(features, np.ones(7), 0.0) == gate.confidence(features, np.zeros(1536), 0.0)
    assert gate.confidence(features, np.ones(7), 1.0) < 0.05


def test_weights_of_other_signs_are_refused():
    assert 0.0 < shipped_gate().threshold < shipped_gate().sure < 0.8
    with pytest.raises(ValueError, match="fit_gate"):
        Gate.of('{"weights": {"cosine": 1}, "intercept": 0, "threshold": 0.5, "common": {}}')
