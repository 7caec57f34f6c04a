"""`supportgraph keys`: staff keys in the database; a key is shown once, and kept as its hash."""

import asyncio
from datetime import datetime

import click

from domain.clock import utc_now
from domain.staff import ROLES, Role
from rights.staff import MadeKey, StaffKey, StaffKeyService
from supportgraph.building.rights import opened_for_operator


@click.group()
def keys() -> None:
    """Make, list and revoke staff keys."""


@keys.command()
@click.argument("role", type=click.Choice(ROLES))
@click.argument("name")
def create(role: Role, name: str) -> None:
    """Make a key for NAME with ROLE and print it, this once."""

    async def go() -> MadeKey:
        async with opened_for_operator() as opened, opened.database.begin() as unit:
            return await StaffKeyService(opened.audit, utc_now).create(unit, role, name, opened.actor)

    made = asyncio.run(go())
    click.echo(f"{made.id}\n{made.key}")


@keys.command(name="list")
def list_keys() -> None:
    """Every key: id, role, name, state, when it was last used."""

    async def go() -> list[StaffKey]:
        async with opened_for_operator() as opened, opened.database.read() as unit:
            return await StaffKeyService(opened.audit, utc_now).all(unit)

    for key in asyncio.run(go()):
        state = "revoked" if key.revoked_at else "active"
        click.echo(f"{key.id}  {key.role:<9} {key.name:<20} {state:<8} {_used(key.last_used_at)}")


def _used(at: datetime | None) -> str:
    return f"last used {at:%Y-%m-%d %H:%M} UTC" if at else "never used"


@keys.command()
@click.argument("key_id")
def revoke(key_id: str) -> None:
    """Revoke the key with this id; running services follow within seconds."""

    async def go() -> bool:
        async with opened_for_operator() as opened, opened.database.begin() as unit:
            return await StaffKeyService(opened.audit, utc_now).revoke(unit, key_id, opened.actor)

    if not asyncio.run(go()):
        raise click.ClickException("there is no active key with this id")
    click.echo("revoked")
