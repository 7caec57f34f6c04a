"""`supportgraph db`: the schema of the database."""

import click

from records.migrate import upgrade as migrate
from supportgraph.configuration.data_folder import prepare_data_folder
from supportgraph.configuration.settings import Settings


@click.group()
def db() -> None:
    """Migrate the database."""


@db.command()
def upgrade() -> None:
    """Bring the schema to the newest revision."""
    settings = Settings.load()
    prepare_data_folder(settings)
    migrate(settings.records_url)
    click.echo("the schema is current")
