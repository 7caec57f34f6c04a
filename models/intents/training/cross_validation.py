"""Cross-validation: how each ensemble that fits the data reads rows that it has not learned from."""

import math
from collections.abc import Sequence

import numpy as np

from domain.intents import OUT_OF_SCOPE
from models.intents.training.calibrate import nearest_cosines
from models.intents.training.dataset import Dataset, Embed, Features, fold_rows
from models.intents.training.ensemble import MANY_ROWS, Ensemble, Part, ensembles, fold_count, learn_parts
from models.intents.training.examples import Row


class CrossValidation:
    """Every row, of many a third, read by models that learned from the other folds only: their words, copies and neighbours too."""

    def __init__(self, rows: Sequence[Row], rows_of: dict[str, int], embed: Embed) -> None:
        """``rows_of``: the number of rows of each label, labels in order."""
        labels = list(rows_of)
        self.answers = np.array([labels.index(row.label) for row in rows])
        self.nearest = np.zeros(len(rows), np.float32)  # cosine of the nearest in-scope row of the other folds
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
            familiar = np.flatnonzero([row.label != OUT_OF_SCOPE for row in seen])
            self.nearest[test] = nearest_cosines(unseen.embedding, dataset.features.embedding[familiar])
            for part, learned in zip(parts, learn_parts(parts, dataset), strict=True):
                found[part][test] = learned.margins(unseen, dataset.features)
        read = np.sort(np.concatenate([test for _, test in folds]))
        self.answers, self.nearest = self.answers[read], self.nearest[read]
        self.margins: dict[Ensemble, np.ndarray] = {
            ensemble: np.sum([weight * found[part][read] for weight, part in ensemble.parts()], axis=0)
            for ensemble in candidates
        }

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
