"""What reads the customer's words: embeddings, the intent classifier and, where one is set, a chat model, with what a graph version adds to
its instructions.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from pydantic import BaseModel

from domain.acts import Reading, ReadingContext
from domain.knowledge import Segment


class IntentGuess(BaseModel):
    intent: str  # an intent of the model's labels, or "out_of_scope"
    confidence: float  # calibrated, 0..1
    alternatives: list[tuple[str, float]] = []  # best first, without `intent`


class Embedder(Protocol):
    async def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Masked texts → float32 array of shape (n, d), rows of unit length."""
        ...


@dataclass(frozen=True)
class TaggedWord:
    """A word of a text with the probabilities that it names goods, goods wanted in their place, or goods left out."""

    start: int
    end: int
    goods: float
    wanted: float
    excluded: float


class IntentClassifier(Protocol):
    def predict(self, text: str, embedding: np.ndarray) -> IntentGuess:
        """``embedding`` is the text's own, shape (d,). Takes about a millisecond; never raises on odd text."""
        ...


class GroundedAnswer(BaseModel):
    """What a chat model wrote: ``text`` in the model's words, with the segments that it cites."""

    text: str
    cited: list[str]  # segment ids, a subset of those offered


# (what is asked, what was said before) → the same as it may leave the house: masked, whoever wrote it.
ModelBorder = Callable[[Sequence[str], Sequence[str]], Awaitable[tuple[list[str], list[str]]]]


class ChatModel(Protocol):
    """A hosted model that reads and writes masked text. Every method gives None when it is slow, down or talks nonsense."""

    async def classify(self, text: str, history: Sequence[str], intents: Sequence[str]) -> IntentGuess | None: ...

    async def read_acts(
        self, text: str, history: Sequence[str], context: ReadingContext, embedded: Reading
    ) -> Reading | None:
        """A masked message → its acts, as far as its words and the ``embedded`` reading of the same message bear them out."""
        ...

    async def answer(
        self, question: str, segments: Sequence[Segment], on_text: Callable[[str], Awaitable[None]]
    ) -> GroundedAnswer | None:
        """Answer from the segments; ``on_text`` receives each supported piece as it streams."""
        ...


class Reader(Protocol):
    async def read(self, text: str, context: ReadingContext) -> Reading:
        """A masked message → its acts. Takes a few milliseconds more than one embedding; never raises on odd text."""
        ...


@dataclass(frozen=True)
class Prompts:
    """Sentences after the shipped instructions; they cannot replace those, which keep customers' words data."""

    classify: str = ""
    answer: str = ""


AS_SHIPPED = Prompts()
