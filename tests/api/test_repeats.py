"""The same request twice has one effect and one answer."""

import hashlib
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from api.schemas.conversations import MessageBody
from tests.service import AGENT, Served, customer_token


def test_a_repeated_message_is_answered_once_and_marked(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    key = str(uuid4())
    with ThreadPoolExecutor(5) as pool:
        answers = list(
            pool.map(lambda _: talk.post({"text": "How long does delivery take?", "client_message_id": key}), range(5))
        )
    assert {a.status_code for a in answers} == {200}
    assert all(a.json() == answers[0].json() for a in answers)
    assert sum(a.headers.get("idempotent-replayed") == "true" for a in answers) == 4
    assert [m["role"] for m in talk.transcript()] == ["assistant", "customer", "assistant"]
    other = talk.post({"text": "something else", "client_message_id": key})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_the_header_outweighs_the_message_id(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    first = talk.post({"text": "hello", "client_message_id": "a"}, **{"Idempotency-Key": "h1"})
    again = talk.post({"text": "hello", "client_message_id": "b"}, **{"Idempotency-Key": "h1"})
    assert first.json() == again.json()


def test_a_conversation_opened_twice_under_one_key_is_one(demo: Served) -> None:
    key = str(uuid4())
    made = [demo.call("POST", "/v1/conversations", {"region": "US"}, **{"Idempotency-Key": key}).json() for _ in range(3)]
    assert len({m["id"] for m in made}) == len({m["token"] for m in made}) == 1


@pytest.mark.parametrize("key", ["order-chat-1", "1", "k" * 21])
def test_an_anonymous_opening_by_a_key_that_can_be_guessed_is_refused(demo: Served, key: str) -> None:
    """Whoever knows it would be given the conversation and its token."""
    refused = [demo.call("POST", "/v1/conversations", {"region": "US"}, **{"Idempotency-Key": key}) for _ in range(2)]
    assert {(r.status_code, r.json()["code"]) for r in refused} == {(400, "validation_failed")}
    assert refused[0].json()["errors"][0]["field"] == "Idempotency-Key"
    body = {"region": "US", "customer_token": customer_token("C0001")}
    assert demo.call("POST", "/v1/conversations", body, **{"Idempotency-Key": f"{uuid4()}"[:20]}).status_code == 201


def test_an_agents_message_is_sent_once_a_key(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    handoff = talk.ask_for_person()["id"]
    demo.call("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    sent = [
        demo.call("POST", f"/v1/handoffs/{handoff}/messages", {"text": "One moment."}, AGENT, **{"Idempotency-Key": "m1"})
        for _ in range(3)
    ]
    assert [s.status_code for s in sent] == [201] * 3
    assert sum(m["text"] == "One moment." for m in talk.transcript()) == 1


def test_messages_sent_at_once_are_each_answered_in_order(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: talk.post({"text": f"where is parcel number {i}?"}), range(16)))
    assert {a.status_code for a in answers} == {200}
    transcript = talk.transcript()
    assert sorted(m["text"] for m in transcript if m["role"] == "customer") == sorted(
        f"where is parcel number {i}?" for i in range(16)
    )
    seqs = [m["seq"] for m in transcript]
    assert seqs == sorted(set(seqs))


def test_a_body_cannot_be_guessed_from_what_is_kept_of_it(demo: Served) -> None:
    """There are few social security numbers: whoever has the database could try them all against a plain hash."""
    talk = demo.talk(consent=True, region="US")
    body = {"text": "my SSN is 536-22-8712"}
    first = talk.post(body, **{"Idempotency-Key": "s1"})
    with sqlite3.connect(demo.data / "supportgraph.db") as database:
        query = "SELECT request_hash FROM idempotency WHERE conversation_id = ? ORDER BY created_at DESC"
        (kept,) = database.execute(query, [talk.id]).fetchone()
        # As the release before has kept it: the same request is answered by it, and does not run again.
        asked = MessageBody.model_validate(body).model_dump(mode="json", exclude={"client_message_id"})
        older = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        assert kept != older
        database.execute("UPDATE idempotency SET request_hash = ? WHERE request_hash = ?", [older, kept])
    again = talk.post(body, **{"Idempotency-Key": "s1"})
    assert (again.json(), again.headers["idempotent-replayed"]) == (first.json(), "true")
    other = talk.post({"text": "my SSN is 536-22-8713"}, **{"Idempotency-Key": "s1"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_a_key_of_one_customer_is_in_nobody_elses_way(demo: Served) -> None:
    opened = [
        demo.call("POST", "/v1/conversations", {"customer_token": customer_token(who)}, **{"Idempotency-Key": "1"})
        for who in ("C0001", "C0002")
    ]
    assert [made.status_code for made in opened] == [201, 201]
    assert len({made.json()["id"] for made in opened}) == 2


@pytest.mark.parametrize("text", ["\u200b\u200b", " \u00a0\u2060", "\u0007"])
def test_what_shows_nothing_is_no_message(demo: Served, text: str) -> None:
    refused = demo.talk(consent=True, region="US").post({"text": text})
    assert (refused.status_code, refused.json()["code"]) == (400, "validation_failed")
