"""Migrations lead from nothing to what the tables say, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from records.ledger import hashed_key
from records.migrate import FOLDER, head, is_current, revision_of, sync_url, upgrade
from records.tables import metadata
from tests.postgresql import by_psycopg, running_postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
        return
    with running_postgresql() as postgresql:
        yield by_psycopg(postgresql)


def test_the_first_revision_leads_to_the_tables(url: str) -> None:
    upgrade(url)
    assert is_current(url)
    upgrade(url)
    engine = create_engine(sync_url(url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    assert differences == []


def test_what_the_first_revision_held_is_there_after_every_later_one(url: str) -> None:
    engine = create_engine(sync_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(
            "INSERT INTO conversation (id, channel, locale, status, graph_version, failures, message_seq, turn_seq, event_seq, "
            "fence, created_at, updated_at) VALUES ('c1', 'web', 'en-US', 'open', 'support-v1', 1, 1, 1, 1, 0, "
            "'2026-11-24 10:00:00', '2026-11-24 10:00:00')"
        )
        connection.exec_driver_sql(
            "INSERT INTO turn (id, conversation_id, seq, kind, input, attempts, failures, graph_version, duration_ms, created_at) "
            "VALUES ('t1', 'c1', 1, 'text', '{\"text\": \"hello\"}', 0, 0, 'support-v1', 0, '2026-11-24 10:00:00')"
        )
        command.upgrade(config, "0005")
        given = {"id": "c1", "at": "k1", "kind": "msgpack", "data": b"\x80"}
        connection.execute(text("INSERT INTO checkpoint VALUES (:id, :at, :kind, :data)"), given)
        connection.exec_driver_sql(
            "INSERT INTO idempotency (scope, key, request_hash, status_code, created_at) "
            "VALUES ('s1', 'rosa@example.org-1', 'h', 200, '2026-11-24 10:00:00')"
        )
    upgrade(url)
    assert ScriptDirectory.from_config(config).get_current_head() == head()
    with engine.connect() as connection:
        assert revision_of(connection) == head()
        assert connection.exec_driver_sql("SELECT failures FROM conversation WHERE id = 'c1'").scalar() == 1
        assert connection.exec_driver_sql("SELECT kind FROM turn WHERE id = 't1'").scalar() == "text"
        moved = "SELECT open_turns, checkpoint_id, checkpoint_kind, checkpoint_data FROM conversation WHERE id = 'c1'"
        assert tuple(connection.exec_driver_sql(moved).one()) == (1, "k1", "msgpack", b"\x80")
        assert connection.exec_driver_sql("SELECT key FROM idempotency").scalar() == hashed_key("s1", "rosa@example.org-1")
    engine.dispose()
