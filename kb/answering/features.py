"""Signs that the found segments answer the question, as numbers for the gate."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from domain.knowledge import SegmentHit
from kb.answering.evidence import LOOKED_AT, Evidence
from kb.answering.expected_answer_type import expected_answer_type
from kb.text.words import Vocabulary, held_share, stems

FEATURES = (
    "cosine",
    "margin",
    "prominence",
    "spread",
    "agreement",
    "cover",
    "article_cover",
    "synonym_cover",
    "unknown",
    "unknown_far",
    "bm25",
    "title_cover",
    "title_share",
    "asked_found",
    "asked_missing",
    "sentence",
    "uncovered_near",
    "uncovered_least",
    "uncovered_share",
    "uncovered_strange",
    "uncovered_carries",
    "uncovered_spoils",
    "unknown_strange",
    "unknown_spoils",
    "no_words",
    "length",
    "words_typed",
    "cosine_cover",
)
_NEAR = 0.5  # cosine from which a word that is not there has a near synonym that is
_PRIOR = 20.0  # weight, in segments, of how common a word is in questions to companies anywhere
_TELLING = 30.0  # segments from which on it means something that none of them holds a word
_MISSPELLED = 0.85  # of a word's weight, where only a close spelling is covered


@dataclass(frozen=True)
class Neighbourhood:
    """What the best hits stand out from: the search's candidates."""

    mean: float  # of the cosines of the nearest
    spread: float  # their standard deviation
    by_words: str | None  # the segment that BM25 alone puts first

    @classmethod
    def of(cls, cosines: Mapping[str, float], lexical: Mapping[str, float], nearest: int) -> "Neighbourhood":
        near = np.sort(np.array(list(cosines.values()) or [0.0]))[::-1][:nearest]
        best = max(lexical, key=lambda i: lexical[i], default=None)
        return cls(float(near.mean()), float(near.std()), best if best and lexical[best] > 0 else None)


def features(
    question: str,
    hits: Sequence[SegmentHit],
    words: Vocabulary,
    common: Mapping[str, float],
    evidence: Evidence,
    around: Neighbourhood,
    article_cover: Callable[[str, Mapping[str, float]], float],
) -> np.ndarray:
    """One value for each of ``FEATURES``; ``hits`` is not empty, best first, ``common`` the share of texts that hold a stem.

    None depends on the size of the knowledge base: what is rare is read from the live index.
    """
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
    wants, has = expected_answer_type(question, hit.segment.answer)
    uncovered = {stem: near for stem, near in evidence.words.items() if weight.get(stem) and stem not in cover}
    uncovered_total = sum(weight[stem] for stem in uncovered) or 1.0
    cosine = max(hit.cosine for hit in top)
    unknown = sum(weight[stem] for stem in asked if found[stem] is None) / total
    spelled: dict[str, float] = {}
    for stem in asked:
        spelled[found[stem] or stem] = max(weight[stem], spelled.get(found[stem] or stem, 0.0))
    by_words = next((h.segment.article_id for h in hits if h.segment.id == around.by_words), None)

    def strange(some: Mapping[str, float]) -> float:
        return sum(weight[stem] * max(0.0, _NEAR - near) for stem, near in some.items()) / total

    values = {
        "cosine": cosine,
        "margin": cosine - float(np.mean(others)) if others else 0.3,
        "prominence": (cosine - around.mean) / (around.spread + 0.02),
        "spread": around.spread,
        "agreement": float(by_words is not None and by_words in {h.segment.article_id for h in top}),
        "cover": shares[best],
        "article_cover": max(article_cover(h.segment.id, spelled) for h in top),
        "synonym_cover": max(held_share(spelled, set(stems(f"{h.segment.question} {h.segment.answer}"))) for h in top),
        "unknown": unknown,
        "unknown_far": unknown * (1.0 - cosine),
        "bm25": min(2.0, max(h.lexical for h in top) / (4.0 * total)),
        "title_cover": sum(weight[s] for s in asked if found[s] in title) / total,
        "title_share": sum(title_weight[s] for s in title if s in found.values()) / title_total,
        "asked_found": float(wants and has),
        "asked_missing": float(wants and not has),
        "sentence": evidence.sentence,
        "uncovered_near": sum(weight[stem] * near for stem, near in uncovered.items()) / uncovered_total
        if uncovered
        else 0.5,
        "uncovered_least": min(uncovered.values(), default=0.5),
        "uncovered_share": max((weight[stem] / total for stem in uncovered), default=0.0),
        "uncovered_strange": strange(uncovered),
        "uncovered_carries": max(0.0, -evidence.without),
        "uncovered_spoils": max(0.0, evidence.without) / max(0.1, 1.0 - evidence.sentence),
        "unknown_strange": strange({stem: near for stem, near in uncovered.items() if found[stem] is None}),
        "unknown_spoils": unknown * max(0.0, evidence.without),
        "no_words": float(not asked),
        "length": log(1 + len(asked)),
        "words_typed": log(1 + len(question.split())),
        "cosine_cover": cosine * shares[best],
    }
    return np.array([values[name] for name in FEATURES])


def unknown_word_penalty(words: Vocabulary, evidence: Evidence) -> float:
    """0..1: how surely one word that no document knows turns a question they answer into one that they do not.

    "Do you sell hovercraft spare parts?" is near to an article, and nearer still without "hovercraft". A sum of features cannot
    outweigh all the rest of such a question, so this stands apart.
    """
    unknown = [near for stem, near in evidence.words.items() if words.known(stem) is None]
    if not unknown:
        return 0.0
    far, gains = (0.26 - min(unknown)) / 0.06, (evidence.without - 0.03) / 0.03
    close_without = (evidence.sentence + evidence.without - 0.52) / 0.08
    telling = len(words) / (len(words) + _TELLING)
    return telling * float(np.prod(np.clip([far, gains, close_without], 0.0, 1.0)))


def rarity(stem: str, words: Vocabulary, common: Mapping[str, float]) -> float:
    """Inverse document frequency, with a prior: in a knowledge base of one article every word would be equally common."""
    n, held = len(words) + _PRIOR, words.frequency(stem) + _PRIOR * common.get(stem, 0.0)
    return log(1 + (max(0.0, n - held) + 0.5) / (held + 0.5))
