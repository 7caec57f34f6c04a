from kb.measure import figures, ranks
from models.embeddings import MiniLmEmbedder


async def test_the_right_article_is_found_and_fusion_beats_each_ranking_alone(embedder: MiniLmEmbedder):
    fused = figures([rank for _, rank in await ranks(embedder)])
    dense = figures([rank for _, rank in await ranks(embedder, lexical=False)])
    bm25 = figures([rank for _, rank in await ranks(embedder, dense=False)])
    assert fused["R@5"] >= 0.96
    assert fused["MRR"] >= 0.87
    assert fused["R@5"] > dense["R@5"] > bm25["R@5"]
    assert fused["MRR"] > bm25["MRR"]
