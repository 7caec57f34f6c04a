"""The order of hits: two rankings into one, with weights fitted by ``python -m kb.tuning.fit_fusion``; then an article's first section
and the customer's own region come first.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from domain.knowledge import Segment, SegmentHit
from domain.lazy_pattern import lazy_pattern
from kb.text.words import stems

_FULL_MATCH = 4.0  # BM25 of a segment that holds a word well, as a multiple of the word's worth


@dataclass(frozen=True)
class Weights:
    """What a full match is worth, in units of cosine."""

    words: float  # BM25 as a share of what the question's words could reach
    cover: float  # share of the question's words, by their rarity, that segment and article hold
    regional: float  # a segment written for the customer's own region


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    return Weights(**json.loads(resources.files("kb.index").joinpath("fusion.json").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Signals:
    """What speaks for one candidate."""

    cosine: float
    words: float
    cover: float
    regional: bool

    def score(self, weights: Weights) -> float:
        return self.cosine + weights.words * self.words + weights.cover * self.cover + weights.regional * self.regional


def signals(
    cosines: Mapping[str, float],
    lexical: Mapping[str, float],
    regional: Collection[str],
    worth: Mapping[str, float],
    cover: Callable[[str, Mapping[str, float]], float],
) -> dict[str, Signals]:
    """Of every candidate in ``cosines`` or ``lexical`` (BM25; none for one that shares no word).

    ``worth`` is the rarity of each stem of the question. An empty ``cosines`` (no vectors) leaves the words alone.
    """
    most = _FULL_MATCH * sum(worth.values()) or 1.0
    return {
        i: Signals(cosines.get(i, 0.0), min(1.0, lexical.get(i, 0.0) / most), cover(i, worth), i in regional)
        for i in dict.fromkeys([*cosines, *lexical])
    }


def fuse(found: Mapping[str, Signals], weights: Weights) -> list[tuple[str, float]]:
    """Candidates with their scores, best first."""
    return sorted(((i, one.score(weights)) for i, one in found.items()), key=lambda pair: -pair[1])


_BEHIND = 0.15  # cosine by which the first section may be behind


def primary_section_boost(asked: Collection[str], hits: Sequence[SegmentHit]) -> list[SegmentHit]:
    """Put an article's first section before its best one, unless that one alone holds a word of the question.

    All sections share the article's title, so a question in the title's words ("close my account") is near to each, and
    chance decides between the steps and the small print. ``asked`` holds the question's stems, spelling corrected.
    """
    ordered = list(hits)
    for article_id in dict.fromkeys(hit.segment.article_id for hit in hits):
        at = next(k for k, hit in enumerate(ordered) if hit.segment.article_id == article_id)
        best = ordered[at]
        first = next((hit for hit in ordered if hit.segment.article_id == article_id and hit.segment.position == 0), best)
        if (
            first is not best
            and best.cosine - first.cosine < _BEHIND
            and not _held_words(asked, best) - _held_words(asked, first)
        ):
            ordered.remove(first)
            ordered.insert(at, first.model_copy(update={"score": best.score}))
    return ordered


def _held_words(asked: Collection[str], hit: SegmentHit) -> set[str]:
    return set(asked) & set(stems(f"{hit.segment.question} {hit.segment.answer}"))


_WORD = lazy_pattern(r"\w+")


def region_boost(question: str, hits: Sequence[SegmentHit], region: str) -> list[SegmentHit]:
    """Put "How long does delivery take in Germany?" before "How long does delivery take?" for a customer in Germany.

    Only where the general article leads, the regional title begins with the general one, and the general text holds no
    word of the question that the regional text lacks ("… to Canada?" stays with the general one). ``region`` is in capitals;
    empty for an unknown one.
    """
    found = list(hits)
    if not found or not region or found[0].segment.regions:
        return found
    general = found[0].segment
    title, held = general.title.rstrip("?.! ").casefold(), _words(question) & _words_of(general)
    for hit in found[1:]:
        own = hit.segment
        regions = {name.upper() for name in own.regions}
        if region in regions and own.title.casefold().startswith(title) and held <= _words_of(own):
            return [hit.model_copy(update={"score": found[0].score}), *(other for other in found if other is not hit)]
    return found


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _words_of(segment: Segment) -> set[str]:
    return _words(f"{segment.title} {segment.question} {segment.answer}")
