"""`supportgraph kb audit`: what is wrong with the articles, on the terminal."""

import asyncio
import contextlib
import json

import click

from domain.clock import utc_now
from domain.knowledge_care import Finding
from kb.audit.auditor import Auditor
from kb.index.chroma import KnowledgeIndexLocked
from records.engine.session import Database
from supportgraph.configuration.settings import Settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as the API has them.")
def audit(as_json: bool) -> None:
    """Print what is wrong with the articles, what customers meet most first, and what they ask in vain.

    While a service owns the index, questions without an answer are left out: they need a search."""
    try:
        found = asyncio.run(_findings())
    except KnowledgeIndexLocked:
        click.echo("A service owns the index: questions without an answer are left out.", err=True)
        found = asyncio.run(_without_search())
    for one in found:
        click.echo(json.dumps(one.model_dump(mode="json"), ensure_ascii=False) if as_json else _line(one))
    if not as_json:
        click.echo(f"{len(found)} findings")


async def _findings() -> list[Finding]:
    from api.routes.kb_audit import findings
    from supportgraph.wiring import assemble

    async with assemble(Settings.load()) as service:
        return await findings(service)


async def _without_search() -> list[Finding]:
    from supportgraph.building.stores import articles_of

    async with contextlib.AsyncExitStack() as stack:
        database = Database(Settings.load().records_url)
        stack.push_async_callback(database.close)
        async with database.read() as unit:
            use = await unit.answers.use()
        return await Auditor(articles_of(database), None, utc_now).audit(use, [])


def _line(one: Finding) -> str:
    titles = " · ".join(article.title for article in one.articles)
    return f"{one.kind:16} {one.met:6}  {titles}\n{'':24}  {one.detail}"
