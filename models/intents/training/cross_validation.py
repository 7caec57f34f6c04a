"""Cross-validation: how each ensemble that fits the data reads rows that it has not learned from; its margins made into honest
probabilities, and into the score under which a text is turned away.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from domain.intents import OUT_OF_SCOPE
from models.intents.training.dataset import Dataset, Embed, Features, fold_rows
from models.intents.training.ensemble import MANY_ROWS, Ensemble, Part, ensembles, fold_count, learn_parts
from models.intents.training.examples import Row
from models.intents.training.learners import KernelMachine


@dataclass(frozen=True)
class CrossValidation:
    """Rows, of many a third, as models read them that learned from the other folds only: their copies and neighbours too."""

    answers: np.ndarray  # the column of each row's label
    nearest: np.ndarray  # cosine of the nearest in-scope row of the other folds
    margins: dict[Ensemble, np.ndarray]

    @classmethod
    def of(cls, rows: Sequence[Row], rows_of: dict[str, int], embed: Embed) -> "CrossValidation":
        """``rows_of``: the number of rows of each label, labels in order."""
        labels = list(rows_of)
        answers = np.array([labels.index(row.label) for row in rows])
        nearest = np.zeros(len(rows), np.float32)
        candidates = ensembles(rows_of)
        parts = list(dict.fromkeys(part for ensemble in candidates for _, part in ensemble.parts()))
        found: dict[Part, np.ndarray] = {part: np.zeros((len(rows), len(labels)), np.float32) for part in parts}
        folds = fold_rows(rows, fold_count(rows_of))
        if len(rows) > MANY_ROWS:
            folds = folds[:1]  # a third of so many rows says enough of what reads best, of temperature and of threshold
        for learn, test in folds:
            seen = [rows[at] for at in learn]
            dataset = Dataset.of(seen, labels, embed, typos=len(rows) <= MANY_ROWS)
            unseen = Features.of([rows[at].text for at in test], dataset.lexicon, embed)
            nearest[test] = nearest_cosines(unseen.embedding, dataset.features.embedding[_inside(seen)])
            for part, learned in zip(parts, learn_parts(parts, dataset), strict=True):
                found[part][test] = learned.margins(unseen, dataset.features)
        read = np.sort(np.concatenate([test for _, test in folds]))
        margins = {
            ensemble: np.sum([weight * found[part][read] for weight, part in ensemble.parts()], axis=0)
            for ensemble in candidates
        }
        return cls(answers[read], nearest[read], margins)

    @classmethod
    def of_very_many(cls, rows: Sequence[Row], dataset: Dataset) -> "tuple[CrossValidation, KernelMachine]":
        """Of the third of the dataset's ``rows`` that comes last, those that are compared with nothing; and a machine that has learned
        from all rows, that third last: so the others need not be learned twice. Words are counted, and rows to compare with are
        picked, over all rows, which says nothing of labels.
        """
        (ensemble,) = ensembles(dict(Counter(row.label for row in rows)))
        learn, last = fold_rows(rows, 3)[0]
        machine = KernelMachine(dataset, dataset.texts(names=ensemble.names, copies=False), held_back=last)
        read = np.setdiff1d(last, machine.anchors)
        features = dataset.features.at(read)
        familiar = learn[_inside([rows[at] for at in learn])]
        nearest = nearest_cosines(features.embedding, dataset.features.embedding[familiar])
        margins = machine.solve().margins(features, dataset.features)
        machine.add(dataset.features.at(last), dataset.answers[last])
        return cls(dataset.answers[read], nearest, {ensemble: margins}), machine

    def accuracy(self, ensemble: Ensemble) -> float:
        return float(np.mean(self._right(ensemble)))

    def best(self) -> Ensemble:
        """The first ensemble, unless another beats it by more than a standard error of the paired difference."""
        best, *others = self.margins
        for ensemble in others:
            won = int(np.sum(self._right(ensemble) & ~self._right(best)))
            lost = int(np.sum(self._right(best) & ~self._right(ensemble)))
            if won - lost > math.sqrt(won + lost):
                best = ensemble
        return best

    def _right(self, ensemble: Ensemble) -> np.ndarray:
        right: np.ndarray = self.margins[ensemble].argmax(axis=1) == self.answers
        return right


def _inside(rows: Sequence[Row]) -> np.ndarray:
    """The places of those that are somebody's intent."""
    return np.flatnonzero([row.label != OUT_OF_SCOPE for row in rows])


MOST_LOST = 0.05  # share of in-scope texts that may be turned away at most
LEAST_LOST = 0.005  # and the share that always may: the strangest of any file's own texts
STRANGERS = 0.15  # how many of all texts the threshold expects to be out of scope
SCORE_POWER = 0.5  # of the probability, which doubts between two close intents too, beside the cosine, which does not


def softmax(margins: np.ndarray, temperature: float) -> np.ndarray:
    """Margins (texts, labels) → probabilities that sum to one."""
    raised = np.exp((margins - margins.max(axis=1, keepdims=True)) / temperature)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result


def fit_temperature(margins: np.ndarray, answers: np.ndarray) -> float:
    """The temperature at which the probabilities of the right answers (columns) are likeliest.

    One more answer, drawn by lot, is added to them: a few texts that are all read right do not make a model sure.
    """

    def loss(log_temperature: float) -> float:
        surprise = -np.log(softmax(margins, float(np.exp(log_temperature))) + 1e-9)
        return float(surprise[np.arange(len(answers)), answers].sum() + surprise.mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-5, 3), method="bounded").x))


def scope_scores(probabilities: np.ndarray, nearest: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """How much each text is one of ours, 0..1; 0 where "out of scope" is itself the likeliest.

    ``nearest`` is the cosine of the nearest in-scope row, ``inside`` says which columns are intents.
    """
    best = probabilities[:, inside].max(axis=1)
    lost = probabilities[:, ~inside].sum(axis=1) > best
    scores: np.ndarray = np.where(lost, 0.0, best**SCORE_POWER * nearest.clip(0))
    return scores


def fit_threshold(scores: np.ndarray, right: np.ndarray, strangers: np.ndarray, keep: float | None = None) -> float:
    """The score under which a text is turned away.

    ``scores`` of in-scope texts, and whether each would be read ``right``; ``strangers``' scores. Between LEAST_LOST and
    MOST_LOST of the in-scope texts are turned away, as many as pay off: most right in all, where STRANGERS of all texts
    are strangers. With ``keep`` that share of in-scope texts stays, whatever it costs.
    """
    ordered = np.sort(scores)
    if keep is not None:
        return float(ordered[min(int((1 - keep) * len(ordered)), len(ordered) - 1)])
    lost = np.unique((np.linspace(LEAST_LOST, MOST_LOST, 41) * len(ordered)).astype(int))
    return max((float(ordered[at]) for at in lost), key=lambda least: _worth(least, scores, right, strangers))


def _worth(least: float, scores: np.ndarray, right: np.ndarray, strangers: np.ndarray) -> float:
    read = float(np.mean(right & (scores >= least)))
    turned_away = float(np.mean(strangers < least)) if len(strangers) else 0.0
    return (1 - STRANGERS) * read + STRANGERS * turned_away


def nearest_cosines(embeddings: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The cosine of the nearest row of ``known`` to each of ``embeddings``; 0 where there is none."""
    nearest = np.zeros(len(embeddings), np.float32)
    if len(known):
        for start in range(0, len(embeddings), 500):
            part = slice(start, start + 500)
            nearest[part] = (embeddings[part] @ known.T).max(axis=1)
    return nearest
