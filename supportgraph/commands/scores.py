"""`supportgraph scores`: how good the conversations of a period were, by the published rules."""

import asyncio
import csv
import io
from collections.abc import Iterator
from datetime import datetime

import click

from domain.clock import read_moment, utc_now
from domain.scores import DIMENSIONS
from insights.scores.report import ScoreReport
from records.ratings import ScoredAs
from supportgraph.building.job_kinds import scoring_of
from supportgraph.building.rights import opened_for_operator


@click.command()
@click.option(
    "--from", "since", metavar="TIME", help="Conversations begun from then on (RFC 3339); thirty days before `--to` else."
)
@click.option("--to", "until", metavar="TIME", help="Conversations begun before then; until now else.")
@click.option("--csv", "as_csv", is_flag=True, help="A row a conversation, as CSV.")
def scores(since: str | None, until: str | None, as_csv: bool) -> None:
    """Print the scores of a period's conversations, by the published rules.

    What has ended and has no score yet is scored first, as the service does by itself."""
    found, rows = asyncio.run(_found(_moment("--from", since), _moment("--to", until)))
    click.echo(table_of(rows) if as_csv else "\n".join(_lines(found)), nl=not as_csv)


def _moment(option: str, value: str | None) -> datetime | None:
    try:
        return None if value is None else read_moment(value)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


async def _found(since: datetime | None, until: datetime | None) -> tuple[ScoreReport, list[ScoredAs]]:
    async with opened_for_operator() as opened:
        service = scoring_of(opened.database, utc_now)
        await service.score_due()
        return await service.report(since, until), await service.of_period(since, until)


def table_of(rows: list[ScoredAs]) -> str:
    """A value a dimension: 1, 0 or nothing; and behind it, why."""
    table = io.StringIO()
    writer = csv.writer(table)
    columns = [column for name in DIMENSIONS for column in (name, f"{name}.reason")]
    writer.writerow(["conversation_id", "created_at", "rules_version", "overall", *columns, "csat"])
    for row in rows:
        verdicts = [row.verdicts.get(name) for name in DIMENSIONS]
        told = [part for v in verdicts for part in ((v["value"], v["reason"]) if v else (None, None))]
        writer.writerow(
            [
                row.conversation_id,
                row.created_at.isoformat(),
                row.rules_version,
                row.overall,
                *told,
                row.csat,
            ]
        )
    return table.getvalue()


def _lines(report: ScoreReport) -> Iterator[str]:
    overall = "-" if report.overall is None else f"{report.overall:.3f}"
    yield f"{report.conversations} conversations by rules {report.rules_version}: overall {overall}"
    if report.not_scored:
        yield f"{report.not_scored} that ended are not scored yet"
    for d in report.dimensions:
        share = "-" if d.rate.value is None else f"{d.rate.value:.1%} ({d.rate.low:.1%} to {d.rate.high:.1%})"
        kappa = "" if d.people.kappa is None else f", kappa {d.people.kappa:.2f}"
        people = f"; people agree in {d.people.same} of {d.people.n}{kappa}" if d.people.n else ""
        name = d.dimension.replace("_", " ")
        yield f"{name:<13} {share}, {d.rate.count} of {d.rate.n}, does not apply to {d.not_applicable}{people}"
        if d.reasons:
            yield "              " + ", ".join(f"{n} {reason.replace('_', ' ')}" for reason, n in d.reasons.items())
    yield _rated(report)


def _rated(report: ScoreReport) -> str:
    c = report.csat
    if c.n < c.enough:
        return f"ratings: {c.n}, too few to say what the score tells of them ({c.enough} are needed)"
    rank = "-" if c.spearman is None else f"{c.spearman:.2f}"
    auc = "-" if c.auc is None else f"{c.auc:.2f} ({c.low:.2f} to {c.high:.2f})"
    return f"ratings: {c.n}; rank correlation with the overall score {rank}; satisfied told from others (AUC) {auc}"
