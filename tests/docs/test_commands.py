"""What the documentation tells people to type exists: commands, their options, targets, modules, tests; examples are run."""

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from supportgraph.cli import main
from tests.service import Served

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
SHELL = ("", "sh", "bash", "console")


def _typed(page: Path) -> list[str]:
    """Lines of shell in fences, and inline code."""
    text = page.read_text(encoding="utf-8")
    lines = [
        line
        for language, body in FENCED.findall(text)
        if language in SHELL
        for line in body.replace("\\\n", " ").splitlines()
    ]
    return lines + re.findall(r"`([^`\n]+)`", FENCED.sub("", text))


def _commands(pattern: str) -> list[tuple[str, str]]:
    """The page and what follows ``pattern``, up to where the shell would end the command."""
    found = []
    for page in PAGES:
        for line in _typed(page):
            match = re.match(rf"(?:[A-Z_]+=\S+ )*{pattern}(?= |$)(?P<rest>[^|&;>#]*)", line.strip())
            if match:
                found.append((str(page.relative_to(ROOT)), match["rest"]))
    return found


def _words(rest: str) -> list[str]:
    return shlex.split(re.sub(r"[\[\]…]", " ", rest))


def _wrong(words: list[str]) -> str | None:
    """What of a `supportgraph` command the command line does not know."""
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        if found is None:
            return words[0]
        command, words = found, words[1:]
    options = {name: p for p in command.params for name in p.opts} | {"--help": None, "-h": None}
    return next((w for w in words if w.startswith("-") and w.partition("=")[0] not in options), None)


def test_every_supportgraph_command_exists_with_its_options() -> None:
    commands = _commands(r"(?:\.venv/bin/)?supportgraph")
    assert len(commands) > 25
    assert [(page, rest) for page, rest in commands if _wrong(_words(rest))] == []
    assert _wrong(["kb", "no-such"]) == "no-such"
    assert _wrong(["serve", "--no-such"]) == "--no-such"


def test_every_make_target_exists_and_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z][a-z-]*):.* ## \S", makefile, re.MULTILINE))
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    assert explained == targets
    named = {word for _, rest in _commands("make") for word in _words(rest)}
    assert {"demo", "test", "web"} <= named
    assert named - targets == set()


def test_help_lists_every_target_once() -> None:
    said = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = re.findall(r"^  make (\S+) +\S", said.stdout, re.MULTILINE)
    assert sorted(listed) == sorted(set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE)))


def test_every_module_that_is_to_be_run_exists() -> None:
    commands = _commands(r"(?:\.venv/bin/)?python3? -m")
    modules = {(page, _words(rest)[0]) for page, rest in commands if _words(rest)}
    assert len(modules) > 10
    assert [(page, name) for page, name in modules if importlib.util.find_spec(name) is None] == []
    paths = {(page, w) for page, rest in commands for w in _words(rest) if w.startswith("tests/")}
    assert paths
    assert [(page, path) for page, path in paths if not (ROOT / path.partition("::")[0]).exists()] == []


def _examples(language: str) -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        blocks = [body for tag, body in FENCED.findall(page.read_text(encoding="utf-8")) if tag == language]
        found += [(f"{page.relative_to(ROOT)}-{n}", body) for n, body in enumerate(blocks, 1)]
    return found


@pytest.mark.parametrize(("where", "program"), [pytest.param(*e, id=e[0]) for e in _examples("python")])
def test_every_python_example_runs(where: str, program: str, tmp_path: Path) -> None:
    """On a data folder that the service has made; where an example writes a file, it goes beside it."""
    env = {**os.environ, "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data"), "BACKUP_FILE": str(tmp_path / "kept")}
    made = subprocess.run(
        [sys.executable, "-m", "supportgraph.cli", "db", "upgrade"], env=env, capture_output=True, timeout=60
    )
    assert made.returncode == 0, made.stderr
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], env=env, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_the_calls_of_the_readme_are_answered(demo: Served) -> None:
    calls = [line for line in _typed(ROOT / "README.md") if line.startswith("curl ")]
    assert len(calls) == 3
    env = dict(os.environ)
    for call in calls:
        there = call.replace("localhost:8000", demo.url)
        done = subprocess.run(["sh", "-c", there], env=env, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        answer = json.loads(done.stdout)
        assert answer["messages"], answer
        env |= {"ID": answer.get("id", env.get("ID", "")), "TOKEN": answer.get("token", env.get("TOKEN", ""))}
