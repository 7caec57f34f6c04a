"""What is installed holds all that runs, and not what only builds or tests it."""

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "supportgraph",
    "domain",
    "graphs",
    "nodes",
    "kb",
    "models",
    "privacy",
    "backoffice",
    "demo",
    "records",
    "jobs",
    "api",
)


def test_the_wheel_holds_what_runs_and_nothing_of_the_pages_sources(tmp_path: Path) -> None:
    uv = shutil.which("uv", path=str(ROOT / ".venv" / "bin"))
    assert uv, "run `make setup`"
    command = [
        uv,
        "build",
        "--quiet",
        "--offline",
        "--wheel",
        "--no-build-isolation",
        "--python",
        str(ROOT / ".venv/bin/python"),
    ]
    done = subprocess.run([*command, "--out-dir", str(tmp_path), str(ROOT)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    runs = [p for package in PACKAGES for p in (ROOT / package).rglob("*") if p.is_file()]
    runs += [p for p in (ROOT / "web" / "static").rglob("*") if p.is_file()]
    missing = {str(p.relative_to(ROOT)) for p in runs if "__pycache__" not in p.parts} - names
    assert missing == set()
    assert [
        n for n in names if n.startswith("web/") and not n.startswith(("web/static/", "web/__init__.py")) and n != "web/"
    ] == []
    assert [n for n in names if n.startswith(("tests/", "docs/", "requirements/"))] == []
    assert wheel.stat().st_size < 72 << 20
