"""`supportgraph privacy`: what the law wants to be done, and the proof that no personal data lies about."""

import asyncio
import contextlib
import secrets
from typing import TYPE_CHECKING

import click

from domain.clock import utc_now
from rights.erasure import Eraser
from rights.retention import Retention, RetentionReport
from supportgraph.building.rights import opened_for_operator
from supportgraph.configuration.rule_files import load_policy

if TYPE_CHECKING:
    from records.engine.every_byte import EveryByte


@click.group()
def privacy() -> None:
    """Retention, and the proof that no personal data lies about."""


@privacy.command()
@click.option("--apply", "really", is_flag=True, help="Take it out; without this nothing is changed.")
def retention(really: bool) -> None:
    """Say what is older than the policy keeps it, by kind."""

    async def go() -> RetentionReport:
        async with opened_for_operator() as opened:
            policy = load_policy(opened.settings.policy_file)
            eraser = Eraser(opened.database, utc_now, opened.audit)
            keeping = Retention(opened.database, utc_now, policy.retention, eraser, opened.audit)
            return await keeping.apply(opened.actor) if really else await keeping.planned()

    report = asyncio.run(go())
    for kind, n in report.kinds.items():
        click.echo(f"{kind:<14} {n}")
    click.echo("a dry run: nothing was changed" if report.is_dry_run else "taken out")


@privacy.command()
@click.option("--long", "is_long", is_flag=True, help="Every kind in every form through every way, twice: some minutes.")
@click.option("--seed", type=int, help="Plant the same values again.")
@click.option(
    "--database-url", help="An empty PostgreSQL database to store in, instead of SQLite; it is empty again afterwards."
)
def canary(is_long: bool, seed: int | None, database_url: str | None) -> None:
    """Send unique personal data through every way in of a service of its own, then search every byte. Exit 1 on a hit."""
    from evals.canary.ways import CanaryBroken
    from supportgraph.measuring.canary import run_canary

    click.echo(
        f"a service of its own is talked to, then searched; {'some minutes' if is_long else 'half a minute'}", err=True
    )
    database = _emptied(database_url) if database_url else contextlib.nullcontext()
    chosen = secrets.randbelow(1 << 31) if seed is None else seed
    try:
        with database as stored:
            report = asyncio.run(run_canary(chosen, is_long=is_long, database=stored))
    except CanaryBroken as error:
        raise click.ClickException(f"nothing is proven: {error} (--seed {chosen})") from None
    searched = sum(report.places.values()) / 1e6
    click.echo(
        f"{report.planted} values of {len(report.kinds)} kinds; {searched:.1f} MB in {len(report.places)} places searched"
    )
    if stored is not None and stored.missing:
        click.echo(f"not searched: {stored.missing}")
    for (kind, place), n in sorted(report.by_kind_and_place.items()):
        click.echo(f"HIT  {kind:<16} {n:>4} in {place}")
    for hit in report.hits[:20]:
        click.echo(f"     {hit.planted.kind} ({hit.planted.form}) sent as {hit.planted.way}: {hit.written} in {hit.place}")
    click.echo(f"{len(report.hits)} hits (--seed {chosen})")
    raise SystemExit(1 if report.hits else 0)


def _emptied(url: str) -> "EveryByte":
    import psycopg

    from records.engine.every_byte import EveryByte, NotEmpty

    if not url.startswith(("postgresql://", "postgres://")):
        raise click.ClickException("--database-url: only postgresql:// can be given")
    try:
        return EveryByte(url, f"canary_{secrets.token_hex(4)}")
    except NotEmpty:
        raise click.ClickException("the database has tables: give an empty one") from None
    except psycopg.OperationalError:
        raise click.ClickException("the database cannot be reached") from None
