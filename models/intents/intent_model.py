"""The trained classifier at work: no scikit-learn, no pickle, a few milliseconds a text at most."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from domain.intents import OUT_OF_SCOPE
from domain.ports.understanding import IntentGuess
from models.intents.training.lexicon import CUES, Lexicon, cues

FORMAT = 2
READABLE = (1, 2)  # format 1 had no kernel machine
SHIPPED_INTENTS = Path(__file__).with_name("shipped")
SHIPPED_ACTS = Path(__file__).parents[1] / "acts" / "shipped"  # of the same kind: what a clause asks for
# A model's card: figures and texts of many kinds, read by people and written as JSON.
Card = dict[str, Any]


class IntentModelInvalid(RuntimeError):
    """The folder holds no intent model that this version can read."""


class IntentModel:
    """A linear model over embedding, words and letter groups, and a kernel machine over the embeddings learned from.

    Probabilities are calibrated. A text is out of scope where that label itself wins, or where a power of the best
    probability × cosine of the nearest in-scope utterance learned from stays under the threshold.
    """

    def __init__(
        self,
        *,
        card: Card,
        lexicon: Lexicon,
        weights: np.ndarray,
        bias: np.ndarray,
        neighbours: np.ndarray,
        pulls: np.ndarray | None = None,
    ) -> None:
        """``weights``: (d + words + letters + cues, labels), ``bias``: (labels,), ``neighbours``: (n, d) unit rows.

        ``pulls``: (n, labels), how each neighbour pulls to or from each label; None for a model without.
        """
        self.card = card
        self.labels: list[str] = card["labels"]
        self.lexicon = lexicon
        self._weights, self._bias, self._neighbours, self._pulls = weights, bias, neighbours, pulls
        self._familiar: int = card.get("familiar", len(neighbours))
        self._score_power: float = card.get("score_power", 1.0)
        self._embedding_size = neighbours.shape[1]
        self._scales: dict[str, float] = card["scales"]
        self._inside = np.array([label != OUT_OF_SCOPE for label in self.labels])

    def predict(self, text: str, embedding: np.ndarray) -> IntentGuess:
        """Read one text; ``embedding`` is its own, shape (d,). A blank one is out of scope."""
        if not text.strip():
            return IntentGuess(intent=OUT_OF_SCOPE, confidence=1.0)
        cosines = self._neighbours @ embedding
        probabilities = self._probabilities(text, embedding, cosines)
        nearest = float(cosines[: self._familiar].max())
        inside = np.where(self._inside, probabilities, -1)
        order = np.argsort(-inside)[: int(self._inside.sum())]
        best = int(order[0])
        score = float(inside[best]) ** self._score_power * max(nearest, 0.0)
        ranked = [(self.labels[at], float(probabilities[at])) for at in order[:4]]
        outside = float(probabilities[~self._inside].sum())
        if outside > inside[best] or score < self.card["threshold"]:
            return IntentGuess(intent=OUT_OF_SCOPE, confidence=min(1.0, max(outside, 1 - score)), alternatives=ranked[:3])
        return IntentGuess(intent=self.labels[best], confidence=ranked[0][1], alternatives=ranked[1:])

    def _probabilities(self, text: str, embedding: np.ndarray, cosines: np.ndarray) -> np.ndarray:
        size, lexical = self._embedding_size, len(self.lexicon.idf)
        columns, values = self.lexicon.features(text)
        margins = self._scales["embedding"] * (embedding @ self._weights[:size]) + self._bias
        margins = margins + self._scales["lexical"] * (values @ self._weights[size + columns])
        margins = margins + self._scales["cues"] * (cues(text) @ self._weights[size + lexical :])
        if self._pulls is not None:
            margins = margins + np.exp(self.card["sharpness"] * (cosines - 1)) @ self._pulls
        raised = np.exp((margins - margins.max()) / self.card["temperature"])
        result: np.ndarray = raised / raised.sum()
        return result

    def save(self, folder: Path) -> None:
        """Write the model into ``folder``: arrays, vocabulary and card, none of it executable."""
        folder.mkdir(parents=True, exist_ok=True)
        step = float(np.abs(self._neighbours).max()) / 127
        arrays: dict[str, np.ndarray] = {
            "weights": self._weights.astype(np.float16),
            "bias": self._bias.astype(np.float32),
            "idf": self.lexicon.idf.astype(np.float32),
            "neighbours": np.round(self._neighbours / step).astype(np.int8),
            "step": np.array(step, np.float32),
        }
        if self._pulls is not None:
            arrays["pulls"] = self._pulls.astype(np.float16)
        np.savez_compressed(folder / "arrays.npz", allow_pickle=False, **arrays)
        vocabulary = {"words": self.lexicon.words, "letters": self.lexicon.letters}
        (folder / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
        (folder / "model_card.json").write_text(json.dumps(self.card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path = SHIPPED_INTENTS) -> "IntentModel":
        """Read what ``save`` wrote. Raises IntentModelInvalid."""
        try:
            card = json.loads((folder / "model_card.json").read_text(encoding="utf-8"))
            if card["format"] not in READABLE or card["cues"] != list(CUES):
                raise IntentModelInvalid(f"{folder} was written by another version: train it again")
            vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
            with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
                return cls(
                    card=card,
                    lexicon=Lexicon(vocabulary["words"], vocabulary["letters"], arrays["idf"]),
                    weights=arrays["weights"].astype(np.float32),
                    bias=arrays["bias"],
                    neighbours=arrays["neighbours"].astype(np.float32) * arrays["step"],
                    pulls=arrays["pulls"].astype(np.float32) if "pulls" in arrays else None,
                )
        except (OSError, KeyError, ValueError) as error:
            raise IntentModelInvalid(f"{folder} holds no intent model: {error}") from error
