"""`supportgraph keys`: staff keys in the database; a key is shown once, and kept as its hash."""

import asyncio
import secrets

import click

from domain.clock import utc_now
from domain.ids import new_id
from domain.staff import ROLES, hash_key
from records.migrate import upgrade
from records.session import Database
from records.tables.people import StaffKeyRow
from supportgraph.settings import Settings


def _database() -> Database:
    settings = Settings.load()
    if settings.is_embedded:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(settings.records_url)
    return Database(settings.records_url)


@click.group()
def keys() -> None:
    """Make, list and revoke staff keys."""


@keys.command()
@click.argument("role", type=click.Choice(ROLES))
@click.argument("name")
def create(role: str, name: str) -> None:
    """Make a key for NAME with ROLE and print it, this once."""
    key = f"sg-{secrets.token_urlsafe(32)}"

    async def go() -> str:
        database = _database()
        key_id = new_id()
        async with database.begin() as unit:
            unit.staff_keys.add(StaffKeyRow(id=key_id, role=role, name=name, key_hash=hash_key(key), created_at=utc_now()))
        await database.close()
        return key_id

    key_id = asyncio.run(go())
    click.echo(f"{key_id}\n{key}")


@keys.command(name="list")
def list_keys() -> None:
    """Every key: id, role, name, state."""

    async def go() -> list[StaffKeyRow]:
        database = _database()
        async with database.read() as unit:
            rows = await unit.staff_keys.all()
        await database.close()
        return rows

    for row in asyncio.run(go()):
        click.echo(f"{row.id}  {row.role:<9} {row.name:<20} {'revoked' if row.revoked_at else 'active'}")


@keys.command()
@click.argument("key_id")
def revoke(key_id: str) -> None:
    """Revoke the key with this id; running services follow within seconds."""

    async def go() -> bool:
        database = _database()
        async with database.begin() as unit:
            done = await unit.staff_keys.revoke(key_id, utc_now())
        await database.close()
        return done

    if not asyncio.run(go()):
        raise click.ClickException("there is no active key with this id")
    click.echo("revoked")
