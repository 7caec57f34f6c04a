"""The guide "Add an action" of CONTRIBUTING is done in a copy of the tree, word for word, and the action performed there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2]
ROOMS = (
    "api",
    "backoffice",
    "demo",
    "domain",
    "evals",
    "graphs",
    "insights",
    "rights",
    "jobs",
    "kb",
    "models",
    "nodes",
    "privacy",
    "records",
)
_BLOCK = re.compile(r'^```\w+ (\S+\.\w+)(?: after "([^"\n]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SUITE = """
- id: credit-is-told
  customer: C0001
  region: US
  turns:
    - do: { name: store_credit }
      expect: { outcome: answered, tool: { name: store_credit, status: succeeded }, says: ['You have \\$[0-9.]+ left on your gift cards'] }

- id: guests-are-told-nothing
  region: US
  turns:
    - do: { name: store_credit }
      expect: { tool: { name: store_credit, status: needs_identity }, not_says: [gift cards] }
"""


def follow(guide: str, tree: Path) -> set[str]:
    """Do what the blocks of a guide say; the files that were touched."""
    touched = set()
    for name, place, block in _BLOCK.findall(guide):
        file = tree / name
        if place:
            text = file.read_text(encoding="utf-8")
            assert text.count(place) == 1, f"{name} has not one place {place!r}"
            end = text.index("\n", text.index(place)) + 1  # behind the line, which may go on with a comment
            file.write_text(text[:end] + block + text[end:], encoding="utf-8")
        else:
            assert not file.exists(), name
            file.write_text(block, encoding="utf-8")
        touched.add(name)
    return touched


def test_the_action_of_the_guide_can_be_added_and_performed(tmp_path: Path) -> None:
    for room in (*ROOMS, "supportgraph", "web"):
        left_out = shutil.ignore_patterns("node_modules")
        shutil.copytree(HOME / room, tmp_path / room, ignore=left_out)
    touched = follow((HOME / "CONTRIBUTING.md").read_text(encoding="utf-8"), tmp_path)
    assert "nodes/actions/store_credit.py" in touched
    assert len(touched) <= 5
    suite = tmp_path / "suite.yaml"
    suite.write_text(SUITE, encoding="utf-8")
    # The copy goes before the installed tree.
    command = [sys.executable, "-c", "from supportgraph.cli import main; main()", "evals", "run", str(suite), "--jobs", "1"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 passed" in done.stdout
