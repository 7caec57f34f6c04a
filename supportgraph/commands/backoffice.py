"""`supportgraph backoffice`: what the embedded shop holds."""

import asyncio
import json
from pathlib import Path

import click

from domain.errors import ValidationFailed
from domain.shop import DeskUnavailable


@click.group()
def backoffice() -> None:
    """The embedded shop."""


@backoffice.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load(file: Path) -> None:
    """Load customers, orders and products from FILE, while the service is stopped.

    FILE is JSON, {"customers": [...], "orders": [...], "products": [...]}, in the shapes of docs/backoffice.md.
    What has the same id is replaced, the rest of the shop stays. With any error nothing is loaded.
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise click.ClickException(f"{file}:{error.lineno}:{error.colno}: {error.msg}") from None
    except (UnicodeDecodeError, OSError) as error:
        raise click.ClickException(f"{file} cannot be read as UTF-8 text ({type(error).__name__})") from None
    try:
        loaded = asyncio.run(_load(document))
    except ValidationFailed as error:
        raise click.ClickException(_told(file, error)) from None
    except (DeskUnavailable, OSError) as error:
        raise click.ClickException(f"the shop cannot be opened: {error}") from None
    click.echo("loaded " + ", ".join(f"{count} {name}" for name, count in loaded.items()))


async def _load(document: object) -> dict[str, int]:
    # SQLAlchemy and pydantic are slow to import: not for `--help`
    from backoffice.shop.open import open_shop
    from supportgraph.configuration.data_folder import prepare_data_folder
    from supportgraph.configuration.settings import Settings

    settings = Settings.load()
    prepare_data_folder(settings)
    shop = open_shop(settings.data_dir, settings.database_url)
    try:
        await shop.prepare()
        return await shop.load(document)
    finally:
        await shop.close()


def _told(file: Path, error: ValidationFailed) -> str:
    """The error and each place, a line each."""
    places = error.extra.get("errors")
    lines = [f"{p['field']}: {p['message']}" for p in places] if isinstance(places, list) else []
    return "\n  ".join([f"{file}: {error.detail}; nothing was loaded", *lines])
