"""Words: the stems that are counted and compared, those that say one thing, and which of a question's an article covers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from importlib import resources
from sys import intern
from typing import TYPE_CHECKING, Protocol

from domain.knowledge import Segment

if TYPE_CHECKING:
    from tantivy import TextAnalyzer

# Words that carry the form of a question, not what it is about.
STOP_WORDS = resources.files("kb.text").joinpath("stop_words.txt").read_text(encoding="utf-8").split()


class Vocabulary(Protocol):
    """What ``LexicalIndex`` knows of words."""

    def known(self, stem: str) -> str | None: ...
    def frequency(self, stem: str) -> int: ...
    def __len__(self) -> int: ...


def analyzer() -> "TextAnalyzer":
    """Lower case, accents folded, stop words dropped, English stems."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(40))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.custom_stopword(STOP_WORDS))
        .filter(Filter.stemmer("english"))
        .build()
    )


@lru_cache(maxsize=1)
def _analyzer() -> "TextAnalyzer":
    return analyzer()


def stems(text: str) -> list[str]:
    """The stems of ``text`` in order, stop words left out."""
    return list(_analyzer().analyze(text))


AS_GOOD_AS = 0.6  # what a synonym counts for, of the word itself


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in resources.files("kb.text").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines():
        group = set(stems(line))
        for stem in group:
            found.setdefault(stem, set()).update(group - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}


def synonyms(stem: str) -> frozenset[str]:
    """The stems of words that may stand in a text in place of ``stem``'s."""
    return _groups().get(stem, frozenset())


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
