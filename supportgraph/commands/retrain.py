"""`supportgraph retrain`: propose models that learned from what people accepted; a person promotes them, and takes them back."""

import asyncio
import getpass
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from domain.retraining import Candidate, CandidateShown
    from insights.retraining import RetrainingService
    from records.engine.unit import Unit

REFUSED = 1
Found = TypeVar("Found")


@click.group(invoke_without_command=True)
@click.option(
    "--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="The first day of the utterances, in UTC. [default: all]"
)
@click.pass_context
def retrain(ctx: click.Context, since: datetime | None) -> None:
    """Learn again from accepted utterances, and propose it.

    Measures a candidate and puts it into the shadow, where it reads live turns and answers none. Exits 1 where it is refused.
    """
    if ctx.invoked_subcommand:
        return
    shown = asyncio.run(_proposed(since.replace(tzinfo=UTC) if since else None))
    click.echo("\n".join(told(shown)))
    raise SystemExit(REFUSED if shown.status == "refused" else 0)


@retrain.command("list")
def list_() -> None:
    """Candidates, newest first."""

    async def run(unit: "Unit", service: "RetrainingService") -> list["CandidateShown"]:
        return [await service.shown(unit, one) for one in await unit.intent_candidates.page(None, 50)]

    for one in asyncio.run(_in_database(run)):
        share = f" ({one.share:.0%})" if one.share else ""
        click.echo(f"{one.id}  {one.created_at:%Y-%m-%d}  {one.status}{share}  {_shadow(one)}")


@retrain.command()
@click.argument("candidate_id", metavar="ID")
def show(candidate_id: str) -> None:
    """The report of a candidate."""

    async def run(unit: "Unit", service: "RetrainingService") -> "CandidateShown":
        found = await unit.intent_candidates.get(candidate_id)
        if found is None:
            raise click.ClickException("there is no such candidate")
        return await service.shown(unit, found)

    click.echo("\n".join(told(asyncio.run(_in_database(run)))))


@retrain.command()
@click.argument("candidate_id", metavar="ID")
@click.option("--share", type=click.FloatRange(0, 1, min_open=True), help="Of conversations; 1: all. [default: a step]")
def promote(candidate_id: str, share: float | None) -> None:
    """Let a candidate answer: at first for a tenth of the conversations, then for all."""
    from domain.errors import Problem

    async def run(unit: "Unit", service: "RetrainingService") -> "Candidate":
        try:
            return await service.promote(unit, candidate_id, _who(), share)
        except Problem as problem:
            raise click.ClickException(problem.detail or problem.title) from None

    moved = asyncio.run(_in_database(run))
    reads = f"{moved.share:.0%} of the conversations" if moved.share else "all conversations"
    click.echo(f"{moved.id} reads {reads}, from their next turns on")


@retrain.command()
def rollback() -> None:
    """Take back what was promoted last: the model before it reads again."""
    from domain.errors import Problem

    async def run(unit: "Unit", service: "RetrainingService") -> "tuple[Candidate, str]":
        try:
            return await service.roll_back(unit, _who())
        except Problem as problem:
            raise click.ClickException(problem.detail or problem.title) from None

    undone, now = asyncio.run(_in_database(run))
    click.echo(f"{undone.id} is taken back; {now} reads")


def told(candidate: "CandidateShown") -> list[str]:
    """A candidate's report, a line a thing."""
    lines = [f"candidate {candidate.id}: {candidate.status}", f"models {candidate.sha256 or 'not kept'}"]
    for learned in candidate.report.learned:
        out = ", ".join(f"{n} {reason.replace('_', ' ')}" for reason, n in learned.left_out.items())
        lines.append(
            f"{learned.role}: learned {learned.accepted} accepted utterances beside {learned.own} rows; "
            f"{learned.kept_for_sample} kept to measure on" + (f"; left out: {out}" if out else "")
        )
    for m in candidate.report.measured:
        before, after = m.before, m.after
        lines.append(
            f"{m.role}, {m.texts} ({after.n} texts): macro-F1 {before.macro_f1:.4f} -> {after.macro_f1:.4f}, "
            f"out of scope {_share(before.out_of_scope_recall)} -> {_share(after.out_of_scope_recall)}, "
            f"calibration error {_share(before.calibration_error)} -> {_share(after.calibration_error)}"
        )
    lines += [f"suite {s.suite}: {s.before} -> {s.after} of {s.cases} pass" for s in candidate.report.suites]
    lines += [f"refused: {problem}" for problem in candidate.report.problems]
    if candidate.erased_turns:
        lines.append(f"learned from {candidate.erased_turns} turns that were erased since: the next candidate will not have")
    if candidate.status != "refused":
        lines.append(_shadow(candidate))
    return lines


def _shadow(candidate: "CandidateShown") -> str:
    s = candidate.shadow
    return f"{s.turns} live turns read beside, {s.different} otherwise"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _who() -> str:
    return f"{getpass.getuser()} (command)"[:80]


async def _proposed(since: datetime | None) -> "CandidateShown":
    from domain.clock import utc_now
    from insights.retraining import RetrainingService, keep_proposed
    from supportgraph.building.stores import NoDatabase, served_database
    from supportgraph.configuration.settings import Settings
    from supportgraph.processes.own_process import OwnProcessBroken
    from supportgraph.processes.retraining import candidate_maker

    settings = Settings.load()
    try:
        async with served_database(settings) as database:
            made = await candidate_maker(database, settings, utc_now)(since)
            async with database.begin() as unit:
                candidate = await keep_proposed(
                    unit,
                    made.proposed,
                    based_on=made.based_on,
                    sha256=made.sha256,
                    by=_who(),
                    since=since,
                    now=utc_now(),
                )
                await unit.flush()
                return await RetrainingService(utc_now).shown(unit, candidate)
    except (NoDatabase, OwnProcessBroken) as problem:
        raise click.ClickException(str(problem)) from None


async def _in_database(run: "Callable[[Unit, RetrainingService], Awaitable[Found]]") -> Found:
    from domain.clock import utc_now
    from insights.retraining import RetrainingService

    async with _database() as unit:
        return await run(unit, RetrainingService(utc_now))


@asynccontextmanager
async def _database() -> "AsyncIterator[Unit]":
    from supportgraph.building.stores import NoDatabase, served_database
    from supportgraph.configuration.settings import Settings

    try:
        async with served_database(Settings.load()) as database, database.begin() as unit:
            yield unit
    except NoDatabase as problem:
        raise click.ClickException(str(problem)) from None
