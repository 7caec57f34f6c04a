"""Cross-validation: how each recipe that fits the data reads rows that it has not learned from."""

import math
from collections.abc import Sequence

import numpy as np

from domain.intents import OUT_OF_SCOPE
from models.intents.calibrate import nearest_cosines
from models.intents.lesson import Embed, Features, Lesson, fold_rows
from models.intents.recipe import MANY_ROWS, Part, Recipe, fold_count, recipes
from models.intents.rows import Row


class Trial:
    """Every row, read by models that learned from the other folds only: their words, copies and neighbours too."""

    def __init__(self, rows: Sequence[Row], rows_of: dict[str, int], embed: Embed) -> None:
        """``rows_of``: the number of rows of each label, labels in order."""
        labels = list(rows_of)
        self.answers = np.array([labels.index(row.label) for row in rows])
        self.nearest = np.zeros(len(rows), np.float32)  # cosine of the nearest in-scope row of the other folds
        candidates = recipes(rows_of)
        parts = list(dict.fromkeys(part for recipe in candidates for _, part in recipe.parts()))
        found: dict[Part, np.ndarray] = {part: np.zeros((len(rows), len(labels)), np.float32) for part in parts}
        for learn, test in fold_rows(rows, fold_count(rows_of)):
            seen = [rows[at] for at in learn]
            lesson = Lesson.of(seen, labels, embed, slips=len(rows) <= MANY_ROWS)
            unseen = Features.of([rows[at].text for at in test], lesson.lexicon, embed)
            familiar = np.flatnonzero([row.label != OUT_OF_SCOPE for row in seen])
            self.nearest[test] = nearest_cosines(unseen.embedding, lesson.features.embedding[familiar])
            for part in parts:
                found[part][test] = part.learn(lesson).margins(unseen, lesson.features)
        self.margins: dict[Recipe, np.ndarray] = {
            recipe: np.sum([weight * found[part] for weight, part in recipe.parts()], axis=0) for recipe in candidates
        }

    def accuracy(self, recipe: Recipe) -> float:
        return float(np.mean(self._right(recipe)))

    def best(self) -> Recipe:
        """The first recipe, unless another beats it by more than a standard error of the paired difference."""
        best, *others = self.margins
        for recipe in others:
            won = int(np.sum(self._right(recipe) & ~self._right(best)))
            lost = int(np.sum(self._right(best) & ~self._right(recipe)))
            if won - lost > math.sqrt(won + lost):
                best = recipe
        return best

    def _right(self, recipe: Recipe) -> np.ndarray:
        right: np.ndarray = self.margins[recipe].argmax(axis=1) == self.answers
        return right
