"""The gate: do these documents answer this question at all?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp

import numpy as np

from kb.answering.features import FEATURES

_UNKNOWN_WORD = 0.97  # of the probability, taken away by a word that no document knows (``features.unknown_word_penalty``)


@dataclass(frozen=True)
class Gate:
    """A logistic regression over ``features.FEATURES`` and the kind of question, fitted by ``python -m kb.tuning.fit_gate``."""

    weights: tuple[float, ...]
    intercept: float
    kind: tuple[float, ...]  # over the question's embedding: what sounds like a question that documents answer
    kind_mean: float  # its usual value, taken for embeddings of another length
    threshold: float  # from here on a question is answered
    sure: float  # below, an answer says that it may not be one
    common: Mapping[str, float]  # stem → share of questions that hold it, to companies of any trade

    @classmethod
    def of(cls, document: str) -> "Gate":
        """Read the JSON that the fit wrote; raises ``ValueError`` if it was fitted to other features."""
        read = json.loads(document)
        if tuple(read["weights"]) != FEATURES:
            raise ValueError("the gate's weights are of other features: run python -m kb.tuning.fit_gate")
        names = ("intercept", "kind_mean", "threshold", "sure", "common")
        rest = {name: read[name] for name in names}
        return cls(weights=tuple(read["weights"].values()), kind=tuple(read["kind"]), **rest)

    def confidence(self, features: np.ndarray, vector: np.ndarray, unknown_words: float) -> float:
        """Probability (0..1) that a question with these features is answered; ``vector`` (d,) is its embedding."""
        kind = float(np.dot(self.kind, vector)) if len(vector) == len(self.kind) else self.kind_mean
        x = float(np.dot(self.weights, features)) + kind + self.intercept
        return (1 - _UNKNOWN_WORD * unknown_words) / (1 + exp(-max(-60.0, min(60.0, x))))


@lru_cache(maxsize=1)
def shipped_gate() -> Gate:
    """The gate fitted on the questions in ``kb/tuning/questions``."""
    return Gate.of(resources.files("kb.answering").joinpath("gate.json").read_text(encoding="utf-8"))
