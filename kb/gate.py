"""The gate: do these documents answer this question at all?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp

import numpy as np

from domain.knowledge import SegmentHit
from kb.evidence import Evidence
from kb.support import SIGNS, signs
from kb.words import Vocabulary


@dataclass(frozen=True)
class Gate:
    """A logistic regression over ``kb.support.SIGNS``, fitted by ``python -m kb.fit_gate``."""

    weights: tuple[float, ...]
    intercept: float
    threshold: float
    common: dict[str, float]  # stem → share of texts of a shop that hold it

    @classmethod
    def of(cls, document: str) -> "Gate":
        """Read the JSON that the fit wrote; raises ``ValueError`` if it was fitted to other signs."""
        read = json.loads(document)
        if tuple(read["weights"]) != SIGNS:
            raise ValueError("the gate's weights are of other signs: run python -m kb.fit_gate")
        return cls(tuple(read["weights"].values()), read["intercept"], read["threshold"], read["common"])

    def confidence(self, question: str, hits: Sequence[SegmentHit], words: Vocabulary, evidence: Evidence) -> float:
        """Probability (0..1) that ``hits``, best first, answer ``question``."""
        x = float(np.dot(self.weights, signs(question, hits, words, self.common, evidence))) + self.intercept
        return 1 / (1 + exp(-max(-60.0, min(60.0, x))))


@lru_cache(maxsize=1)
def shipped_gate() -> Gate:
    """The gate fitted on the questions in ``kb/questions``."""
    return Gate.of(resources.files("kb").joinpath("gate.json").read_text(encoding="utf-8"))
