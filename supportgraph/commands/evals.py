"""`supportgraph evals`: run a suite against a graph version, in this process, on a store of its own."""

import asyncio
import contextlib
import json
import logging
import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click
import httpx
from pydantic import TypeAdapter

from api.app import create_app
from api.customer_tokens import make_customer_token
from api.service import Service
from domain.errors import UnknownGraphVersion
from domain.knowledge import Article, ArticleDraft
from domain.staff import Staff, hash_key
from evals.flagged import NAME as FLAGS
from evals.flagged import FlaggedSuite, flagged_suite
from evals.report import failed_before, write_report
from evals.runner import Caller, Result, run_suite
from evals.suite import Case, SuiteInvalid, load_suite
from graphs.versions import DEFAULT_VERSION, GraphVersions
from records.migrate import is_current
from records.session import Database
from supportgraph.demo import demo_jwt_secret
from supportgraph.settings import Settings, SettingsInvalid
from supportgraph.wiring import assemble

PASS, REGRESSION, INVALID = 0, 1, 2


@click.group()
def evals() -> None:
    """Measure graph versions on suites of conversations."""


@evals.command()
def schema() -> None:
    """Print the JSON Schema of a suite."""
    click.echo(json.dumps(TypeAdapter(list[Case]).json_schema(), indent=2))


@evals.command()
@click.argument("suite")
@click.option("--graph", default=DEFAULT_VERSION, show_default=True, help="The graph version to run.")
@click.option("--baseline", help="A graph version to compare with: only cases that passed there count as regressions.")
@click.option("--report", type=click.Path(path_type=Path), help="Folder for report.json, junit.xml and report.html.")
@click.option("--rerun-failed", is_flag=True, help="Only the cases that did not pass in the report of --report.")
def run(suite: str, graph: str, baseline: str | None, report: Path | None, rerun_failed: bool) -> None:
    """Run SUITE: a shipped name, a path, or `flags`, the conversations whose answers were flagged and fixed in this data
    folder. Exits 0 where all pass, 1 on a regression, 2 where the run is invalid."""
    try:
        flagged = asyncio.run(_flagged(Settings.load())) if suite == FLAGS else None
        cases = flagged.cases if flagged else load_suite(suite)
        for name in filter(None, (graph, baseline)):
            GraphVersions(None).check(name)
        if rerun_failed:
            if report is None:
                raise SuiteInvalid("--rerun-failed wants the --report of an earlier run")
            again = failed_before(report)
            cases = [c for c in cases if c.id in again]
    except (SuiteInvalid, SettingsInvalid, UnknownGraphVersion, OSError, ValueError) as error:
        click.echo(f"invalid: {error}", err=True)
        raise SystemExit(INVALID) from None
    articles = flagged.articles if flagged else None
    before = asyncio.run(_run(cases, baseline, articles, quiet=True)) if baseline else None
    results = asyncio.run(_run(cases, graph, articles, quiet=False))
    if report:
        write_report(report, Path(suite).stem, graph, results, before)
    held = {r.id for r in before or [] if r.status != "passed"}
    worse = [r for r in results if r.status != "passed" and r.id not in held]
    click.echo(f"{suite} on {graph}: {sum(r.status == 'passed' for r in results)} of {len(results)} passed")
    raise SystemExit(REGRESSION if worse else PASS)


def _say(result: Result) -> None:
    mark = {"passed": "ok   ", "failed": "FAIL ", "error": "ERROR"}[result.status]
    click.echo(f"{mark} {result.id} ({result.seconds} s)")
    for problem in result.problems:
        click.echo(f"        {problem}")


async def _flagged(settings: Settings) -> FlaggedSuite:
    """Only read: the service may run meanwhile."""
    held = Path(settings.records_url.split(":///", 1)[-1])
    if settings.is_embedded and not await asyncio.to_thread(held.exists):
        raise SuiteInvalid("there is no database in this data folder yet")
    if not await asyncio.to_thread(is_current, settings.records_url):
        raise SuiteInvalid("the database is of another version: run supportgraph db upgrade")
    async with contextlib.AsyncExitStack() as stack:
        database = Database(settings.records_url)
        stack.push_async_callback(database.close)
        return await flagged_suite(database)


async def _fill(service: Service, articles: Sequence[Article]) -> None:
    for article in articles:
        draft = ArticleDraft.model_validate(article.model_dump(include=set(ArticleDraft.model_fields)))
        async with service.database.begin() as unit:
            await service.knowledge.write(unit.articles, draft)
    await service.knowledge.refresh()


async def _run(cases: list[Case], graph: str, articles: Sequence[Article] | None, *, quiet: bool) -> list[Result]:
    """On a store of its own, with the embedded models, and the demo shop or these articles, whatever the environment says."""
    logging.getLogger().setLevel(logging.ERROR)
    agent, admin, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(24), demo_jwt_secret()
    staff = [
        Staff(role="agent", name="Eval agent", key_hash=hash_key(agent)),
        Staff(role="admin", name="Eval admin", key_hash=hash_key(admin)),
    ]
    with tempfile.TemporaryDirectory(prefix="supportgraph-evals-") as folder:
        settings = Settings.load().model_copy(
            update={
                "data_dir": Path(folder),
                "database_url": None,
                "chroma_url": None,
                "backoffice_url": None,
                "vault_key": None,
            }
        )
        async with assemble(settings, demo=articles is None, staff=staff, jwt_secret=secret) as service:
            await _fill(service, articles or [])
            signing = service.customer_jwt_secret or secret
            # Litestar's and httpx's ASGI types differ in name only
            transport = httpx.ASGITransport(app=create_app(service, "evals"))  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://evals", timeout=60) as http:
                caller = Caller(http, admin, agent, lambda customer: make_customer_token(customer, signing))
                return await run_suite(caller, cases, graph, (lambda _: None) if quiet else _say)
