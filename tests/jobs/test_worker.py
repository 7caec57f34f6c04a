"""`serve --no-worker` answers, `supportgraph worker` works."""

import signal
import time
from pathlib import Path

from tests.kb.importing import ended, send, zipped
from tests.service import ADMIN, Process, Served


def start_worker(served: Served) -> Process:
    return served.spawn(["worker"])


def _has_run(served: Served, kind: str) -> bool:
    return any(job["kind"] == kind and job["status"] == "succeeded" for job in served.ok("GET", "/v1/jobs")["items"])


def test_jobs_wait_for_a_worker_and_one_takes_over_from_another(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False, arguments=("--no-worker",)) as served:
        files = {f"{n}.md": f"# Buoy {n}\n\nBuoy {n} is painted in colour {n}." for n in range(100)}
        job = send(served, "buoys.zip", zipped(files)).json()["job"]

        def status() -> str:
            return str(served.call("GET", f"/v1/jobs/{job['id']}", key=ADMIN).json()["job"]["status"])

        until = time.monotonic() + 60
        while not _has_run(served, "apply_retention"):
            assert time.monotonic() < until, "what is too old goes, worker or not"
            time.sleep(0.1)
        assert status() == "queued"
        first = start_worker(served)
        while status() == "queued":
            time.sleep(0.05)
        first.kill()
        first.wait()
        second = start_worker(served)
        try:
            job = ended(served, job, seconds=90)
        finally:
            second.send_signal(signal.SIGTERM)
            assert second.wait(20) == 0
        assert (job["status"], job["written"] + job["unchanged"]) == ("succeeded", 100)
        articles = served.call("GET", "/v1/kb/articles?limit=200", key=ADMIN).json()["items"]
        assert {a["source_id"] for a in articles} == set(files)
        hits = served.call("GET", "/v1/kb/search?q=in+what+colour+is+buoy+77+painted", key=ADMIN).json()["items"]
        assert hits, "what a worker wrote is found by the serving process"
