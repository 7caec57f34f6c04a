"""The content of a text as concepts: words that a faithful paraphrase may put for one another count as one, in seven languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table
from models.chat.facts import is_fact_word
from models.chat.plain import plain

_PIECE = lazy_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST_ENDING = 2  # letters behind an apostrophe: "parcel's", "we'll"
_LIGHT = "=light"
_SHORTEST_PART = 4  # letters of a compound's second part
_STEM = 6  # letters: "personal" and "personally" meet, "person" has a concept
_ENDINGS = lazy_pattern(r"(?:ations?|ments?|ings?|ies|ied|ed|es|s|e|y|al|ly|en|er|em|n)$")


@dataclass(frozen=True)
class Content:
    """What a text speaks about. Numbers are left out: they are facts (``facts.py``)."""

    words: tuple[str, ...]  # concepts ("=refund") and stems of what belongs to none, in order, each once
    operators: frozenset[str]  # all, only, before, …: what changes how far a claim goes

    @property
    def unknown(self) -> list[str]:
        """Words of no concept: between languages nothing can be said about them."""
        return [word for word in self.words if not word.startswith("=")]


class _Table:
    """Concepts by the beginnings of their words."""

    def __init__(self, concepts: dict[str, list[str]]) -> None:
        self._whole: dict[str, str] = {}
        self._begin: dict[str, str] = {}
        for concept, entries in concepts.items():
            for entry in entries:
                (self._whole if entry.endswith("$") else self._begin)[entry.rstrip("$")] = concept
        self._longest = max(map(len, self._begin))

    def find(self, word: str) -> tuple[str, int] | None:
        """The concept and how many letters said it."""
        if word in self._whole:
            return self._whole[word], len(word)
        for length in range(min(len(word), self._longest), 1, -1):
            if (concept := self._begin.get(word[:length])) is not None:
                return concept, length
        return None


@dataclass(frozen=True)
class _Paraphrases:
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    concepts: _Table
    operators: _Table
    light: frozenset[str]


@lru_cache(maxsize=1)
def _paraphrases() -> _Paraphrases:
    raw = shipped_table("models.chat", "paraphrase.yaml")
    return _Paraphrases(
        phrases=tuple((re.compile(pattern), put) for pattern, put in raw["phrases"]),
        concepts=_Table(raw["concepts"]),
        operators=_Table(raw["operators"]),
        light=frozenset(raw["light"].split()),
    )


@lru_cache(maxsize=4096)
def content_of(text: str) -> Content:
    table = _paraphrases()
    said = plain(text)
    for pattern, put in table.phrases:
        said = pattern.sub(f" {put} ", said)
    words: dict[str, None] = {}
    operators = set()
    for word in _words(said):
        if operator := table.operators.find(word):
            operators.add(operator[0])
        elif word not in table.light and not is_fact_word(word) and len(word) > 1:
            words.update(dict.fromkeys(concept for concept in _concepts(word, table.concepts) if concept != _LIGHT))
    return Content(tuple(words), frozenset(operators))


def _words(said: str) -> Iterator[str]:
    """Without numbers; of "dall'arrivo" what counts, of "parcel's" too."""
    for piece in _PIECE.findall(said):
        first, _, second = piece.partition("'")
        if not piece.endswith("n't"):
            yield second if len(second) > _LONGEST_ENDING else first


def _concepts(word: str, table: _Table) -> list[str]:
    """One, or two of a compound: "Garantiekarte" is warranty and card."""
    found = table.find(word)
    if found is None:
        return [_stem(word)]
    concept, length = found
    rests = (word[at:] for at in range(length, len(word) - _SHORTEST_PART + 1))
    second = next((part[0] for rest in rests if (part := table.find(rest)) and part[1] >= _SHORTEST_PART), None)
    return [f"={concept}", *([f"={second}"] if second else [])]


def _stem(word: str) -> str:
    shorter = _ENDINGS.sub("", word)
    return (shorter if len(shorter) > 2 else word)[:_STEM]
