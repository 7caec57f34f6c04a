"""How well a model reads labelled texts: accuracy, what it turns away, what it mixes up; and what two models are compared by."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from domain.intents import OUT_OF_SCOPE
from domain.ports.understanding import IntentGuess
from domain.retraining import IntentFigure, ModelFigures
from models.intents.intent_model import Card, IntentModel
from models.intents.training.dataset import Embed
from models.intents.training.examples import Row
from models.intents.training.lexicon import MOST_CHARACTERS


def evaluate_intents(model: IntentModel, rows: Sequence[Row], embed: Callable[[Sequence[str]], np.ndarray]) -> Card:
    """Measure ``model`` on ``rows``. Shares are 0..1, None where there is no such row.

    ``accuracy`` is over in-scope rows, one that is turned away counted as wrong; ``in_scope_rejected`` is the share of
    them that is turned away; ``accuracy_if_none_rejected`` the accuracy of the likeliest intents; ``calibration_error``
    how far confidence is from accuracy over those not turned away, in ten bins; ``out_of_scope_recall`` the share of
    out-of-scope rows that is turned away.
    """
    return grade_guesses(rows, guess_intents(model, rows, embed))


def guess_intents(
    model: IntentModel, rows: Sequence[Row], embed: Callable[[Sequence[str]], np.ndarray]
) -> list[IntentGuess]:
    texts = [row.text for row in rows]
    return model.predict_all(texts, embed([text[:MOST_CHARACTERS] for text in texts]))


def grade_guesses(rows: Sequence[Row], guesses: Sequence[IntentGuess]) -> Card:
    """What ``evaluate_intents`` tells, of these guesses."""
    said = [guess.intent for guess in guesses]
    likeliest = [
        _likeliest(guess) == row.label for row, guess in zip(rows, guesses, strict=True) if row.label != OUT_OF_SCOPE
    ]
    sure = [
        (guess.confidence, guess.intent == row.label)
        for row, guess in zip(rows, guesses, strict=True)
        if OUT_OF_SCOPE not in (row.label, guess.intent)
    ]
    inside = [(row.label, guess) for row, guess in zip(rows, said, strict=True) if row.label != OUT_OF_SCOPE]
    outside = [guess for row, guess in zip(rows, said, strict=True) if row.label == OUT_OF_SCOPE]
    by_label: dict[str, list[bool]] = {}
    for label, guess in inside:
        by_label.setdefault(label, []).append(label == guess)
    mixed = Counter((label, guess) for label, guess in inside if label != guess)
    return {
        "n": len(inside),
        "accuracy": _share([label == guess for label, guess in inside]),
        "in_scope_rejected": _share([guess == OUT_OF_SCOPE for _, guess in inside]),
        "accuracy_if_none_rejected": _share(likeliest),
        "calibration_error": _calibration_error(sure),
        "out_of_scope_n": len(outside),
        "out_of_scope_recall": _share([guess == OUT_OF_SCOPE for guess in outside]),
        "by_label": {label: _share(right) for label, right in sorted(by_label.items())},
        "most_mixed_up": [{"label": a, "read_as": b, "n": n} for (a, b), n in mixed.most_common(10)],
    }


def _likeliest(guess: IntentGuess) -> str:
    if guess.intent != OUT_OF_SCOPE or not guess.alternatives:
        return guess.intent
    return guess.alternatives[0][0]


def _calibration_error(sure: Sequence[tuple[float, bool]]) -> float | None:
    if not sure:
        return None
    confidence, right = np.array(sure, float).T
    bins = np.minimum((confidence * 10).astype(int), 9)
    gaps = [abs(float(np.sum(right[bins == at] - confidence[bins == at]))) for at in range(10)]
    return round(sum(gaps) / len(sure), 4)


def _share(facts: Sequence[bool]) -> float | None:
    return round(sum(facts) / len(facts), 4) if facts else None


def model_figures(model: IntentModel, rows: Sequence[Row], embed: Embed) -> ModelFigures:
    """F1 of each intent that a row has, with strangers that are taken for it counted against it; their plain mean; and the rest."""
    if not rows:
        return ModelFigures(
            n=0,
            macro_f1=0.0,
            accuracy=None,
            out_of_scope_n=0,
            out_of_scope_recall=None,
            calibration_error=None,
            by_intent={},
        )
    guesses = guess_intents(model, rows, embed)
    said = [guess.intent for guess in guesses]
    wanted = Counter(row.label for row in rows)
    guessed = Counter(said)
    right = Counter(row.label for row, guess in zip(rows, said, strict=True) if row.label == guess)
    by_intent = {
        label: IntentFigure(n=n, f1=round(2 * right[label] / (n + guessed[label]), 4))
        for label, n in sorted(wanted.items())
        if label != OUT_OF_SCOPE
    }
    measured = grade_guesses(rows, guesses)
    return ModelFigures(
        n=len(rows),
        macro_f1=round(float(np.mean([f.f1 for f in by_intent.values()])), 4) if by_intent else 0.0,
        accuracy=measured["accuracy"],
        out_of_scope_n=measured["out_of_scope_n"],
        out_of_scope_recall=measured["out_of_scope_recall"],
        calibration_error=measured["calibration_error"],
        by_intent=by_intent,
    )
