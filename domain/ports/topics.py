"""Texts by what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np


@dataclass(frozen=True)
class Topic:
    """``rows`` of the texts that were given, the most typical first; ``name``: words of theirs that set it apart."""

    name: str
    rows: list[int]


@dataclass(frozen=True)
class Topics:
    """Every text is in exactly one topic, or among ``unread`` where there was no time to read it."""

    found: list[Topic]
    unread: list[int]


class TopicFinder(Protocol):
    async def topics(self, texts: Sequence[str]) -> Topics:
        """The same texts give the same topics."""
        ...

    async def nearness(self, texts: Sequence[str], examples: Sequence[str]) -> np.ndarray:
        """For each text how near it is (cosine, -1..1) to the middle of the examples."""
        ...
