"""Spans at a collector over real HTTP: every turn, node and port is there, and no word of anybody in any byte."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from tests.scripted_openai import ScriptedOpenAI
from tests.service import ADMIN, Served, customer_token

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
CANARIES = ("zebraquilt", "Quillonzarv", "ana.quillonzarv@example.org", "4929")
IDS_AND_WORDS = {  # what an attribute may be called
    "gen_ai.operation.name",
    "gen_ai.agent.name",
    "gen_ai.conversation.id",
    "gen_ai.request.model",
    "gen_ai.tool.name",
    "error.type",
}


@dataclass
class Collector:
    """An OTLP/HTTP collector that keeps all it is given."""

    bodies: list[bytes] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    def spans(self) -> list[Span]:
        found = []
        for body in self.bodies:
            request = ExportTraceServiceRequest.FromString(body)
            found += [s for r in request.resource_spans for scope in r.scope_spans for s in scope.spans]
        return found

    def named(self, name: str) -> list[Span]:
        return [s for s in self.spans() if s.name == name]

    def services(self) -> set[str]:
        requests = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        resources = [r.resource for request in requests for r in request.resource_spans]
        return {a.value.string_value for r in resources for a in r.attributes if a.key == "service.name"}


@pytest.fixture
def collector() -> Iterator[Collector]:
    kept = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            kept.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            kept.paths.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield kept
    server.shutdown()
    server.server_close()


def attributes(span: Span) -> dict[str, Any]:
    return {a.key: a.value.string_value or a.value.int_value for a in span.attributes}


def conversation(served: Served) -> str:
    """With words, a form, an action that is confirmed, and a person; each with something that must not leave."""
    token = customer_token("C0001", name="Quillonzarv Torres")
    made = served.call("POST", "/v1/conversations", {"customer_token": token, "consent": True, "region": "US"}).json()
    path = f"/v1/conversations/{made['id']}/messages"
    caller = f"00-{TRACE}-00f067aa0ba902b7-01"
    for body in (
        {"text": "my zebraquilt lamp, how long does delivery take? ana.quillonzarv@example.org"},
        {"text": "my card 4929 1234 5678 9012 and the zebraquilt"},
        {"action": {"name": "cancel_order", "arguments": {"order_id": "HP104268", "reason": "no_longer_needed"}}},
        {"action": {"name": "confirm", "arguments": {}}},
    ):
        served.call("POST", path, body, made["token"], traceparent=caller).raise_for_status()
    wish = {"reason": "zebraquilt"}
    served.call("POST", f"/v1/conversations/{made['id']}/handoff", wish, made["token"]).raise_for_status()
    served.call("GET", "/v1/kb/search?q=zebraquilt", key=ADMIN).raise_for_status()
    return str(made["id"])


def test_spans_of_turns_nodes_and_ports_reach_a_collector_without_a_word(collector: Collector, tmp_path: Path) -> None:
    def says(request: dict[str, Any]) -> str:
        if "response_format" in request:
            return json.dumps({"intent": "policy_question", "confidence": 0.95})
        return "zebraquilt"

    with ScriptedOpenAI(answer=says) as model:
        env = {
            "OTEL_SDK_DISABLED": "false",
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            "OTEL_BSP_SCHEDULE_DELAY": "100",
            "SUPPORTGRAPH_MODEL": "scripted",
            "OPENAI_API_KEY": "k",
            "OPENAI_BASE_URL": model.base_url,
            "SUPPORTGRAPH_LOG_FORMAT": "json",
        }
        with Served(tmp_path / "data", **env) as served:
            talked = conversation(served)
    assert set(collector.paths) == {"/v1/traces"}
    assert collector.services() == {"supportgraph"}
    sent = b"".join(collector.bodies)
    assert not [word for word in CANARIES if word.lower().encode() in sent.lower()]

    spans = {s.span_id: s for s in collector.spans()}
    names = {s.name for s in spans.values()}
    assert {"node read_message", "node cancel_order", "node guard_output", "search articles", "chat scripted"} <= names
    assert {"backoffice order", "execute_tool cancel_order"} <= names
    turns = collector.named("invoke_agent supportgraph")
    told = [attributes(s) for s in turns]
    assert {t["gen_ai.conversation.id"] for t in told} == {talked}
    assert {t["supportgraph.turn.kind"] for t in told} == {"greeting", "text", "action", "handoff"}
    assert {"action_done", "asked_for_confirmation", "handed_off"} <= {t["supportgraph.outcome"] for t in told}
    assert "policy_question" in {t["supportgraph.intent"] for t in told}
    named = {key for s in spans.values() for key in attributes(s)}
    assert {key for key in named if not key.startswith("supportgraph.")} <= IDS_AND_WORDS

    def root(span: Span) -> Span:
        while span.parent_span_id in spans:
            span = spans[span.parent_span_id]
        return span

    inner = [s for s in spans.values() if s.name.startswith(("node ", "chat ", "execute_tool "))]
    assert {root(s).name for s in inner} == {"invoke_agent supportgraph"}
    of_caller = [s for s in turns if s.trace_id.hex() == TRACE]
    assert {attributes(s)["supportgraph.turn.kind"] for s in of_caller} == {"text", "action"}
    # An interrupt at which a conversation waits for a person is no failure.
    assert [s.name for s in spans.values() if s.status.code == Status.STATUS_CODE_ERROR] == []


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"OTEL_SDK_DISABLED": "true"},
        {"OTEL_SDK_DISABLED": "false", "OTEL_TRACES_EXPORTER": "none"},
    ],
)
def test_a_collector_that_is_set_for_others_is_sent_nothing(
    collector: Collector, tmp_path: Path, given: dict[str, str]
) -> None:
    env = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "100", **given}
    with Served(tmp_path / "data", **env) as served:
        served.talk(consent=True, region="US").say("How long does delivery take?")
        time.sleep(0.5)
    assert collector.bodies == []
