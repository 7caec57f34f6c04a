"""Replicas that start together on an empty database: one migrates, the others find it done."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from records.migrate import is_current

# A replica's migration, which goes on from its look at the schema only when every other had the time to look as well.
_MIGRATE = """
import sys, time
import alembic.command, alembic.config, records.migrate
from sqlalchemy import Connection

look, run = records.migrate.revision_of, Connection.exec_driver_sql

def looked(connection):
    revision = look(connection)
    time.sleep(0.5)
    return revision

def without_lock(self, statement, *given):
    return None if "advisory" in statement else run(self, statement, *given)

records.migrate.revision_of = looked
if sys.argv[2] == "without lock":
    Connection.exec_driver_sql = without_lock
print("ready", flush=True)
sys.stdin.readline()
records.migrate.upgrade(sys.argv[1])
"""


def failures_of_starts(url: str, how: str, count: int = 2) -> int:
    """How many of so many migrations at once ended with an error."""
    command = [sys.executable, "-c", _MIGRATE, url, how]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    starts = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere) for _ in range(count)]
    for start in starts:
        assert start.stdout is not None
        assert start.stdout.readline() == b"ready\n"
    for start in starts:
        assert start.stdin is not None
        start.stdin.write(b"go\n")
        start.stdin.flush()
    for start in starts:
        start.communicate(timeout=60)
    return sum(start.returncode != 0 for start in starts)


@pytest.fixture
def url(new_database: Callable[[], str]) -> str:
    return new_database().replace("://", "+psycopg://", 1)


def test_replicas_that_start_together_migrate_once(url: str) -> None:
    assert failures_of_starts(url, "as it is") == 0
    assert is_current(url)


def test_replicas_that_migrate_at_once_are_noticed(url: str) -> None:
    assert failures_of_starts(url, "without lock") > 0
