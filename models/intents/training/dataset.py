"""What a model learns from, as numbers: the rows, the names of the labels, and mistyped copies (a letter dropped, doubled or swapped)."""

import random
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_matrix, hstack

from domain.intents import OUT_OF_SCOPE
from models.intents.training.examples import Row
from models.intents.training.lexicon import MOST_CHARACTERS, Lexicon, cues


def slip(text: str, chance: random.Random) -> str | None:
    """Return ``text`` with one word of four letters or more mistyped (two in a longer text), None where it has none."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    if not long:
        return None
    for at in chance.sample(long, min(len(long), 1 + (len(long) > 4))):
        words[at] = _mistyped(words[at], chance)
    return " ".join(words)


def _mistyped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    dropped = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] + word[at:]
    return chance.choice((swapped, dropped, doubled))


Embed = Callable[[Sequence[str]], np.ndarray]
_cues = lru_cache(maxsize=50_000)(cues)  # each fold asks again, and the rules take longer than the words
SEED = 7
TRUST_IN_TYPOS = 0.4  # weight of a mistyped copy beside its original
SCALES = {"embedding": 2.0, "lexical": 1.0, "cues": 1.0}


@dataclass(frozen=True)
class Features:
    """Parts of a feature matrix, in the order of the model's weights: embedding, words and letters, cues."""

    embedding: np.ndarray
    lexical: csr_matrix
    cues: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[str], lexicon: Lexicon, embed: Embed) -> "Features":
        with ThreadPoolExecutor(1) as beside:  # the encoder runs while words are looked up
            embedding = beside.submit(embed, [text[:MOST_CHARACTERS] for text in texts])
            found = [lexicon.features(text) for text in texts]
            said = np.stack([_cues(text) for text in texts])
        starts = np.cumsum([0, *(len(sparse.columns) for sparse in found)])
        columns = np.concatenate([sparse.columns for sparse in found])
        values = np.concatenate([sparse.values for sparse in found])
        lexical = csr_matrix((values, columns, starts), shape=(len(texts), len(lexicon.idf)))
        return cls(embedding.result(), lexical, said)

    def at(self, index: np.ndarray | slice) -> "Features":
        return Features(self.embedding[index], self.lexical[index], self.cues[index])

    def matrix(self) -> csr_matrix:
        """All parts side by side, each at its scale."""
        return hstack([csr_matrix(self.embedding * SCALES["embedding"]), self.worded()]).tocsr().astype(np.float64)

    def worded(self) -> csr_matrix:
        """All but the embedding."""
        return hstack([self.lexical * SCALES["lexical"], csr_matrix(self.cues * SCALES["cues"])]).tocsr()


@dataclass(frozen=True)
class Dataset:
    """Texts to learn from: the rows first, in their order, then the names of labels, then mistyped copies of rows."""

    rows: int  # how many of the texts are rows of the file
    named: int  # how many after them are names of labels
    labels: list[str]
    lexicon: Lexicon
    features: Features
    answers: np.ndarray  # the column of each text's label

    @classmethod
    def of(cls, rows: Sequence[Row], labels: list[str], embed: Embed, *, typos: bool) -> "Dataset":
        """``labels`` may have some that no row has."""
        names = [Row(name, label) for label in labels if (name := spoken(label))]
        # Seeded by the text, so that a row's copy is the same in every fold and is embedded once.
        mistyped = [(slip(row.text, random.Random(f"{SEED} {row.text}")), row.label) for row in rows] if typos else []
        copies = [Row(text, label) for text, label in mistyped if text is not None]
        lexicon = Lexicon.learn([row.text for row in [*rows, *names]])
        every = [*rows, *names, *copies]
        features = Features.of([row.text for row in every], lexicon, embed)
        column = {label: at for at, label in enumerate(labels)}
        return cls(len(rows), len(names), labels, lexicon, features, np.array([column[row.label] for row in every]))

    def texts(self, *, names: bool, copies: bool) -> np.ndarray:
        """Which texts to learn from: the rows, and what is wanted beside them."""
        every = np.arange(len(self.answers))
        named = (every >= self.rows) & (every < self.rows + self.named)
        copied = every >= self.rows + self.named
        return every[(every < self.rows) | (names & named) | (copies & copied)]

    def trust(self, texts: np.ndarray) -> np.ndarray:
        """The weight of each of ``texts``."""
        weights: np.ndarray = np.where(texts < self.rows + self.named, 1.0, TRUST_IN_TYPOS)
        return weights


def fold_rows(rows: Sequence[Row], count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Split the rows ``count`` ways, each label spread evenly: (learn, test) indices. A label may have one row only."""
    chance = np.random.default_rng(SEED)
    by_label: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        by_label.setdefault(row.label, []).append(at)
    fold = np.empty(len(rows), np.int64)
    dealt = 0
    for label in sorted(by_label):
        places = np.array(by_label[label])
        fold[chance.permutation(places)] = (dealt + np.arange(len(places))) % count
        dealt += len(places)
    return [(np.flatnonzero(fold != at), np.flatnonzero(fold == at)) for at in range(count)]


def spoken(label: str) -> str | None:
    """The label's name as words ("cardLost", "card_lost" → "card lost"); None where it says nothing, as "17" or "C3"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    words = " ".join(re.sub(r"[\W_]+", " ", words).split())
    return words.lower() if label != OUT_OF_SCOPE and re.search(r"[^\W\d_]{3}", words) else None
