import numpy as np
import pytest

from domain.knowledge import ArticleDraft
from kb.index.dense import blended
from kb.index.ranking import Weights, fuse, signals
from kb.text.words import ArticleWords, held_share, stems, synonyms
from kb.tuning.offline_index import segments_of
from tests.kb.kb_process import Shop


def test_a_synonym_covers_a_word_in_part():
    (parcel,) = stems("parcel")
    assert set(stems("package")) <= synonyms(parcel)
    assert held_share({parcel: 2.0}, set(stems("a parcel"))) == 1.0
    assert 0 < held_share({parcel: 2.0}, set(stems("a package"))) < 1
    assert held_share({parcel: 2.0}, set(stems("a whale"))) == 0
    assert held_share({}, set()) == 0


def test_words_elsewhere_in_an_article_count_until_they_are_gone():
    body = "## Wax\n\n" + "Wax is warm. " * 40 + "\n\n## Wick\n\n" + "A wick is short. " * 40
    segments = segments_of([ArticleDraft(title="Candles", body=body)])
    words, asked = ArticleWords(), dict.fromkeys(stems("wax wick"), 1.0)
    words.apply(segments, [])
    wax, wick = segments[0], segments[-1]
    assert words.cover(wax.id, asked) == pytest.approx((0.5 + 1.0) / 2)
    words.apply([], [segment.id for segment in segments if segment.heading_path == ["Wick"]])
    assert words.cover(wax.id, asked) == pytest.approx(0.5)
    assert words.cover(wick.id, asked) == 0
    words.apply([], [segment.id for segment in segments])
    assert words.cover(wax.id, asked) == 0


def test_words_break_a_tie_of_the_vectors_and_the_own_region_a_tie_of_both():
    weights = Weights(words=0.05, cover=0.15, regional=0.06)
    cover = {"a": 0.0, "b": 1.0}
    found = signals({"a": 0.5, "b": 0.5}, {"b": 3.0}, set(), {"x": 1.0}, lambda i, _: cover[i])
    assert [i for i, _ in fuse(found, weights)] == ["b", "a"]
    found = signals({"a": 0.5, "b": 0.5}, {}, {"a"}, {"x": 1.0}, lambda *_: 0.0)
    assert [i for i, _ in fuse(found, weights)] == ["a", "b"]
    assert fuse(signals({}, {}, set(), {}, lambda *_: 0.0), weights) == []


def test_a_blended_vector_is_of_unit_length_and_leans_to_the_title():
    whole, title = np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]])
    (row,) = blended(whole, title)
    assert np.linalg.norm(row) == pytest.approx(1.0)
    assert 0 < row[1] < row[0]


async def test_a_misspelling_and_a_synonym_find_their_article(shop: Shop):
    await shop.write("Lost parcels", "We search for a lost parcel for five days.")
    await shop.write("Lost keys", "Keys are kept at the desk for a year.")
    assert (await shop.titles("lsot parcle"))[0] == "Lost parcels"
    assert (await shop.titles("my package has vanished"))[0] == "Lost parcels"


async def test_the_text_for_the_own_region_leads_where_it_says_as_much(shop: Shop):
    await shop.write("How long does delivery take?", "Delivery takes 3 days, and 5 days to Canada.")
    await shop.write("How long does delivery take in Germany?", "Delivery takes 2 days.", regions=["DE"])
    assert (await shop.titles("How long does delivery take?", region="DE"))[0].endswith("Germany?")
    assert (await shop.titles("How long does delivery take to Canada?", region="DE"))[0] == "How long does delivery take?"
