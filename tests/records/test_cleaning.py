"""Looking through a database's files does not take its locks away from the connections of the same process."""

import asyncio
import subprocess
import sys
from pathlib import Path

from domain.clock import utc_now
from records.engine.cleaning import clean, residue
from records.engine.session import Database
from records.migrate import upgrade

OPENS_AND_CLOSES = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select 1 from conversation').fetchall(); c.close()"
)


async def test_another_process_leaves_the_log_to_whoever_uses_it_after_the_files_were_searched(tmp_path: Path) -> None:
    path = tmp_path / "supportgraph.db"
    url = f"sqlite+aiosqlite:///{path}"
    await asyncio.to_thread(upgrade, url)
    database = Database(url)
    try:
        async with database.begin() as unit:
            await unit.rollout.set_weights({"support-v1": 1.0}, utc_now(), "a-name-that-stands-there")
        await clean(database)
        assert await residue(database, ["a-name-that-stands-there", "one-that-does-not"]) == ["a-name-that-stands-there"]
        async with database.begin() as unit:
            await unit.rollout.set_weights({"support-v2": 1.0}, utc_now(), "another")
        command = [sys.executable, "-c", OPENS_AND_CLOSES, str(path)]
        await asyncio.to_thread(subprocess.run, command, check=True, timeout=120)
        assert path.with_name("supportgraph.db-wal").exists(), "the log was taken away from an open database"
        async with database.read() as unit:
            assert await unit.rollout.weights() == {"support-v2": 1.0}
    finally:
        await database.close()
