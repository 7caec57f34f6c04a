"""The three learners whose margins a ensemble adds up: a linear SVM, logistic regression, and a kernel machine."""

from collections.abc import Callable
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

    Of more than ``MOST_ANCHORS`` texts all are learned from, and as many are compared with (subset of regressors: Rasmussen and
    Williams, Gaussian Processes for Machine Learning, 8.3.1). Takes the anchors' number squared × 4 bytes, three times for a moment.
    """
    features = dataset.features.at(texts)
    embedding = features.embedding
    worded = features.matrix()[:, embedding.shape[1] :].astype(np.float32)
    chosen = np.arange(len(texts))
    if len(texts) > MOST_ANCHORS:
        chosen = np.sort(np.random.default_rng(SEED).permutation(len(texts))[:MOST_ANCHORS])
    wanted = np.full((len(texts), len(dataset.labels)), -1, np.float32)
    wanted[np.arange(len(texts)), dataset.answers[texts]] = 1
    anchors, anchors_worded = embedding[chosen], worded[chosen]
    alike = _alike_in_words(worded, chosen)

    def compared(rows: slice | np.ndarray) -> np.ndarray:
        near: np.ndarray = embedding[rows] @ anchors.T
        near -= 1
        near *= SHARPNESS
        np.exp(near, out=near)
        near += alike(rows)
        return near

    if len(chosen) == len(texts):
        kernel, right = compared(chosen), wanted
        kernel.flat[:: len(texts) + 1] += RIDGE
    else:
        kernel, right = _summed(compared, chosen, wanted)
    # The matrix is symmetric, so it may be read by columns, as LAPACK does, without a copy.
    factor = cho_factor(kernel.T, lower=True, overwrite_a=True, check_finite=False)
    pulls = cho_solve(factor, right, check_finite=False).astype(np.float32)
    weights = np.vstack(
        [np.zeros((embedding.shape[1], len(dataset.labels)), np.float32), LEXICAL_SHARE * (anchors_worded.T @ pulls)]
    )
    return Learned(weights, np.zeros(len(dataset.labels), np.float32), texts[chosen], pulls)


def _alike_in_words(worded: csr_matrix, chosen: np.ndarray) -> Callable[[slice | np.ndarray], np.ndarray]:
    """How alike rows are to the chosen ones in words. What many texts have is multiplied as a full matrix: it is a tenth of the columns
    and most of the numbers, for which a sparse product takes three times as long."""
    frequent = worded.getnnz(axis=0) > FREQUENT * worded.shape[0]
    common, rare = worded[:, frequent].toarray(), worded[:, ~frequent]
    common *= np.sqrt(np.float32(LEXICAL_SHARE))
    rare = rare * np.sqrt(np.float32(LEXICAL_SHARE))
    common_chosen, rare_chosen = common[chosen].T, rare[chosen].T

    def alike(rows: slice | np.ndarray) -> np.ndarray:
        result: np.ndarray = (rare[rows] @ rare_chosen).toarray()
        result += common[rows] @ common_chosen
        return result

    return alike


def _summed(
    compared: Callable[[slice], np.ndarray], chosen: np.ndarray, wanted: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The equations of all texts, and what they are to give, block by block; each text is compared with the anchors once."""
    kernel = np.zeros((len(chosen), len(chosen)))  # sums over all texts are too coarse in single precision
    kernel.flat[:: len(chosen) + 1] = JITTER
    right = np.zeros((len(chosen), wanted.shape[1]), np.float32)

    def one(start: int) -> tuple[int, np.ndarray, np.ndarray, np.ndarray]:
        block = compared(slice(start, start + BLOCK))
        return start, block, block.T @ block, block.T @ wanted[start : start + BLOCK]

    starts = range(0, len(wanted), BLOCK)
    with ThreadPoolExecutor(at_once()) as pool:
        for some in batched(starts, at_once()):  # no more of them than that are held
            for start, block, squares, sums in pool.map(one, some):
                first, end = np.searchsorted(chosen, [start, start + BLOCK])
                kernel += squares
                kernel[first:end] += RIDGE * block[chosen[first:end] - start]
                right += sums
    return kernel, right
