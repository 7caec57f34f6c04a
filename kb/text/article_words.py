"""The words of each live article, in memory: what of a question an article covers, wherever in it the words stand."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from sys import intern

from domain.knowledge import Segment
from kb.text.synonyms import AS_GOOD_AS, synonyms
from kb.text.words import stems


class ArticleWords:
    """Kept equal to the index: fed with the same segments."""

    def __init__(self) -> None:
        self._segments: dict[str, tuple[str, frozenset[str]]] = {}  # segment id → its article's id, its stems
        self._articles: dict[str, Counter[str]] = {}  # article id → stem → segments that hold it

    def apply(self, written: Iterable[Segment], removed: Iterable[str]) -> None:
        for segment_id in removed:
            self._remove(segment_id)
        for segment in written:
            self._remove(segment.id)
            held = frozenset(intern(stem) for stem in stems(f"{segment.question} {segment.answer}"))
            self._segments[segment.id] = segment.article_id, held
            self._articles.setdefault(segment.article_id, Counter()).update(held)

    def clear(self) -> None:
        self._segments, self._articles = {}, {}

    def cover(self, segment_id: str, weights: Mapping[str, float]) -> float:
        """How much of ``weights`` (stem → worth) is held, 0..1: the mean of what the segment and what its article holds."""
        if segment_id not in self._segments:
            return 0.0
        article_id, held = self._segments[segment_id]
        return (held_share(weights, held) + held_share(weights, self._articles[article_id])) / 2

    def _remove(self, segment_id: str) -> None:
        article_id, held = self._segments.pop(segment_id, ("", frozenset()))
        if article_id:
            counts = self._articles[article_id]
            counts.subtract(held)
            left = Counter({stem: n for stem, n in counts.items() if n > 0})
            if left:
                self._articles[article_id] = left
            else:
                del self._articles[article_id]


def held_share(weights: Mapping[str, float], words: Collection[str]) -> float:
    """The share of ``weights`` (stem → worth), 0..1, that ``words`` hold; a synonym counts for a part."""
    whole = sum(weight for stem, weight in weights.items() if stem in words)
    others = (stem for stem in weights if stem not in words and any(other in words for other in synonyms(stem)))
    return (whole + AS_GOOD_AS * sum(weights[stem] for stem in others)) / (sum(weights.values()) or 1.0)
