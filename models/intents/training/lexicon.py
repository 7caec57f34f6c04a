"""What the classifier reads beside the embedding: words, letter groups, and the cues of the phrase rules."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from domain.language.quotes.phrases import asks_for_person, read_confirmation
from domain.language.text.small_talk import reads_as

CUES = ("person", "yes", "no", "thanks", "goodbye", "greeting", "question")
_ORDER = re.compile(r"(?<!\w)#?(?:hp ?[0-9 ]{6,8}|w[0-9]{5,8}|[0-9]{6,8})(?!\w)")
_TOKEN = re.compile(r"\[\w+\]|\w+|[^\w\s]")
MOST_CHARACTERS = 2000
LETTERS = (2, 3, 4, 5)


def fold(text: str) -> str:
    """Lower case, compatibility forms folded, order numbers one word, other digits zeroes."""
    text = unicodedata.normalize("NFKC", text[:MOST_CHARACTERS]).lower().replace("’", "'")
    return re.sub(r"\d", "0", _ORDER.sub(" ordernumber ", text))


class Grams(NamedTuple):
    words: list[str]
    letters: list[str]


class Sparse(NamedTuple):
    """The non-zero features of a text: columns and values, words before letters, each block of unit length."""

    columns: np.ndarray
    values: np.ndarray


class Lexicon:
    """A vocabulary with inverse document frequencies. Words one letter off a known word are read as that word."""

    def __init__(self, words: Sequence[str], letters: Sequence[str], idf: np.ndarray) -> None:
        """``idf`` has one weight for each of ``words`` and then ``letters``, in their order."""
        self.words, self.letters, self.idf = list(words), list(letters), idf
        self._word_columns = {gram: column for column, gram in enumerate(self.words)}
        self._letter_columns = {gram: column + len(self.words) for column, gram in enumerate(self.letters)}
        self._near: dict[str, str] = {}
        for word in sorted((w for w in self.words if w.isalpha() and len(w) > 4), key=lambda w: -idf[self._word_columns[w]]):
            for shorter in _deletions(word):
                self._near[shorter] = word  # commoner words come later and win

    @classmethod
    def learn(cls, texts: Sequence[str], least_letters: int = 2) -> "Lexicon":
        """Count the grams of ``texts``; letter groups in fewer than ``least_letters`` texts are left out."""
        words: Counter[str] = Counter()
        letters: Counter[str] = Counter()
        for text in texts:
            tokens = _TOKEN.findall(fold(text))
            words.update(set(_word_grams(tokens)))
            letters.update(set(_letter_grams(tokens)))
        kept = sorted(gram for gram, count in letters.items() if count >= least_letters)
        every = sorted(words)
        counts = [words[gram] for gram in every] + [letters[gram] for gram in kept]
        idf = np.array([math.log((1 + len(texts)) / (1 + count)) + 1 for count in counts], np.float32)
        return cls(every, kept, idf)

    def features(self, text: str) -> Sparse:
        """Words and letter groups of the text, log-counted and weighted; empty for a text with nothing known."""
        tokens = [self._known(token) for token in _TOKEN.findall(fold(text))]
        words = self._block(_word_grams(tokens), self._word_columns)
        letters = self._block(_letter_grams(tokens), self._letter_columns)
        return Sparse(np.concatenate((words[0], letters[0])), np.concatenate((words[1], letters[1])))

    def _known(self, token: str) -> str:
        if len(token) < 4 or token in self._word_columns or not token.isalpha():
            return token
        return next((self._near[shorter] for shorter in _deletions(token) if shorter in self._near), token)

    def _block(self, grams: Iterable[str], columns: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
        counts = Counter(columns[gram] for gram in grams if gram in columns)
        index = np.fromiter(counts.keys(), np.int64, len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.idf[index]
        length = float(np.linalg.norm(values))
        return index, values / length if length else values


def cues(text: str) -> np.ndarray:
    """One number for each of CUES: 1 where the phrase rules say so."""
    said: set[str | None] = {read_confirmation(text), reads_as(text)}
    if asks_for_person(text):
        said.add("person")
    if text.rstrip().endswith("?"):
        said.add("question")
    return np.array([cue in said for cue in CUES], np.float32)


def _word_grams(tokens: Sequence[str]) -> Iterator[str]:
    yield from tokens
    yield from map(" ".join, pairwise(tokens))


def _letter_grams(tokens: Sequence[str]) -> Iterator[str]:
    for token in tokens:
        padded = f" {token[:40]} "
        for size in LETTERS:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))


def _deletions(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]
