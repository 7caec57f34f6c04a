"""`supportgraph report`: the weekly report, for any week."""

import asyncio
from datetime import datetime

import click

from domain.clock import utc_now
from insights.kpi_index import KpiIndex
from insights.struggles.struggle_service import StruggleService
from insights.weekly.report import WeeklyReport, WeeklyReports
from insights.weekly.week import Week
from insights.weekly.words import text_of
from kb.gaps.topics import EmbeddedTopics
from models.embeddings import MiniLmEmbedder
from supportgraph.operator import opened_for_operator


@click.command()
@click.option("--week", metavar="YYYY-Www", help="The week, such as 2026-W47; the last whole one else.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def report(week: str | None, as_json: bool) -> None:
    """Print the weekly report of any week."""
    try:
        chosen = Week.named(week) if week else Week.before(utc_now())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--week") from None
    found = asyncio.run(_report(chosen, utc_now()))
    click.echo(found.model_dump_json(indent=2) if as_json else text_of(found), nl=as_json)


async def _report(week: Week, now: datetime) -> WeeklyReport:
    async with opened_for_operator() as opened:
        index = KpiIndex(opened.database, lambda: now)
        topics = EmbeddedTopics(MiniLmEmbedder())
        struggles = StruggleService(opened.database, topics, _no_drafts, lambda: now)
        return await WeeklyReports(opened.database, index, struggles, lambda: now).of(week)


async def _no_drafts(_: str | None) -> None:
    """The report shows no draft of an article, so that none has to be masked."""
