"""What lies in the data folder is its owner's alone, made new or left open by an older release."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportgraph.cli import main
from supportgraph.configuration.data_folder import prepare_data_folder
from supportgraph.configuration.settings import Settings
from tests.service import Served


@pytest.fixture(autouse=True)
def _usual_umask() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_others(folder: Path) -> list[str]:
    return [str(p) for p in [folder, *folder.rglob("*")] if mode(p) & 0o077]


def test_all_that_a_service_makes_is_closed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Served(data, demo=False) as served:
        served.talk(consent=True).say("Hello, my name is Ana Petrović and my mail is ana@example.com")
        made = {p.name for p in data.rglob("*")}
        assert {"supportgraph.db", "supportgraph.db-wal", "shop.db", "vault.key", "chroma.sqlite3"} <= made
        assert open_to_others(data) == []


def test_what_an_older_release_left_open_is_closed_and_other_files_are_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "chroma" / "part").mkdir(parents=True)
    ours = [
        "supportgraph.db",
        "supportgraph.db-wal",
        "shop.db",
        "shop.db-journal",
        "vault.key",
        "chroma/part/data.bin",
        "chroma.lock",
    ]
    for name in ours:
        (data / name).write_bytes(b"")
    (data / "notes.txt").write_text("somebody's own")
    (data / "chroma" / "elsewhere").symlink_to(tmp_path / "outside")
    (tmp_path / "outside").write_text("not ours")
    for path in (data, data / "chroma", data / "chroma" / "part"):
        path.chmod(0o755)
    prepare_data_folder(Settings(data_dir=data))
    assert {name: oct(mode(data / name)) for name in ours} == dict.fromkeys(ours, "0o600")
    assert [oct(mode(p)) for p in (data, data / "chroma", data / "chroma" / "part")] == ["0o700"] * 3
    assert mode(data / "notes.txt") == 0o644
    assert mode(tmp_path / "outside") == 0o644


def test_a_database_elsewhere_is_closed_too(tmp_path: Path) -> None:
    (tmp_path / "records.db").write_bytes(b"")
    prepare_data_folder(Settings(data_dir=tmp_path / "data", database_url=f"sqlite:///{tmp_path / 'records.db'}"))
    assert mode(tmp_path / "records.db") == 0o600
    assert mode(tmp_path / "data") == 0o700


@pytest.mark.parametrize("command", [["db", "upgrade"], ["keys", "list"], ["kb", "verify"]])
def test_every_command_that_makes_the_folder_closes_it(tmp_path: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main, command, env={"SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data")})
    assert result.exit_code == 0, result.output
    assert open_to_others(tmp_path / "data") == []


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = CliRunner().invoke(main, ["db", "upgrade"], env={"SUPPORTGRAPH_DATA_DIR": str(tmp_path / "file" / "data")})
    assert result.exit_code == 1
    assert "SUPPORTGRAPH_DATA_DIR" in result.output
    assert "Traceback" not in result.output
