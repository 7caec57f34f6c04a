"""The same thing asked for at once, by many or twice: one of them decides, all learn what happened."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import LARGE_ORDER
from tests.faults.test_every_step import CONFIRM, quoted
from tests.service import AGENT, SECOND_AGENT

Replicas = tuple[FaultService, FaultService]


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest) -> Replicas:
    """Two ends to talk to: of one process on SQLite, of two replicas on PostgreSQL."""
    if request.param == "postgresql":
        replicas: Replicas = request.getfixturevalue("pair")
        return replicas
    single: FaultService = request.getfixturevalue("single")
    return single, single


def at_once(*calls: Callable[[], httpx.Response]) -> list[httpx.Response]:
    with ThreadPoolExecutor(len(calls)) as pool:
        return [done.result() for done in [pool.submit(call) for call in calls]]


def answers_to_a_crowd(both: Replicas, count: int = 16) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The answers to messages sent at once to one conversation, each twice under one key; and its transcript."""
    talk = both[0].talk(consent=True, region="US")
    doors = (talk, both[1].reach(talk))
    bodies = [{"text": f"Where is parcel number {i // 2}?", "client_message_id": str(i // 2)} for i in range(count)]
    responses = at_once(*(lambda i=i, body=body: doors[i % 2].post(body) for i, body in enumerate(bodies)))
    assert [r.status_code for r in responses] == [200] * count
    return [r.json() for r in responses], talk.transcript()


def test_a_crowd_of_messages_is_kept_once_in_order_and_each_is_answered_once(both: Replicas) -> None:
    answers, transcript = answers_to_a_crowd(both)
    assert answers[0::2] == answers[1::2], "the same key has the same answer at either end"
    assert [m["seq"] for m in transcript] == list(range(1, len(transcript) + 1))
    said = [m for m in transcript if m["role"] == "customer"]
    assert len({m["text"] for m in said}) == len(said) == 8
    # One answer may be two messages: what was asked again comes with the offer of a person.
    turns = list(dict.fromkeys(m["turn_id"] for m in transcript if m["role"] == "assistant"))[1:]
    assert turns == [m["turn_id"] for m in said], "answered in the order in which they were accepted, each once"
    assert {a["turn"]["id"] for a in answers} == set(turns)


def test_a_yes_said_many_times_at_once_pays_once(both: Replicas, office: OfficeProcess) -> None:
    talk, order = quoted(both[0], office, 0, "refund_order", reason="damaged")
    doors = (talk, both[1].reach(talk))
    answers = at_once(*(lambda door=doors[i % 2]: door.post(CONFIRM) for i in range(8)))
    outcomes = sorted(a.json()["turn"]["outcome"] for a in answers)
    assert outcomes == ["action_done", *["action_refused"] * 7]
    assert office.done("refund")[order] == 1


def claimed(both: Replicas) -> list[httpx.Response]:
    """Two people claim one hand-off at once."""
    handoff = both[0].talk(consent=True, region="US").ask_for_person()["id"]
    path = f"/v1/handoffs/{handoff}/claim"
    return at_once(
        *(lambda s=s, key=key: s.call("POST", path, {}, key) for s, key in zip(both, (AGENT, SECOND_AGENT), strict=True))
    )


def test_a_handoff_is_in_one_pair_of_hands(both: Replicas) -> None:
    responses = claimed(both)
    assert sorted(r.status_code for r in responses) == [200, 409]
    assert next(r.json() for r in responses if r.status_code == 409)["code"] == "already_claimed"


def decided(both: Replicas, office: OfficeProcess, *actions: str) -> tuple[list[httpx.Response], int]:
    """The holder of an approval decides several things at once; and how often it was refunded."""
    talk, order = quoted(both[0], office, LARGE_ORDER, "refund_order", reason="damaged")
    talk.do("confirm")
    handoff = talk.state()["handoff"]["id"]
    both[0].call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    path = f"/v1/handoffs/{handoff}/resume"
    calls = (lambda i=i, a=a: both[i % 2].call("POST", path, {"action": a}, AGENT) for i, a in enumerate(actions))
    return at_once(*calls), office.done("refund")[order]


def test_a_decision_made_twice_at_once_is_one_decision(both: Replicas, office: OfficeProcess) -> None:
    responses, paid = decided(both, office, *["approve"] * 4)
    assert [r.status_code for r in responses] == [200] * 4
    assert all(r.json() == responses[0].json() for r in responses)
    assert paid == 1


def test_of_two_decisions_made_at_once_one_holds(both: Replicas, office: OfficeProcess) -> None:
    responses, paid = decided(both, office, "approve", "reject")
    assert sorted(r.status_code for r in responses) == [200, 409]
    assert paid == int(responses[0].status_code == 200)
    assert next(r.json() for r in responses if r.status_code == 409)["code"] == "already_resumed"


def test_what_two_did_at_once_is_noticed(new_service: NewService, office: OfficeProcess) -> None:
    careless = new_service("anyone_may_claim", "forgets_request_keys").start()
    _, transcript = answers_to_a_crowd((careless, careless))
    assert sum(m["role"] == "customer" for m in transcript) > 8
    assert [r.status_code for r in claimed((careless, careless))] == [200, 200]
    careless.end()
    forgetful = new_service("resumes_as_often_as_asked").start()
    responses, _ = decided((forgetful, forgetful), office, "approve", "reject")
    assert sorted(r.status_code for r in responses) != [200, 409]
