"""Messages that arrive during a turn, and turns that the customer stops."""

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import pytest

from tests.api.test_streams import replay
from tests.faults.conftest import NewService
from tests.faults.crowd import ASKS_THE_MODEL
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import order_id
from tests.faults.test_every_step import CONFIRM, quoted
from tests.scripted_openai import ScriptedOpenAI
from tests.service import Talk


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def during_a_slow_turn(service: FaultService, office: OfficeProcess, pool: ThreadPoolExecutor) -> list[httpx.Response]:
    """The answers to a form that takes a second and to three messages that arrive meanwhile."""
    talk, _ = quoted(service, office, 0, "refund_order", reason="damaged")
    office.behave(reading_delay=1.0)
    slow = {"action": {"name": "refund_order", "arguments": {"order_id": order_id(0, 1), "reason": "damaged"}}}
    sent = [pool.submit(talk.post, slow)]
    time.sleep(0.3)
    for word in ("one", "two", "three"):
        sent.append(pool.submit(talk.post, {"text": f"Where is parcel {word}?"}))
        time.sleep(0.1)
    office.behave()
    return [answer.result() for answer in sent]


def test_messages_during_a_turn_are_each_answered_in_order(
    single: FaultService, office: OfficeProcess, pool: ThreadPoolExecutor
) -> None:
    answers = during_a_slow_turn(single, office, pool)
    assert [a.status_code for a in answers] == [200] * 4
    turns = [a.json()["turn"]["id"] for a in answers]
    assert turns == sorted(set(turns))


def test_a_burst_shares_one_turn_where_that_is_set(
    new_service: NewService, office: OfficeProcess, pool: ThreadPoolExecutor
) -> None:
    service = new_service(merge_bursts="true").start()
    answers = during_a_slow_turn(service, office, pool)
    assert [a.status_code for a in answers] == [200] * 4
    slow, *burst = [a.json() for a in answers]
    assert all(one == burst[0] for one in burst)
    assert burst[0]["turn"]["id"] != slow["turn"]["id"]


def turn_under_way(talk: Talk, seconds: float = 10) -> str:
    """The id of the turn that was accepted and is not answered."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = talk.transcript()[-1]
        if state["role"] == "customer":
            return str(state["turn_id"])
        time.sleep(0.02)
    raise AssertionError("no turn began")


def stop(service: FaultService, talk: Talk, turn_id: str) -> httpx.Response:
    return service.call("POST", f"/v1/conversations/{talk.id}/turns/{turn_id}/stop", key=talk.token)


@pytest.mark.parametrize("where", [0, 1], ids=["where it runs", "on the other replica"])
def test_a_turn_that_waits_for_a_model_is_stopped(
    where: int, pair: tuple[FaultService, FaultService], model: ScriptedOpenAI, pool: ThreadPoolExecutor
) -> None:
    talk = pair[0].talk(consent=True, region="US")
    model.mode = "hang"
    waiting = pool.submit(talk.post, {"text": ASKS_THE_MODEL})
    turn_id = turn_under_way(talk)
    time.sleep(0.5)  # until the model was asked
    began = time.monotonic()
    assert stop(pair[where], talk, turn_id).status_code == 202
    answer = waiting.result().json()
    assert time.monotonic() - began < 5
    assert (answer["turn"]["status"], answer["turn"]["id"]) == ("failed", turn_id)
    assert "stopped" in answer["messages"][0]["text"]
    assert stop(pair[where], talk, turn_id).json()["code"] == "turn_already_done"
    model.release()
    assert talk.say("Where is my parcel?")["turn"]["status"] == "completed"
    assert [name for _, name, _ in replay(talk, "0", 12)].count("turn.completed") >= 2


def stopped_while_it_acts(service: FaultService, office: OfficeProcess, pool: ThreadPoolExecutor) -> tuple[int, str, int]:
    """The status of a stop while the back office is at work, what the turn came to, and how often it was paid."""
    talk, order = quoted(service, office, 0, "refund_order", reason="damaged")
    office.behave(delay_after=1.0)
    confirming: Future[httpx.Response] = pool.submit(talk.post, CONFIRM)
    turn_id = turn_under_way(talk)
    until = time.monotonic() + 5
    while not office.done("refund")[order] and time.monotonic() < until:
        time.sleep(0.02)
    status = stop(service, talk, turn_id).status_code
    outcome = confirming.result().json()["turn"]["outcome"]
    return status, outcome, office.done("refund")[order]


def test_a_turn_that_has_acted_ends_by_itself(single: FaultService, office: OfficeProcess, pool: ThreadPoolExecutor) -> None:
    assert stopped_while_it_acts(single, office, pool) == (409, "action_done", 1)


def test_a_stop_that_hides_a_deed_is_noticed(
    new_service: NewService, office: OfficeProcess, pool: ThreadPoolExecutor
) -> None:
    assert stopped_while_it_acts(new_service("stops_whatever").start(), office, pool) == (202, "error", 1)
