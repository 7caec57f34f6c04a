"""The command itself: its help is quick, and what stops a start is one text."""

import subprocess
import sys
from importlib import import_module

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
