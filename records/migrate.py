"""Alembic migrations, the same for SQLite and PostgreSQL."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

FOLDER = Path(__file__).with_name("migrations")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def sync_url(database_url: str) -> str:
    """The URL for a blocking engine: psycopg serves both, SQLite's own driver stands in for aiosqlite."""
    return database_url.replace("sqlite+aiosqlite", "sqlite", 1)


def upgrade(database_url: str) -> None:
    """Bring the schema to the newest revision; does nothing where it is."""
    engine = create_engine(sync_url(database_url))
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                # Replicas that start together: one migrates, the others find it done.
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(723914)")
            if revision_of(connection) == head():
                return
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def is_current(database_url: str) -> bool:
    """Whether the schema is at the newest revision."""
    engine = create_engine(sync_url(database_url))
    try:
        with engine.connect() as connection:
            return revision_of(connection) == head()
    finally:
        engine.dispose()


def revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()
