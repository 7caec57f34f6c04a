"""Who somebody is: proven by a code or an order's details, guessed by nobody, and not to be found out by asking.

One file: a way to prove something is tried with every way to guess it, on the same services."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.in_process import JumpingClock, in_process
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import PENDING_ORDER, customer_id, order_id
from tests.service import Talk, customer_token, text_of

UNKNOWN = "W99999999"  # no order of the recording back office
POSTCODE = "04101"  # of every order of the recording back office


def mail_of(number: int) -> str:
    return f"robin{number}@example.com"


def guest(service: FaultService) -> Talk:
    return service.talk(consent=True, region="US")


def status_of(answer: dict[str, Any]) -> str:
    return str(answer["turn"]["tool_calls"][-1]["status"])


def is_let_in(talk: Talk) -> bool:
    """Whether this conversation may change the account."""
    return bool(talk.do("update_account", phone="+1 415 555 2671")["turn"]["outcome"] == "asked_for_confirmation")


def tracks(talk: Talk, order: str) -> bool:
    return bool(talk.do("track_order", order_id=order)["turn"]["outcome"] == "answered")


def wrong(code: str, by: int = 1) -> str:
    return f"{(int(code) + by) % 1_000_000:06d}"


def test_a_code_proves_an_account_also_after_two_slips(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    talk = guest(single)
    asked = talk.do("refund_order", order_id=order_id(number, 0), reason="damaged")
    assert status_of(asked) == "needs_identity"
    assert "six-digit code" in text_of(talk.do("verify", email=mail_of(number)))
    code = office.code_to(customer_id(number))
    for by in (1, 2):
        assert status_of(talk.do("verify", code=wrong(code, by))) == "needs_identity"
    quoted = talk.say(f"ok the code is {code[:3]} {code[3:]}")
    assert [(c["name"], c["status"]) for c in quoted["turn"]["tool_calls"]] == [
        ("verify", "succeeded"),
        ("refund_order", "needs_confirmation"),
    ], "what wanted the proof goes on in the same turn"
    assert talk.do("confirm")["turn"]["outcome"] == "action_done"
    assert office.done("refund")[order_id(number, 0)] == 1

    assert status_of(guest(single).do("verify", code=code)) == "needs_identity", "it is of its conversation only"


def test_a_code_that_was_sent_is_kept_nowhere_in_clear(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    guest(single).do("verify", email=mail_of(number))
    code = office.code_to(customer_id(number)).encode()
    assert [name for name, left in single.stored_bytes().items() if code in left] == []


def test_a_proven_order_opens_the_account_by_a_code_that_it_sends_itself(
    single: FaultService, office: OfficeProcess
) -> None:
    number = office.new_customer()
    talk, order = guest(single), order_id(number, PENDING_ORDER)
    talk.say(f"Please cancel order {order}, I ordered it by mistake")
    asked = talk.say(POSTCODE)
    assert status_of(asked) == "needs_identity"
    quoted = talk.say(office.code_to(customer_id(number)))
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order, quoted
    assert status_of(talk.do("confirm")) == "succeeded"


def test_guesses_are_counted_over_conversations_and_restarts(new_service: NewService, office: OfficeProcess) -> None:
    service = new_service().start()
    number = office.new_customer()
    order, other = order_id(number, 0), order_id(office.new_customer(), 0)
    for n in range(4):
        talk = guest(service)
        for k in range(2):
            given = {"postcode": f"1{n}{k}00"} if n % 2 else {"email": f"guess{n}{k}@example.com"}
            last = talk.do("verify", order_id=order, **given)
    assert status_of(last) == "refused"
    assert last["turn"]["tool_calls"][0]["result"]["code"] == "over_limit"
    assert "hour" in text_of(last)
    assert "person" in text_of(last)
    service.kill()
    service.restart()
    for given in ({"postcode": POSTCODE}, {"email": mail_of(number)}):
        talk = guest(service)
        talk.do("verify", order_id=order, **given)
        assert not tracks(talk, order), "a right one comes too late, and learns nothing"
    talk = guest(service)
    talk.say(f"where is order {order}? my postcode is {POSTCODE}")
    assert not tracks(talk, order)
    # Of the same account another order: held as well, in the words of a wrong proof, so that nobody learns whose it is.
    talk = guest(service)
    same = talk.do("verify", order_id=order_id(number, 1), postcode=POSTCODE)
    unknown = guest(service).do("verify", order_id=UNKNOWN, postcode=POSTCODE)
    assert (text_of(same), status_of(same)) == (text_of(unknown), status_of(unknown))
    assert not tracks(talk, order_id(number, 1))
    talk = guest(service)
    talk.do("verify", order_id=other, postcode=POSTCODE)
    assert tracks(talk, other), "somebody else is not in their way"


def test_codes_cannot_be_guessed_in_one_conversation_after_the_other(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    for n in range(3):
        talk = guest(single)
        talk.do("verify", email=mail_of(number))
        code = office.code_to(customer_id(number))
        for k in range(3):
            talk.do("verify", code=wrong(code, 1 + 3 * n + k))
    held = talk.do("verify", code=office.code_to(customer_id(number)))
    assert status_of(held) == "refused"
    assert not is_let_in(talk)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_at_most_three_mails_reach_an_account_however_they_are_asked_for(
    database: str, single_on: Callable[[str], FaultService], office: OfficeProcess
) -> None:
    service = single_on(database)
    at_once, mixed, proven = office.new_customer(), office.new_customer(), office.new_customer()
    with ThreadPoolExecutor(6) as pool:
        talks = [guest(service) for _ in range(6)]
        answers = list(pool.map(lambda t: t.do("verify", email=mail_of(at_once)), talks))
    assert sorted(status_of(a) for a in answers) == ["needs_identity"] * 3 + ["refused"] * 3

    for ask in ("verify", "send_password_reset"):
        for spelled in (mail_of(mixed), f" {mail_of(mixed).upper()} "):
            last = guest(service).do(ask, email=spelled)
    signed_in = service.signed_in(customer_id(mixed), region="US").do("send_password_reset")
    assert (status_of(last), status_of(signed_in)) == ("refused", "refused")
    words = guest(service).say(f"I forgot my password, my e-mail is {mail_of(mixed)}")
    assert "send_code" not in str(words)

    for which in range(5):  # the code that a wish for money sends after an order was proven
        talk = guest(service)
        talk.do("verify", order_id=order_id(proven, which), postcode=POSTCODE)
        last = talk.do("refund_order", order_id=order_id(proven, which), reason="damaged")
    assert last["turn"]["outcome"] == "action_refused"
    time.sleep(1.5)  # for the mails that should not be
    assert [len(office.mails_to(customer_id(n))) for n in (at_once, mixed, proven)] == [3, 3, 3]


def seen(talk: Talk, answer: dict[str, Any]) -> str:
    """What somebody who asks can see of an answer."""
    turn, state = answer["turn"], talk.state()
    told = [[m["role"], m["text"], [a["label"] for a in m["actions"]]] for m in answer["messages"]]
    shown = (turn["outcome"], turn["status"], turn["failures"], state["status"], state["failures"], state["pending_action"])
    return f"{told} {shown} {[(c['name'], c['status'], c['result']) for c in turn['tool_calls']]}"


CLAIMS: list[Callable[[Talk, str], dict[str, Any]]] = [
    lambda t, order: t.do("track_order", order_id=order),
    lambda t, order: t.do("refund_order", order_id=order, reason="damaged"),
    lambda t, order: t.do("update_account", email="new.address@example.com"),
    lambda t, order: t.do("send_password_reset"),
    lambda t, order: t.do("verify", order_id=order),
    lambda t, order: t.do("verify", code="000000"),
    lambda t, order: t.say("Where is my order?"),
    lambda t, order: t.say("000000"),
    lambda t, order: t.say("Did you find my account?"),
]


@pytest.mark.parametrize("step", range(len(CLAIMS)))
def test_a_claimed_address_changes_no_answer(step: int, single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    order, answers = order_id(number, 0), []
    for address in (mail_of(number), f"nobody{number}@example.com"):
        talk = guest(single)
        first = seen(talk, talk.do("verify", email=address))
        answers.append(f"{first} {seen(talk, CLAIMS[step](talk, order))}")
    assert answers[0].replace(order, "ORDER") == answers[1].replace(order, "ORDER")


def test_with_an_order_of_ones_own_a_claim_tells_nothing_of_the_claimed_ones(
    single: FaultService, office: OfficeProcess
) -> None:
    own, other = office.new_customer(), office.new_customer()
    views = []
    for claimed in (mail_of(other), "nobody@example.com"):
        for asked in (order_id(other, 0), UNKNOWN):
            talk = guest(single)
            talk.do("verify", order_id=order_id(own, 0), postcode=POSTCODE)
            talk.do("verify", email=claimed)
            views.append(seen(talk, talk.do("track_order", order_id=asked)).replace(asked, "ORDER"))
    assert len(set(views)) == 1


def test_in_one_conversation_each_order_asked_for_by_a_form_gets_the_same_answer(
    single: FaultService, office: OfficeProcess
) -> None:
    """The claimed account's, and one that does not exist; and the same form again and again does bring in a person."""
    own, other = office.new_customer(), office.new_customer()
    talk = guest(single)
    talk.do("verify", order_id=order_id(own, 0), postcode=POSTCODE)
    talk.do("verify", email=mail_of(other))
    asked = (order_id(other, 0), order_id(other, 1), UNKNOWN)
    views = {seen(talk, talk.do("track_order", order_id=one)).replace(one, "ORDER") for one in asked}
    assert len(views) == 1, views
    again = [talk.do("track_order", order_id=UNKNOWN)["turn"]["failures"] for _ in range(2)]
    assert again == [1, 2]


@pytest.mark.parametrize("name", ["verify", "send_password_reset"])
def test_a_slow_mail_does_not_tell_a_known_address(name: str, single: FaultService, office: OfficeProcess) -> None:
    office.behave(delay_after=0.4)
    took: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(3):
        number = office.new_customer()
        for is_known in (True, False):
            talk = guest(single)
            began = time.monotonic()
            talk.do(name, email=mail_of(number) if is_known else f"nobody{number}@example.com")
            took[is_known].append(time.monotonic() - began)
    assert min(took[True]) - min(took[False]) < 0.15, took


def test_a_code_is_sent_once_though_the_process_dies_before_it_left(single: FaultService, office: OfficeProcess) -> None:
    """And when it dies while it sends: the ledger finds its own entry, and asks before it sends again."""
    for step in ("committed", "intended", "executed"):
        number = office.new_customer()
        talk = guest(single)
        single.crash_at(step)  # type: ignore[arg-type]  # a literal of the loop
        with contextlib.suppress(httpx.TransportError):  # the answer may be told before the mail is on its way
            talk.do("verify", email=mail_of(number))
        assert single.ended_by(20) == -9
        single.restart()
        code = office.code_to(customer_id(number), limit=20)
        assert talk.do("verify", code=code)["turn"]["tool_calls"][0]["status"] == "succeeded", step
        assert len(office.mails_to(customer_id(number))) == 1, step


def test_after_its_end_a_sign_in_moves_no_money_and_a_code_begins_anew(single: FaultService, office: OfficeProcess) -> None:
    number = office.new_customer()
    order = order_id(number, 0)
    token = customer_token(customer_id(number), exp=int(time.time()) + 3)
    early = [single.talk(customer_token=token, consent=True, region="US") for _ in range(4)]
    quoted = early[0].do("refund_order", order_id=order, reason="damaged")
    assert quoted["turn"]["outcome"] == "asked_for_confirmation"
    time.sleep(3.2)
    late = [
        early[0].do("confirm"),
        early[1].do("refund_order", order_id=order, reason="damaged"),
        early[2].do("update_account", email="new.address@example.com"),
        early[3].do("delete_account"),
    ]
    assert [status_of(a) for a in late] == ["needs_identity"] * 4
    assert "sign-in has ended" in text_of(late[0])
    assert early[1].state()["pending_action"] is None
    assert tracks(early[1], order), "looking is no money and no account"
    assert office.done("refund")[order] == 0
    own = office.code_in(early[0].id)
    others = office.code_in(early[1].id)
    wrong = early[0].say(others)
    assert wrong["turn"]["outcome"] == "asked_for_input", "the code of another conversation"
    again = early[0].say(own)
    assert again["turn"]["outcome"] == "asked_for_confirmation", (wrong, again)  # what the yes was for is quoted again
    assert early[0].do("confirm")["turn"]["outcome"] == "action_done"
    assert office.done("refund")[order] == 1


async def test_a_proof_by_code_ends_and_an_hour_later_there_are_tries_again(tmp_path: Path, office: OfficeProcess) -> None:
    clock, number = JumpingClock(), office.new_customer()
    async with in_process(tmp_path / "data", clock, backoffice_url=office.url) as served:
        talk = await served.talk()
        await talk.do("verify", email=mail_of(number))
        await talk.do("verify", code=await asyncio.to_thread(office.code_to, customer_id(number)))
        change = {"phone": "+1 415 555 2671"}
        assert (await talk.do("update_account", **change))["turn"]["outcome"] == "asked_for_confirmation"
        clock.ahead += timedelta(minutes=61)
        asked = await talk.do("confirm")
        assert asked["turn"]["tool_calls"][-1]["status"] == "needs_identity"

        order = order_id(office.new_customer(), 0)
        for k in range(6):
            fresh = await served.talk()
            held = await fresh.do("verify", order_id=order, postcode=f"9000{k}")
        assert held["turn"]["tool_calls"][-1]["status"] == "refused"
        clock.ahead += timedelta(minutes=61)
        fresh = await served.talk()
        assert (await fresh.do("verify", order_id=order, postcode=POSTCODE))["turn"]["outcome"] == "action_done"
