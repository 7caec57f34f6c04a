"""`python -m supportgraph.processes.retrain_process`: learns models again beside the service, and measures them.

A process, so that nobody who is served waits for it. It reads an ``Order`` from standard input, writes models into the order's folder
and a ``Made`` to standard output, as JSON."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

from domain.intents import OUT_OF_SCOPE
from domain.remedies import SuiteTried
from domain.retraining import AcceptedUtterance, CandidateReport, ModelRole
from evals.injection.cases import NAME as INJECTION
from evals.injection.cases import injection_suite
from evals.runner import Plan
from evals.suite import ALL, MUST_HOLD, Case, load_suite
from insights.retraining import problems_of
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel
from models.intents.training.examples import SHIPPED_OUT_OF_SCOPE, SHIPPED_UTTERANCES, Row, read_rows
from models.intents.training.retrain import OwnData, Retrained, folded, own_data, retrain
from supportgraph.processes.own_process import make_as_ordered

_REMEMBERED = 60_000  # embeddings


class LabelledText(BaseModel):
    text: str
    intent: str


class Order(BaseModel):
    """``recent``: turns of the last quarter; ``cases``: labelled texts of stored cases of that time, ``stored``: texts of all; ``before``:
    the models in force, by role; ``data``: a company's own rows; ``out``: where the models go."""

    accepted: list[AcceptedUtterance]
    recent: list[str]
    cases: list[LabelledText]
    stored: list[str]
    before: dict[ModelRole, Path]
    data: Path | None
    suites: list[str]
    out: Path


class Made(BaseModel):
    report: CandidateReport
    learned: list[tuple[str, str]]


def make(order: Order) -> Made:
    """Raises ``RowsInvalid``, ``SuiteInvalid`` or ``IntentModelInvalid``."""
    tried = [(name, _suite(name)) for name in order.suites]
    kept_out = texts_of([case for _, cases in tried for case in cases]) | {folded(text) for text in order.stored}
    kept_out |= texts_of([*load_suite(ALL), *load_suite("unsolved"), *injection_suite()])
    embedder = MiniLmEmbedder(threads=1, cache_size=_REMEMBERED)
    cases = [Row(case.text, case.intent) for case in order.cases]
    done = [
        (own.role, _again(order, own, cases, kept_out, embedder)) for own in owned(order.data) if own.role in order.before
    ]
    for role, retrained in done:
        retrained.model.save(order.out / role)
    suites, broken = asyncio.run(_on_suites(order, tried)) if any(r.learned.accepted for _, r in done) else ([], [])
    learned, measured = [r.learned for _, r in done], [m for _, r in done for m in r.measured]
    report = CandidateReport(
        learned=learned,
        measured=measured,
        suites=suites,
        must_hold_broken=broken,
        problems=problems_of(learned, measured, suites, broken),
    )
    return Made(report=report, learned=sorted({turn for _, r in done for turn in r.turns}))


def _again(order: Order, own: OwnData, cases: Sequence[Row], kept_out: set[str], embedder: MiniLmEmbedder) -> Retrained:
    before = IntentModel.load(order.before[own.role])
    mine = [row for row in cases if row.label in before.labels]
    return retrain(before, own, order.accepted, mine, kept_out, set(order.recent), embedder.embed_now)


def owned(data: Path | None) -> list[OwnData]:
    """What each model learns from beside accepted utterances; of a company's folder, those that it has a file for."""
    if data is None:
        from models.acts.training.train import clause_rows, clause_rows_kept_apart  # seconds: it reads all that was labelled

        strangers = read_rows(SHIPPED_OUT_OF_SCOPE, OUT_OF_SCOPE)
        clauses = [*clause_rows(), *strangers]
        return [
            own_data("intents", read_rows(SHIPPED_UTTERANCES), strangers),
            own_data("acts", clauses, frozen=clause_rows_kept_apart()),
        ]
    files: dict[ModelRole, Path] = {"intents": data / "messages.csv", "acts": data / "clauses.csv"}
    return [own_data(role, read_rows(path)) for role, path in files.items() if path.exists()]


def texts_of(cases: Sequence[Case]) -> set[str]:
    """All that customers say in them, folded."""
    said = [step.say for case in cases for step in case.turns if step.say]
    scripts = [case.script for case in cases if case.script]
    return {folded(text) for text in [*said, *(t for s in scripts for t in [*s.says, s.plain])] if text}


def _suite(name: str) -> list[Case]:
    return injection_suite() if name == INJECTION else load_suite(name)


async def _on_suites(order: Order, suites: Sequence[tuple[str, list[Case]]]) -> tuple[list[SuiteTried], list[str]]:
    """Each suite with the models in force and with the new ones; and what has to pass on every version and does not on these."""
    tried: list[SuiteTried] = []
    must: list[str] = []
    after_models = {**order.before, **{role: order.out / role for role in order.before if (order.out / role).exists()}}
    for name, cases in suites:
        before = await _passed(cases, order.before, attacked=name == INJECTION)
        after = await _passed(cases, after_models, attacked=name == INJECTION)
        shown = name.rpartition("/")[2]
        broken = sorted(before - after)
        tried.append(SuiteTried(suite=shown, cases=len(cases), before=len(before), after=len(after), broken=broken))
        must += [case.id for case in cases if MUST_HOLD & set(case.tags) and case.id not in after]
    return tried, must


async def _passed(cases: list[Case], models: dict[ModelRole, Path], *, attacked: bool) -> set[str]:
    from graphs.versions.registry import GraphVersions
    from supportgraph.measuring.eval_service import Where, run_here

    where = Where(attacked=attacked, intents=models.get("intents"), acts=models.get("acts"))
    graph = GraphVersions(None).check(None)
    results = await run_here(Plan(cases, [graph]), where, lambda _graph, _result: None)
    return {result.id for result in results[graph] if result.status == "passed"}


def main() -> None:
    make_as_ordered(Order, make)


if __name__ == "__main__":
    main()
