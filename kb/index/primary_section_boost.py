"""The first section of an article is its main answer: later ones must earn their place by the words of the question."""

from collections.abc import Collection, Sequence

from domain.knowledge import SegmentHit
from kb.text.words import stems

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
        if first is not best and best.cosine - first.cosine < _BEHIND and not _held(asked, best) - _held(asked, first):
            ordered.remove(first)
            ordered.insert(at, first.model_copy(update={"score": best.score}))
    return ordered


def _held(asked: Collection[str], hit: SegmentHit) -> set[str]:
    return set(asked) & set(stems(f"{hit.segment.question} {hit.segment.answer}"))
