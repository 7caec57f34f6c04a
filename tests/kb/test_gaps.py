"""Gaps: paraphrases of one question are one, whatever their number, and an article that answers them closes it."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from domain.knowledge_care import Gap, UnansweredQuestion
from kb.gaps.gap_finder import GapFinder
from kb.gaps.topics import EmbeddedTopics, cluster, names
from models.embeddings import MiniLmEmbedder
from tests.kb.kb_process import Shop

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ABOUT_KAYAKS = [
    "Do you rent out kayaks?",
    "can I rent a kayak from you",
    "kayak rental?",
    "Is it possible to rent a kayak for the weekend?",
    "How do I rent one of the kayaks",
]
OTHERS = ["When will the moon museum open?", "my llama ate the lamp shade"]


def asked(texts: list[str], days_ago: float = 1) -> list[UnansweredQuestion]:
    at = NOW - timedelta(days=days_ago)
    return [
        UnansweredQuestion(turn_id=f"{days_ago:08.2f}-{i:05}", conversation_id=f"c{i}", text=text, at=at)
        for i, text in enumerate(texts)
    ]


def finder(shop: Shop, embedder: MiniLmEmbedder) -> GapFinder:
    return GapFinder(shop.kb, EmbeddedTopics(embedder), lambda: NOW)


async def listed(gaps: GapFinder, questions: list[UnansweredQuestion]) -> list[Gap]:
    return (await gaps.gaps(questions)).gaps


async def test_paraphrases_are_one_gap_named_by_their_words(shop: Shop, embedder: MiniLmEmbedder) -> None:
    gaps = finder(shop, embedder)
    found = await listed(gaps, asked([*ABOUT_KAYAKS, *OTHERS]))
    assert (found[0].n, set(found[0].questions)) == (5, set(ABOUT_KAYAKS))
    assert {"kayak", "rent"} <= {word[:5] for word in found[0].name.split()}
    assert sorted(g.n for g in found[1:]) == [1, 1]
    again = await listed(finder(shop, embedder), asked([*ABOUT_KAYAKS, *OTHERS])[::-1])
    assert again == found


async def test_none_and_one_question_are_no_special_cases(shop: Shop, embedder: MiniLmEmbedder) -> None:
    assert await listed(finder(shop, embedder), []) == []
    (only,) = await listed(finder(shop, embedder), asked(["?!"]))
    assert (only.name, only.n) == ("?!", 1)


async def test_lately_asked_comes_before_long_ago(shop: Shop, embedder: MiniLmEmbedder) -> None:
    found = await listed(finder(shop, embedder), [*asked([OTHERS[0]] * 3, 85), *asked([OTHERS[1]] * 2, 1)])
    assert [(g.n, g.questions) for g in found] == [(2, [OTHERS[1]]), (3, [OTHERS[0]])]


async def test_pages_go_on_where_the_last_one_ended(shop: Shop, embedder: MiniLmEmbedder) -> None:
    gaps, questions = finder(shop, embedder), asked([*ABOUT_KAYAKS, *OTHERS])
    whole = await listed(gaps, questions)
    first = await gaps.gaps(questions, limit=2)
    assert first.next == whole[1].id
    rest = await gaps.gaps(questions, after=first.next, limit=2)
    assert (first.gaps + rest.gaps, rest.next) == (whole, None)
    with pytest.raises(LookupError):
        await gaps.gaps(questions, after="gone")


async def test_an_article_that_answers_them_closes_the_gap(shop: Shop, embedder: MiniLmEmbedder) -> None:
    gaps, questions = finder(shop, embedder), asked([*ABOUT_KAYAKS, *OTHERS])
    assert any(g.n == 5 for g in await listed(gaps, questions))
    await shop.write("Do you rent out kayaks?", "Yes, you can rent a kayak for 40 dollars a weekend.")
    assert not any(g.n == 5 for g in await listed(gaps, questions))


def test_ten_thousand_vectors_are_clustered_in_seconds_and_none_is_lost() -> None:
    random = np.random.default_rng(7)
    centres = random.normal(size=(400, 64))
    of = random.integers(0, 400, 10_000)
    vectors = centres[of] + 0.5 * random.normal(size=(10_000, 64))
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    found = cluster(vectors)
    assert sorted(row for rows in found for row in rows) == list(range(10_000))
    assert sum(len(set(of[rows])) == 1 for rows in found) > 0.95 * len(found)
    assert len(found) < 600
    assert cluster(vectors) == found


def test_a_name_is_what_sets_a_cluster_apart() -> None:
    named = names([["do you sell blue lamps", "blue lamps?"], ["do you sell red sheds", "a red shed please"], ["!!"]])
    assert named[0] == "blue lamps"
    assert named[1] in ("red shed", "red sheds")
    assert named[2] == "!!"
