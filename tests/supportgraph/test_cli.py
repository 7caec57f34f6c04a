"""The command itself: its help is quick, and what stops a start is one text."""

import os
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from supportgraph.cli import _GROUPS, main


def test_help_imports_no_group_and_nothing_heavy() -> None:
    program = (
        "import sys; from supportgraph.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'sqlalchemy', 'litestar', 'numpy', 'langgraph')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"
    assert all(name in done.stdout for name in [*_GROUPS, "serve", "chat"])


def test_the_lines_of_help_are_the_groups_own() -> None:
    for name, (module, text) in _GROUPS.items():
        command: click.Command = getattr(import_module(module), name)
        assert command.get_short_help_str(80) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "eighty"), ("PORT", "70000"), ("LOG_FORMAT", "xml"), ("LOG_LEVEL", "LOUD"), ("MODEL_TIMEOUT", "-1")],
)
@pytest.mark.parametrize("command", ["serve", "worker", "chat"])
def test_a_wrong_setting_stops_the_start_and_is_named_without_its_value(command: str, name: str, value: str) -> None:
    result = CliRunner().invoke(main, [command], env={f"SUPPORTGRAPH_{name}": value})
    assert result.exit_code == 1
    assert f"SUPPORTGRAPH_{name}" in result.output
    assert value not in result.output
    assert "Traceback" not in result.output


def test_a_taken_port_is_said_before_anything_is_opened(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(
            main, ["serve", "--port", str(port)], env={"SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data")}
        )
    assert result.exit_code == 1
    assert f"something listens on port {port} of 127.0.0.1 already" in result.output
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("host", ["192.0.2.7", "no-such-host.invalid"])
def test_an_address_of_another_machine_is_said(host: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--host", host], env={"SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data")})
    assert result.exit_code == 1
    assert f"{host} is no address of this machine" in result.output


def test_a_talk_in_the_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "supportgraph.cli", "chat", "--demo", "--customer", "C0002", "--locale", "de"],
        input="Wo ist meine Bestellung HP104317?\nMit einer Person sprechen\n\n",
        env={**os.environ, "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data"), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Guten Tag, Oliver!" in done.stdout
    assert "[Mit einer Person sprechen]" in done.stdout
    assert "Ich hole jemanden aus unserem Team dazu." in done.stdout
