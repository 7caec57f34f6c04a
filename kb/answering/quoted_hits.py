"""Which hit is quoted."""

from collections.abc import Collection, Mapping, Sequence

from domain.knowledge import Segment, SegmentHit
from domain.language.goods.product_names import words_of
from kb.text.words import stems

_MERE_LEAD = 8  # words


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


def of_the_named_section(question: str, hits: Sequence[SegmentHit], versions: Mapping[str, Segment]) -> Sequence[SegmentHit]:
    """Of an article on several things that section first whose heading the question names, where it does not name the first one's: of
    boards and knives "can the knives go in the dishwasher?" asks about "Knives". ``versions``: the same in the customer's language."""
    first, asked = hits[0].segment, set(words_of(question))
    if not _headed(first) or any(heading & asked for heading in _headings(first, versions)):
        return hits
    others = [hit for hit in hits[1:] if hit.segment.article_id == first.article_id and _headed(hit.segment)]
    named = [hit for hit in others if any(heading <= asked for heading in _headings(hit.segment, versions))]
    return [named[0], *(hit for hit in hits if hit is not named[0])] if len(named) == 1 else hits


def _headings(segment: Segment, versions: Mapping[str, Segment]) -> list[set[str]]:
    return [_headed(one) for one in (segment, versions.get(segment.id)) if one is not None and _headed(one)]


def _headed(segment: Segment) -> set[str]:
    return set(words_of(segment.heading_path[-1])) if segment.heading_path else set()
