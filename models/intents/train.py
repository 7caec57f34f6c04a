"""Learn intents from utterances: linear models on embeddings, words and letter groups, picked by cross-validation."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from domain.intents import OUT_OF_SCOPE
from models.intents.evaluate import evaluate_intents
from models.intents.intent_model import FORMAT, Card, IntentModel
from models.intents.lexicon import CUES, Lexicon, cues
from models.intents.rows import Row, RowsInvalid, rows_hash, split_rows

Embed = Callable[[Sequence[str]], np.ndarray]
SEED = 7
FEW_FOR_A_LABEL = 20  # below, embeddings alone compete with the full features
MANY_ROWS = 4000  # above, cross-validation only calibrates: the recipe is known, and the minutes count
IN_SCOPE_LOSS = 0.025  # share of in-scope texts that may be turned away


@dataclass(frozen=True)
class Recipe:
    kind: str  # "svm" or "logistic"
    c: float
    embedding: float = 2.0
    lexical: float = 1.0
    cues: float = 1.0

    @property
    def scales(self) -> dict[str, float]:
        return {"embedding": self.embedding, "lexical": self.lexical, "cues": self.cues}


@dataclass(frozen=True)
class Features:
    """Parts of a feature matrix, in the order of the model's weights."""

    embedding: np.ndarray
    lexical: csr_matrix
    cues: np.ndarray

    def at(self, index: np.ndarray) -> "Features":
        return Features(self.embedding[index], self.lexical[index], self.cues[index])

    def matrix(self, recipe: Recipe) -> csr_matrix:
        dense = csr_matrix(self.embedding * recipe.embedding), csr_matrix(self.cues * recipe.cues)
        return hstack([dense[0], self.lexical * recipe.lexical, dense[1]]).tocsr().astype(np.float64)


def train_intents(
    rows: Sequence[Row], out_of_scope: Sequence[Row], embed: Embed, *, keep_apart: bool = False
) -> IntentModel:
    """Learn from four fifths of each label, measure on the fifth that is kept apart, then learn from all rows.

    With ``keep_apart`` the last step is left out, so that others can measure the model on the same fifth. Rows that
    are themselves labelled out of scope count as such. Raises RowsInvalid for fewer than two labels of two rows.
    """
    inside = [row for row in rows if row.label != OUT_OF_SCOPE]
    outside = [Row(row.text, OUT_OF_SCOPE) for row in [*out_of_scope, *(r for r in rows if r.label == OUT_OF_SCOPE)]]
    counts = Counter(row.label for row in dict.fromkeys(inside))
    if len(counts) < 2 or min(counts.values()) < 2:
        raise RowsInvalid("at least two labels are needed, each with two different texts or more")
    learn, kept = split_rows([*inside, *outside])
    measured = _fit(learn, embed)
    report = evaluate_intents(measured, kept, embed) if kept else {}
    model = measured if keep_apart else _fit(learn + kept, embed, _recipe_of(measured.card))
    model.card |= {
        "learned_from": "four fifths of each label" if keep_apart else "all rows",
        "measured": report,
        "data_sha256": rows_hash([*inside, *outside]),
    }
    return model


def _fit(rows: list[Row], embed: Embed, recipe: Recipe | None = None) -> IntentModel:
    texts = [row.text for row in rows]
    target = np.array([row.label for row in rows])
    labels = sorted(set(target))
    lexicon = Lexicon.learn(texts)
    features = _features(texts, lexicon, embed)
    margins: dict[Recipe, np.ndarray] = {}
    for candidate in [recipe] if recipe else _recipes(target):
        margins[candidate] = _out_of_fold(features, target, labels, candidate)
    best = max(margins, key=lambda candidate: _accuracy(margins[candidate], target, labels))
    temperature = _temperature(margins[best], target, labels)
    weights, bias = _weights(features.matrix(best), target, best, labels)
    inside = target != OUT_OF_SCOPE
    neighbours = features.embedding[inside]
    card: Card = {
        "format": FORMAT,
        "labels": labels,
        "rows": dict(sorted(Counter(target.tolist()).items())),
        "recipe": {"kind": best.kind, "c": best.c},
        "scales": best.scales,
        "cues": list(CUES),
        "temperature": temperature,
        "threshold": _threshold(margins[best], temperature, target, labels, features.embedding),
        "cross_validated_accuracy": round(_accuracy(margins[best], target, labels), 4),
        "seed": SEED,
    }
    return IntentModel(card=card, lexicon=lexicon, weights=weights, bias=bias, neighbours=neighbours)


def _recipes(target: np.ndarray) -> list[Recipe]:
    if len(target) > MANY_ROWS:
        return [Recipe("svm", 0.3)]
    recipes = [Recipe("svm", c) for c in (0.1, 0.3, 1.0)]
    if np.median(list(Counter(target.tolist()).values())) < FEW_FOR_A_LABEL:
        recipes.append(Recipe("logistic", 10.0, embedding=1.0, lexical=0.0, cues=1.0))
    return recipes


def _recipe_of(card: Card) -> Recipe:
    return Recipe(card["recipe"]["kind"], card["recipe"]["c"], **card["scales"])


def _features(texts: list[str], lexicon: Lexicon, embed: Embed) -> Features:
    found = [lexicon.features(text) for text in texts]
    starts = np.cumsum([0, *(len(sparse.columns) for sparse in found)])
    columns = np.concatenate([sparse.columns for sparse in found])
    values = np.concatenate([sparse.values for sparse in found])
    lexical = csr_matrix((values, columns, starts), shape=(len(texts), len(lexicon.idf)))
    return Features(embed(texts), lexical, np.stack([cues(text) for text in texts]))


def _weights(matrix: csr_matrix, target: np.ndarray, recipe: Recipe, labels: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Fit one linear model: weights (features, labels) and bias (labels,), a label without rows never winning."""
    if recipe.kind == "svm":
        fitted = LinearSVC(C=recipe.c, random_state=SEED).fit(matrix, target)
    else:
        fitted = LogisticRegression(C=recipe.c, max_iter=500, random_state=SEED).fit(matrix, target)
    coefficients, intercept = fitted.coef_, fitted.intercept_
    if len(fitted.classes_) == 2:  # scikit-learn keeps one row for two classes
        coefficients, intercept = np.vstack([-coefficients, coefficients]), np.concatenate([-intercept, intercept])
    place = [labels.index(label) for label in fitted.classes_]
    weights = np.zeros((matrix.shape[1], len(labels)), np.float32)
    bias = np.full(len(labels), -1e3, np.float32)
    weights[:, place], bias[place] = coefficients.T, intercept
    return weights, bias


def _out_of_fold(features: Features, target: np.ndarray, labels: list[str], recipe: Recipe) -> np.ndarray:
    """Margins (rows, labels) of each row by a model that has not seen it."""
    matrix = features.matrix(recipe)
    folds = 5 if len(target) <= MANY_ROWS else 2
    margins = np.zeros((len(target), len(labels)), np.float32)
    for learn, test in _folds(target, folds):
        weights, bias = _weights(matrix[learn], target[learn], recipe, labels)
        margins[test] = matrix[test] @ weights + bias
    return margins


def _folds(target: np.ndarray, folds: int) -> list[tuple[np.ndarray, np.ndarray]]:
    rarest = min(Counter(target.tolist()).values())
    return list(StratifiedKFold(max(2, min(folds, rarest)), shuffle=True, random_state=SEED).split(target, target))


def _accuracy(margins: np.ndarray, target: np.ndarray, labels: list[str]) -> float:
    return float(np.mean(np.array(labels)[margins.argmax(axis=1)] == target))


def _softmax(margins: np.ndarray, temperature: float) -> np.ndarray:
    raised = np.exp((margins - margins.max(axis=1, keepdims=True)) / temperature)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result


def _temperature(margins: np.ndarray, target: np.ndarray, labels: list[str]) -> float:
    true = np.array([labels.index(label) for label in target])

    def loss(log_temperature: float) -> float:
        probabilities = _softmax(margins, float(np.exp(log_temperature)))
        return float(-np.log(probabilities[np.arange(len(true)), true] + 1e-9).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-5, 3), method="bounded").x))


def _threshold(
    margins: np.ndarray, temperature: float, target: np.ndarray, labels: list[str], embeddings: np.ndarray
) -> float:
    """The score under which a text is turned away, so that IN_SCOPE_LOSS of the unseen in-scope texts are."""
    probabilities = _softmax(margins, temperature)
    names = np.array(labels)
    inside = target != OUT_OF_SCOPE
    best = probabilities[:, names != OUT_OF_SCOPE].max(axis=1)
    lost = probabilities[:, names == OUT_OF_SCOPE].sum(axis=1) > best
    nearest = np.empty(len(target), np.float32)
    for learn, test in _folds(target, 5):
        seen = embeddings[learn][inside[learn]]
        for at in np.array_split(test, max(1, len(test) // 500)):
            nearest[at] = (embeddings[at] @ seen.T).max(axis=1)
    scores = np.sort((best * nearest.clip(0))[inside & ~lost])
    spare = int(IN_SCOPE_LOSS * inside.sum()) - int((inside & lost).sum())
    return float(scores[max(0, spare)])
