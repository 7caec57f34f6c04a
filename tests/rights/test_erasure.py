"""Export and erasure, of a customer and of a guest's conversation: the export was whole, nothing is left, others are as they were."""

from typing import Any
from uuid import uuid4

from records.erasure import ERASED
from records.everything import PARTS
from records.tables import metadata
from tests.rights.left import places_of
from tests.service import ADMIN, AGENT, ENGINEER, Served, Talk

ASK = "How long does delivery take?"


class Lived:
    """A conversation that has been through everything: words, comments, a person, a flag that became a case, a form, a refund's quote."""

    def __init__(self, served: Served, tag: str, customer: str | None) -> None:
        self.served = served
        self.words = [
            f"{part}{tag}{uuid4().hex[:8]}"
            for part in ("zorblat", "quimber", "vexolin", "trundik", "lomfary", "squenta", "plimroth")
        ]
        first, second, comment, note, correction, reason, judged = self.words
        self.talk: Talk = served.signed_in(customer) if customer else served.talk(consent=True, region="US")
        self.talk.say(f"the colour of my lamp is {first} and my email is {first}@example.org")
        answer = next(m for m in self.talk.say(ASK)["messages"] if m["citations"])
        self.ok(
            "POST", f"/v1/messages/{answer['id']}/feedback", {"helpful": False, "comment": comment}, self.talk.token, 201
        )
        flag = {"reason": "incomplete", "correction": correction}
        self.flag = self.ok(
            "POST", f"/v1/messages/{answer['id']}/flags", flag, AGENT, 201, **{"Idempotency-Key": uuid4().hex}
        )["flag"]
        wish = {"reason": reason, "email": f"{second}@example.org"}
        handoff = self.ok("POST", f"/v1/conversations/{self.talk.id}/handoff", wish, self.talk.token, 202)["handoff"]["id"]
        self.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
        reply = {"text": f"I see it is {second}"}
        self.ok("POST", f"/v1/handoffs/{handoff}/messages", reply, AGENT, 201, **{"Idempotency-Key": uuid4().hex})
        self.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": "return_to_bot", "note": note}, AGENT)
        score = {"score": 4, "comment": f"{comment} too"}
        key = {"Idempotency-Key": uuid4().hex}
        self.ok("POST", f"/v1/conversations/{self.talk.id}/csat", score, self.talk.token, 201, **key)
        reading = {"dimension": "tone", "value": 0, "note": judged}
        self.ok("POST", f"/v1/conversations/{self.talk.id}/score/review", reading, AGENT, **key)

    def ok(self, method: str, path: str, body: Any, key: str, status: int = 200, **headers: str) -> Any:
        response = self.served.call(method, path, body, key, **headers)
        assert response.status_code == status, response.text
        return response.json()

    def seen(self) -> tuple[Any, Any]:
        return self.talk.transcript(), self.talk.state()


def _kpis(served: Served) -> Any:
    """Without those of what is still open: what was erased has ended."""
    items = served.call("GET", "/v1/kpis", key=ADMIN).json()["items"]
    ended = ("still_open", "ended", "first_contact_resolution_rate")
    return [{name: value for name, value in item.items() if name not in ended} for item in items]


def test_a_customer_is_exported_whole_and_leaves_nothing(kept: Served) -> None:
    lives, other, guest = (
        [Lived(kept, "a", "C0021"), Lived(kept, "b", "C0021")],
        Lived(kept, "o", "C0022"),
        Lived(kept, "g", None),
    )
    words = [word for lived in lives for word in lived.words]
    export = kept.call("GET", "/v1/customers/C0021/export", key=ADMIN)
    assert export.status_code == 200
    assert not [word for word in words if word not in export.text]
    held = export.json()
    assert {c["id"] for c in held["conversations"]} == {lived.talk.id for lived in lives}
    assert {f"{lived.words[0]}@example.org" for lived in lives} <= {
        s["value"] for c in held["conversations"] for s in c["sealed"]
    }
    assert all(c["consents"][0]["granted"] and c["consents"][0]["words"] for c in held["conversations"])
    assert held["backoffice"]["customer"]["id"] == "C0021"
    assert set(places_of(kept, words)) == set(words)  # else the look below would find nothing either way
    before, figures = (other.seen(), guest.seen()), _kpis(kept)
    erased = kept.call("DELETE", "/v1/customers/C0021", key=ADMIN)
    assert erased.status_code == 200
    receipt = erased.json()
    assert receipt["conversations"] == receipt["counted"] == 2
    gone = {"message", "turn", "event", "handoff", "feedback", "csat", "flag", "score_reading", "vault", "checkpoint"}
    assert gone | {"idempotency"} <= set(receipt["erased"])
    assert places_of(kept, words) == {}
    for lived in lives:
        assert kept.call("GET", f"/v1/conversations/{lived.talk.id}", key=lived.talk.token).status_code == 404
        assert lived.talk.post({"text": "hello"}).status_code == 404
    assert (other.seen(), guest.seen()) == before
    assert _kpis(kept) == figures
    again = kept.call("DELETE", "/v1/customers/C0021", key=ADMIN)
    assert (again.status_code, again.json()["conversations"]) == (200, 0)
    assert kept.call("GET", "/v1/customers/C0021/export", key=ADMIN).json()["conversations"] == []


def test_a_guests_conversation_leaves_nothing(kept: Served) -> None:
    guest, other = Lived(kept, "h", None), Lived(kept, "i", None)
    before, figures = other.seen(), _kpis(kept)
    path = f"/v1/conversations/{guest.talk.id}"
    assert kept.call("DELETE", path, key=guest.talk.token).status_code == 403
    assert kept.call("DELETE", path, key=AGENT).status_code == 403
    receipt = kept.call("DELETE", path, key=ADMIN)
    assert receipt.status_code == 200
    assert receipt.json()["conversations"] == 1
    assert places_of(kept, guest.words) == {}
    assert kept.call("DELETE", path, key=ADMIN).status_code == 404
    assert other.seen() == before
    assert _kpis(kept) == figures


def test_what_was_tried_on_somebody_goes_with_them(kept: Served) -> None:
    warm = "Welcome! I'm { $assistant }, the AI assistant of { $company }: an automated system, not a person."
    warmer = {"name": "warm", "share": 0.5, "settings": {"messages": {"greeting": warm}}}
    body = {"name": "A warmer hello", "kind": "greeting", "variants": [{"name": "plain", "share": 0.5}, warmer]}
    made = kept.call("POST", "/v1/experiments", body, ENGINEER).json()
    try:
        talk = kept.talk(consent=True, region="US")
        turn = talk.say(ASK)["turn"]
        assert turn["variant"]
        assert kept.call("DELETE", f"/v1/conversations/{talk.id}", key=ADMIN).status_code == 200
        assert places_of(kept, [turn["id"]]) == {}
        assert kept.call("GET", f"/v1/experiments/{made['id']}/results", key=ENGINEER).status_code == 200
    finally:
        kept.call("POST", f"/v1/experiments/{made['id']}/stop", {}, ENGINEER)


def test_what_was_done_to_an_order_still_counts(kept: Served) -> None:
    talk = kept.signed_in("C0001")
    talk.do("refund_order", order_id="HP104233", line_ids=["1"], reason="damaged")
    done = talk.do("confirm")
    assert done["turn"]["outcome"] == "action_done", done
    assert kept.call("DELETE", "/v1/customers/C0001", key=ADMIN).status_code == 200
    again = kept.signed_in("C0001").do("refund_order", order_id="HP104233", line_ids=["1"], reason="damaged")
    assert again["turn"]["outcome"] == "action_refused", again


def test_the_log_names_who_exported_and_erased_but_no_customer(kept: Served) -> None:
    Lived(kept, "l", "C0023")
    kept.call("GET", "/v1/customers/C0023/export", key=ADMIN)
    kept.call("DELETE", "/v1/customers/C0023", key=ADMIN)
    log = kept.call("GET", "/v1/audit-log?customer_id=C0023", key=ADMIN)
    assert [(e["kind"], e["actor"], e["role"]) for e in log.json()["items"]] == [
        ("customer_erased", "Ada", "admin"),
        ("customer_exported", "Ada", "admin"),
    ]
    assert "C0023" not in log.text
    for key in (AGENT, ENGINEER):
        for method, path in (
            ("GET", "/v1/customers/C0023/export"),
            ("DELETE", "/v1/customers/C0023"),
            ("GET", "/v1/audit-log"),
        ):
            assert kept.call(method, path, key=key).status_code == 403


def test_no_table_is_forgotten() -> None:
    """A table that names a conversation, or what belongs to one, is exported and erased, or stands here with its reason."""
    apart = {
        "conversation",
        "answer_source",  # by the message's id: erased with it
        "operation",  # detached
        "idempotency",  # answers to repeat, erased by the conversation's id and by what they tell
        "job",  # mails by their payload
    }
    naming = {
        t.name
        for t in metadata.sorted_tables
        if {"conversation_id", "message_id", "turn_id", "handoff_id"} & set(t.c.keys())
    }
    assert naming - apart == {table.__tablename__ for table in ERASED}
    assert {table.__tablename__ for table in ERASED} | {"operation"} == {table.__tablename__ for table, _ in PARTS.values()}
