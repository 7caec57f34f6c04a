"""A database knows which vault key it is of, on SQLite and on PostgreSQL, and another one refuses to start."""

import asyncio
import base64
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from click.testing import CliRunner
from sqlalchemy import delete, text

from privacy.vault import AesGcmVault
from records.engine.session import Database
from records.migrate import upgrade
from records.tables.ledger import VaultKeyRow
from records.vault_key import hold_vault_key
from supportgraph.cli import main
from tests.service import Served

OURS, ANOTHER = AesGcmVault(b"k" * 32), AesGcmVault(b"o" * 32)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
    if request.param == "postgresql":
        server, name = request.getfixturevalue("postgresql"), f"vault_key_{secrets.token_hex(6)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        url = urlsplit(server)._replace(scheme="postgresql+psycopg", path=f"/{name}").geturl()
    await asyncio.to_thread(upgrade, url)
    made = Database(url)
    yield made
    await made.close()


async def test_the_first_key_is_the_databases_and_another_is_refused(database: Database) -> None:
    assert await hold_vault_key(database, OURS)
    assert await hold_vault_key(database, OURS)
    assert not await hold_vault_key(database, ANOTHER)


async def test_of_two_that_begin_together_one_is_refused(database: Database) -> None:
    held = await asyncio.gather(hold_vault_key(database, OURS), hold_vault_key(database, ANOTHER))
    assert sorted(held) == [False, True]


async def test_a_database_of_an_older_release_takes_only_the_key_that_opens_what_it_holds(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False, SUPPORTGRAPH_VAULT_KEY=base64.b64encode(b"k" * 32).decode()) as served:
        served.talk(consent=True).say("Please write to ana.petrovic@example.com")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'data' / 'supportgraph.db'}")
    async with database.begin() as unit:
        await unit.session.execute(delete(VaultKeyRow))  # as before there was a mark
    async with database.read() as unit:
        assert await unit.session.scalar(text("SELECT count(*) FROM vault WHERE box IS NOT NULL"))
    assert not await hold_vault_key(database, ANOTHER)
    assert await hold_vault_key(database, OURS)
    await database.close()


def test_the_refusal_says_why_and_leaves_no_new_key_behind(tmp_path: Path) -> None:
    data = tmp_path / "data"
    env = {"SUPPORTGRAPH_DATA_DIR": str(data), "SUPPORTGRAPH_VAULT_KEY": base64.b64encode(b"k" * 32).decode()}
    assert CliRunner().invoke(main, ["chat"], input="\n", env=env).exit_code == 0
    another = base64.b64encode(b"o" * 32).decode()
    result = CliRunner().invoke(main, ["chat"], input="\n", env={**env, "SUPPORTGRAPH_VAULT_KEY": another})
    assert (result.exit_code, "SUPPORTGRAPH_VAULT_KEY is not the vault key" in result.output) == (1, True), result.output
    assert another not in result.output
    result = CliRunner().invoke(main, ["chat"], input="\n", env={"SUPPORTGRAPH_DATA_DIR": str(data)})
    assert (result.exit_code, "vault.key is not the vault key" in result.output) == (1, True), result.output
    assert not (data / "vault.key").exists()
    assert CliRunner().invoke(main, ["chat"], input="\n", env=env).exit_code == 0
