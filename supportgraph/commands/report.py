"""`supportgraph report`: the weekly report, for any week."""

import asyncio
from datetime import datetime

import click

from domain.clock import utc_now
from insights.weekly_report import Week, WeeklyReport, text_of
from supportgraph.building.rights import opened_for_operator
from supportgraph.building.weekly_reports import weekly_reports


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
        return await weekly_reports(opened.database, lambda: now).of(week)
