"""Which hit is quoted, and in which of its versions."""

from collections.abc import Collection, Sequence

from domain.knowledge import Segment, SegmentHit
from domain.language.goods.product_names import words_of
from kb.text.words import stems

_MERE_LEAD = 8  # words


def in_the_questions_words(asked: Collection[str], hit: SegmentHit, version: Segment | None) -> SegmentHit:
    """The hit of the version where that one holds more of the question's words: what is quoted is chosen by them."""

    def held(segment: Segment) -> int:
        return len(set(stems(f"{segment.question} {segment.answer}")).intersection(asked))

    return hit if version is None or held(version) <= held(hit.segment) else hit.model_copy(update={"segment": version})


def past_a_mere_lead(asked: Collection[str], hits: Sequence[SegmentHit]) -> Sequence[SegmentHit]:
    """Where the first section only leads in ("A long guide for October."): that section first which holds most of the question."""
    first = hits[0].segment
    others = [hit for hit in hits[1:] if hit.segment.article_id == first.article_id]
    if not others or first.position or len(first.answer.split()) >= _MERE_LEAD:
        return hits

    def held(hit: SegmentHit) -> tuple[int, int]:
        heading, text = (len(set(stems(part)).intersection(asked)) for part in (hit.segment.question, hit.segment.answer))
        return heading, text

    best = max(others, key=held)
    return [best, *(hit for hit in hits if hit is not best and hit.segment.id != first.id)]


def of_the_named_section(question: str, hits: Sequence[SegmentHit]) -> Sequence[SegmentHit]:
    """Of an article on several things that section first whose heading the question names, where it does not name the first one's: of
    boards and knives "can the knives go in the dishwasher?" asks about "Knives"."""
    first, asked = hits[0].segment, set(words_of(question))
    if not _headed(first) or _headed(first) & asked:
        return hits
    others = [hit for hit in hits[1:] if hit.segment.article_id == first.article_id and _headed(hit.segment)]
    named = [hit for hit in others if _headed(hit.segment) <= asked]
    return [named[0], *(hit for hit in hits if hit is not named[0])] if len(named) == 1 else hits


def _headed(segment: Segment) -> set[str]:
    return set(words_of(segment.heading_path[-1])) if segment.heading_path else set()
