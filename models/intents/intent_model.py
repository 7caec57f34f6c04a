"""The trained classifier at work: no scikit-learn, no pickle, about a millisecond a text."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from domain.intents import OUT_OF_SCOPE
from domain.ports.understanding import IntentGuess
from models.intents.lexicon import CUES, Lexicon, cues

FORMAT = 1
SHIPPED = Path(__file__).with_name("shipped")
# A model's card: figures and texts of many kinds, read by people and written as JSON.
Card = dict[str, Any]


class IntentModelInvalid(RuntimeError):
    """The folder holds no intent model that this version can read."""


class IntentModel:
    """A linear model over embedding, words and letter groups, with calibrated probabilities and a way to say "not ours".

    A text is out of scope where that label itself wins, or where probability × cosine of the nearest utterance learned
    from stays under the threshold.
    """

    def __init__(
        self, *, card: Card, lexicon: Lexicon, weights: np.ndarray, bias: np.ndarray, neighbours: np.ndarray
    ) -> None:
        """``weights``: (d + words + letters + cues, labels), ``bias``: (labels,), ``neighbours``: (n, d) unit rows."""
        self.card = card
        self.labels: list[str] = card["labels"]
        self.lexicon = lexicon
        self._weights, self._bias, self._neighbours = weights, bias, neighbours
        self._embedding_size = neighbours.shape[1]
        self._scales: dict[str, float] = card["scales"]
        self._inside = np.array([label != OUT_OF_SCOPE for label in self.labels])

    def predict(self, text: str, embedding: np.ndarray) -> IntentGuess:
        """Read one text; ``embedding`` is its own, shape (d,)."""
        probabilities = self._probabilities(text, embedding)
        nearest = float((self._neighbours @ embedding).max())
        inside = np.where(self._inside, probabilities, -1)
        order = np.argsort(-inside)[: int(self._inside.sum())]
        best = int(order[0])
        score = float(inside[best]) * max(nearest, 0.0)
        ranked = [(self.labels[at], float(probabilities[at])) for at in order[:4]]
        outside = float(probabilities[~self._inside].sum())
        if outside > inside[best] or score < self.card["threshold"]:
            return IntentGuess(intent=OUT_OF_SCOPE, confidence=min(1.0, max(outside, 1 - score)), alternatives=ranked[:3])
        return IntentGuess(intent=self.labels[best], confidence=ranked[0][1], alternatives=ranked[1:])

    def _probabilities(self, text: str, embedding: np.ndarray) -> np.ndarray:
        size, lexical = self._embedding_size, len(self.lexicon.idf)
        columns, values = self.lexicon.features(text)
        margins = self._scales["embedding"] * (embedding @ self._weights[:size]) + self._bias
        margins = margins + self._scales["lexical"] * (values @ self._weights[size + columns])
        margins = margins + self._scales["cues"] * (cues(text) @ self._weights[size + lexical :])
        raised = np.exp((margins - margins.max()) / self.card["temperature"])
        result: np.ndarray = raised / raised.sum()
        return result

    def save(self, folder: Path) -> None:
        """Write the model into ``folder``: arrays, vocabulary and card, none of it executable."""
        folder.mkdir(parents=True, exist_ok=True)
        step = float(np.abs(self._neighbours).max()) / 127
        np.savez_compressed(
            folder / "arrays.npz",
            weights=self._weights.astype(np.float16),
            bias=self._bias.astype(np.float32),
            idf=self.lexicon.idf.astype(np.float32),
            neighbours=np.round(self._neighbours / step).astype(np.int8),
            step=np.array(step, np.float32),
        )
        vocabulary = {"words": self.lexicon.words, "letters": self.lexicon.letters}
        (folder / "vocabulary.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
        (folder / "model_card.json").write_text(json.dumps(self.card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> "IntentModel":
        """Read what ``save`` wrote. Raises IntentModelInvalid."""
        try:
            card = json.loads((folder / "model_card.json").read_text(encoding="utf-8"))
            if card["format"] != FORMAT or card["cues"] != list(CUES):
                raise IntentModelInvalid(f"{folder} was written by another version: train it again")
            vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
            with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
                return cls(
                    card=card,
                    lexicon=Lexicon(vocabulary["words"], vocabulary["letters"], arrays["idf"]),
                    weights=arrays["weights"].astype(np.float32),
                    bias=arrays["bias"],
                    neighbours=arrays["neighbours"].astype(np.float32) * arrays["step"],
                )
        except (OSError, KeyError, ValueError) as error:
            raise IntentModelInvalid(f"{folder} holds no intent model: {error}") from error
