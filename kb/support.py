"""Signs that the found segments answer the question, as numbers for the gate."""

from collections.abc import Mapping, Sequence
from math import log

import numpy as np

from domain.knowledge import SegmentHit
from kb.asked_for import asked_for
from kb.evidence import LOOKED_AT, Evidence
from kb.words import Vocabulary, stems

SIGNS = (
    "cosine",
    "margin",
    "cover",
    "unknown",
    "bm25",
    "title_cover",
    "title_share",
    "asked_found",
    "asked_missing",
    "sentence",
    "odd_near",
    "odd_least",
    "odd_strange",
    "odd_carries",
    "odd_spoils",
    "no_words",
    "length",
    "cosine_cover",
)
_NEAR = 0.5  # cosine from which a word that is not there has a near synonym that is
_PRIOR = 20.0  # weight, in segments, of how common a word is in questions to shops anywhere
_MISSPELLED = 0.85  # of a word's weight, where only a close spelling is covered


def signs(
    question: str, hits: Sequence[SegmentHit], words: Vocabulary, common: Mapping[str, float], evidence: Evidence
) -> np.ndarray:
    """One value for each of ``SIGNS``; ``hits`` is not empty, best first, ``common`` the share of texts that hold a stem."""
    asked = list(dict.fromkeys(stems(question)))
    found = {stem: words.known(stem) for stem in asked}
    weight = {stem: rarity(found[stem] or stem, words, common) for stem in asked}
    total = sum(weight.values()) or 1.0
    top = hits[:LOOKED_AT]

    def covered(text: str) -> dict[str, float]:
        held = set(stems(text))
        exact = {stem: 1.0 for stem in asked if stem in held}
        return {stem: _MISSPELLED for stem in asked if found[stem] in held} | exact

    covers = [covered(f"{hit.segment.question} {hit.segment.answer}") for hit in top]
    shares = [sum(weight[s] * part for s, part in cover.items()) / total for cover in covers]
    best = int(np.argmax([share + hit.cosine for share, hit in zip(shares, top, strict=True)]))
    hit, cover = top[best], covers[best]
    title = set(stems(hit.segment.question))
    title_weight = {stem: rarity(stem, words, common) for stem in title}
    title_total = sum(title_weight.values()) or 1.0
    others = [other.cosine for other in hits if other.segment.article_id != hit.segment.article_id][:5]
    wants, has = asked_for(question, hit.segment.answer)
    odd = {stem: near for stem, near in evidence.words.items() if weight.get(stem) and stem not in cover}
    odd_total = sum(weight[stem] for stem in odd) or 1.0
    cosine = max(hit.cosine for hit in top)
    values = {
        "cosine": cosine,
        "margin": cosine - float(np.mean(others)) if others else 0.3,
        "cover": shares[best],
        "unknown": sum(weight[stem] for stem in asked if found[stem] is None) / total,
        "bm25": min(2.0, max(h.lexical for h in top) / (4.0 * total)),
        "title_cover": sum(weight[s] for s in asked if found[s] in title) / total,
        "title_share": sum(title_weight[s] for s in title if s in found.values()) / title_total,
        "asked_found": float(wants and has),
        "asked_missing": float(wants and not has),
        "sentence": evidence.sentence,
        "odd_near": sum(weight[stem] * near for stem, near in odd.items()) / odd_total if odd else 0.5,
        "odd_least": min(odd.values(), default=0.5),
        "odd_strange": sum(weight[stem] * max(0.0, _NEAR - near) for stem, near in odd.items()) / total,
        "odd_carries": max(0.0, -evidence.without),
        "odd_spoils": max(0.0, evidence.without) / max(0.1, 1.0 - evidence.sentence),
        "no_words": float(not asked),
        "length": log(1 + len(asked)),
        "cosine_cover": cosine * shares[best],
    }
    return np.array([values[name] for name in SIGNS])


def rarity(stem: str, words: Vocabulary, common: Mapping[str, float]) -> float:
    """Inverse document frequency, with a prior: in a knowledge base of one article every word would be equally common."""
    n, held = len(words) + _PRIOR, words.frequency(stem) + _PRIOR * common.get(stem, 0.0)
    return log(1 + (max(0.0, n - held) + 0.5) / (held + 0.5))
