"""Which sentences of a text may hold a name or a street at all: the others need no model to look at them."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from domain.lazy_pattern import lazy_pattern

_SENTENCE = lazy_pattern(r"[^.!?\n]+(?:[.!?\n]+(?=\s|$)|[.!?\n]+|$)")
_WORD = lazy_pattern(r"[^\W\d_]+")
_NUMBER_OF_STREET = lazy_pattern(r"\d[\w/-]{0,6},?\s+[A-ZÀ-Þ]|(?<!\w)[A-ZÀ-Þ][\w.-]{0,40}\s\d")
_LEAST = 2  # letters
_AROUND = 160  # signs of a sentence on either side of a candidate: what tells whether it is a name
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "r", "er")


class NameCandidates:
    """``vocabulary`` are the words that are known, lower case without accents.

    A sentence may hold a name where a word is unknown or is a name (`name_words.txt`, made by `evals/privacy/name_words.py`: in lower
    case what is a name in any case, with a capital what is written with one), a street where a number stands beside a capital."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        lines = _lines("name_words.txt")
        self._vocabulary = vocabulary.union(_lines("plain_words.txt"))
        self._names = frozenset(line for line in lines if line.islower())
        self._capitals = frozenset(line.lower() for line in lines if not line.islower())

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of what is to be read, in order: each such sentence, of a long one what stands around its candidates."""
        for sentence in _SENTENCE.finditer(text):
            found = [word.span() for word in _WORD.finditer(sentence.group()) if self._may_be(word.group())]
            found += (match.span() for match in _NUMBER_OF_STREET.finditer(sentence.group()))
            spans: list[tuple[int, int]] = []
            for first, last in sorted(found):
                start, end = max(0, first - _AROUND), min(last + _AROUND, len(sentence.group()))
                if spans and start <= spans[-1][1]:
                    start, end = spans[-1][0], max(end, spans.pop()[1])
                spans.append((start, end))
            yield from ((sentence.start() + start, sentence.start() + end) for start, end in spans)

    def _may_be(self, word: str) -> bool:
        if len(word) < _LEAST:
            return False
        plain = word.lower()
        if not plain.isascii():
            plain = "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))
        if plain in self._names or (word[0].isupper() and plain in self._capitals):
            return True
        return plain not in self._vocabulary and not (word.islower() and self._is_inflected(plain))

    def _is_inflected(self, word: str) -> bool:
        """ "waited", "refunds": an ending on a known word that is no name."""
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        return any(len(stem) > _LEAST and stem in self._vocabulary and stem not in self._names for stem in stems)


def _lines(file: str) -> list[str]:
    return (Path(__file__).parent / file).read_text(encoding="utf-8").split()
