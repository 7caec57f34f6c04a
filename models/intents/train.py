"""Learn intents from utterances: linear models on embeddings, words and letter groups, picked by cross-validation."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.svm import LinearSVC

from domain.intents import OUT_OF_SCOPE
from models.intents.evaluate import evaluate_intents
from models.intents.intent_model import FORMAT, Card, IntentModel
from models.intents.lexicon import CUES, Lexicon, cues
from models.intents.rows import Row, RowsInvalid, rows_hash, split_rows
from models.intents.slips import slip

Embed = Callable[[Sequence[str]], np.ndarray]
SEED = 7
FEW_FOR_A_LABEL = 20  # below, embeddings alone compete with the full features
MANY_ROWS = 6000  # above, cross-validation only calibrates: the recipe is known, and the minutes count
TRUST_IN_SLIPS = 0.4  # weight of a mistyped copy beside its original
IN_SCOPE_LOSS = 0.035  # share of in-scope texts that may be turned away


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
    model = measured if keep_apart else _fit(learn + kept, embed, like=measured.card)
    model.card |= {
        "learned_from": "four fifths of each label" if keep_apart else "all rows",
        "measured": report,
        "data_sha256": rows_hash([*inside, *outside]),
    }
    return model


def _fit(rows: list[Row], embed: Embed, like: Card | None = None) -> IntentModel:
    """Learn from ``rows``; with ``like``, by the recipe and the calibration of a model that was made from most of them."""
    texts = [row.text for row in rows]
    target = np.array([row.label for row in rows])
    labels = sorted(set(target))
    lexicon = Lexicon.learn(texts)
    features = _features(texts, lexicon, embed)
    source, mistyped = _slips(rows)
    slips = _features(mistyped, lexicon, embed) if mistyped else features.at(source)
    recipe, calibration = (_recipe_of(like), like) if like else _choose(features, slips, source, target, labels)
    matrix = vstack([features.matrix(recipe), slips.matrix(recipe)]).tocsr()
    weights, bias = _weights(matrix, np.concatenate([target, target[source]]), recipe, labels, copies=len(source))
    card: Card = {
        "format": FORMAT,
        "labels": labels,
        "rows": dict(sorted(Counter(target.tolist()).items())),
        "recipe": {"kind": recipe.kind, "c": recipe.c},
        "scales": recipe.scales,
        "cues": list(CUES),
        **{key: calibration[key] for key in ("temperature", "threshold", "cross_validated_accuracy")},
        "seed": SEED,
    }
    neighbours = features.embedding[target != OUT_OF_SCOPE]
    return IntentModel(card=card, lexicon=lexicon, weights=weights, bias=bias, neighbours=neighbours)


def _choose(
    features: Features, slips: Features, source: np.ndarray, target: np.ndarray, labels: list[str]
) -> tuple[Recipe, Card]:
    """Cross-validate the recipes that fit the amount of data: the best of them, and its calibration."""
    margins = {recipe: _out_of_fold(features, slips, source, target, labels, recipe) for recipe in _recipes(target)}
    best = max(margins, key=lambda recipe: _accuracy(margins[recipe], target, labels))
    temperature = _temperature(margins[best], target, labels)
    return best, {
        "temperature": temperature,
        "threshold": _threshold(margins[best], temperature, target, labels, features.embedding),
        "cross_validated_accuracy": round(_accuracy(margins[best], target, labels), 4),
    }


def _slips(rows: list[Row]) -> tuple[np.ndarray, list[str]]:
    """A mistyped copy of each text, with the row it comes from; none for many rows, which hold their own."""
    chance = random.Random(SEED)
    copies = [(at, slip(row.text, chance)) for at, row in enumerate(rows)]
    found = [(at, text) for at, text in copies if text is not None] if len(rows) <= MANY_ROWS else []
    return np.array([at for at, _ in found], np.int64), [text for _, text in found]


def _recipes(target: np.ndarray) -> list[Recipe]:
    if len(target) > MANY_ROWS:
        return [Recipe("svm", 0.3)]
    recipes = [Recipe("svm", c) for c in (0.1, 0.3)]
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


def _weights(
    matrix: csr_matrix, target: np.ndarray, recipe: Recipe, labels: list[str], copies: int
) -> tuple[np.ndarray, np.ndarray]:
    """Fit one linear model: weights (features, labels) and bias (labels,), a label without rows never winning.

    The last ``copies`` rows are mistyped ones and count for less.
    """
    trust = np.ones(len(target))
    trust[len(target) - copies :] = TRUST_IN_SLIPS
    if recipe.kind == "svm":
        fitted = LinearSVC(C=recipe.c, random_state=SEED).fit(matrix, target, sample_weight=trust)
    else:
        fitted = LogisticRegression(C=recipe.c, max_iter=500, random_state=SEED).fit(matrix, target, sample_weight=trust)
    coefficients, intercept = fitted.coef_, fitted.intercept_
    if len(fitted.classes_) == 2:  # scikit-learn keeps one row for two classes
        coefficients, intercept = np.vstack([-coefficients, coefficients]), np.concatenate([-intercept, intercept])
    place = [labels.index(label) for label in fitted.classes_]
    weights = np.zeros((matrix.shape[1], len(labels)), np.float32)
    bias = np.full(len(labels), -1e3, np.float32)
    weights[:, place], bias[place] = coefficients.T, intercept
    return weights, bias


def _out_of_fold(
    features: Features, slips: Features, source: np.ndarray, target: np.ndarray, labels: list[str], recipe: Recipe
) -> np.ndarray:
    """Margins (rows, labels) of each row by a model that has seen neither it nor its mistyped copy."""
    matrix, copies = features.matrix(recipe), slips.matrix(recipe)
    folds = 4 if len(target) <= MANY_ROWS else 2
    margins = np.zeros((len(target), len(labels)), np.float32)
    for learn, test in _folds(target, folds):
        copied = np.isin(source, learn)
        seen = vstack([matrix[learn], copies[copied]]).tocsr()
        weights, bias = _weights(
            seen, np.concatenate([target[learn], target[source[copied]]]), recipe, labels, copies=int(copied.sum())
        )
        margins[test] = matrix[test] @ weights + bias
    return margins


def _folds(target: np.ndarray, folds: int) -> list[tuple[np.ndarray, np.ndarray]]:
    rarest = min(Counter(target.tolist()).values())
    if rarest < 2:  # nothing to stratify by: that row's label goes untested
        return list(KFold(folds, shuffle=True, random_state=SEED).split(target))
    return list(StratifiedKFold(min(folds, rarest), shuffle=True, random_state=SEED).split(target, target))


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
