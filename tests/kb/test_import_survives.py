"""The process is killed in the middle of an import or an edit: nothing is lost, and the index is whole after the next start."""

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.kb.importing import ended, imported, send, zipped
from tests.service import ADMIN, Served
from tests.service_forks import run_command

PAGES = 10


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path / "data", demo=False) as process:
        yield process


def command(served: Served, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_command(*arguments, env=served.env)


def pages(edition: int) -> bytes:
    """Each page has three sections, long enough to be segments of their own."""
    section = "## Part {part} of page {n}\n\n" + "The keeper of lighthouse {n} in edition {e} writes part {part}. " * 7
    files = {
        f"page-{n}.md": "\n\n".join(section.format(n=n, e=edition, part=part) for part in range(3)) for n in range(PAGES)
    }
    return zipped(files)


def progress(served: Served, job_id: str) -> dict:
    return served.call("GET", f"/v1/jobs/{job_id}", key=ADMIN).json()["job"]


def test_an_import_that_is_killed_again_and_again_ends_whole(served: Served) -> None:
    job = send(served, "pages.zip", pages(1)).json()["job"]
    served.restart_after_kill()  # before it was begun, or just after
    for share in (0.2, 0.6):
        until = time.monotonic() + 60
        while (now := progress(served, job["id"]))["done"] < share * PAGES and now["status"] == "running":
            assert time.monotonic() < until
            time.sleep(0.05)
        served.restart_after_kill()
    done = ended(served, progress(served, job["id"]))
    assert (done["status"], done["written"] + done["unchanged"], done["errors"]) == ("succeeded", PAGES, [])
    listed = served.call("GET", "/v1/kb/articles?limit=200", key=ADMIN).json()["items"]
    assert len(listed) == PAGES
    assert {a["revision"] for a in listed} == {1}
    told = command(served, "kb", "verify")  # through the service, which holds the index
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(f"{3 * PAGES} segments: 0 missing, 0 too many, 0 changed")


def test_after_a_kill_in_the_middle_of_edits_every_acknowledged_one_is_there(served: Served) -> None:
    made = served.call("POST", "/v1/kb/articles", {"title": "Tide", "body": "The tide is at 0."}, ADMIN).json()["id"]
    acknowledged = [0]

    def edit() -> None:
        with contextlib.suppress(httpx.TransportError), httpx.Client(base_url=served.url, timeout=30) as http:
            for number in range(1, 10_000):
                body = {"title": "Tide", "body": f"The tide is at {number}."}
                answer = http.put(f"/v1/kb/articles/{made}", json=body, headers={"Authorization": f"Bearer {ADMIN}"})
                if answer.status_code == 200:
                    acknowledged[0] = number

    editing = threading.Thread(target=edit)
    editing.start()
    while acknowledged[0] < 4 and editing.is_alive():
        time.sleep(0.01)
    served.kill()
    editing.join(60)
    told = command(served, "kb", "verify")
    assert told.returncode == 0, told.stderr
    assert "whole now" in told.stdout
    served.start()
    held = served.call("GET", f"/v1/kb/articles/{made}", key=ADMIN).json()
    assert int(held["body"].split()[-1].rstrip(".")) in (acknowledged[0], acknowledged[0] + 1)
    hits = served.call("GET", "/v1/kb/search?q=where+is+the+tide", key=ADMIN).json()["items"]
    assert [hit["answer"] for hit in hits] == [held["body"]]
    assert "0 missing, 0 too many, 0 changed" in command(served, "kb", "verify").stdout


def test_verify_finds_and_repairs_what_was_lost_while_no_service_ran(served: Served) -> None:
    imported(served, "pages.zip", zipped({f"{n}.md": f"Lamp {n} is lit at {n} o'clock." for n in range(5)}))
    served.kill()
    told = command(served, "kb", "verify")
    assert (told.returncode, told.stdout.split(";")[0]) == (0, "5 segments: 0 missing, 0 too many, 0 changed")
    for file in (served.data / "chroma").rglob("*"):
        if file.is_file():
            file.unlink()
    told = command(served, "kb", "verify")
    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == "5 segments: 5 missing, 0 too many, 0 changed; whole now"


def test_verify_says_that_a_chroma_server_does_not_answer(tmp_path: Path) -> None:
    away = Served(tmp_path / "data", demo=False, SUPPORTGRAPH_CHROMA_URL="http://127.0.0.1:9")
    told = command(away, "kb", "verify")
    assert told.returncode == 1
    assert "does not answer" in told.stderr


def test_the_command_imports_a_folder_with_and_without_a_service(served: Served, tmp_path: Path) -> None:
    folder = tmp_path / "help"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "oars.md").write_text("# Oars\n\nAn oar is 3 metres long.", encoding="utf-8")
    (folder / "empty.md").write_text("")
    told = command(served, "kb", "import", str(folder))
    assert (told.returncode, told.stdout.splitlines()[-1]) == (0, "1 written, 0 unchanged, 0 skipped, 1 errors, 0 notes")
    assert "empty.md: is empty" in told.stderr
    assert told.stderr.startswith("the service that runs on this data does it\n")
    hits = served.call("GET", "/v1/kb/search?q=how+long+is+an+oar", key=ADMIN).json()["items"]
    assert hits[0]["source_id"] == "deep/oars.md"
    served.kill()
    told = command(served, "kb", "import", str(folder))
    assert (told.returncode, told.stdout.splitlines()[-1]) == (0, "0 written, 1 unchanged, 0 skipped, 1 errors, 0 notes")
    told = command(served, "kb", "import", str(folder / "empty.md"))
    assert told.returncode == 1
