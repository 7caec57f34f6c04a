"""What `supportgraph evals run` does: run, judge, report, and keep the result where the service shows it; with what it ran on, by name and
digest: two reports with the same digests measured the same thing.
"""

import asyncio
import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from domain.errors import UnknownGraphVersion
from domain.history import FILE_KINDS
from domain.messages.files import SHIPPED as SHIPPED_TEXTS
from evals.compare import Comparison, Estimate, compare
from evals.gate import INVALID, Verdict, unsound, verdict
from evals.injection.cases import NAME as INJECTION
from evals.injection.cases import injection_suite
from evals.report import Run, failed_before
from evals.report_page import write_report
from evals.results import Result
from evals.runner import Plan
from evals.stored import SOURCES, StoredSuite, stored_suite
from evals.suite import Case, SuiteInvalid, load_suite
from graphs.versions.registry import GraphVersions
from models.intents.intent_model import SHIPPED_ACTS, SHIPPED_INTENTS
from models.pinned_files import PINNED
from records.variants import EvalResult
from supportgraph.building.stores import NoDatabase, served_database
from supportgraph.configuration.changes_at_start import content_of
from supportgraph.configuration.rule_files import load_policy
from supportgraph.configuration.settings import Settings, SettingsInvalid
from supportgraph.measuring.eval_service import Where, eval_settings, run_apart, run_here
from supportgraph.processes.own_process import run_until_told, unwinding_on_sigterm

_DIGITS_SHOWN = 16  # hexadecimal digits of a digest


def provenance(settings: Settings, cases: Sequence[Case], graphs: Iterable[str], articles: Sequence[Any]) -> dict[str, Any]:
    """Name → digest or version, of everything that an answer depends on. ``articles`` are those that were loaded; none: the
    demo's."""
    versions = GraphVersions(None)
    return {
        "supportgraph": version("supportgraph"),
        "graphs": {name: _digest([repr(versions.settings(name))]) for name in graphs},
        "prompts": {name: _digest([repr(versions.settings(name).prompts)]) for name in graphs},
        "policy": _digest([load_policy(settings.policy_file).model_dump_json()]),
        "texts": _of_files([SHIPPED_TEXTS, *([settings.texts_dir] if settings.texts_dir else [])]),
        "models": {
            "intents": _of_files([settings.intents_dir or SHIPPED_INTENTS]),
            "acts": _of_files([settings.acts_dir or SHIPPED_ACTS]),
            "shipped": _digest(f"{name} {digest}" for name, digest in sorted(PINNED.items())),
            "chat": settings.model,
        },
        "articles": _digest(a.model_dump_json() for a in articles) if articles else "demo",
        "suite": _digest(case.model_dump_json() for case in sorted(cases, key=lambda c: c.id)),
    }


def _digest(parts: Iterable[str | bytes]) -> str:
    together = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        together.update(len(raw).to_bytes(8, "big") + raw)
    return together.hexdigest()[:_DIGITS_SHOWN]


def _of_files(folders: Sequence[Path]) -> str:
    files = [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    return _digest(part for file in files for part in (file.name, file.read_bytes()))


_CASES_A_PROCESS = 60  # below, starting another process takes longer than it saves
_MARK = {"passed": "ok   ", "failed": "FAIL ", "error": "ERROR"}


@dataclass(frozen=True)
class Asked:
    """The command's arguments."""

    suite: str
    graph: str | None = None  # None: the service's default
    baseline: str | None = None
    report: Path | None = None
    repeat: int = 1
    rerun_failed: bool = False
    seed: int = 0
    jobs: int | None = None
    with_model: bool = False


def run_suite(asked: Asked) -> int:
    """The exit code: 0 where the gate lets the version pass, 1 on a regression, 2 where the run is invalid."""
    try:
        settings = Settings.load()
        stored = asyncio.run(_from_conversations(settings, asked.suite)) if asked.suite in SOURCES else None
        attacked = asked.suite == INJECTION
        cases = stored.cases if stored else injection_suite() if attacked else load_suite(asked.suite)
        versions = GraphVersions(None)
        graph = versions.check(asked.graph)
        baseline = versions.check(asked.baseline) if asked.baseline else None
        if asked.rerun_failed:
            cases = _failed(cases, asked.report)
    except (SuiteInvalid, SettingsInvalid, UnknownGraphVersion, OSError, ValueError, KeyError) as error:
        click.echo(f"invalid: {error}", err=True)
        return INVALID
    graphs = list(dict.fromkeys(filter(None, (graph, baseline))))
    where = Where(stored.articles if stored else None, asked.with_model, attacked)
    plan = Plan(cases, graphs, asked.repeat, asked.seed)
    results = _results(plan, where, asked.jobs, graph)
    done = _judged(plan, Path(asked.suite).stem, graph, baseline, results)
    done.versions = provenance(eval_settings(settings.data_dir, where), cases, graphs, where.articles or [])
    if asked.report:
        write_report(asked.report, done)
    kept = False if asked.rerun_failed or done.verdict.exit_code == INVALID else asyncio.run(_keep(settings, done))
    _conclude(asked.suite, done, kept)
    return done.verdict.exit_code


def _failed(cases: Sequence[Case], report: Path | None) -> list[Case]:
    if report is None:
        raise SuiteInvalid("--rerun-failed wants the --report of an earlier run")
    again = failed_before(report)
    return [c for c in cases if c.id in again]


def _results(plan: Plan, where: Where, jobs: int | None, graph: str) -> dict[str, list[Result]]:
    def say(name: str, result: Result) -> None:
        if name == graph:
            _say(result)

    together = min(jobs or min(os.cpu_count() or 1, 1 + len(plan.cases) // _CASES_A_PROCESS), max(1, len(plan.cases)))
    with unwinding_on_sigterm():
        return run_until_told(run_here(plan, where, say)) if together == 1 else run_apart(plan, where, together, say)


def _judged(plan: Plan, suite: str, graph: str, baseline: str | None, results: dict[str, list[Result]]) -> Run:
    mine, before = results.get(graph, []), results.get(baseline, []) if baseline else []
    wrong = unsound(plan, results)
    done = Run(suite, graph, mine, Verdict(INVALID, wrong), baseline, before, repeat=plan.repeat, seed=plan.seed)
    if not wrong:
        done.comparison = compare(mine, before, plan.seed) if before else None
        done.verdict = verdict(mine, done.comparison)
    return done


def _say(result: Result) -> None:
    tried = f", {result.share:.0%} of {len(result.attempts)}" if len(result.attempts) > 1 else ""
    click.echo(f"{_MARK[result.status]} {result.id} ({result.seconds} s{tried})")
    for problem in result.problems:
        click.echo(f"        {problem}")


def _conclude(suite: str, done: Run, kept: bool) -> None:
    click.echo(f"{suite} on {done.graph}: {done.passed} of {len(done.results)} passed")
    if done.repeat > 1:
        click.echo("pass^k: " + ", ".join(f"{k}: {value:.3f}" for k, value in done.pass_hat.items()))
    if done.comparison:
        _say_compared(done.baseline or "", done.comparison)
    if kept:
        click.echo("kept in this data folder: GET /v1/graph-versions shows it, and the history beside these files")
    for reason in done.verdict.reasons:
        click.echo(f"  {reason}")
    click.echo(f"verdict: {done.verdict.words}")


def _say_compared(baseline: str, c: Comparison) -> None:
    d = c.difference
    click.echo(
        f"against {baseline}: {100 * d.value:+.1f} points (95 %: {100 * d.low:+.1f} to {100 * d.high:+.1f}), "
        f"{len(c.fixed)} fixed, {len(c.broken)} broken, exact McNemar p = {c.p:.3f}"
    )
    for name, ratio in (("time a turn", c.slower), ("tokens", c.costlier)):
        if isinstance(ratio, Estimate):
            click.echo(f"{name}: {ratio.value:.2f} times the baseline's (95 %: {ratio.low:.2f} to {ratio.high:.2f})")


async def _from_conversations(settings: Settings, suite: str) -> StoredSuite:
    try:
        async with served_database(settings) as database:
            return await stored_suite(database, SOURCES[suite])
    except NoDatabase as problem:
        raise SuiteInvalid(str(problem)) from None


async def _keep(settings: Settings, done: Run) -> bool:
    """Report the result to the service whose data folder or database this is, by version and by the files that it was run on;
    nowhere where there is none yet."""
    now = datetime.now(UTC)
    try:
        async with served_database(settings) as database, database.begin() as unit:
            for graph, results in ((done.graph, done.results), (done.baseline, done.before)):
                if graph and results:
                    passed = sum(r.status == "passed" for r in results)
                    result = EvalResult(graph, done.suite[:80], passed, len(results), now, "supportgraph evals")
                    await unit.rollout.report(result)
                    for kind in FILE_KINDS:
                        # Of page triggers only a company's own: whether the demo's are in force is the service's to say.
                        if kind != "triggers" or settings.triggers_file:
                            await unit.history.report(kind, content_of(kind, settings, demo=False), result)
    except NoDatabase:
        return False
    return True
