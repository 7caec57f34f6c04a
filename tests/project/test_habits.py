"""The files around the code are whole: decisions, changelog, hooks, workflow."""

import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from statistics import median

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
SECTIONS = ["Before you upgrade", "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


@pytest.mark.parametrize("file", DECISIONS, ids=lambda f: f.name)
def test_a_decision_has_its_number_status_and_date(file: Path) -> None:
    head = file.read_text(encoding="utf-8").split("\n\n", 2)
    assert head[0].startswith(f"# {int(file.name[:4])}. ")
    found = re.fullmatch(r"- Status: (accepted|proposed|rejected|superseded by \[\d+\]\(\S+\))\n- Date: (\S+)", head[1])
    assert found, head[1]
    assert date.fromisoformat(found[2])


def test_decisions_are_numbered_without_a_hole() -> None:
    assert [int(f.name[:4]) for f in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_is_by_release_newest_first_in_known_sections() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert releases[0] == "Unreleased"
    dated = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+) - (\d{4}-\d\d-\d\d)", r) for r in releases[1:]]
    assert all(dated), releases
    versions = [tuple(int(n) for n in m.groups()[:3]) for m in dated if m]
    assert versions == sorted(versions, reverse=True)
    assert [s for s in re.findall(r"^### (.+)$", text, re.MULTILINE) if s not in SECTIONS] == []


def test_the_hooks_fetch_nothing_and_are_valid() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    checked = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config"], cwd=ROOT, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout


def test_the_forge_runs_what_everybody_runs() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    runs = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert runs == [".ci/run"]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = re.findall(r"^make (\S+)$", script, re.MULTILINE)
    assert {"lint", "types", "imports", "web", "web-lint", "web-test", "test"} <= set(called) <= targets


def test_updates_are_looked_for_where_there_are_locks() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    where = {(u["package-ecosystem"], u["directory"]) for u in updates}
    assert {("pip", "/"), ("npm", "/web")} <= where
    assert (ROOT / "web" / "package-lock.json").exists()


def test_the_release_has_one_number() -> None:
    python = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f'"version": "{python}"' in (ROOT / "web" / "package.json").read_text(encoding="utf-8")


def lengths(*kinds: str) -> dict[str, int]:
    """Lines of the files that git knows; skips where there is no git."""
    listed = subprocess.run(["git", "ls-files", *kinds], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [name for name in listed.stdout.split() if (ROOT / name).exists()]
    if not files:
        pytest.skip("not a git checkout")
    return {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in files}


def test_no_file_of_code_is_over_400_lines() -> None:
    """What was written by a tool is read by nobody."""
    found = {name: n for name, n in lengths("*.py", "*.ts").items() if not name.endswith("contract.d.ts")}
    assert not [f"{name}: {n}" for name, n in found.items() if n > 400]


def test_the_product_is_no_heap_of_crumbs() -> None:
    """Half of its files have 80 lines or more: what is one thought is one file."""
    left_out = ("tests/", "records/migrations/versions/")
    found = [n for name, n in lengths("*.py").items() if not name.startswith(left_out) and not name.endswith("__init__.py")]
    assert median(found) >= 80


def test_every_exception_from_a_lint_rule_has_its_reason_beside_it() -> None:
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    bare = re.compile(r"# noqa(?:: [A-Z0-9, ]+)?\s*$", re.MULTILINE)
    files = [ROOT / name for name in listed.stdout.split() if (ROOT / name).exists()]
    assert not [str(f.relative_to(ROOT)) for f in files if bare.search(f.read_text(encoding="utf-8"))]
