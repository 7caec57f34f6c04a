"""Word lists as readable text, and the words of `cues.yaml`, ready to be looked up."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = lazy_pattern(r"[^\W_]+")


def plain_word(word: str) -> str:
    """Without case and accents: "Número" → "numero"."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))


@dataclass
class Vocabulary:
    """``phrases``: by first word, the rest of each phrase with its kind; ``beginnings`` and ``ends``: of words of any rest."""

    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    beginnings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unspaced: dict[str, str] = field(default_factory=dict)  # in scripts without spaces between words

    def add(self, kind: str, phrase: str) -> None:
        if phrase.endswith("*"):
            self.beginnings[plain_word(phrase[:-1])].add(kind)
        elif phrase.startswith("*"):
            self.ends[plain_word(phrase[1:])].add(kind)
        else:
            first, *rest = map(plain_word, _WORD.findall(phrase))
            self.phrases[first].append((tuple(rest), kind))


@cache
def vocabulary() -> Vocabulary:
    read = shipped_table("privacy", "cues.yaml")
    made = Vocabulary()
    for kind, lines in read.items():
        for line in lines:
            for phrase in str(line).split(","):
                if kind.endswith("_cjk"):
                    made.unspaced[phrase.strip()] = kind.removesuffix("_cjk")
                elif phrase.strip():
                    made.add(kind, phrase.strip())
    return made


@cache
def unspaced_pattern() -> re.Pattern[str]:
    return lazy_pattern("|".join(sorted(map(re.escape, vocabulary().unspaced), key=len, reverse=True)))
