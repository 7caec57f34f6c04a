"""The process dies at each named step of a turn that acts; the client repeats its request; the deed is done once."""

import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from graphs.engine.crash_points import STEPS, Step
from tests.faults.account import Account
from tests.faults.conftest import LONG, NewService
from tests.faults.fault_service import FaultService
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import LARGE_ORDER, PENDING_ORDER, customer_id, order_id
from tests.service import AGENT, Talk

CONFIRM = {"action": {"name": "confirm", "arguments": {}}}
NEW_ADDRESS = {"line1": "9 Elm Road", "city": "Boston", "state": "MA", "postcode": "02108", "country": "US"}
ON_POSTGRES: tuple[Step, ...] = STEPS if LONG else ("executed", "commit")
CASES = [*(("sqlite", step) for step in STEPS), *(("postgresql", step) for step in ON_POSTGRES)]


def send_and_die(service: FaultService, talk: Talk, body: dict[str, Any], key: str, step: Step) -> None:
    service.crash_at(step)
    with pytest.raises(httpx.TransportError):
        talk.post(body, **{"Idempotency-Key": key})
    assert service.ended_by(20) == -9


def quoted(service: FaultService, office: OfficeProcess, which: int, action: str, **arguments: object) -> tuple[Talk, str]:
    """A conversation in which an action waits for its confirmation; and the order."""
    number = office.new_customer()
    order = order_id(number, which)
    talk = service.signed_in(customer_id(number), region="US")
    quote = talk.do(action, order_id=order, **arguments)
    assert quote["turn"]["outcome"] == "asked_for_confirmation", quote
    return talk, order


def broken_promises(
    service: FaultService, office: OfficeProcess, step: Step, kind: str = "refund", which: int = 0, **arguments: object
) -> list[str]:
    """Confirm an action, die at ``step``, restart, confirm again under the same key."""
    action = {"refund": "refund_order"}.get(kind, kind)
    talk, order = quoted(service, office, which, action, **arguments)
    pressed = next(b["label"] for b in talk.transcript()[-1]["actions"] if b["kind"] == "confirm")
    key = str(uuid4())
    send_and_die(service, talk, CONFIRM, key, step)
    service.restart()
    response = talk.post(CONFIRM, **{"Idempotency-Key": key})
    found: list[str] = []
    answer = response.json()
    if response.status_code != 200 or answer["turn"]["outcome"] != "action_done":
        found.append(f"the repeat was answered {response.status_code} {answer}")
    else:
        account = Account()
        account.says({"id": talk.id, "token": talk.token}, pressed, answer)
        found += account.violations(service, office)
    if (times := office.done(kind)[order]) != 1:
        found.append(f"done {times} times")
    roles = [m["role"] for m in talk.transcript()]
    if roles != ["assistant", "customer", "assistant", "customer", "assistant"]:
        found.append(f"the transcript is {roles}")
    return found


@pytest.mark.parametrize(("database", "step"), CASES)
def test_a_refund_is_made_once_and_answered_once(
    database: str, step: Step, single_on: Callable[[str], FaultService], office: OfficeProcess
) -> None:
    assert broken_promises(single_on(database), office, step, reason="damaged") == []


@pytest.mark.parametrize("step", STEPS if LONG else ("executed",))
def test_an_address_is_changed_once(step: Step, single: FaultService, office: OfficeProcess) -> None:
    kind = "change_shipping_address"
    assert broken_promises(single, office, step, kind, PENDING_ORDER, address=NEW_ADDRESS) == []


@pytest.mark.parametrize(("variant", "step"), [("new_key_each_try", "executed"), ("forgets_request_keys", "committed")])
def test_a_deed_done_twice_is_noticed(variant: str, step: Step, new_service: NewService, office: OfficeProcess) -> None:
    service = new_service(variant).start()
    assert broken_promises(service, office, step, reason="damaged") != []


# What the resuming turn passes: it is opened by a person's decision, not accepted from a customer.
OF_A_RESUME: tuple[Step, ...] = ("run", "intended", "executed", "recorded", "commit", "committed")


@pytest.mark.parametrize("step", OF_A_RESUME if LONG else ("executed", "commit"))
def test_an_approved_refund_is_made_once(step: Step, single: FaultService, office: OfficeProcess) -> None:
    talk, order = quoted(single, office, LARGE_ORDER, "refund_order", reason="damaged")
    assert talk.do("confirm")["turn"]["tool_calls"][0]["status"] == "needs_approval"
    handoff = talk.state()["handoff"]["id"]
    single.crash_at(step)
    with pytest.raises(httpx.TransportError):
        single.person(handoff, "approve", AGENT)
    assert single.ended_by(20) == -9

    single.restart()
    decided = single.person(handoff, "approve", AGENT)
    assert decided.status_code == 200, decided.text
    assert single.person(handoff, "reject", AGENT).status_code == 409
    assert office.done("refund")[order] == 1
    assert talk.state()["status"] == "open"
    said = [m["text"] for m in talk.transcript()]
    assert said[-1].startswith("Refunded $")
    assert len(said) == len(set(said))


@pytest.mark.parametrize("step", ("accepted", "run", "commit", "committed") if LONG else ("commit",))
def test_a_handoff_is_opened_once(step: Step, single: FaultService) -> None:
    talk = single.talk(consent=True, region="US")
    single.crash_at(step)
    with pytest.raises(httpx.TransportError):
        talk.ask_for_person()
    assert single.ended_by(20) == -9

    single.restart()
    handoff = talk.ask_for_person()  # pressed again, as a new request
    queue = single.call("GET", "/v1/handoffs?status=waiting&limit=200", key=AGENT).json()["items"]
    assert [h["id"] for h in queue if h["conversation_id"] == talk.id] == [handoff["id"]]
    assert talk.state()["status"] == "waiting_for_human"
    told = [m["text"] for m in talk.transcript() if m["role"] != "customer"][1:]
    assert told, "the customer sees that it was opened"
    assert len(told) == len(set(told))


def stays_unanswered(service: FaultService, talk: Talk, limit: float) -> bool:
    until = time.monotonic() + limit
    while time.monotonic() < until:
        if [m["role"] for m in talk.transcript()][-1] != "customer":
            return False
        time.sleep(0.05)
    return True


def test_a_message_whose_client_never_returns_is_answered(single: FaultService) -> None:
    """By the hook of the settings, which counts: the greeting is the first to run."""
    single.end()
    single.set("crash_at", "run:2").restart()
    try:
        talk = single.talk(consent=True, region="US")
        with pytest.raises(httpx.TransportError):
            talk.post({"text": "Where is my parcel?"})
        assert single.ended_by(20) == -9
    finally:
        single.set("crash_at", None)
    single.restart()
    assert not stays_unanswered(single, talk, limit=20)


def test_a_message_left_unanswered_is_noticed(new_service: NewService) -> None:
    service = new_service("takes_nothing_up").start()
    talk = service.talk(consent=True, region="US")
    send_and_die(service, talk, {"text": "Where is my parcel?"}, str(uuid4()), "run")
    service.restart()
    assert stays_unanswered(service, talk, limit=1.5)
