"""Fit the gate on our own questions: `python -m kb.fit_gate`."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name

import click
import numpy as np

from domain.ports.understanding import Embedder
from kb.gate_cases import Case, common_stems, gate_cases
from kb.measure import demo_articles
from kb.questions import shop_questions
from kb.support import SIGNS

_FOLDS = 10


def fit(signs: np.ndarray, answered: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights (one a sign) and intercept, in the signs' own units."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(signs)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(scaler.transform(signs), answered, weights)
    weight = model.coef_[0] / scaler.scale_
    return weight, float(model.intercept_[0] - weight @ scaler.mean_)


def balance(cases: Sequence[Case]) -> np.ndarray:
    """Shop, parts and invented weigh the same together, and answered the same as not within each."""
    key = [(case.source.split()[0], case.answered) for case in cases]
    sizes = {k: key.count(k) for k in set(key)}
    return np.array([len(cases) / len(sizes) / sizes[k] for k in key])


def held_out(cases: Sequence[Case]) -> np.ndarray:
    """Each case's probability by a model that saw nothing of its group."""
    from sklearn.model_selection import GroupKFold

    x, y, weights = np.stack([c.signs for c in cases]), np.array([c.answered for c in cases]), balance(cases)
    probability = np.zeros(len(cases))
    for seen, unseen in GroupKFold(_FOLDS, shuffle=True, random_state=1).split(x, y, [c.group for c in cases]):
        weight, intercept = fit(x[seen], y[seen], weights[seen])
        probability[unseen] = 1 / (1 + np.exp(-(x[unseen] @ weight + intercept)))
    return probability


def best_threshold(cases: Sequence[Case], probability: np.ndarray) -> float:
    """Where as large a share of the answerable questions is right as of those on topic that have no answer.

    The easy kinds do not vote, nor do parts of the help centre: with an article taken out another may still answer, so a few
    of their labels are wrong.
    """
    voters = [k for k, case in enumerate(cases) if not case.source.startswith("part")]
    yes = probability[[k for k in voters if cases[k].kind == "answerable"]]
    no = probability[[k for k in voters if cases[k].kind == "on_topic"]]
    grid = np.linspace(0.2, 0.8, 121)
    gaps = [abs(float(np.mean(yes >= t)) - float(np.mean(no < t))) for t in grid]
    return round(float(np.median(grid[np.isclose(gaps, min(gaps))])), 3)


def report(cases: Sequence[Case], probability: np.ndarray, threshold: float) -> list[str]:
    """Lines: for each source and kind, how many cases fall on the right side."""
    from sklearn.metrics import roc_auc_score

    lines = []
    for source in ("shop", "part", "invented"):
        of_source = [k for k, c in enumerate(cases) if c.source.split()[0] == source]
        auroc = roc_auc_score([cases[k].answered for k in of_source], probability[of_source])
        lines.append(f"{source}: AUROC {auroc:.3f}")
        for kind in ("answerable", "title", "on_topic", "off_topic", "strange", "elsewhere"):
            some = [k for k in of_source if cases[k].kind == kind]
            right = sum((probability[k] >= threshold) == cases[k].answered for k in some)
            if some:
                lines.append(f"  {kind:10} {right}/{len(some)} = {right / len(some):.3f}")
    return lines


@click.command()
@click.option("--embedder", default="models.embeddings:MiniLmEmbedder", help="module:class of the embedder")
@click.option("--out", type=click.Path(path_type=Path), default=Path(__file__).with_name("gate.json"))
@click.option("--errors", is_flag=True, help="list the held-out cases on the wrong side")
def main(embedder: str, out: Path, errors: bool) -> None:
    """Fit, choose the threshold on held-out cases, print the held-out figures, and write the weights."""
    made: Embedder = resolve_name(embedder)()
    common = common_stems(shop_questions(), demo_articles())
    cases = asyncio.run(gate_cases(made, common))
    probability = held_out(cases)
    threshold = best_threshold(cases, probability)
    weight, intercept = fit(np.stack([c.signs for c in cases]), np.array([c.answered for c in cases]), balance(cases))
    weights = {name: round(float(w), 4) for name, w in zip(SIGNS, weight, strict=True)}
    document = {"weights": weights, "intercept": round(intercept, 4), "threshold": threshold, "common": common}
    out.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    click.echo("\n".join([f"threshold {threshold}", *report(cases, probability, threshold), json.dumps(weights)]))
    if errors:
        for case, p in zip(cases, probability, strict=True):
            if (p >= threshold) != case.answered:
                click.echo(f"  {p:.2f} {case.source:12} {case.kind:10} {case.question}")


if __name__ == "__main__":
    main()
