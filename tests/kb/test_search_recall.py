from kb.tuning.measure import demo_articles, dense, figures, lexical, ranks
from kb.tuning.questions import held_out_questions, shop_questions, telecom, trades
from models.embeddings import MiniLmEmbedder


async def _figures(embedder: MiniLmEmbedder, drafts, questions) -> list[dict[str, float]]:
    ranked = [
        await ranks(embedder, drafts, questions),
        *[await ranks(embedder, drafts, questions, r) for r in (dense, lexical)],
    ]
    return [figures([rank for _, rank in one]) for one in ranked]


async def test_held_out_questions_are_found_and_fusion_beats_each_ranking_alone(embedder: MiniLmEmbedder):
    hybrid, vectors, words = await _figures(embedder, demo_articles(), held_out_questions())
    assert hybrid["R@5"] >= 0.90
    assert hybrid["MRR"] >= 0.75
    for alone in (vectors, words):
        assert hybrid["R@5"] >= alone["R@5"] + 0.03
        assert hybrid["MRR"] >= alone["MRR"] + 0.05


async def test_a_trade_that_nothing_was_fitted_on_is_searched_as_well(embedder: MiniLmEmbedder):
    other = telecom()
    hybrid, vectors, words = await _figures(embedder, other.articles, other.questions)
    assert hybrid["R@5"] >= 0.90
    assert hybrid["MRR"] >= 0.77
    assert hybrid["MRR"] > max(vectors["MRR"], words["MRR"])


def test_the_question_sets_are_large_and_share_no_wording():
    fitted, held_out = shop_questions(), held_out_questions()
    live = {(draft.source_id or "").removesuffix(".md") for draft in demo_articles()}
    assert len(live) >= 150
    assert sum(bool(q.articles) for q in held_out) >= 300
    assert sum(q.kind == "on_topic" for q in held_out) >= 100
    assert {a for q in [*fitted, *held_out] for a in q.articles} <= live
    assert not {_plain(q.text) for q in fitted} & {_plain(q.text) for q in held_out}
    for trade in [*trades(), telecom()]:
        assert {a for q in trade.questions for a in q.articles} <= {draft.title for draft in trade.articles}


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
