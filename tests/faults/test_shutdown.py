"""SIGTERM: what runs may end, what does not end is handed over, and the client that asks again gets its answer."""

import contextlib
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.retrying import Retrying
from tests.faults.test_bursts_and_stops import ASKS_THE_MODEL, turn_under_way
from tests.faults.test_every_step import CONFIRM, quoted
from tests.scripted_openai import ScriptedOpenAI


def test_a_turn_that_is_nearly_done_ends_before_the_process(single: FaultService, office: OfficeProcess) -> None:
    talk, order = quoted(single, office, 0, "refund_order", reason="damaged")
    office.behave(delay_after=1.0)
    with ThreadPoolExecutor(1) as pool:
        confirming = pool.submit(talk.post, CONFIRM)
        turn_under_way(talk)
        single.terminate()
        answer = confirming.result()
    assert answer.json()["turn"]["outcome"] == "action_done"
    assert single.ended_by(20) == 0
    assert office.done("refund")[order] == 1


def seconds_until_handed_over(replicas: tuple[FaultService, FaultService], model: ScriptedOpenAI) -> float:
    """How long after SIGTERM to one replica its client has an answer of the other."""
    a, b = replicas
    talk = a.talk(consent=True, region="US")
    model.mode = "hang"
    client = Retrying(a.url, b.url)
    with ThreadPoolExecutor(1) as pool:
        path = f"/v1/conversations/{talk.id}/messages"
        waiting = pool.submit(client.post, path, {"text": ASKS_THE_MODEL}, talk.token)
        turn_under_way(talk)
        time.sleep(0.3)
        a.terminate()
        began = time.monotonic()
        model.mode = "ok"  # for whoever asks from now on: what the stopping one asked still hangs
        answer = waiting.result()
    took = time.monotonic() - began
    assert answer["turn"]["id"] == [m["turn_id"] for m in b.reach(talk).transcript() if m["role"] == "customer"][-1]
    client.close()
    return took


def test_a_turn_of_a_stopped_replica_is_answered_by_the_other_within_seconds(
    pair: tuple[FaultService, FaultService], model: ScriptedOpenAI
) -> None:
    assert seconds_until_handed_over(pair, model) < 10
    assert pair[0].ended_by(20) == 0


def holder_after_the_end(service: FaultService, office: OfficeProcess) -> str | None:
    """Who holds the conversation of a turn that was cut off by SIGTERM."""
    talk, _ = quoted(service, office, 0, "refund_order", reason="damaged")
    office.behave(delay_after=7.0)  # longer than a process waits that hands nothing over
    with ThreadPoolExecutor(1) as pool, contextlib.suppress(httpx.TransportError):
        confirming = pool.submit(talk.post, CONFIRM)
        turn_under_way(talk)
        service.terminate()
        service.ended_by(20)
        confirming.result()
    with contextlib.closing(sqlite3.connect(service.data / "supportgraph.db")) as database:
        (holder,) = database.execute("SELECT lease_owner FROM conversation WHERE id = ?", (talk.id,)).fetchone()
    return str(holder) if holder else None


def test_a_stopped_process_holds_no_conversation(new_service: NewService, office: OfficeProcess) -> None:
    assert holder_after_the_end(new_service(shutdown_seconds="1").start(), office) is None


def test_a_process_that_ends_without_handing_over_is_noticed(new_service: NewService, office: OfficeProcess) -> None:
    assert holder_after_the_end(new_service("ends_at_once", shutdown_seconds="1").start(), office) is not None
