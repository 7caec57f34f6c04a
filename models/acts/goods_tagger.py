"""Which words of a message name goods: a small network over what the embedding model makes of each word in its sentence.

What it is given of a word: its vector (the mean of its pieces' last hidden states), the vectors of its neighbours, what the
rules of `domain/language` take for goods, and its groups of letters. No pickle; trained by `models.acts.training.train_goods`."""

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from domain.acts import GoodsReference
from domain.language.goods_references import goods_in
from domain.language.refusal import folded
from domain.language.tagged_goods import WORD, places_of
from domain.ports.understanding import TaggedWord, TokenVectors

FORMAT = 1
SHIPPED = Path(__file__).with_name("shipped") / "goods_tagger.npz"
ROLES = ("none", "goods", "wanted", "excluded")  # in this order behind the network
LETTERS = 256  # columns for groups of three and four letters, by their hash
_READINGS: tuple[Callable[[str], list[GoodsReference]], ...] = (  # of the rules
    goods_in,
    lambda text: goods_in(text, asked=True),
    lambda text: goods_in(text, reports=True),
)
_FLAGS = len(_READINGS) + 3


class GoodsTaggerInvalid(RuntimeError):
    """The file holds no tagger that this version can read."""


class GoodsTagger:
    def __init__(self, layers: Sequence[tuple[np.ndarray, np.ndarray]]) -> None:
        """``layers``: two pairs of weights (inputs, outputs) and bias (outputs,), ReLU between them, softmax behind."""
        self._layers = list(layers)

    def tag(self, text: str, tokens: TokenVectors) -> list[TaggedWord]:
        """The words of a text in its order, each with the probability of every role but none. About a millisecond.

        Those beyond what the embedding model reads are left out: nothing is known of them."""
        if not WORD.search(text):
            return []
        reach = max((last for _, last in tokens.offsets), default=0)
        (weights, bias), (last_weights, last_bias) = self._layers
        margins = np.maximum(word_features(text, tokens) @ weights + bias, 0) @ last_weights + last_bias
        raised = np.exp(margins - margins.max(axis=1, keepdims=True))
        shares = raised / raised.sum(axis=1, keepdims=True)
        return [
            TaggedWord(start=start, end=end, goods=float(share[1]), wanted=float(share[2]), excluded=float(share[3]))
            for (start, end), share in zip((found.span() for found in WORD.finditer(text)), shares, strict=True)
            if start < reach
        ]

    def save(self, path: Path) -> None:
        arrays = {f"{name}{n}": part for n, pair in enumerate(self._layers) for name, part in zip("wb", pair, strict=True)}
        np.savez_compressed(path, allow_pickle=False, format=np.array(FORMAT), **_at_half(arrays))

    @classmethod
    def load(cls, path: Path = SHIPPED) -> "GoodsTagger":
        """Read what ``save`` wrote. Raises GoodsTaggerInvalid."""
        try:
            with np.load(path, allow_pickle=False) as file:
                if int(file["format"]) != FORMAT:
                    raise GoodsTaggerInvalid(f"{path.name} was written by another version: train it again")
                return cls([(file[f"w{n}"].astype(np.float32), file[f"b{n}"].astype(np.float32)) for n in range(2)])
        except (OSError, KeyError, ValueError) as error:
            raise GoodsTaggerInvalid(f"{path.name} holds no tagger: {error}") from error


def _at_half(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name: array.astype(np.float16) for name, array in arrays.items()}


def word_features(text: str, tokens: TokenVectors) -> np.ndarray:
    """Shape (words, features), the words of ``WORD`` in the text's order."""
    words = [(found[0], found.start(), found.end()) for found in WORD.finditer(text)]
    vectors = np.zeros((len(words), tokens.vectors.shape[1]), np.float32)
    for at, (_, start, end) in enumerate(words):
        pieces = [n for n, (first, last) in enumerate(tokens.offsets) if first < end and start < last and first < last]
        if pieces:
            vectors[at] = tokens.vectors[pieces].mean(axis=0)
    flags = _flags(text, [word for word, _, _ in words])
    letters = np.stack([_letters(word) for word, _, _ in words])
    return np.hstack([vectors, *_neighbours(vectors), flags, *_neighbours(flags), letters])


def _neighbours(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each word what stands before and behind it; nothing at the ends."""
    nothing = np.zeros((1, rows.shape[1]), np.float32)
    return np.vstack([nothing, rows[:-1]]), np.vstack([rows[1:], nothing])


def _flags(text: str, words: Sequence[str]) -> np.ndarray:
    """What three readings of the rules take for goods; a capital; a digit; a placeholder."""
    flags = np.zeros((len(words), _FLAGS), np.float32)
    for column, reading in enumerate(_READINGS):
        for ref in reading(text):
            for at in places_of(ref.text or "", words):
                flags[at, column] = 1
    for at, word in enumerate(words):
        flags[at, -3:] = (word[0].isupper(), any(sign.isdigit() for sign in word), word[0] == "[")
    return flags


def _letters(word: str) -> np.ndarray:
    counts = np.zeros(LETTERS, np.float32)
    held = f"<{folded(word)}>"
    for size in (3, 4):
        for at in range(len(held) - size + 1):
            counts[zlib.crc32(held[at : at + size].encode()) % LETTERS] += 1
    length = float(np.linalg.norm(counts))
    return counts / length if length else counts
