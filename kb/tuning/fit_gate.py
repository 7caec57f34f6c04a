"""Fit the gate on the fit half of our questions: `python -m kb.tuning.fit_gate`."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name

import click
import numpy as np

from domain.ports.understanding import Embedder
from kb.answering.answerability import Gate
from kb.answering.features import FEATURES
from kb.tuning.gate_cases import Case, common_stems, fit_cases, held_out_cases

_KINDS = 64  # directions in which questions differ
_KIND_SCALE = 3.0  # of them, beside the standardized features
_LEFT_OUT, _OFF_TOPIC, _STRANGE = 0.3, 4.0, 2.0  # what such a case counts for
_SHOP, _INVENTED = 3.0, 1.5  # what a source counts for; the others 1
_REFUSED = 0.02  # of the answerable questions of the fit half; of new ones, which are harder, it will be more
_DOUBTFUL = 0.15  # the same for answers that are not doubtful


def fit(cases: Sequence[Case], common: dict[str, float]) -> str:
    """The gate's document."""
    from sklearn.decomposition import PCA
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    used = [case for case in cases if case.found or not case.answered]  # else the search is at fault: nothing to learn
    vectors = np.stack([case.vector for case in used])
    kinds = PCA(min(_KINDS, len(used) - 1, vectors.shape[1]), random_state=0).fit(vectors)
    features = StandardScaler().fit(np.stack([case.gate_input.features for case in used]))
    x = np.hstack([features.transform([case.gate_input.features for case in used]), kinds.transform(vectors) * _KIND_SCALE])
    model = LogisticRegression(C=0.3, max_iter=5000).fit(x, [case.answered for case in used], _weights(used))
    weights = model.coef_[0][: len(FEATURES)] / features.scale_
    kind = model.coef_[0][len(FEATURES) :] @ kinds.components_ * _KIND_SCALE
    document = {
        "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, weights, strict=True)},
        "intercept": round(float(model.intercept_[0] - weights @ features.mean_ - kind @ kinds.mean_), 4),
        "kind_mean": round(float(kind @ kinds.mean_), 4),
        "threshold": 0.0,
        "sure": 0.0,
        "common": common,
        "kind": [round(float(w), 3) for w in kind],
    }
    confidence = confidences(Gate.of(json.dumps(document)), [case for case in cases if case.kind == "answerable"])
    document["threshold"] = round(float(np.quantile(confidence, _REFUSED)), 3)
    document["sure"] = round(float(np.quantile(confidence, _DOUBTFUL)), 3)
    return json.dumps(document)


def _weights(cases: Sequence[Case]) -> np.ndarray:
    """Within each source, answered weighs the same as not answered."""
    factor = {"left_out": _LEFT_OUT, "off_topic": _OFF_TOPIC, "strange": _STRANGE}
    own = np.array([factor.get(case.kind, 1.0) for case in cases])
    group = [(case.source, case.answered) for case in cases]
    of_group = {key: sum(o for o, k in zip(own, group, strict=True) if k == key) for key in set(group)}
    of_source = {"shop": _SHOP, "invented": _INVENTED}
    raw = np.array([o / of_group[k] * of_source.get(k[0], 1.0) for o, k in zip(own, group, strict=True)])
    weights: np.ndarray = raw / raw.mean()
    return weights


def confidences(gate: Gate, cases: Sequence[Case]) -> np.ndarray:
    """(n,)"""
    return np.array(
        [gate.confidence(case.gate_input.features, case.vector, case.gate_input.unknown_words) for case in cases]
    )


def auroc(gate: Gate, cases: Sequence[Case], kinds: Sequence[str]) -> float:
    """How well confidence tells answerable questions from those of ``kinds``."""
    from sklearn.metrics import roc_auc_score

    some = [case for case in cases if case.kind in {"answerable", *kinds}]
    return float(roc_auc_score([case.answered for case in some], confidences(gate, some)))


def report(gate: Gate, cases: Sequence[Case]) -> list[str]:
    """Lines: for each source AUROC, and for each kind how many cases are refused, and answered with doubt."""
    lines = []
    for source in dict.fromkeys(case.source for case in cases):
        own = [case for case in cases if case.source == source]
        kinds = list(dict.fromkeys(case.kind for case in own))
        against = [kind for kind in ("on_topic", "left_out", "elsewhere") if kind in kinds]
        lines.append(f"{source}: AUROC " + ", ".join(f"{kind} {auroc(gate, own, [kind]):.3f}" for kind in against))
        for kind in kinds:
            values = confidences(gate, [case for case in own if case.kind == kind])
            refused, doubtful = np.mean(values < gate.threshold), np.mean((values >= gate.threshold) & (values < gate.sure))
            lines.append(f"  {kind:10} {len(values):4} refused {refused:.3f}  with doubt {doubtful:.3f}")
    return lines


async def _cases(embedder: Embedder, common: dict[str, float]) -> tuple[list[Case], list[Case]]:
    return await fit_cases(embedder, common), await held_out_cases(embedder, common)


@click.command()
@click.option("--embedder", default="models.embeddings:MiniLmEmbedder", help="module:class of the embedder")
@click.option("--out", type=click.Path(path_type=Path), default=Path(__file__).parents[1] / "answering" / "gate.json")
def main(embedder: str, out: Path) -> None:
    """Fit, choose the thresholds, write them, and print figures; those of the held-out half are the ones that count."""
    made: Embedder = resolve_name(embedder)()
    common = common_stems()
    fitted, held_out = asyncio.run(_cases(made, common))
    document = fit(fitted, common)
    out.write_text(document + "\n", encoding="utf-8")
    gate = Gate.of(document)
    lines = [f"threshold {gate.threshold}, sure from {gate.sure}", "-- fitted on", *report(gate, fitted)]
    click.echo("\n".join([*lines, "-- held out", *report(gate, held_out)]))


if __name__ == "__main__":
    main()
