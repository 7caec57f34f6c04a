"""The loop, closed, through the front door: a struggle's remedy is accepted, tried beside the service, approved, shown and taken back."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from domain.clock import utc_now
from supportgraph.processes.remedy_evaluation import RemedyEvaluation
from supportgraph.processes.remedy_process import Order, Passed
from tests.service import ADMIN, AGENT, ENGINEER, Served

LONG = os.environ.get("SUPPORTGRAPH_LONG") == "1"
ASKED = [
    "Do you engrave initials on the cutting board?",
    "do you do engraving, it is for a wedding",
    "Can a name be engraved on the board?",
    "is engraving possible on a cutting board",
]
ANSWER = (
    "We engrave up to twelve letters on every cutting board. Write the letters into the note of the order before you pay."
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """With a suite of one case as what no remedy may break; it is run where there is time, since it wants a demo of its own."""
    folder = tmp_path_factory.mktemp("remedies")
    expect = {"outcome": "answered", "cites": "(?i)delivery"}
    cases = [
        {
            "id": "delivery",
            "region": "US",
            "consent": True,
            "turns": [{"say": "How long does delivery take?", "expect": expect}],
        }
    ]
    suite = folder / "suite.yaml"
    suite.write_text(yaml.safe_dump(cases))
    with Served(folder / "data", demo=False, SUPPORTGRAPH_REMEDY_SUITES=str(suite) if LONG else ",") as service:
        service.ok("POST", "/v1/kb/articles", {"title": "Delivery", "body": "A parcel takes three to five working days."})
        for text in ASKED:
            talk = service.talk(consent=True, region="US")
            talk.say(text)
            talk.say("I want to talk to a person")
            handoff = talk.state()["handoff"]["id"]
            service.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
            service.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": ANSWER}, AGENT)
            service.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": "close"}, AGENT)
        yield service


def _struggle(service: Served) -> dict[str, Any]:
    items = service.ok("GET", "/v1/insights/struggles", key=ENGINEER)["items"]
    return next(dict(s) for s in items if {e["text"] for e in s["examples"]} & set(ASKED))


def _tried(service: Served, remedy_id: str) -> dict[str, Any]:
    service.ok("POST", f"/v1/insights/remedies/{remedy_id}/test")
    until = time.monotonic() + 240
    while time.monotonic() < until:
        remedy = service.ok("GET", f"/v1/insights/remedies/{remedy_id}")
        if remedy["status"] == "tested":
            return dict(remedy)
        time.sleep(0.3)
    raise AssertionError(service.ok("GET", f"/v1/jobs/{remedy['job_id']}"))


def _answered(service: Served) -> bool:
    turn = service.talk(consent=True, region="US").say(ASKED[0])
    return any(c["title"] == "Engraving" for m in turn["messages"] for c in m["citations"])


def test_a_struggle_leads_to_an_article_that_is_tried_approved_and_taken_back(served: Served) -> None:
    struggle = _struggle(served)
    assert (struggle["n"], struggle["proposal"]["kind"]) == (len(ASKED), "article")
    assert struggle["proposal"]["article"]["body"] == ANSWER
    assert struggle["solved_by"]["person"] == len(ASKED)
    written = {"remedy": {"article": {"title": "Engraving", "body": ANSWER}}}
    remedy = served.ok("POST", f"/v1/insights/struggles/{struggle['id']}/accept", written, ENGINEER)["remedy"]
    assert _struggle(served)["remedy"]["id"] == remedy["id"]
    path = f"/v1/insights/remedies/{remedy['id']}"

    early = served.call("POST", f"{path}/approve", {}, ADMIN)
    assert (early.status_code, early.json()["code"]) == (409, "not_tried")
    assert not _answered(served)

    evaluation = _tried(served, remedy["id"])["evaluation"]
    assert evaluation["is_passed"], evaluation["words"]
    assert not any(c["before"] for c in evaluation["cases"])
    assert any(c["after"] for c in evaluation["cases"])
    assert [(s["before"], s["after"], s["broken"]) for s in evaluation["suites"]] == ([(1, 1, [])] if LONG else [])
    assert not _answered(served), "an evaluation makes nothing live"

    assert served.call("POST", f"{path}/approve", {}, ENGINEER).status_code == 403
    assert served.ok("POST", f"{path}/approve", {})["remedy"]["status"] == "live"
    assert _answered(served)
    effect = served.ok("GET", path)["effect"]
    assert effect["before"]["count"] >= len(ASKED)

    assert served.ok("POST", f"{path}/rollback", {})["remedy"]["status"] == "rolled_back"
    assert not _answered(served)
    assert served.call("POST", f"{path}/rollback", {}, ADMIN).json()["code"] == "already_resolved"


async def test_a_remedy_that_breaks_a_suite_cannot_be_approved(served: Served) -> None:
    written = {"remedy": {"article": {"title": "Engraving", "body": ANSWER}}}
    remedy = served.ok("POST", f"/v1/insights/struggles/{_struggle(served)['id']}/accept", written)["remedy"]

    async def breaking(order: Order) -> Passed:
        ids = [case.id for case in order.cases]
        is_suite = ids == ["delivery"]
        return Passed(before=ids, after=[]) if is_suite else Passed(before=[], after=ids)

    async with served.records() as database:
        evaluation = await RemedyEvaluation(
            database, "support-v3", [str(served.data.parent / "suite.yaml")], utc_now, breaking
        )(remedy["id"])
        async with database.begin() as unit:
            found = await unit.remedies.lock(remedy["id"])
            assert found is not None
            await unit.remedies.keep(found.model_copy(update={"status": "tested", "evaluation": evaluation}))
    assert (evaluation.is_passed, evaluation.suites[0].broken) == (False, ["delivery"])
    refused = served.call("POST", f"/v1/insights/remedies/{remedy['id']}/approve", {}, ADMIN)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_tried")


def test_a_struggle_is_put_aside_with_a_reason(served: Served) -> None:
    struggle = _struggle(served)
    dismissed = served.ok("POST", f"/v1/insights/struggles/{struggle['id']}/dismiss", {"reason": "We do not sell that."})
    assert dismissed["remedy"]["status"] == "dismissed"
    assert _struggle(served)["remedy"]["reason"] == "We do not sell that."


@pytest.mark.parametrize("struggle_id", ["nothing", "2026-01-01T00:00:00Z~2026-02-01T00:00:00Z~t1", "a~b~c~d"])
def test_a_struggle_that_is_not_there_is_not_found(served: Served, struggle_id: str) -> None:
    assert served.call("POST", f"/v1/insights/struggles/{struggle_id}/accept", {}, ADMIN).status_code == 404


def test_erased_conversations_leave_the_struggles(served: Served, tmp_path: Path) -> None:
    gone = _struggle(served)["examples"][0]["conversation_id"]
    served.ok("DELETE", f"/v1/conversations/{gone}")
    assert gone not in {e["conversation_id"] for e in _struggle(served)["examples"]}
