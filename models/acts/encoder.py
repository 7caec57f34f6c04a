"""What a fine-tuned encoder makes of a whole message: which acts it holds, where they stand, and which words name goods.

A multilingual encoder (`multilingual-e5-small`, cut and fine-tuned by `models.acts.training.train_encoder`) with four heads, as
int8 ONNX: one pass of a few milliseconds. No rule is asked here and nothing is decided."""

import asyncio
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from domain.acts import ReadingContext
from domain.language.folding import REMEMBERED
from domain.language.goods.tagged_goods import WORD
from domain.ports.understanding import TaggedWord
from models.pinned_files import SHIPPED, onnx_session, read_pinned

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

FOLDER = SHIPPED / "encoder"
MODEL, TOKENIZER, LABELS = "model.onnx", "tokenizer.json", "labels.json"
STATUSES = ("asked", "negated", "supposed")  # in this order, each over all labels
MAX_TOKENS = 128
_SURELY = 0.4  # from even: where the encoder and the rules differ and it is as sure as this, it is right three times in four
FIRST, LAST = 0, 2  # the numbers of the marks around a text


@dataclass(frozen=True)
class EncodedWord:
    """A word, what it names, and for which acts it says so: the probability of each (status, label)."""

    tagged: TaggedWord
    owners: np.ndarray
    column_of: dict[tuple[str, str], int]

    def owned_by(self, status: str, label: str) -> float:
        """How surely the word names goods or an order of this act."""
        at = self.column_of.get((status, label))
        return 0.0 if at is None else float(self.owners[at])


@dataclass(frozen=True)
class EncodedMessage:
    """Probabilities of acts by (status, label), the words, and where in the text each act is said: ``where`` has a row for each
    piece of the text, which stands at its ``places``, and a column for each act of ``column_of``."""

    shares: dict[tuple[str, str], float]
    words: list[EncodedWord] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    where: np.ndarray = field(default_factory=lambda: np.empty((0, 0)))
    column_of: dict[tuple[str, str], int] = field(default_factory=dict)
    doubted: Literal["nothing", "value"] | None = None  # what the classifier of clauses holds it for, where that is no act
    surely: str | None = None  # the label of which that classifier is sure

    @property
    def is_sure(self) -> bool:
        """Whether nothing is left open: each act is as good as certain to be in the message, or not to be."""
        return all(abs(share - 0.5) >= _SURELY for share in self.shares.values())

    def share(self, status: str, label: str) -> float:
        return self.shares.get((status, label), 0.0)

    def said_in(self, status: str, label: str, start: int, end: int) -> float:
        """The part of what speaks for an act that stands between two places of the text."""
        at = self.column_of.get((status, label))
        if at is None:
            return 0.0
        return float(sum(self.where[n, at] for n, (first, last) in enumerate(self.places) if first < end and start < last))


class MessageEncoder:
    """Loaded on first use, or by ``load``; safe to share between threads."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        """``folder``: where else than in the package the pinned files are."""
        self._folder, self._threads = folder, threads
        self._loading = threading.Lock()
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._encode)
        self._loaded: tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer, list[str]] | None = None

    async def encode(self, text: str, context: ReadingContext) -> EncodedMessage:
        """One masked text, and what it may answer. Raises ModelFileInvalid."""
        return await asyncio.to_thread(self.encode_now, text, context)

    def encode_now(self, text: str, context: ReadingContext | None = None) -> EncodedMessage:
        """``encode`` for callers without an event loop."""
        return self._remembered(text, _asked(context or ReadingContext()))

    def _encode(self, text: str, asked: str) -> EncodedMessage:
        session, tokenizer, labels = self._parts()
        encoded = tokenizer.encode(text)
        ids, start = _after(asked, tokenizer, encoded.ids)
        shares, where, roles, owners = session.run(None, {"ids": np.array([ids], np.int64)})
        where, roles, owners = where[start:-1], roles[start:-1], owners[start:-1]
        places = encoded.offsets[: len(where)]
        keys = [(status, label) for status in STATUSES for label in labels]
        columns = {key: at for at, key in enumerate(keys[: owners.shape[1]])}
        return EncodedMessage(
            {key: float(share) for key, share in zip(keys, shares, strict=True)},
            _words(text, places, roles, owners, columns),
            places,
            where,
            columns,
        )

    def load(self) -> None:
        """Read and check the model's files now. Raises ModelFileInvalid."""
        self._parts()

    def _parts(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer, list[str]]":
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load_once()
            return self._loaded

    def _load_once(self) -> "tuple[onnxruntime.InferenceSession, tokenizers.Tokenizer, list[str]]":
        # Imported late: they take longer than the rest of the service's start.
        import tokenizers

        tokenizer = tokenizers.Tokenizer.from_str(self._file(TOKENIZER).decode())
        tokenizer.enable_truncation(MAX_TOKENS - 2)
        labels: list[str] = json.loads(self._file(LABELS))
        return (
            onnx_session(self._file(MODEL), self._threads),
            tokenizer,
            labels,
        )

    def _file(self, name: str) -> bytes:
        return read_pinned(f"{FOLDER.name}/{name}", self._folder / name if self._folder else None)


def ids_of(tokenizer: "tokenizers.Tokenizer", text: Sequence[int], context: ReadingContext) -> tuple[list[int], int]:
    """What the encoder is given, and where in it the text begins: before it stands what was asked, where something was."""
    return _after(_asked(context), tokenizer, text)


def _after(asked: str, tokenizer: "tokenizers.Tokenizer", text: Sequence[int]) -> tuple[list[int], int]:
    before = [FIRST, *tokenizer.encode(asked).ids, LAST] if asked else [FIRST]
    return [*before, *text[: MAX_TOKENS - len(before) - 1], LAST], len(before)


def is_told(context: ReadingContext) -> bool:
    """Whether the encoder is told of anything that was asked."""
    return bool(_asked(context))


def _asked(context: ReadingContext) -> str:
    """Our last question in the words that the encoder learned: "cancel order reason?", "return items shall I?"."""
    asked = "shall I" if context.pending else context.question or context.asked
    what = context.pending or context.action
    return " ".join(part for part in (what, asked) if part).replace("_", " ") + "?" if asked else ""


def _words(
    text: str,
    offsets: Sequence[tuple[int, int]],
    roles: np.ndarray,
    owners: np.ndarray,
    columns: dict[tuple[str, str], int],
) -> list[EncodedWord]:
    """The words of a text in its order; those behind what the encoder reads are left out."""
    found = []
    for word in WORD.finditer(text):
        start, end = word.span()
        pieces = [n for n, (first, last) in enumerate(offsets) if first < end and start < last]
        if pieces:
            role = roles[pieces].mean(axis=0)
            tagged = TaggedWord(start=start, end=end, goods=float(role[1]), wanted=float(role[2]), excluded=float(role[3]))
            found.append(EncodedWord(tagged, owners[pieces].mean(axis=0), columns))
    return found
