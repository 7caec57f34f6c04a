"""docs/operators/upgrade.md: an older release leaves a newer database alone."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.service_forks import run_command


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "SUPPORTGRAPH_DATA_DIR": str(folder), "SUPPORTGRAPH_PORT": "0"}
    return run_command(*command, env=env)


@pytest.mark.parametrize("command", [("db", "upgrade"), ("serve", "--no-worker")])
def test_a_database_of_a_newer_release_is_refused_and_left_as_it_is(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert _run(tmp_path, "db", "upgrade").returncode == 0
    with closing(sqlite3.connect(tmp_path / "supportgraph.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
        before = list(database.iterdump())
    assert _run(tmp_path, *command).returncode == 1
    with closing(sqlite3.connect(tmp_path / "supportgraph.db")) as database:
        assert list(database.iterdump()) == before
