"""What an agent writes is read by its customer as it was written, and stored, listed and told to everybody else masked."""

import pytest

from tests.service import ADMIN, AGENT, SECOND_AGENT, Served, Talk

SAID = (
    "Please write to quillback.desk@harborhome.example or to Thaddeus Vrabelsky, 4711 Quillback Terrace, Portland, OR 97209."
)
PARTS = ("quillback.desk@harborhome.example", "Thaddeus", "4711 Quillback Terrace")


def held(demo: Served) -> tuple[Talk, str]:
    talk = demo.talk(consent=True, region="US")
    handoff = talk.ask_for_person()["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    return talk, handoff


def values(demo: Served, talk: Talk, message: str, key: str | None = None) -> dict[str, str]:
    answer = demo.ok("GET", f"/v1/conversations/{talk.id}/messages/{message}/values", key=key or talk.token)
    return dict(answer["values"])


def as_read(text: str, known: dict[str, str]) -> str:
    for token, value in known.items():
        text = text.replace(token, value)
    return text


def test_the_customer_reads_what_the_agent_wrote(demo: Served) -> None:
    talk, handoff = held(demo)
    sent = demo.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": SAID}, AGENT)
    shown = talk.transcript()[-1]
    assert shown["text"] == sent["text"]
    for part in PARTS:
        assert part not in shown["text"]
        assert [place for place, left in demo.stored_bytes().items() if part.encode() in left] == []
    assert as_read(shown["text"], values(demo, talk, sent["id"])) == SAID


def test_nobody_else_reads_it(demo: Served) -> None:
    talk, handoff = held(demo)
    sent = demo.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": SAID}, AGENT)
    path = f"/v1/conversations/{talk.id}/messages/{sent['id']}/values"
    other = demo.talk(consent=True)
    answers = [demo.call("GET", path, key=key).status_code for key in (other.token, AGENT, SECOND_AGENT, ADMIN)]
    assert answers == [404, 403, 403, 403]
    foreign = f"/v1/conversations/{other.id}/messages/{sent['id']}/values"
    assert demo.call("GET", foreign, key=other.token).status_code == 404
    values(demo, talk, sent["id"])
    opened = demo.ok("GET", f"/v1/audit-log?subject=conversation:{talk.id}&kind=personal_data_unsealed")["items"]
    assert ("the customer", "reading") in [(e["actor"], e["detail"]["reason"]) for e in opened]


def test_what_no_person_wrote_is_not_opened(demo: Served) -> None:
    talk, _ = held(demo)
    talk.say("my address is 9 Larkspur Lane, Portland, OR 97209")
    for message in talk.transcript():
        path = f"/v1/conversations/{talk.id}/messages/{message['id']}/values"
        assert demo.call("GET", path, key=talk.token).status_code == 404, message


def test_a_card_stays_hidden_from_everybody(demo: Served) -> None:
    talk, handoff = held(demo)
    sent = demo.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": "Is it 4111 1111 1111 1111?"}, AGENT)
    assert "[CARD_1]" in sent["text"]
    assert values(demo, talk, sent["id"]) == {}


@pytest.mark.parametrize("action", ["reject"])
def test_the_reason_of_a_decision_is_read_as_it_was_written(demo: Served, action: str) -> None:
    order = next(o for o in demo.orders("delivered", "C0004") if float(o["total"]["amount"]) > 250)
    talk = demo.signed_in("C0004", region="US")
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    talk.do("confirm")
    handoff = talk.state()["handoff"]["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    note = "Please send photos to quillback.photos@harborhome.example first."
    told = demo.ok("POST", f"/v1/handoffs/{handoff}/resume", {"action": action, "note": note}, AGENT)["messages"][-1]
    assert "quillback.photos" not in told["text"]
    assert note in as_read(told["text"], values(demo, talk, told["id"]))
