"""What Prometheus is told of a service, and the rules that wake somebody by it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from domain.telemetry import metrics
from tests.service import AGENT, Served

ROOT = Path(__file__).parents[2]
PAGE, RULES = ROOT / "docs" / "operations.md", ROOT / "docs" / "operators" / "alerts.yaml"


def scraped(served: Served) -> dict[str, Metric]:
    text = served.http.get("/metrics").text
    return {family.name: family for family in text_string_to_metric_families(text) if family.name.startswith("supportgraph")}


def value(served: Served, sample: str, **labels: str) -> float:
    found = [
        s.value
        for family in scraped(served).values()
        for s in family.samples
        if s.name == sample and labels.items() <= s.labels.items()
    ]
    return sum(found)


@pytest.fixture(scope="module")
def busy(demo: Served) -> Served:
    """After an answer, a form, a refusal and a hand-off."""
    talk = demo.signed_in("C0001")
    talk.say("How long does delivery take?")
    talk.do("track_order", order_id=demo.orders("shipped", "C0001")[0]["id"])
    demo.http.get("/v1/no-such-path-4929")
    demo.http.request("PROPFIND", "/health/live")
    waiting = demo.talk(consent=True, region="US")
    waiting.ask_for_person()
    return demo


def test_turns_calls_and_searches_are_counted(busy: Served) -> None:
    counted = {"outcome": "answered", "intent": "policy_question"}
    before = value(busy, "supportgraph_turns_total", **counted)
    assert before >= 1
    assert value(busy, "supportgraph_turn_seconds_count", kind="text") >= 1
    assert value(busy, "supportgraph_backoffice_calls_total", call="order", result="ok") >= 1
    assert value(busy, "supportgraph_searches_total", call="public", result="answerable") >= 1
    busy.talk(consent=True, region="US").say("How long does delivery take?")
    assert value(busy, "supportgraph_turns_total", **counted) == before + 1


def test_what_waits_for_a_person_is_told_with_its_age(busy: Served) -> None:
    waiting = busy.call("GET", "/v1/handoffs?status=waiting&kind=conversation&limit=200", key=AGENT).json()["items"]
    assert waiting
    assert value(busy, "supportgraph_handoffs_waiting", kind="conversation") == len(waiting)
    age = value(busy, "supportgraph_handoffs_oldest_waiting_seconds", kind="conversation")
    assert age > 0
    assert value(busy, "supportgraph_handoffs_oldest_waiting_seconds", kind="conversation") >= age
    busy.call("POST", f"/v1/handoffs/{waiting[0]['id']}/claim", {}, AGENT)
    assert value(busy, "supportgraph_handoffs_waiting", kind="conversation") == len(waiting) - 1


def test_requests_are_counted_by_route_and_never_by_what_a_stranger_wrote(busy: Served) -> None:
    message = "/v1/conversations/{conversation_id}/messages"
    assert value(busy, "supportgraph_requests_total", method="POST", route=message, status="200") >= 2
    assert value(busy, "supportgraph_requests_total", route="none", status="401") >= 1
    assert value(busy, "supportgraph_requests_total", method="other") >= 1
    labels = {f"{k}={v}" for family in scraped(busy).values() for s in family.samples for k, v in s.labels.items()}
    assert not [label for label in labels if re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-|4929|PROPFIND|@", label)]


def test_the_parts_are_told_to_be_up(busy: Served) -> None:
    for name in ("supportgraph_database_up", "supportgraph_backoffice_up"):
        assert value(busy, name) == 1
    assert value(busy, "supportgraph_model_breaker_open") == 0
    assert value(busy, "supportgraph_build_info") == 1
    assert value(busy, "supportgraph_database_connections") >= 1


def _told() -> Iterator[str]:
    """Every metric's name as Prometheus has it."""
    for metric in vars(metrics).values():
        if hasattr(metric, "describe") and not isinstance(metric, type):
            for family in metric.describe():
                yield {"counter": f"{family.name}_total", "info": f"{family.name}_info"}.get(family.type, family.name)


def test_every_metric_is_documented_and_nothing_else(busy: Served) -> None:
    page = PAGE.read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(supportgraph_\w+)`", page, re.MULTILINE))
    assert set(_told()) == listed
    assert {name.removesuffix("_total") for name in listed} == set(scraped(busy))


def test_the_alert_rules_name_metrics_that_there_are() -> None:
    groups = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len(rules) >= 8
    page = PAGE.read_text(encoding="utf-8")
    known = set(_told())
    for rule in rules:
        named = {re.sub(r"_(bucket|sum|count)$", "", name) for name in re.findall(r"supportgraph_\w+", rule["expr"])}
        assert named, rule
        assert named <= known, rule
        assert rule["annotations"]["summary"]
        assert f"`{rule['alert']}`" in page
