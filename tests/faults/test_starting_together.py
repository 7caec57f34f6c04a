"""Replicas that start together on an empty database: one migrates, the others find it done."""

import select
import subprocess
import sys
from collections.abc import Callable

import pytest

from records.migrate import is_current

# A replica's migration, which says when Alembic has looked at what there is and goes on from there when it is told to.
_MIGRATE = """
import sys
import alembic.command, alembic.config, records.migrate
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

look, run = MigrationContext.get_current_heads, Connection.exec_driver_sql

def looked(context):
    heads = look(context)
    print("looked", flush=True)
    sys.stdin.readline()
    return heads

def without_lock(self, statement, *given):
    return None if "advisory" in statement else run(self, statement, *given)

MigrationContext.get_current_heads = looked
if sys.argv[2] == "without lock":
    Connection.exec_driver_sql = without_lock
print("ready", flush=True)
sys.stdin.readline()
records.migrate.upgrade(sys.argv[1])
"""


def start_together(url: str, how: str, patience: float) -> tuple[int, int]:
    """Two migrations at once: how many looked before either went on, and how many ended with an error.

    The second look is waited for so many seconds."""
    command = [sys.executable, "-c", _MIGRATE, url, how]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    starts = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, bufsize=0) for _ in range(2)]
    says = [start.stdout for start in starts if start.stdout is not None]
    for said in says:
        assert said.readline() == b"ready\n"
    _tell(starts, b"look\n")
    looking = select.select(says, [], [], 60)[0]
    looking += select.select([said for said in says if said not in looking], [], [], patience)[0]
    looks = [said.readline() for said in looking]
    _tell(starts, b"go on\n")
    for start in starts:
        start.communicate(timeout=60)
    return looks.count(b"looked\n"), sum(start.returncode != 0 for start in starts)


def _tell(starts: list[subprocess.Popen[bytes]], line: bytes) -> None:
    for start in starts:
        assert start.stdin is not None
        start.stdin.write(line)


@pytest.fixture
def url(new_database: Callable[[], str]) -> str:
    return new_database().replace("://", "+psycopg://", 1)


def test_replicas_that_start_together_migrate_once(url: str) -> None:
    looks, failures = start_together(url, "as it is", patience=0.5)
    assert (looks, failures) == (1, 0)  # the other waited, and found it done
    assert is_current(url)


def test_replicas_that_migrate_at_once_are_noticed(url: str) -> None:
    looks, failures = start_together(url, "without lock", patience=60)
    assert looks == 2
    assert failures > 0
