"""The stores that a service and the commands open: the records, the articles in them, the vectors, the vault; and a service's own database,
for commands that look into it or leave something there while the service may run.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from domain.errors import CannotStart
from domain.ports.knowledge import ArticleStore, OpenArticleStore
from kb.index.chroma import Connect, chroma_server, embedded_chroma
from privacy.vault import AesGcmVault, load_keys, vault_with
from records.engine.session import Database
from records.migrate import is_current, upgrade
from records.vault_key import hold_vault_key
from supportgraph.configuration.data_folder import prepare_data_folder
from supportgraph.configuration.settings import Settings, SettingsInvalid


@contextlib.asynccontextmanager
async def opened_records(settings: Settings) -> AsyncIterator[Database]:
    """The database, its folder made and its tables migrated; closed at the end. Raises ``CannotStart``."""
    prepare_data_folder(settings)
    await asyncio.to_thread(upgrade, settings.records_url)
    database = Database(settings.records_url)
    try:
        yield database
    finally:
        await database.close()


def articles_of(database: Database) -> OpenArticleStore:
    """The articles, each time from a snapshot of its own."""

    @contextlib.asynccontextmanager
    async def opened() -> AsyncIterator[ArticleStore]:
        async with database.read() as unit:
            yield unit.articles

    return opened


def chroma_of(settings: Settings) -> Connect:
    """The server that is set, else the data folder's own."""
    return chroma_server(settings.chroma_url) if settings.chroma_url else embedded_chroma(settings.data_dir / "chroma")


def vault_of(settings: Settings) -> AesGcmVault:
    given = settings.vault_key.get_secret_value() if settings.vault_key else None
    if given is None and not settings.is_embedded:
        raise SettingsInvalid(
            "SUPPORTGRAPH_VAULT_KEY: is required with PostgreSQL, so that every replica holds the same key"
        )
    try:
        return vault_with(load_keys(given, settings.data_dir))
    except ValueError as error:
        raise SettingsInvalid(f"SUPPORTGRAPH_VAULT_KEY: {error}") from None


async def hold_key(database: Database, vault: AesGcmVault, settings: Settings, had_key: bool) -> None:
    """Raises ``CannotStart`` where the database's personal data is sealed with another key; a key file that this start has
    made is taken away then, so that the right one can be put in its place."""
    if await hold_vault_key(database, vault):
        return
    given, file = settings.vault_key is not None, settings.data_dir / "vault.key"
    if not given and not had_key:
        file.unlink(missing_ok=True)
    which = "SUPPORTGRAPH_VAULT_KEY" if given else f"the key in {file}"
    raise CannotStart(
        f"{which} is not the vault key of this database: its personal data is sealed, and its customers' tokens are signed, "
        "with another. Give every replica the key that the database began with (docs/privacy.md, the vault)."
    )


class NoDatabase(Exception):
    """There is none yet in this data folder, or it is of another release."""


@contextlib.asynccontextmanager
async def served_database(settings: Settings) -> AsyncIterator[Database]:
    """Raises ``NoDatabase``."""
    held = Path(settings.records_url.split(":///", 1)[-1])
    if settings.is_embedded and not await asyncio.to_thread(held.exists):
        raise NoDatabase("there is no database in this data folder yet")
    if not await asyncio.to_thread(is_current, settings.records_url):
        raise NoDatabase("the database is of another version: run supportgraph db upgrade")
    database = Database(settings.records_url)
    try:
        yield database
    finally:
        await database.close()
