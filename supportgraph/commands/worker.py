"""`supportgraph worker`: background jobs where `serve` does not run them."""

import asyncio

import click

from supportgraph.configuration.log_setup import say_to, set_up_logging
from supportgraph.configuration.settings import Settings


@click.command(short_help="Run background jobs until stopped, where `serve` does not.")
def worker() -> None:
    """Run background jobs until stopped, beside `supportgraph serve --no-worker`; on PostgreSQL as many as you like."""
    settings = Settings.load()
    set_up_logging(settings.log_level, settings.log_format)
    from supportgraph.worker import run_worker

    asyncio.run(run_worker(settings, say_to(settings.log_format)))
