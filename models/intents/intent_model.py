"""The trained classifier at work: no scikit-learn, no pickle, a few milliseconds a text at most."""

import json
from collections.abc import Sequence
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
_AT_ONCE = 256
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
            return _blank()
        cosines = self._neighbours @ embedding
        margins = self._linear(text, embedding)
        if self._pulls is not None:
            margins = margins + self._near(cosines) @ self._pulls
        return self._guess(margins, float(cosines[: self._familiar].max()))

    def predict_all(self, texts: Sequence[str], embeddings: np.ndarray) -> list[IntentGuess]:
        """As ``predict``, of many: the neighbours are gone through once for each ``_AT_ONCE`` of them."""
        guesses: list[IntentGuess] = []
        for start in range(0, len(texts), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            cosines = embeddings[part] @ self._neighbours.T
            nearest = cosines[:, : self._familiar].max(axis=1)
            pulled = np.zeros((len(cosines), len(self.labels)), np.float32)
            if self._pulls is not None:
                pulled = self._near(cosines) @ self._pulls
            for text, embedding, pull, near in zip(texts[part], embeddings[part], pulled, nearest, strict=True):
                guesses.append(self._guess(self._linear(text, embedding) + pull, float(near)) if text.strip() else _blank())
        return guesses

    def _guess(self, margins: np.ndarray, nearest: float) -> IntentGuess:
        raised = np.exp((margins - margins.max()) / self.card["temperature"])
        probabilities = raised / raised.sum()
        inside = np.where(self._inside, probabilities, -1)
        order = np.argsort(-inside)[: int(self._inside.sum())]
        best = int(order[0])
        score = float(inside[best]) ** self._score_power * max(nearest, 0.0)
        ranked = [(self.labels[at], float(probabilities[at])) for at in order[:4]]
        outside = float(probabilities[~self._inside].sum())
        if outside > inside[best] or score < self.card["threshold"]:
            return IntentGuess(intent=OUT_OF_SCOPE, confidence=min(1.0, max(outside, 1 - score)), alternatives=ranked[:3])
        return IntentGuess(intent=self.labels[best], confidence=ranked[0][1], alternatives=ranked[1:])

    def _linear(self, text: str, embedding: np.ndarray) -> np.ndarray:
        size, lexical = self._embedding_size, len(self.lexicon.idf)
        columns, values = self.lexicon.features(text)
        margins = self._scales["embedding"] * (embedding @ self._weights[:size]) + self._bias
        margins = margins + self._scales["lexical"] * (values @ self._weights[size + columns])
        result: np.ndarray = margins + self._scales["cues"] * (cues(text) @ self._weights[size + lexical :])
        return result

    def _near(self, cosines: np.ndarray) -> np.ndarray:
        near: np.ndarray = np.exp(self.card["sharpness"] * (cosines - 1))
        return near

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


def _blank() -> IntentGuess:
    return IntentGuess(intent=OUT_OF_SCOPE, confidence=1.0)
