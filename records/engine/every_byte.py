"""Every byte that PostgreSQL holds of a schema: its tables as they answer, and the files in which they lie, where these can be read."""

import time
from pathlib import Path
from typing import Self
from urllib.parse import quote

import psycopg
from psycopg import sql

_NOT_OURS = "('pg_catalog', 'information_schema', 'pg_toast')"


class NotEmpty(Exception):
    """The database is somebody's."""


class EveryByte:
    """A schema of its own in an empty database, gone with all that is in it at the end.

    ``missing`` says what could not be read: the server's files want a superuser on the server's own machine."""

    def __init__(self, url: str, schema: str) -> None:
        """``url`` as psycopg takes it. Raises ``NotEmpty`` where the database has tables, and ``psycopg.Error``."""
        self._schema, self.missing = schema, ""
        self._connection = psycopg.connect(url, autocommit=True)
        if self._one(f"SELECT count(*) FROM pg_tables WHERE schemaname NOT IN {_NOT_OURS}"):  # noqa: S608 (a constant)
            self._connection.close()
            raise NotEmpty
        self._connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
        self._began, self._wal = time.time() - 2, ""
        self._folder = self._readable_folder()
        joined = "&" if "?" in url else "?"
        self.url = f"{url}{joined}options={quote(f'-csearch_path={schema}', safe='')}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(self._schema)))
        self._connection.close()

    def lay_open(self) -> None:
        """From here on long values lie in the files as they are; compressed ones could not be searched."""
        columns = self._connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = %s AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea')",
            [self._schema],
        ).fetchall()
        for table, column in columns:
            change = sql.SQL("ALTER TABLE {}.{} ALTER COLUMN {} SET STORAGE EXTERNAL")
            self._connection.execute(change.format(*map(sql.Identifier, (self._schema, table, column))))

    def read(self) -> dict[str, bytes]:
        """By table and by file."""
        query = "SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1"
        tables = [row[0] for row in self._connection.execute(query, [self._schema]).fetchall()]
        return {f"table {table}": self._rows(table) for table in tables} | self._files()

    def _rows(self, table: str) -> bytes:
        """As text, for numbers and times; and in binary form, in which bytes stand as they are."""
        name, parts = sql.Identifier(self._schema, table), list[bytes]()
        for form in ("TEXT", "BINARY"):
            query = sql.SQL("COPY {} TO STDOUT (FORMAT {})").format(name, sql.SQL(form))
            with self._connection.cursor().copy(query) as rows:
                parts += [bytes(row) for row in rows]
        return b"".join(parts)

    def _files(self) -> dict[str, bytes]:
        """What was written since the beginning: the schema's pages with their dead rows, the write-ahead log, the server's own log."""
        if self._folder is None:
            return {}
        self._connection.execute("CHECKPOINT")
        own = str(self._one("SELECT oid FROM pg_database WHERE datname = current_database()"))
        found = {}
        for path in self._folder.rglob("*"):
            place = path.relative_to(self._folder)
            is_anothers = place.parts[0] == "base" and place.parts[1:2] != (own,)
            is_older_log = place.parts[0] == "pg_wal" and path.name < self._wal
            if is_anothers or is_older_log or not path.is_file() or path.stat().st_mtime < self._began:
                continue
            found[f"file {place}"] = path.read_bytes().rstrip(b"\0")
        return found

    def _readable_folder(self) -> Path | None:
        try:
            folder = Path(str(self._one("SHOW data_directory")))
            self._wal = str(self._one("SELECT pg_walfile_name(pg_current_wal_lsn())"))
            self._connection.execute("CHECKPOINT")
            if (folder / "base").is_dir():
                return folder
            self.missing = "the server's files are on another machine"
        except psycopg.errors.InsufficientPrivilege:
            self.missing = "the server's files want a superuser"
        except PermissionError:
            self.missing = "the server's files are not ours to read"
        return None

    def _one(self, query: str) -> object:
        row = self._connection.execute(query).fetchone()
        return row[0] if row else None
