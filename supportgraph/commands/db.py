"""`supportgraph db`: the schema of the database."""

import click

from records.migrate import upgrade as migrate
from supportgraph.settings import Settings


@click.group()
def db() -> None:
    """Migrate the database."""


@db.command()
def upgrade() -> None:
    """Bring the schema to the newest revision."""
    settings = Settings.load()
    if settings.is_embedded:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(settings.records_url)
    click.echo("the schema is current")
