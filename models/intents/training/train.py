"""Learn intents from utterances: a ensemble picked by cross-validation, calibrated, and measured on rows kept apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from domain.intents import OUT_OF_SCOPE
from models.intents.intent_model import FORMAT, Card, IntentModel
from models.intents.training.cross_validation import (
    SCORE_POWER,
    CrossValidation,
    fit_temperature,
    fit_threshold,
    nearest_cosines,
    scope_scores,
    softmax,
)
from models.intents.training.dataset import SCALES, SEED, Dataset, Embed, Features
from models.intents.training.ensemble import FEW_ROWS, MANY_ROWS, VERY_MANY_ROWS, Ensemble
from models.intents.training.evaluate import evaluate_intents
from models.intents.training.examples import (
    SHIPPED_OUT_OF_SCOPE,
    Row,
    RowsInvalid,
    read_rows,
    rows_hash,
    settle_rows,
    split_rows,
)
from models.intents.training.learners import MOST_ANCHORS, SHARPNESS, KernelMachine, Learned
from models.intents.training.lexicon import CUES
from models.intents.training.threads import one_thread_each

FEW_STRANGERS = 30  # fewer out-of-scope rows set no threshold: the project's own stand in for that
CALIBRATION = ("recipe", "temperature", "threshold", "cross_validated", "cross_validated_accuracy")


def train_intents(
    rows: Sequence[Row],
    out_of_scope: Sequence[Row],
    embed: Embed,
    *,
    keep_apart: bool = False,
    keep: float | None = None,
) -> IntentModel:
    """Learn from four fifths of each label, measure on the fifth that is kept apart, then learn from all rows.

    With ``keep_apart`` the last step is left out, so that others can measure the model on the same fifth. ``keep`` is
    the share of in-scope texts that must not be turned away, None for what pays off. Rows that are themselves labelled
    out of scope count as such. Raises RowsInvalid for fewer than two labels.
    """
    inside = [row for row in rows if row.label != OUT_OF_SCOPE]
    outside = [Row(row.text, OUT_OF_SCOPE) for row in [*out_of_scope, *(r for r in rows if r.label == OUT_OF_SCOPE)]]
    settled = settle_rows([*inside, *outside])
    if len({row.label for row in settled.rows} - {OUT_OF_SCOPE}) < 2:
        raise RowsInvalid("at least two labels are needed, each with a text")
    learn, kept = split_rows(settled.rows)
    fit = _fit(learn, embed, keep)
    model = fit.model
    report = evaluate_intents(model, kept, embed) if kept else {}
    if kept and not keep_apart:
        if fit.machine:
            model = _with_more(fit, fit.machine, kept, embed)
        else:
            model = _fit(learn + kept, embed, keep, like=model.card if len(learn) > FEW_ROWS else None).model
    model.card |= {
        "learned_from": "four fifths of each label" if keep_apart else "all rows",
        "left_out": settled.left_out,
        "measured": report,
        "data_sha256": rows_hash([*inside, *outside]),
    }
    return model


def learn_rows(rows: list[Row], embed: Embed, *, like: Card | None = None) -> IntentModel:
    """Learn from all of these settled rows, strangers among them, and measure nothing. ``like``: the card of a model that was made
    from most of them, whose recipe, temperature and threshold are kept."""
    return _fit(rows, embed, None, like).model


@dataclass(frozen=True)
class _Fit:
    """A model, and what it was made of."""

    model: IntentModel
    dataset: Dataset
    machine: KernelMachine | None  # of very many rows, to which others can be added


def _fit(rows: list[Row], embed: Embed, keep: float | None, like: Card | None = None) -> _Fit:
    """Learn from ``rows``; with ``like``, by the ensemble and the calibration of a model that was made from most of them."""
    with one_thread_each():
        return _fitted(rows, embed, keep, like)


def _fitted(rows: list[Row], embed: Embed, keep: float | None, like: Card | None) -> _Fit:
    rows_of = dict(sorted(Counter(row.label for row in rows).items()))
    dataset = Dataset.of(rows, list(rows_of), embed, typos=len(rows) <= MANY_ROWS)
    machine = None
    if like:
        learned = Ensemble(**like["recipe"]).learn(dataset)
        calibration = like
    else:
        if len(rows) > VERY_MANY_ROWS:
            validation, machine = CrossValidation.of_very_many(rows, dataset)
            learned = machine.solve()
        else:
            validation = CrossValidation.of(rows, rows_of, embed)
            learned = validation.best().learn(dataset)
        calibration = _calibrate(validation, dataset, learned, embed, keep)
    card: Card = {
        "format": FORMAT,
        "labels": dataset.labels,
        "rows": rows_of,
        "scales": SCALES,
        "sharpness": SHARPNESS,
        "score_power": SCORE_POWER,
        "cues": list(CUES),
        **{key: calibration[key] for key in CALIBRATION},
        "seed": SEED,
    }
    return _Fit(_model(card, dataset, learned), dataset, machine)


def _with_more(fit: _Fit, machine: KernelMachine, rows: list[Row], embed: Embed) -> IntentModel:
    """Learned from these rows too, in the same words: to learn all of very many rows once more takes a fifth of the minutes."""
    column = {label: at for at, label in enumerate(fit.dataset.labels)}
    with one_thread_each():
        features = Features.of([row.text for row in rows], fit.dataset.lexicon, embed)
        machine.add(features, np.array([column[row.label] for row in rows]))
        learned = machine.solve()
    rows_of = Counter(fit.model.card["rows"]) + Counter(row.label for row in rows)
    return _model(fit.model.card | {"rows": dict(sorted(rows_of.items()))}, fit.dataset, learned)


def _model(card: Card, dataset: Dataset, learned: Learned) -> IntentModel:
    """The neighbours are the in-scope rows, and after them what else the kernel machine compares with."""
    familiar = _familiar(dataset)
    if len(learned.anchors) and len(familiar) > MOST_ANCHORS:
        familiar = np.intersect1d(familiar, learned.anchors)
    neighbours = np.concatenate([familiar, np.setdiff1d(learned.anchors, familiar)])
    pulls = None
    if len(learned.anchors):
        pulls = np.zeros((len(dataset.answers), len(dataset.labels)), np.float32)
        pulls[learned.anchors] = learned.pulls
        pulls = pulls[neighbours]
    return IntentModel(
        card=card | {"familiar": len(familiar)},
        lexicon=dataset.lexicon,
        weights=learned.weights,
        bias=learned.bias,
        neighbours=dataset.features.embedding[neighbours],
        pulls=pulls,
    )


def _familiar(dataset: Dataset) -> np.ndarray:
    """The in-scope rows among the dataset's texts."""
    inside = np.array([label != OUT_OF_SCOPE for label in dataset.labels])
    return np.flatnonzero(inside[dataset.answers[: dataset.rows]])


def _calibrate(validation: CrossValidation, dataset: Dataset, learned: Learned, embed: Embed, keep: float | None) -> Card:
    ensemble = validation.best()
    inside = np.array([label != OUT_OF_SCOPE for label in dataset.labels])
    ours = inside[validation.answers]
    temperature = fit_temperature(validation.margins[ensemble], validation.answers)
    probabilities = softmax(validation.margins[ensemble], temperature)
    scores = scope_scores(probabilities, validation.nearest, inside)
    strangers = scores[~ours]
    if len(strangers) < FEW_STRANGERS:  # none of the project's own has been learned from, so the final model reads them
        texts = [row.text for row in read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE)]
        features = Features.of(texts, dataset.lexicon, embed)
        nearest = nearest_cosines(features.embedding, dataset.features.embedding[_familiar(dataset)])
        strangers = scope_scores(softmax(learned.margins(features, dataset.features), temperature), nearest, inside)
    right = np.where(inside, probabilities, -1).argmax(axis=1) == validation.answers
    return {
        "recipe": ensemble.card(),
        "temperature": temperature,
        "threshold": fit_threshold(scores[ours], right[ours], strangers, keep),
        "cross_validated": {str(tried): round(validation.accuracy(tried), 4) for tried in validation.margins},
        "cross_validated_accuracy": round(validation.accuracy(ensemble), 4),
    }
