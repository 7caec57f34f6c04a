"""Scores of real conversations: by the job, over HTTP, on the command line; what people say of them; and that they go with them."""

import csv
import io
import os
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any
from unittest import mock

import pytest
from click.testing import CliRunner

from domain.clock import utc_now
from domain.scores import DIMENSIONS
from records.engine.session import Database
from supportgraph.building.job_kinds import scoring_of
from supportgraph.cli import main
from tests.service import AGENT, ENGINEER, SECOND_AGENT, Served, Talk

ASK = "How long does delivery take?"


@pytest.fixture
async def database(demo: Served) -> AsyncIterator[Database]:
    async with demo.records() as opened:
        yield opened


def closed(talk: Talk) -> Talk:
    talk.served.ok("POST", f"/v1/conversations/{talk.id}/close", {}, talk.token)
    return talk


def values(demo: Served, talk: Talk) -> dict[str, Any]:
    found = demo.ok("GET", f"/v1/conversations/{talk.id}/score", key=AGENT)
    return {name: found["score"]["verdicts"][name]["value"] for name in DIMENSIONS}


@pytest.fixture(scope="module")
def answered(demo: Served) -> Talk:
    talk = demo.talk(consent=True, region="US")
    talk.say(ASK)
    return closed(talk)


@pytest.fixture(scope="module")
def failed(demo: Served) -> Talk:
    talk = demo.talk(consent=True, region="US")
    talk.say("blorp zindle frap")
    talk.say("vundle crimp dasko")
    return closed(talk)


@pytest.fixture(scope="module")
def command(demo: Served) -> Iterator[CliRunner]:
    with mock.patch.dict(os.environ, {"SUPPORTGRAPH_DATA_DIR": str(demo.data)}):
        yield CliRunner()


def test_a_conversation_is_scored_from_its_records(demo: Served, answered: Talk, failed: Talk) -> None:
    good, bad = values(demo, answered), values(demo, failed)
    assert good == {
        "answered": 1, "right_source": 1, "promise_kept": None, "tone": 1, "effort": 1, "compliance": 1
    }  # fmt: skip
    assert (bad["answered"], bad["effort"], bad["compliance"]) == (0, 0, 1)
    still = demo.talk(consent=True, region="US")
    assert demo.ok("GET", f"/v1/conversations/{still.id}/score", key=AGENT)["is_final"] is False
    assert demo.call("GET", "/v1/conversations/nobody/score", key=AGENT).status_code == 404


def test_a_cancelled_order_has_its_yes_and_its_receipt(demo: Served) -> None:
    order = demo.orders("pending")[0]
    talk = demo.signed_in(order["customer_id"])
    talk.do("cancel_order", order_id=order["id"], reason="ordered_by_mistake")
    talk.do("confirm")
    found = values(demo, closed(talk))
    assert (found["answered"], found["promise_kept"], found["compliance"]) == (1, 1, 1)


def test_a_person_who_came_kept_the_promise(demo: Served) -> None:
    came, waits = (demo.talk(consent=True, region="US") for _ in range(2))
    handoff = came.ask_for_person()["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    demo.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": "What can I do for you?"}, AGENT)
    demo.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": "close"}, AGENT)
    waits.ask_for_person()
    assert (values(demo, came)["answered"], values(demo, came)["promise_kept"]) == (1, 1)
    assert (values(demo, waits)["answered"], values(demo, waits)["promise_kept"]) == (None, None)


async def test_what_ended_is_scored_once_and_again_when_something_came(
    demo: Served, answered: Talk, database: Database
) -> None:
    service = scoring_of(database, utc_now)
    await service.score_due()
    assert await service.due() == []
    message = next(m for m in answered.transcript() if m["citations"])
    flag = {"reason": "wrong", "correction": "It is five days."}
    made = demo.ok("POST", f"/v1/messages/{message['id']}/flags", flag, AGENT)["flag"]
    assert await service.due() == [answered.id]
    await service.score_due()
    assert await service.due() == []
    found = demo.ok("GET", "/v1/insights/scores/conversations?dimension=right_source&reason=flagged")["items"]
    assert [one["id"] for one in found] == [answered.id]
    assert found[0]["wrong"]["right_source"] == "flagged"
    demo.ok("POST", f"/v1/kb/flags/{made['id']}/resolve", {"dismiss": "It is right."})
    await service.score_due()
    assert demo.ok("GET", "/v1/insights/scores/conversations?dimension=right_source")["items"] == []


async def test_the_service_scores_by_itself_what_has_ended(demo: Served, database: Database) -> None:
    """What the maintenance of any process does; the queue of the one that serves takes the job."""
    service = scoring_of(database, utc_now)
    await service.score_due()
    await service.schedule()
    before = demo.ok("GET", "/v1/jobs?kind=score_conversations")["items"]
    talk = demo.talk(consent=True, region="US")
    talk.say(ASK)
    closed(talk)
    assert await service.due() == [talk.id]
    await service.schedule()
    await service.schedule()  # one is under way
    assert len(_done(demo)) == len(before) + 1
    assert await service.due() == []


def _done(demo: Served) -> list[Any]:
    """The jobs, once none is under way."""
    deadline = time.monotonic() + 20
    while True:
        jobs: list[Any] = demo.ok("GET", "/v1/jobs?kind=score_conversations")["items"]
        if all(job["status"] == "succeeded" for job in jobs) or time.monotonic() > deadline:
            return jobs
        time.sleep(0.1)


def test_people_say_otherwise_and_may_change_it(demo: Served, answered: Talk, command: CliRunner) -> None:
    path = f"/v1/conversations/{answered.id}/score/review"
    body = {"dimension": "tone", "value": 0, "note": "cold, write to ana@example.com"}
    first = demo.ok("POST", path, body, AGENT)["readings"]
    assert [(r["by"], r["dimension"], r["value"]) for r in first] == [("Ana", "tone", 0)]
    assert "[EMAIL_1]" in first[0]["note"]
    demo.ok("POST", path, {"dimension": "tone", "value": 1}, SECOND_AGENT)
    changed = demo.ok("POST", path, {"dimension": "tone", "value": None}, AGENT)["readings"]
    assert {(r["by"], r["value"]) for r in changed} == {("Ben", 1), ("Ana", None)}
    log = demo.ok("GET", f"/v1/audit-log?kind=score_read&subject=conversation:{answered.id}")["items"]
    assert [(e["actor"], e["detail"]["value"]) for e in log] == [("Ana", None), ("Ben", 1), ("Ana", 0)]
    assert command.invoke(main, ["scores"]).exit_code == 0  # scores what is left
    people = {d["dimension"]: d["people"] for d in demo.ok("GET", "/v1/insights/scores")["dimensions"]}
    assert (people["tone"]["n"], people["tone"]["same"]) == (2, 1)
    assert people["effort"]["n"] == 0


@pytest.mark.parametrize(
    "body", [{"dimension": "tone"}, {"dimension": "taste", "value": 1}, {"dimension": "tone", "value": 2}, {}]
)
def test_a_reading_of_something_else_is_refused(demo: Served, answered: Talk, body: dict[str, Any]) -> None:
    assert demo.call("POST", f"/v1/conversations/{answered.id}/score/review", body, AGENT).status_code == 400


def test_the_report_counts_what_was_scored(demo: Served, failed: Talk, command: CliRunner) -> None:
    told = command.invoke(main, ["scores"])
    assert told.exit_code == 0, told.output
    assert "too few to say" in told.output
    report = demo.ok("GET", "/v1/insights/scores", key=ENGINEER)
    assert report["not_scored"] == 0
    assert f"{report['conversations']} conversations by rules {report['rules_version']}" in told.output
    assert failed.id in {one["id"] for one in report["lowest"]}
    effort = next(d for d in report["dimensions"] if d["dimension"] == "effort")
    assert effort["rate"]["n"] + effort["not_applicable"] == report["conversations"]
    assert sum(effort["reasons"].values()) == effort["rate"]["n"] - effort["rate"]["count"]
    assert demo.ok("GET", "/v1/insights/scores?to=2020-01-01T00:00:00Z&from=2019-01-01T00:00:00Z")["conversations"] == 0
    table = list(csv.DictReader(io.StringIO(command.invoke(main, ["scores", "--csv"]).output)))
    assert len(table) == report["conversations"]
    row = next(row for row in table if row["conversation_id"] == failed.id)
    assert (row["answered"], row["promise_kept"], row["effort"]) == ("0", "", "0")
    assert command.invoke(main, ["scores", "--from", "yesterday"]).exit_code == 2


def test_the_pages_of_a_list_are_all_of_it(demo: Served, failed: Talk, command: CliRunner) -> None:
    other = demo.talk(consent=True, region="US")
    other.say("blorp zindle frap")
    other.say("vundle crimp dasko")
    closed(other)
    assert command.invoke(main, ["scores"]).exit_code == 0
    path = "/v1/insights/scores/conversations?dimension=effort"
    whole = [one["id"] for one in demo.ok("GET", path)["items"]]
    assert {failed.id, other.id} <= set(whole)
    assert whole == sorted(whole, reverse=True)
    first = demo.ok("GET", f"{path}&limit=1")
    assert [one["id"] for one in first["items"]] == whole[:1]
    assert demo.ok("GET", f"{path}&after={first['next']}")["items"][0]["id"] == whole[1]


def test_what_was_scored_goes_with_its_conversation(demo: Served, command: CliRunner) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say(ASK)
    closed(talk)
    assert command.invoke(main, ["scores"]).exit_code == 0
    before = demo.ok("GET", "/v1/insights/scores")["conversations"]
    receipt = demo.ok("DELETE", f"/v1/conversations/{talk.id}")
    assert receipt["erased"]["score"] == 1
    assert demo.ok("GET", "/v1/insights/scores")["conversations"] == before - 1
