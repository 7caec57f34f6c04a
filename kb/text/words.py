"""Text into the stems that are counted and compared."""

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

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
