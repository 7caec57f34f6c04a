"""Alembic migrations, the same for SQLite and PostgreSQL."""

import sys
from pathlib import Path

from sqlalchemy import Connection, column, create_engine, inspect, select, table

FOLDER = Path(__file__).with_name("migrations")


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
            if revision_of(connection) != head():
                _migrate(connection)
    finally:
        engine.dispose()


def _migrate(connection: Connection) -> None:
    # Half a second of imports that a start with nothing to migrate need not pay. Alembic's templates come with a second more of
    # lexers, where Pygments is installed, that only colour their own errors: those stay out.
    sys.modules.setdefault("mako.ext.pygmentplugin", None)  # type: ignore[arg-type]  # how Python says: not to be imported
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def is_current(database_url: str) -> bool:
    """Whether the schema is at the newest revision."""
    engine = create_engine(sync_url(database_url))
    try:
        with engine.connect() as connection:
            return revision_of(connection) == head()
    finally:
        engine.dispose()


def revision_of(connection: Connection) -> str | None:
    """What Alembic has noted; None for a database that it has not seen."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(select(column("version_num")).select_from(table("alembic_version")))


def head() -> str:
    """The newest revision: files are named after their revisions, which count upward."""
    return max(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))
