"""kill -9 at random moments while clients write: what was acknowledged is there, once; money moved once."""

import random
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.account import Account
from tests.faults.conftest import LONG, NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import customer_id, order_id
from tests.faults.retrying import GaveUp, Retrying
from tests.service import customer_token

CLIENTS = 6
KILLS = {"sqlite": 200, "postgresql": 60} if LONG else {"sqlite": 5, "postgresql": 3}


class Load:
    """Clients that open conversations, write, and have orders refunded, until they are stopped."""

    def __init__(self, service: FaultService, office: OfficeProcess, account: Account) -> None:
        self._service, self._office, self._account = service, office, account
        self._stop, self._lock = threading.Event(), threading.Lock()
        self.clients = [Retrying(service.url) for _ in range(CLIENTS)]
        self._threads = [threading.Thread(target=self._work, args=(client,), daemon=True) for client in self.clients]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def end(self, seconds: float) -> None:
        """Let what was begun end."""
        self._stop.set()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.1, until - time.monotonic()))
        for client in self.clients:
            client.stop.set()
        for thread in self._threads:
            thread.join(10)
        for client in self.clients:
            client.close()

    def _work(self, client: Retrying) -> None:
        while not self._stop.is_set():
            try:
                self._visit(client)
            except GaveUp:
                continue

    def _visit(self, client: Retrying) -> None:
        with self._lock:
            number = self._office.new_customer()
        body = {"customer_token": customer_token(customer_id(number)), "consent": True, "region": "US"}
        made = client.post("/v1/conversations", body)
        path, token = f"/v1/conversations/{made['id']}/messages", made["token"]

        def send(body: dict[str, Any], text: str | None = None) -> dict[str, Any] | None:
            try:
                answer = client.post(path, body, token)
            except GaveUp:
                answer = None
            if text:
                self._account.says(made, text, answer)
            return answer

        for part in range(2):
            send({"text": f"note {number} part {part} about the parcel"}, f"note {number} part {part} about the parcel")
        order = order_id(number, 0)
        quote = send({"action": {"name": "refund_order", "arguments": {"order_id": order, "reason": "damaged"}}})
        if quote and quote["turn"]["outcome"] == "asked_for_confirmation":
            pressed = next(b["label"] for b in quote["messages"][-1]["actions"] if b["kind"] == "confirm")
            self._account.refunds_order(order, send({"action": {"name": "confirm", "arguments": {}}}, pressed))


def broken_promises(service: FaultService, office: OfficeProcess, kills: int) -> tuple[Account, list[str]]:
    account = Account()
    office.behave(delay_after=0.02)
    load = Load(service, office, account)
    load.start()
    chance = random.Random(kills)
    for _ in range(kills):
        time.sleep(chance.uniform(0.2, 1.0))
        service.restart()
    time.sleep(0.5)
    load.end(seconds=30)
    found = account.violations(service, office)
    found += [f"an answer {status}" for client in load.clients for status in client.refused]
    return account, found


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost_and_nothing_is_done_twice(
    database: str, single_on: Callable[[str], FaultService], office: OfficeProcess
) -> None:
    account, found = broken_promises(single_on(database), office, KILLS[database])
    acknowledged = sum(said.answer is not None for said in account.said)
    refunded = sum(told for _, told in account.refunds)
    print(f"{database}: {KILLS[database]} kills, {acknowledged} messages and {refunded} refunds acknowledged")  # noqa: T201 (-s)
    assert found == []
    assert acknowledged >= 5 * KILLS[database]
    assert refunded >= KILLS[database]


def test_a_message_that_was_lost_is_noticed(new_service: NewService, office: OfficeProcess) -> None:
    service = new_service("answers_before_storing").start()
    _, found = broken_promises(service, office, 1)
    assert any(violation.startswith(("lost", "answered otherwise")) for violation in found)
