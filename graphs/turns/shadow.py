"""A candidate reads live turns beside the model that answers them: nobody sees its word, and where it differs is counted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.acts import Act, Reading, ReadingContext
from domain.ports.understanding import IntentClassifier, IntentGuess, Reader


@dataclass(frozen=True)
class Readers:
    """What reads a conversation's messages: the classifier of whole ones, and the reader of acts. ``name``: the candidate's id, or
    what the release and the settings give."""

    name: str
    intents: IntentClassifier
    acts: Reader


class Shadow:
    """Of one run of a turn: what either read."""

    def __init__(self, candidate_id: str) -> None:
        self.candidate_id = candidate_id
        self._readings: list[tuple[str, str]] = []

    def read(self, now: str, candidate: str) -> None:
        self._readings.append((now, candidate))

    @property
    def reading(self) -> tuple[str, str] | None:
        """Of the turn: the first that differs, else the first; None where nothing had to be read by a model."""
        different = next((pair for pair in self._readings if pair[0] != pair[1]), None)
        return different or next(iter(self._readings), None)


class ShadowedIntents:
    def __init__(self, now: IntentClassifier, candidate: IntentClassifier, shadow: Shadow) -> None:
        self._now, self._candidate, self.shadow = now, candidate, shadow

    def predict(self, text: str, embedding: np.ndarray) -> IntentGuess:
        guess = self._now.predict(text, embedding)
        self.shadow.read(guess.intent, self._candidate.predict(text, embedding).intent)
        return guess


class ShadowedReader:
    def __init__(self, now: Reader, candidate: Reader, shadow: Shadow) -> None:
        self._now, self._candidate, self._shadow = now, candidate, shadow

    async def read(self, text: str, context: ReadingContext) -> Reading:
        reading = await self._now.read(text, context)
        other = await self._candidate.read(text, context)
        self._shadow.read(_told(reading.acts), _told(other.acts))
        return reading


def _told(acts: Sequence[Act]) -> str:
    """Kinds and intents of acts, in their order: no words."""
    return ", ".join(
        f"{act.act} {act.intent}" + (f".{act.problem}" if act.problem else "") if act.intent else act.act for act in acts
    )


def shadowed(now: Readers, candidate: Readers) -> Readers:
    """``now`` answers; both are counted."""
    shadow = Shadow(candidate.name)
    return Readers(
        now.name,
        ShadowedIntents(now.intents, candidate.intents, shadow),
        ShadowedReader(now.acts, candidate.acts, shadow),
    )
