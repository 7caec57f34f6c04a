"""A log that machines read: every line an object with the ids that are known, and never a message that an error quotes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.service import ADMIN, Served

NOISE = """
import asyncio, logging, sys, threading, warnings
from domain.telemetry.log_context import logged_about
from supportgraph.configuration.log_setup import set_up_logging
set_up_logging("INFO", sys.argv[1])
log = logging.getLogger("noise")
with logged_about(request_id="r1", conversation_id="c1"):
    log.info("two\\nlines", extra={"seconds": 1.5, "object": object()})
    try:
        try:
            raise ValueError("my card is 4929 1234")
        except ValueError as error:
            raise KeyError("and my name is Ana") from error
    except KeyError:
        log.exception("it broke")
warnings.warn("a warning")
thread = threading.Thread(target=lambda: 1 / 0)
thread.start(); thread.join()
async def lost():
    asyncio.get_running_loop().create_task(fails())
    await asyncio.sleep(0.05)
async def fails():
    raise RuntimeError("said by Ana")
asyncio.run(lost())
raise SystemError("also said by Ana")
"""


def lines(form: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", NOISE, form], capture_output=True, text=True, timeout=60)
    assert "4929" not in done.stdout + done.stderr
    assert "Ana" not in done.stdout + done.stderr
    return (done.stdout + done.stderr).splitlines()


def test_every_line_is_json_with_its_ids() -> None:
    told = [json.loads(line) for line in lines("json")]
    first, second = told[:2]
    assert (first["message"], first["request_id"], first["conversation_id"], first["seconds"]) == (
        "two\nlines",
        "r1",
        "c1",
        1.5,
    )
    assert "object" not in first
    assert (second["error"], second["traceback"].count("Traceback")) == ("KeyError", 2)
    assert {line.get("error") for line in told} >= {"ZeroDivisionError", "RuntimeError", "SystemError"}
    assert any("a warning" in line["message"] for line in told)
    assert "request_id" not in told[-1]


def test_text_is_as_silent_on_what_errors_quote() -> None:
    told = "\n".join(lines("text"))
    assert "INFO noise: two\nlines" in told
    assert "KeyError" in told


def test_a_services_whole_log_is_json_from_its_start_to_its_end(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False, SUPPORTGRAPH_LOG_FORMAT="json") as served:
        talk = served.talk(consent=True, region="US")
        talk.say("Hello there, where is my parcel?")
        served.call("GET", "/v1/nowhere", key=ADMIN)
        served.http.get("/health/live", headers={"traceparent": f"00-{'a1' * 16}-{'b2' * 8}-01"})
        assert served.http.get("/").status_code == 200
        assert "widget" not in served.http.get("/").text
    told = [json.loads(line) for line in served.log.read_text().splitlines()]
    assert any("supportgraph is ready" in line["message"] for line in told)
    assert "parcel" not in served.log.read_text()


def test_a_start_that_is_refused_is_json_too(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "SUPPORTGRAPH_DATA_DIR": str(tmp_path),
        "SUPPORTGRAPH_LOG_FORMAT": "json",
        "SUPPORTGRAPH_PORT": "many",
    }
    done = subprocess.run(
        [sys.executable, "-m", "supportgraph.cli", "serve"], capture_output=True, text=True, env=env, timeout=60
    )
    (line,) = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1
    assert "SUPPORTGRAPH_PORT" in json.loads(line)["message"]
