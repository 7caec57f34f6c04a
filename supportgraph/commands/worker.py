"""`supportgraph worker`: background jobs where `serve` does not run them."""

import asyncio

import click

from supportgraph.settings import Settings, SettingsInvalid


@click.command()
def worker() -> None:
    """Run background jobs until stopped, beside `supportgraph serve --no-worker`; on PostgreSQL as many as you like."""
    from supportgraph.serve import set_up_logging
    from supportgraph.worker import run_worker

    try:
        settings = Settings.load()
    except SettingsInvalid as error:
        raise click.ClickException(str(error)) from None
    set_up_logging(settings.log_level)
    asyncio.run(run_worker(settings, click.echo))
