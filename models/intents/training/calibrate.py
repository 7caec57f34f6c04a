"""Cross-validated margins to honest probabilities, and to the score under which a text is turned away."""

import numpy as np
from scipy.optimize import minimize_scalar

MOST_LOST = 0.05  # share of in-scope texts that may be turned away at most
LEAST_LOST = 0.005  # and the share that always may: the strangest of any file's own texts
STRANGERS = 0.15  # how many of all texts the threshold expects to be out of scope
SCORE_POWER = 0.5  # of the probability, which doubts between two close intents too, beside the cosine, which does not


def softmax(margins: np.ndarray, temperature: float) -> np.ndarray:
    """Margins (texts, labels) → probabilities that sum to one."""
    raised = np.exp((margins - margins.max(axis=1, keepdims=True)) / temperature)
    result: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return result


def fit_temperature(margins: np.ndarray, answers: np.ndarray) -> float:
    """The temperature at which the probabilities of the right answers (columns) are likeliest.

    One more answer, drawn by lot, is added to them: a few texts that are all read right do not make a model sure.
    """

    def loss(log_temperature: float) -> float:
        surprise = -np.log(softmax(margins, float(np.exp(log_temperature))) + 1e-9)
        return float(surprise[np.arange(len(answers)), answers].sum() + surprise.mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-5, 3), method="bounded").x))


def scope_scores(probabilities: np.ndarray, nearest: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """How much each text is one of ours, 0..1; 0 where "out of scope" is itself the likeliest.

    ``nearest`` is the cosine of the nearest in-scope row, ``inside`` says which columns are intents.
    """
    best = probabilities[:, inside].max(axis=1)
    lost = probabilities[:, ~inside].sum(axis=1) > best
    scores: np.ndarray = np.where(lost, 0.0, best**SCORE_POWER * nearest.clip(0))
    return scores


def fit_threshold(scores: np.ndarray, right: np.ndarray, strangers: np.ndarray, keep: float | None = None) -> float:
    """The score under which a text is turned away.

    ``scores`` of in-scope texts, and whether each would be read ``right``; ``strangers``' scores. Between LEAST_LOST and
    MOST_LOST of the in-scope texts are turned away, as many as pay off: most right in all, where STRANGERS of all texts
    are strangers. With ``keep`` that share of in-scope texts stays, whatever it costs.
    """
    ordered = np.sort(scores)
    if keep is not None:
        return float(ordered[min(int((1 - keep) * len(ordered)), len(ordered) - 1)])
    lost = np.unique((np.linspace(LEAST_LOST, MOST_LOST, 41) * len(ordered)).astype(int))
    return max((float(ordered[at]) for at in lost), key=lambda least: _worth(least, scores, right, strangers))


def _worth(least: float, scores: np.ndarray, right: np.ndarray, strangers: np.ndarray) -> float:
    read = float(np.mean(right & (scores >= least)))
    turned_away = float(np.mean(strangers < least)) if len(strangers) else 0.0
    return (1 - STRANGERS) * read + STRANGERS * turned_away


def nearest_cosines(embeddings: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The cosine of the nearest row of ``known`` to each of ``embeddings``; 0 where there is none."""
    nearest = np.zeros(len(embeddings), np.float32)
    if len(known):
        for start in range(0, len(embeddings), 500):
            part = slice(start, start + 500)
            nearest[part] = (embeddings[part] @ known.T).max(axis=1)
    return nearest
