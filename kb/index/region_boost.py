"""Of two answers to one question, the one that was written for the customer's own region comes first."""

from collections.abc import Sequence

from domain.knowledge import Segment, SegmentHit
from domain.lazy_pattern import lazy_pattern

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
    title, held = general.title.rstrip("?.! ").casefold(), _words(question) & _of(general)
    for hit in found[1:]:
        own = hit.segment
        regions = {name.upper() for name in own.regions}
        if region in regions and own.title.casefold().startswith(title) and held <= _of(own):
            return [hit.model_copy(update={"score": found[0].score}), *(other for other in found if other is not hit)]
    return found


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _of(segment: Segment) -> set[str]:
    return _words(f"{segment.title} {segment.question} {segment.answer}")
