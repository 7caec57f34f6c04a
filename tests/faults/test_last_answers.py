"""Whoever had asked before SIGTERM is answered, 200 or 503 with `Retry-After`, and soon; the same key finds it later, once."""

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import LARGE_ORDER
from tests.faults.test_bursts_and_stops import turn_under_way
from tests.faults.test_every_step import CONFIRM, quoted
from tests.service import AGENT, STAFF

SOON = 4.0  # seconds from the signal to an answer, and to the end of the process
PROBLEM = "application/problem+json"


@dataclass
class Sent:
    """A request that was under way at the signal."""

    service: FaultService
    path: str
    body: dict[str, Any]
    token: str | None
    key: str
    accept: str = "application/json"

    def send(self) -> httpx.Response:
        headers = {"Idempotency-Key": self.key, "Accept": self.accept}
        return self.service.call("POST", self.path, self.body, self.token, **headers)


def is_told_to_ask_again(response: httpx.Response) -> bool:
    told = response.headers["content-type"].startswith(PROBLEM) and response.headers["retry-after"].isdigit()
    return told and response.status_code == 503 and response.json()["code"] == "shutting_down"


def on_their_way(service: FaultService) -> list[Sent]:
    """Requests of every kind that comes to a turn, none of them run yet: where words are masked, that lasts a second."""
    talks = [service.talk(region="US", consent=True) for _ in range(5)]
    paths = [f"/v1/conversations/{talk.id}/messages" for talk in talks]
    words = Sent(service, paths[0], {"text": "Where is my parcel one?"}, talks[0].token, str(uuid4()))
    behind = Sent(service, paths[0], {"text": "Where is my parcel two?"}, talks[0].token, str(uuid4()))
    streamed = Sent(
        service, paths[1], {"text": "Where is my parcel three?"}, talks[1].token, str(uuid4()), accept="text/event-stream"
    )
    form = {"action": {"name": "track_order", "arguments": {}}}
    wish = f"/v1/conversations/{talks[3].id}/handoff"
    others = [
        Sent(service, paths[2], form, talks[2].token, str(uuid4())),
        Sent(service, wish, {}, talks[3].token, str(uuid4())),
        Sent(service, "/v1/conversations", {"region": "US"}, None, str(uuid4())),
    ]
    return [words, words, behind, streamed, *others]


def what_went_wrong(service: FaultService) -> list[str]:
    """Stop the service with requests on their way, start it again and repeat each of them."""
    sent, found = on_their_way(service), []
    with ThreadPoolExecutor(len(sent)) as pool:
        waiting = [pool.submit(one.send) for one in sent]
        time.sleep(0.4)
        service.terminate()
        began = time.monotonic()
        for one, answer in zip(sent, waiting, strict=True):
            try:
                response = answer.result(30)
            except httpx.TransportError as error:
                found.append(f"{one.path}: no answer, {error!r}")
                continue
            if not response.is_success and not is_told_to_ask_again(response):
                found.append(f"{one.path}: {response.status_code} {response.text}")
            if response.is_success and one.accept != "application/json" and "turn.completed" not in response.text:
                found.append(f"{one.path}: the stream ended before its turn")
            if time.monotonic() - began > SOON:
                found.append(f"{one.path}: answered late")
    service.ended_by(20)
    if time.monotonic() - began > SOON + 1:
        found.append("the process ended late")
    service.restart()
    for one in sent:
        again = one.send()
        if not again.is_success:
            found.append(f"{one.path}: {again.status_code} when it was repeated")
    for one in sent[:1]:
        path = f"{one.path}?limit=200"
        said = [m["text"] for m in service.call("GET", path, key=one.token).json()["items"] if m["role"] == "customer"]
        if sorted(said) != ["Where is my parcel one?", "Where is my parcel two?"]:
            found.append(f"the transcript has {said}")
    return found


def test_every_request_on_its_way_is_answered_and_found_again(new_service: NewService) -> None:
    assert what_went_wrong(new_service("slow_masking").start()) == []


def test_requests_that_nobody_waits_for_are_noticed(new_service: NewService) -> None:
    found = what_went_wrong(new_service("slow_masking", "overlooks_who_is_arriving", shutdown_seconds="5").start())
    assert any("answered late" in one for one in found)


def answer_to_half_an_upload(service: FaultService) -> str:
    """What a caller reads who has sent half of a body when the service stops, and never sends the rest."""
    head = (
        f"POST /v1/conversations HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {AGENT}\r\nContent-Type: application/json\r\n"
    )
    with socket.create_connection(("127.0.0.1", service.port), timeout=20) as connection:
        connection.sendall(f'{head}Content-Length: 400\r\n\r\n{{"region": '.encode())
        time.sleep(0.3)
        service.terminate()
        read = b"".join(iter(lambda: connection.recv(65536), b""))
    assert service.ended_by(20) == 0
    return read.decode()


def test_who_is_still_sending_at_the_end_of_the_grace_is_answered_too(new_service: NewService) -> None:
    answer = answer_to_half_an_upload(new_service(shutdown_seconds="0").start()).lower()
    assert answer.startswith("http/1.1 503")
    assert all(word in answer for word in (PROBLEM, "retry-after: 1", "connection: close", '"shutting_down"'))


def test_a_caller_who_is_cut_off_is_noticed(new_service: NewService) -> None:
    answer = answer_to_half_an_upload(new_service("cuts_off_who_waits", shutdown_seconds="0").start())
    assert answer.startswith("HTTP/1.1 500")


@pytest.mark.parametrize("who", ["the customer", "an agent"])
def test_what_outlasts_the_grace_is_answered_503_and_done_once(
    who: str, new_service: NewService, office: OfficeProcess
) -> None:
    """The first request and its repeat wait for the same turn; after the restart both find its one answer."""
    service = new_service(shutdown_seconds="0.5", staff_keys=STAFF).start()
    which = 0 if who == "the customer" else LARGE_ORDER
    talk, order = quoted(service, office, which, "refund_order", reason="damaged")
    send: Callable[[], httpx.Response]
    if who == "the customer":
        send = Sent(service, f"/v1/conversations/{talk.id}/messages", CONFIRM, talk.token, str(uuid4())).send
    else:
        talk.do("confirm")
        handoff = talk.state()["handoff"]["id"]
        service.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
        send = Sent(service, f"/v1/handoffs/{handoff}/resume", {"action": "approve"}, AGENT, str(uuid4())).send
    office.behave(delay_after=3.0)
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(send)]
        if who == "the customer":
            turn_under_way(talk)
        time.sleep(0.5)
        waiting.append(pool.submit(send))
        time.sleep(0.3)
        began = time.monotonic()
        service.terminate()
        assert all(is_told_to_ask_again(answer.result(20)) for answer in waiting)
    assert time.monotonic() - began < SOON
    service.ended_by(20)
    office.behave()
    service.restart()
    answers = [send(), send()]
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert office.done("refund")[order] == 1
