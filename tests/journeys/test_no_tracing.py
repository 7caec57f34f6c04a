"""No tracing service gets a word of a conversation, whatever the environment says and whichever command runs."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.service import Served


class Collector:
    """Says yes to everything that a tracer may ask, and remembers it."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        seen = self.seen

        class Handler(BaseHTTPRequestHandler):
            def _any(self) -> None:
                seen.append(f"{self.command} {self.path}")
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            do_GET = do_POST = do_PATCH = do_PUT = _any  # noqa: N815 (http.server's names)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def environment(self) -> dict[str, str]:
        on = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_HANDLER")
        to = ("LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT", "CHROMA_OTEL_COLLECTION_ENDPOINT")
        keys = ("LANGSMITH_API_KEY", "LANGCHAIN_API_KEY")
        return {
            **dict.fromkeys(on, "true"),
            **dict.fromkeys(to, self.url),
            **dict.fromkeys(keys, "lsv2_pt_0123456789abcdef"),
            "LANGSMITH_OTEL_ENABLED": "true",
            "CHROMA_OTEL_GRANULARITY": "all",
            "OTEL_TRACES_EXPORTER": "otlp",
        }


@pytest.fixture
def collector() -> Iterator[Collector]:
    found = Collector()
    try:
        yield found
    finally:
        found.server.shutdown()
        found.server.server_close()


def test_serve_tells_no_tracer(tmp_path: Path, collector: Collector) -> None:
    with Served(tmp_path / "data", demo=False, forked=False, **collector.environment()) as served:
        talk = served.talk(region="US", consent=True)
        assert talk.say("how long does a parcel to the moon take?")["turn"]["status"] == "completed"
        served.talk(region="DK").say("I would rather not be read by a machine")
        time.sleep(1)  # tracers send in the background
    assert collector.seen == []


def test_chat_in_a_terminal_tells_no_tracer(tmp_path: Path, collector: Collector) -> None:
    served = Served(tmp_path / "data", demo=False, forked=False, **collector.environment())
    said = subprocess.run(
        [sys.executable, "-m", "supportgraph.cli", "chat"],
        env=served.env,
        input="how long does a parcel to the moon take?\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "AI assistant" in said.stdout
    assert collector.seen == []


def test_a_tracer_that_is_switched_on_later_stays_off() -> None:
    """LangSmith reads its environment at the first use and remembers it; its own switch outweighs both."""
    code = (
        "import supportgraph, os; from supportgraph.configuration.no_tracing import switch_off; switch_off();"
        "os.environ['LANGSMITH_TRACING'] = os.environ['LANGCHAIN_TRACING_V2'] = 'true';"
        "from langsmith.utils import tracing_is_enabled; print(tracing_is_enabled())"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout.strip() == "False"
