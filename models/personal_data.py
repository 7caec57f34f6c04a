"""A small NER model, Rampart, as a finder of names and street addresses. Sentences that can hold neither need no model to look
at them.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from domain.lazy_pattern import lazy_pattern
from domain.personal_data import PersonalData, PersonalDataKind
from models.pinned_files import onnx_session, read_pinned

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


_WINDOW: Final = 256  # tokens: the model takes 512, and finds most in shorter pieces
_OVERLAP: Final = 32
_MOST_WINDOWS: Final = 6  # of a text: some 6,000 characters that may hold names; of more, those with the most words are read
_READERS: Final = 2  # threads that read the windows of one text: a long one is answered in half the time
_WHOLE: Final = 48  # tokens up to which a text is read whole, with what its other sentences say
_SMALL_WORD: Final = 0.97  # the least score of a name of one word without a capital: "ferry" is none
_SMALL_WORDS: Final = 0.85  # of several
_LABELS: Final[dict[str, str]] = {  # the model's labels that are used, by what they are a part of
    "GIVEN_NAME": "name",
    "SURNAME": "name",
    "BUILDING_NUMBER": "number",
    "STREET_NAME": "street",
    "SECONDARY_ADDRESS": "unit",
    "CITY": "place",
    "STATE": "place",
    "ZIP_CODE": "place",
}


@dataclass
class _Word:
    start: int
    end: int
    part: str  # a value of `_LABELS`, or ""
    score: float  # 0..1


class RampartNameFinder:
    """Meets ``domain.ports.names.NameFinder``. Loads in about 0.2 s; then some milliseconds a sentence that may hold a name, and
    six windows of a fifth of a second each for any text at most, two at a time.

    A name counts from ``name_threshold``; an address needs a street and a number or a unit, all from ``street_threshold``.
    """

    def __init__(self, name_threshold: float = 0.5, street_threshold: float = 0.85) -> None:
        from tokenizers import Tokenizer

        labels = json.loads(read_pinned("rampart/config.json"))["id2label"]
        # One thread: of short texts, more only get in each other's way.
        self._session = onnx_session(read_pinned("rampart/model_q4.onnx"))
        self._tokenizer = Tokenizer.from_str(read_pinned("rampart/tokenizer.json").decode())
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        vocabulary = self._tokenizer.get_vocab()
        self._with_letters = frozenset(token for text, token in vocabulary.items() if any(sign.isalpha() for sign in text))
        self.vocabulary = frozenset(text for text in vocabulary if text.isalpha())
        self._candidates = NameCandidates(self.vocabulary)
        # Which of our parts each label adds to, as a matrix (labels, parts): B- and I- of one part count together.
        self._parts = sorted(set(_LABELS.values()))
        self._sum = np.zeros((len(labels), len(self._parts)), dtype=np.float32)
        for index, label in labels.items():
            part = _LABELS.get(label.partition("-")[2])
            if part is not None:
                self._sum[int(index), self._parts.index(part)] = 1.0
        self._thresholds = dict.fromkeys(self._parts, street_threshold) | {"name": name_threshold, "place": 0.5}

    def find(self, text: str) -> list[PersonalData]:
        if not text.strip():
            return []
        words = list(self._words(text))
        return sorted([*_names(text, words), *_addresses(text, words)], key=lambda found: found.start)

    def _words(self, text: str) -> Iterator[_Word]:
        """The words that the model is sure enough of, in order; a word's score is the mean of its tokens'."""
        spans = list(self._candidates.spans(text))
        if not spans:
            return
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = encoding.offsets  # a new list at each look
        read = _within(offsets, spans) if len(offsets) > _WHOLE else list(range(len(offsets)))
        ids = encoding.ids
        scores = np.zeros((len(offsets), len(self._parts)), dtype=np.float32)
        scores[read] = self._scores([ids[token] for token in read])
        by_word: dict[int, list[int]] = {}
        word_ids = encoding.word_ids
        for token in read:
            if (word := word_ids[token]) is not None:
                by_word.setdefault(word, []).append(token)
        for tokens in by_word.values():
            mean = scores[tokens].mean(axis=0)
            best = int(mean.argmax())
            part, score = self._parts[best], float(mean[best])
            if score < self._thresholds[part]:
                part = ""
            yield _Word(offsets[tokens[0]][0], offsets[tokens[-1]][1], part, score)

    def _scores(self, ids: list[int]) -> "np.ndarray":
        """(tokens, parts): for each token the highest score that any window gave to each part."""
        first, last = (self._tokenizer.token_to_id(token) for token in ("[CLS]", "[SEP]"))
        scores = np.zeros((len(ids), len(self._parts)), dtype=np.float32)
        is_word = self._with_letters
        starts = list(range(0, max(len(ids) - _OVERLAP, 1), _WINDOW - _OVERLAP))
        if len(starts) > _MOST_WINDOWS:
            starts.sort(key=lambda at: len(is_word.intersection(ids[at : at + _WINDOW])), reverse=True)
        # Windows of nothing but digits and signs hold no name.
        starts = [at for at in starts[:_MOST_WINDOWS] if not is_word.isdisjoint(ids[at : at + _WINDOW])]
        pieces = [(first, *ids[at : at + _WINDOW], last) for at in starts]
        for start, found in zip(starts, self._read_all(pieces), strict=True):
            here = scores[start : start + len(found)]
            np.maximum(here, found, out=here)
        return scores

    def _read_all(self, pieces: Sequence[tuple[int | None, ...]]) -> list["np.ndarray"]:
        """(tokens, parts) of each piece. The same piece is read once, and several are read by two threads at a time."""
        different = list(dict.fromkeys(pieces))
        if len(different) > 1:
            with ThreadPoolExecutor(_READERS) as readers:
                read = dict(zip(different, readers.map(self._read, different), strict=True))
        else:
            read = {piece: self._read(piece) for piece in different}
        return [read[piece] for piece in pieces]

    def _read(self, piece: tuple[int | None, ...]) -> "np.ndarray":
        ids = np.array([piece], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        logits = self._session.run(None, inputs)[0][0, 1:-1]
        odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
        parts: np.ndarray = odds / odds.sum(axis=-1, keepdims=True) @ self._sum
        return parts


def _within(offsets: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[int]:
    """The tokens that start in one of ``spans``; both are in order."""
    read: list[int] = []
    at = 0
    for token, (start, _) in enumerate(offsets):
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at == len(spans):
            break
        if spans[at][0] <= start:
            read.append(token)
    return read


def _names(text: str, words: list[_Word]) -> Iterator[PersonalData]:
    for chain in _chains(text, words, {"name"}, "-'’. "):
        if text[chain[0].start : chain[-1].end].islower():
            least = _SMALL_WORD if len(chain) == 1 else _SMALL_WORDS
            if min(word.score for word in chain) < least:
                continue
        yield _found("name", chain)


def _addresses(text: str, words: list[_Word]) -> Iterator[PersonalData]:
    for chain in _chains(text, words, {"number", "street", "unit", "place"}, " ,.-'’/#\n"):
        parts = {word.part for word in chain}
        if "street" in parts and parts & {"number", "unit"}:
            _drop_verbs(text, chain)
            yield _found("address", chain)


def _drop_verbs(text: str, chain: list[_Word]) -> None:
    """ "München liefern": where an address has capitals, its last word has one."""
    while chain[-1].part == "place" and text[chain[-1].start : chain[-1].end].islower() and _has_capital(text, chain):
        chain.pop()


def _has_capital(text: str, chain: list[_Word]) -> bool:
    return any(text[word.start].isupper() for word in chain)


def _chains(text: str, words: list[_Word], parts: set[str], joins: str) -> Iterator[list[_Word]]:
    """Words of ``parts`` in a row, with nothing but ``joins`` between them."""
    chain: list[_Word] = []
    for word in words:
        if word.part in parts and chain and not text[chain[-1].end : word.start].strip(joins):
            chain.append(word)
            continue
        is_join = not text[word.start : word.end].strip(joins)
        if is_join and word.part not in parts:
            continue  # the tokenizer makes words of commas and hyphens
        if chain:
            yield chain
        chain = [word] if word.part in parts else []
    if chain:
        yield chain


def _found(kind: PersonalDataKind, chain: list[_Word]) -> PersonalData:
    return PersonalData(kind=kind, start=chain[0].start, end=chain[-1].end)
