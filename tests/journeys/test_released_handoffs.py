"""What a person took and cannot see through goes back to the queue, in its old place, and the customer is told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.test_streams import read
from tests.service import ADMIN, AGENT, ENGINEER, SECOND_AGENT, Served, Talk


def post(demo: Served, handoff: str, what: str, key: str, body: Any = None) -> httpx.Response:
    return demo.call("POST", f"/v1/handoffs/{handoff}/{what}", body or {}, key)


def waiting(demo: Served) -> list[str]:
    return [h["id"] for h in demo.call("GET", "/v1/handoffs?status=waiting&limit=200", key=AGENT).json()["items"]]


def told_of_the_handoff(talk: Talk, times: int) -> list[str]:
    """The hand-off's statuses as the customer's stream tells them, from its first event on."""
    headers = {"Authorization": f"Bearer {talk.token}"}
    found: list[str] = []
    with talk.served.http.stream("GET", f"/v1/conversations/{talk.id}/events?after=0", headers=headers) as response:
        for _, name, data in read(response, until=""):
            found += [data["status"]] if name == "handoff.updated" else []
            if len(found) == times:
                break
    return found


def large_refund(demo: Served) -> tuple[Talk, str]:
    """A confirmed refund that waits for an approval, and its hand-off."""
    window = datetime.now(UTC) - timedelta(days=25)
    for order in demo.orders("delivered"):
        is_large = order["currency"] == "USD" and float(order["total"]["amount"]) > 200
        if is_large and datetime.fromisoformat(order["delivered_at"]) > window and order["customer_id"] > "C0005":
            talk = demo.signed_in(order["customer_id"], region="US")
            talk.do("refund_order", order_id=order["id"], reason="damaged")
            if talk.do("confirm")["conversation"]["status"] == "waiting_for_approval":
                return talk, talk.state()["handoff"]["id"]
    raise AssertionError("the demo holds no such order")


def test_an_agent_who_has_to_leave_puts_the_customer_back_into_their_place(demo: Served) -> None:
    first, second = (demo.talk(consent=True, region="US") for _ in range(2))
    first_id, second_id = first.ask_for_person()["id"], second.ask_for_person()["id"]
    since = first.state()["handoff"]["waiting_since"]
    post(demo, first_id, "claim", AGENT)
    assert first_id not in waiting(demo)

    released = post(demo, first_id, "release", AGENT)
    assert released.status_code == 200, released.text
    shown = released.json()
    assert (shown["status"], shown["claimed_by"], shown["waiting_since"]) == ("waiting", None, since)
    queue = waiting(demo)
    assert queue.index(first_id) < queue.index(second_id)
    assert first.state()["status"] == "waiting_for_human"
    last = first.transcript()[-1]
    assert (last["role"], last["author"]["name"]) == ("system", "Ana")
    assert last["text"].startswith("Ana had to leave. You're back in the queue")
    assert told_of_the_handoff(first, 3) == ["waiting", "claimed", "waiting"]

    assert post(demo, first_id, "claim", SECOND_AGENT).json()["claimed_by"] == "Ben"
    assert first.say("are you still there?")["turn"]["outcome"] == "relayed_to_human"
    assert post(demo, first_id, "messages", SECOND_AGENT, {"text": "Hello, Ben here."}).status_code == 201


def test_releasing_twice_is_releasing_once(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    handoff = talk.ask_for_person()["id"]
    post(demo, handoff, "claim", AGENT)
    answers = [post(demo, handoff, "release", AGENT) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 200]
    assert all(a.json() == answers[0].json() for a in answers)
    assert sum("had to leave" in m["text"] for m in talk.transcript()) == 1


@pytest.mark.parametrize(
    ("before", "key", "status", "code"),
    [
        ([], AGENT, 409, "not_claimed"),
        ([], ADMIN, 409, "not_claimed"),
        ([("claim", AGENT)], SECOND_AGENT, 403, "forbidden"),
        ([("claim", AGENT)], ENGINEER, 403, "forbidden"),
        ([("claim", AGENT), ("release", AGENT)], SECOND_AGENT, 409, "not_claimed"),
        ([("claim", AGENT), ("release", AGENT), ("claim", SECOND_AGENT)], AGENT, 403, "forbidden"),
        ([("claim", AGENT), ("resume", AGENT)], AGENT, 409, "already_resumed"),
        ([("claim", AGENT), ("resume", AGENT)], ADMIN, 409, "already_resumed"),
    ],
)
def test_who_may_not_release(demo: Served, before: list[tuple[str, str]], key: str, status: int, code: str) -> None:
    handoff = demo.talk(consent=True, region="US").ask_for_person()["id"]
    for what, whose in before:
        body = {"action": "return_to_bot"} if what == "resume" else {}
        assert post(demo, handoff, what, whose, body).status_code == 200
    refused = post(demo, handoff, "release", key)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_hand_off_that_is_not_there_or_a_customers_token(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    handoff = talk.ask_for_person()["id"]
    assert post(demo, "0190-none", "release", AGENT).status_code == 404
    assert post(demo, handoff, "release", talk.token).status_code == 403
    assert post(demo, handoff, "release", AGENT, {"to": "Ben"}).json()["code"] == "validation_failed"


def test_an_admin_frees_what_somebody_else_holds(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    handoff = talk.ask_for_person()["id"]
    post(demo, handoff, "claim", AGENT)
    assert post(demo, handoff, "release", ADMIN).json()["status"] == "waiting"
    assert talk.transcript()[-1]["text"].startswith("Ana had to leave.")
    late = post(demo, handoff, "messages", AGENT, {"text": "I am back, sorry."})
    assert (late.status_code, late.json()["code"]) == (409, "not_claimed")
    decided = post(demo, handoff, "resume", AGENT, {"action": "return_to_bot"})
    assert (decided.status_code, decided.json()["code"]) == (409, "not_claimed")
    assert not any(m["role"] == "agent" for m in talk.transcript())


def test_an_approval_is_released_and_decided_by_another(demo: Served) -> None:
    talk, handoff = large_refund(demo)
    post(demo, handoff, "claim", AGENT)
    assert post(demo, handoff, "release", AGENT).status_code == 200
    assert talk.state()["status"] == "waiting_for_approval"
    assert "the next free person will decide" in talk.transcript()[-1]["text"]
    assert post(demo, handoff, "resume", AGENT, {"action": "approve"}).json()["code"] == "not_claimed"
    post(demo, handoff, "claim", SECOND_AGENT)
    assert post(demo, handoff, "resume", SECOND_AGENT, {"action": "reject", "note": "No photo."}).status_code == 200


@pytest.mark.parametrize(
    ("key", "name", "role"), [(AGENT, "Ana", "agent"), (ADMIN, "Ada", "admin"), (ENGINEER, "Eve", "engineer")]
)
def test_staff_learn_whose_key_they_hold(demo: Served, key: str, name: str, role: str) -> None:
    me = demo.call("GET", "/v1/staff/me", key=key)
    assert (me.status_code, me.json()) == (200, {"name": name, "display_name": name, "role": role})


def test_a_customer_is_not_staff(demo: Served) -> None:
    assert demo.call("GET", "/v1/staff/me", key=demo.talk().token).status_code == 403
    assert demo.call("GET", "/v1/staff/me").status_code == 401
