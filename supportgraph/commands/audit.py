"""`supportgraph audit`: the log of who saw, unsealed, approved, changed, exported and erased."""

import asyncio
import json

import click

from domain.audit import AUDIT_KINDS, AuditEntry, ChainReport
from supportgraph.building.rights import opened_for_operator


@click.group()
def audit() -> None:
    """Read the audit log, and check its chain."""


@audit.command(name="list")
@click.option("--kind", type=click.Choice(AUDIT_KINDS), help="Entries of this kind only.")
@click.option("--actor", help="Entries of this actor only.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="How many, newest first.")
def list_entries(kind: str | None, actor: str | None, limit: int) -> None:
    """The newest entries, a JSON object a line."""

    async def go() -> list[AuditEntry]:
        async with opened_for_operator() as opened, opened.database.read() as unit:
            return await unit.audit.page(kind=kind, actor=actor, limit=limit)

    for entry in asyncio.run(go()):
        click.echo(json.dumps(entry.model_dump(mode="json"), ensure_ascii=False))


@audit.command()
@click.option("--head", metavar="SEQ:HASH", help="An entry of an earlier check, which must still be there.")
@click.option("--other-keys-ok", is_flag=True, help="Accept entries marked under vault keys that are no longer held.")
def verify(head: str | None, other_keys_ok: bool) -> None:
    """Compute every hash and mark again. Exit 1 where an entry was changed, added, or taken out."""

    async def go() -> tuple[ChainReport, str | None]:
        async with opened_for_operator() as opened:
            report = await opened.audit.verify()
            return report, await opened.audit.missing(head) if head else None

    report, missing = asyncio.run(go())
    if report.why:
        raise click.ClickException(f"entry {report.broken_at}: {report.why}")
    if missing:
        raise click.ClickException(missing)
    if report.under_other_keys and not other_keys_ok:
        raise click.ClickException(
            f"{report.under_other_keys} entries are not marked under a vault key that is held: somebody without the key wrote them, "
            "or the key was rotated and forgotten (then --other-keys-ok)"
        )
    click.echo(f"{report.entries} entries, all as they were written. Keep this: --head {report.entries}:{report.head}")
