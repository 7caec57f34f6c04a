"""Recipes: how much of each learner goes into a model, and which of them fit an amount of data."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from statistics import median

from models.intents.training.dataset import Dataset
from models.intents.training.learners import Learned, learn_kernel, learn_logistic, learn_svm, nothing_learned
from models.intents.training.threads import at_once

MANY_ROWS = 6000  # above, no mistyped copies and no logistic regression: the minutes count
MOST_FOR_LOGISTIC = 150_000  # rows × labels; its time goes with both
# Above, the kernel machine alone: of 11,000 rows it read best (.9405 of those left out, with an SVM .938, an SVM alone .9287), and an
# SVM takes most of the minutes.
VERY_MANY_ROWS = 12_000
FEW_ROWS = 2500  # up to here the final model is cross-validated again: a fifth more rows change what is best
FEW_FOR_A_LABEL = 60  # below, the names of labels weigh enough to mislead where they are no names
VERY_FEW_FOR_A_LABEL = 10


@dataclass(frozen=True)
class Ensemble:
    """Weights of the learners' margins, the SVM's C, and whether labels' names are learned from as if they were texts."""

    svm: float = 0.0
    logistic: float = 0.0
    kernel: float = 0.0
    c: float = 0.3
    names: bool = True

    def parts(self) -> "list[tuple[float, Part]]":
        """The learners that take part, with their weights."""
        every = (
            (self.svm, Part("svm", self.names, self.c)),
            (self.logistic, Part("logistic", self.names)),
            (self.kernel, Part("kernel", self.names)),
        )
        return [(weight, part) for weight, part in every if weight]

    def learn(self, dataset: Dataset) -> Learned:
        """Learn the dataset by all its learners, added up into one."""
        total = nothing_learned(dataset)
        weights, parts = zip(*self.parts(), strict=True)
        for weight, learned in zip(weights, learn_parts(parts, dataset), strict=True):
            total = total.plus(learned, weight)
        return total

    def __str__(self) -> str:
        parts = " + ".join(f"{weight:g} {part.kind}" for weight, part in self.parts())
        return parts + (f", C {self.c:g}" if self.svm else "") + (", names" if self.names else "")

    def card(self) -> dict[str, float]:
        return asdict(self)


@dataclass(frozen=True)
class Part:
    """One learner in one setting; ensembles that share it share its cross-validation."""

    kind: str
    names: bool
    c: float = 0.0

    def learn(self, dataset: Dataset) -> Learned:
        # The kernel machine goes without mistyped copies: they would double its texts, and embeddings forgive most slips.
        texts = dataset.texts(names=self.names, copies=self.kind != "kernel")
        if self.kind == "svm":
            return learn_svm(dataset, texts, self.c)
        return learn_logistic(dataset, texts) if self.kind == "logistic" else learn_kernel(dataset, texts)


def learn_parts(parts: Sequence[Part], dataset: Dataset) -> list[Learned]:
    """Each of them, side by side."""
    with ThreadPoolExecutor(at_once()) as pool:
        return list(pool.map(lambda part: part.learn(dataset), parts))


def ensembles(rows_of: Mapping[str, int]) -> list[Ensemble]:
    """Those that fit the number of rows of each label, the one expected to be best first."""
    rows = sum(rows_of.values())
    if rows > VERY_MANY_ROWS:
        return [Ensemble(kernel=1)]
    if rows > MANY_ROWS or rows * len(rows_of) > MOST_FOR_LOGISTIC:
        found = [Ensemble(svm=1, kernel=1), Ensemble(kernel=1), Ensemble(svm=1)]
    else:
        found = [
            Ensemble(svm=1, logistic=0.2, kernel=1),
            Ensemble(svm=1, logistic=0.4, kernel=1),
            Ensemble(svm=1, logistic=0.2),
            Ensemble(logistic=1),
        ]
    if rows <= FEW_ROWS:
        found.append(Ensemble(svm=1, c=0.1))
    if median(rows_of.values()) < FEW_FOR_A_LABEL and rows <= MANY_ROWS:
        found.append(Ensemble(svm=1, kernel=1, names=False))
    return found


def fold_count(rows_of: Mapping[str, int]) -> int:
    """More folds where a row more or less of a label changes what is learned, fewer where each takes long."""
    rows = sum(rows_of.values())
    if rows > MANY_ROWS:
        return 3
    return min(rows, 8 if median(rows_of.values()) <= VERY_FEW_FOR_A_LABEL else 4)
