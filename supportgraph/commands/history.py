"""`supportgraph history`: what the service was set up with, who changed it, and what was there before."""

import asyncio
from pathlib import Path

import click

from domain.errors import NotFound
from domain.history import CHANGE_KINDS, ChangeKind, ChangeSet
from insights.history.documents import Document, diff, documents
from insights.history.history_service import RanUnder, ran_under
from supportgraph.building.rights import opened_for_operator


@click.group()
def history() -> None:
    """What was changed, by whom, and what was there before."""


@history.command(name="list")
@click.option("--kind", type=click.Choice(CHANGE_KINDS), help="Changes of this kind only.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many, newest first.")
def list_changes(kind: ChangeKind | None, limit: int) -> None:
    """The newest changes: id, time, kind, author, name."""

    async def go() -> list[ChangeSet]:
        async with opened_for_operator() as opened, opened.database.read() as unit:
            return await unit.history.page(kind=kind, limit=limit)

    for one in asyncio.run(go()):
        click.echo(_line(one))


@history.command()
@click.argument("change_id")
def show(change_id: str) -> None:
    """The difference that a change made, and how it had been tested."""
    change, found = _change(change_id)
    click.echo(_line(change))
    for test in change.tests:
        passed = f" {test.passed} of {test.total} passed" if test.total is not None else ""
        click.echo(f"  tested: {test.what}{passed}{': ' + test.words if test.words else ''}")
    click.echo(diff(found), nl=False)


@history.command()
@click.argument("change_id")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), required=True, help="A folder to write into.")
@click.option("--after", is_flag=True, help="As the change left it, not as it was before.")
def restore(change_id: str, to: Path, after: bool) -> None:
    """Write the files of a change as they were before it, to start the service with. What is there is not written over."""
    _, found = _change(change_id)
    for one in found:
        text = one.after if after else one.before
        path = to / Path(one.name).name
        if text is None:
            click.echo(f"{one.name}: was not there")
            continue
        to.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise click.ClickException(f"{path} is there already") from None
        click.echo(str(path))


@history.command()
@click.argument("turn_id")
def turn(turn_id: str) -> None:
    """What a past turn ran under, as JSON."""

    async def go() -> RanUnder:
        async with opened_for_operator() as opened, opened.database.read() as unit:
            return await ran_under(unit, turn_id)

    try:
        found = asyncio.run(go())
    except NotFound:
        raise click.ClickException(f"there is no turn {turn_id}") from None
    without = {name: {"content"} for name in ("policy", "texts", "triggers")}
    click.echo(found.model_dump_json(indent=2, exclude=without))


def _change(change_id: str) -> tuple[ChangeSet, list[Document]]:
    async def go() -> tuple[ChangeSet | None, list[Document]]:
        async with opened_for_operator() as opened, opened.database.read() as unit:
            change = await unit.history.get(change_id)
            return change, await documents(unit, change) if change else []

    change, found = asyncio.run(go())
    if change is None:
        raise click.ClickException(f"there is no change {change_id}")
    return change, found


def _line(one: ChangeSet) -> str:
    reverts = f" (takes back {one.reverts})" if one.reverts else ""
    return f"{one.id} {one.at:%Y-%m-%d %H:%M} {one.kind:<10} {one.author} ({one.role}): {one.name}{reverts}"
