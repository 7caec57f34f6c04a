"""What two models are compared by, on the same labelled texts."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from domain.intents import OUT_OF_SCOPE
from domain.retraining import IntentFigure, ModelFigures
from models.intents.intent_model import IntentModel
from models.intents.training.dataset import Embed
from models.intents.training.evaluate import grade_guesses, guess_intents
from models.intents.training.examples import Row


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
