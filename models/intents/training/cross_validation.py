"""Cross-validation: how each ensemble that fits the data reads rows that it has not learned from."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.intents import OUT_OF_SCOPE
from models.intents.training.calibrate import nearest_cosines
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
