"""The three learners whose margins a ensemble adds up: a linear SVM, logistic regression, and a kernel machine."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from warnings import catch_warnings, simplefilter

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from models.intents.training.dataset import SEED, Dataset, Features
from models.intents.training.threads import at_once, batched

LOGISTIC_C = 10.0
SHARPNESS = 2.0  # of the kernel exp(SHARPNESS × (cosine - 1)) on embeddings
LEXICAL_SHARE = 0.25  # of words, letters and cues beside it
RIDGE = 0.1
JITTER = 1e-2  # keeps the equations of a subset solvable
NEVER = -1e3  # bias of a label that a learner has no text of
MOST_ANCHORS = 6000  # texts that the kernel machine compares with; of more, as many are picked by chance
FREQUENT = 0.05  # share of the texts that have a word or a group of letters
BLOCK = 2000  # rows of a kernel matrix made at a time
# liblinear has one source of chance for all threads: two machines at once would share its numbers out as it happens.
_ONE_CHANCE = Lock()


@dataclass(frozen=True)
class Learned:
    """Margins are ``features @ weights + bias + kernel(embedding, anchors) @ pulls``, features at their own scale."""

    weights: np.ndarray  # (d + lexicon + cues, labels)
    bias: np.ndarray  # (labels,)
    anchors: np.ndarray  # which texts of the dataset; none but for the kernel machine
    pulls: np.ndarray  # (anchors, labels)

    def margins(self, texts: Features, dataset: Features) -> np.ndarray:
        """Margins of ``texts``, shape (texts, labels); ``dataset`` is what was learned from."""
        result: np.ndarray = texts.matrix() @ self.weights + self.bias
        if len(self.anchors):
            result = result + np.exp(SHARPNESS * (texts.embedding @ dataset.embedding[self.anchors].T - 1)) @ self.pulls
        return result.astype(np.float32)

    def plus(self, other: "Learned", weight: float) -> "Learned":
        """Both at once, the other's margins times ``weight``; one of them at most may have anchors."""
        anchors, pulls = (other.anchors, weight * other.pulls) if len(other.anchors) else (self.anchors, self.pulls)
        return Learned(self.weights + weight * other.weights, self.bias + weight * other.bias, anchors, pulls)


def nothing_learned(dataset: Dataset) -> Learned:
    """Margins that are all zero."""
    columns = dataset.features.embedding.shape[1] + dataset.features.lexical.shape[1] + dataset.features.cues.shape[1]
    weights = np.zeros((columns, len(dataset.labels)), np.float32)
    return Learned(weights, np.zeros(len(dataset.labels), np.float32), np.empty(0, np.int64), weights[:0])


def learn_svm(dataset: Dataset, texts: np.ndarray, c: float) -> Learned:
    """A linear SVM for each label against the rest."""
    with _ONE_CHANCE:
        return _linear(LinearSVC(C=c, random_state=SEED), dataset, texts)


def learn_logistic(dataset: Dataset, texts: np.ndarray) -> Learned:
    """One multinomial logistic regression. It stops early: its margins, not its optimum, are wanted."""
    with catch_warnings():
        simplefilter("ignore", ConvergenceWarning)
        return _linear(LogisticRegression(C=LOGISTIC_C, max_iter=50, tol=1e-3), dataset, texts)


def _linear(model: LinearSVC | LogisticRegression, dataset: Dataset, texts: np.ndarray) -> Learned:
    target = dataset.answers[texts]
    matrix = dataset.features.at(texts).matrix()
    weights = np.zeros((matrix.shape[1], len(dataset.labels)), np.float32)
    bias = np.full(len(dataset.labels), NEVER, np.float32)
    none = nothing_learned(dataset)
    if len(np.unique(target)) < 2:  # a fold of a very small file: the one label that there is wins
        bias[target] = 0
        return replace(none, bias=bias)
    model.fit(matrix, target, sample_weight=dataset.trust(texts))
    coefficients, intercept = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn keeps one row for two classes
        coefficients, intercept = np.vstack([-coefficients, coefficients]), np.concatenate([-intercept, intercept])
    weights[:, model.classes_], bias[model.classes_] = coefficients.T, intercept
    return replace(none, weights=weights, bias=bias)


def learn_kernel(dataset: Dataset, texts: np.ndarray) -> Learned:
    """Least squares with a kernel: near in meaning (embeddings) or in wording (words, letters, cues; linear).

    Of more than ``MOST_ANCHORS`` texts all are learned from, and as many are compared with.
    """
    if len(texts) > MOST_ANCHORS:
        return KernelMachine(dataset, texts).solve()
    kernel = _Kernel(dataset, texts)
    squares = kernel.of(dataset.features.at(texts), slice(None))
    squares.flat[:: len(texts) + 1] += RIDGE
    return kernel.learned(squares, _wanted(dataset, dataset.answers[texts]), overwrite=True)


class KernelMachine:
    """Least squares over more texts than it compares with (subset of regressors: Rasmussen and Williams, Gaussian Processes for Machine
    Learning, 8.3.1). Texts may be added to those that it was made of: words and what it compares with stay.

    Takes the anchors' number squared × 8 bytes, and as much again while it is solved.
    """

    def __init__(self, dataset: Dataset, texts: np.ndarray, held_back: np.ndarray | None = None) -> None:
        """``held_back``: which of the ``texts`` it is made for but has not learned from yet."""
        chosen = np.sort(np.random.default_rng(SEED).permutation(len(texts))[:MOST_ANCHORS])
        self._dataset, self.anchors = dataset, texts[chosen]
        self._kernel = _Kernel(dataset, self.anchors, frequent_in=texts)
        # Sums over all texts are too coarse in single precision.
        self._squares = RIDGE * self._kernel.of(dataset.features.at(self.anchors), slice(None)).astype(np.float64)
        self._squares.flat[:: len(chosen) + 1] += JITTER
        self._right = np.zeros((len(chosen), len(dataset.labels)), np.float32)
        first = texts if held_back is None else np.setdiff1d(texts, held_back)
        self.add(dataset.features.at(first), dataset.answers[first])

    def add(self, features: Features, answers: np.ndarray) -> None:
        """Learn from these texts too; ``answers`` has the column of each one's label."""
        wanted = _wanted(self._dataset, answers)

        def one(start: int) -> tuple[np.ndarray, np.ndarray]:
            rows = slice(start, start + BLOCK)
            block = self._kernel.of(features, rows)
            return block.T @ block, block.T @ wanted[rows]

        with ThreadPoolExecutor(at_once()) as pool:
            for some in batched(range(0, len(answers), BLOCK), at_once()):  # no more of them than that are held
                for squares, sums in pool.map(one, some):
                    self._squares += squares
                    self._right += sums

    def solve(self) -> Learned:
        return self._kernel.learned(self._squares, self._right, overwrite=False)


def _wanted(dataset: Dataset, answers: np.ndarray) -> np.ndarray:
    wanted = np.full((len(answers), len(dataset.labels)), -1, np.float32)
    wanted[np.arange(len(answers)), answers] = 1
    return wanted


class _Kernel:
    """How alike texts are to the anchors. What many texts have of words is multiplied as a full matrix: it is a tenth of the columns and
    most of the numbers, for which a sparse product takes three times as long."""

    def __init__(self, dataset: Dataset, anchors: np.ndarray, frequent_in: np.ndarray | None = None) -> None:
        self._dataset, self._anchors = dataset, anchors
        worded = _worded(dataset.features)
        every = worded[anchors if frequent_in is None else frequent_in]
        self._frequent = every.getnnz(axis=0) > FREQUENT * every.shape[0]
        self._embedding = dataset.features.embedding[anchors]
        self._worded = worded[anchors]
        self._common, self._rare = self._parted(self._worded)

    def of(self, features: Features, rows: slice) -> np.ndarray:
        """A matrix of these texts by anchors."""
        near: np.ndarray = features.embedding[rows] @ self._embedding.T
        near -= 1
        near *= SHARPNESS
        np.exp(near, out=near)
        common, rare = self._parted(_worded(features.at(rows)))
        near += (rare @ self._rare.T).toarray()
        near += common @ self._common.T
        return near

    def learned(self, squares: np.ndarray, right: np.ndarray, *, overwrite: bool) -> Learned:
        """Solved; where ``squares`` may be overwritten, they are."""
        # The matrix is symmetric, so it may be read by columns, as LAPACK does, without a copy.
        factor = cho_factor(squares.T, lower=True, overwrite_a=overwrite, check_finite=False)
        pulls = cho_solve(factor, right, check_finite=False).astype(np.float32)
        size, labels = self._embedding.shape[1], right.shape[1]
        weights = np.vstack([np.zeros((size, labels), np.float32), LEXICAL_SHARE * (self._worded.T @ pulls)])
        return Learned(weights, np.zeros(labels, np.float32), self._anchors, pulls)

    def _parted(self, worded: csr_matrix) -> tuple[np.ndarray, csr_matrix]:
        """The common columns, full, and the rare ones, each at its share."""
        share = np.sqrt(np.float32(LEXICAL_SHARE))
        return worded[:, self._frequent].toarray() * share, worded[:, ~self._frequent] * share


def _worded(features: Features) -> csr_matrix:
    return features.worded().astype(np.float32)
