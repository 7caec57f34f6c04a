"""`supportgraph kb`: articles from a folder into the knowledge base, and its index against the database."""

import asyncio
from pathlib import Path

import click

from kb.chroma import KnowledgeIndexLocked
from kb.knowledge_base import KnowledgeBase
from supportgraph.settings import Settings
from supportgraph.wiring import assemble


@click.group()
def kb() -> None:
    """Articles and their index. The embedded index belongs to one process: stop the service first."""


@kb.command(name="import")
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_folder(path: Path) -> None:
    """Write the Markdown articles of the folder PATH that are new or changed; repeating it changes nothing."""

    async def go() -> int:
        async with assemble(Settings.load()) as service:
            base = service.knowledge
            assert isinstance(base, KnowledgeBase)
            async with service.database.begin() as unit:
                written = await base.load_folder(unit.articles, path)
            await base.refresh()
            return written

    try:
        click.echo(f"{asyncio.run(go())} articles written")
    except (KnowledgeIndexLocked, ValueError) as error:
        raise click.ClickException(str(error)) from None


@kb.command()
def verify() -> None:
    """Compare the index with the database and repair it."""

    async def go() -> str:
        async with assemble(Settings.load()) as service:
            base = service.knowledge
            assert isinstance(base, KnowledgeBase)
            found = await base.verify()
            return f"{found.segments} segments: {found.missing} missing, {found.extra} too many, {found.changed} changed, all repaired"

    try:
        click.echo(asyncio.run(go()))
    except KnowledgeIndexLocked as error:
        raise click.ClickException(str(error)) from None
