"""Asking for a person, two failures, the agent's side, and the way back."""

from pathlib import Path

import pytest

from tests.service import ADMIN, AGENT, SECOND_AGENT, Served, text_of

PHRASES = [
    p
    for p in (Path(__file__).parents[1] / "data" / "human_phrases.txt").read_text().splitlines()
    if p.strip() and p[0] != "#"
]


def claim_and(demo: Served, handoff_id: str, action: str, note: str | None = None, key: str = AGENT) -> dict:
    assert demo.call("POST", f"/v1/handoffs/{handoff_id}/claim", {}, key).status_code == 200
    body = {"action": action, **({"note": note} if note else {})}
    response = demo.call("POST", f"/v1/handoffs/{handoff_id}/resume", body, key)
    assert response.status_code == 200, response.text
    return dict(response.json())


@pytest.mark.parametrize("phrase", PHRASES[::8])
def test_every_way_of_asking_for_a_person_works_at_first_try(demo: Served, phrase: str) -> None:
    answer = demo.talk(consent=True, region="US").say(phrase)
    assert answer["turn"]["outcome"] == "handed_off"
    assert answer["conversation"]["status"] == "waiting_for_human"


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en-US", "ok then, someone"), ("en-US", "just get me somebody"), ("de", "kann da nicht mal wer drüberschauen")],
)
def test_somebody_in_short_words_is_a_person(demo: Served, locale: str, words: str) -> None:
    talk = demo.talk(consent=True, region="US", locale=locale)
    talk.say("my lamp hums a strange tune")
    assert talk.say(words)["turn"]["outcome"] == "handed_off"
    other = demo.talk(consent=True, region="US", locale=locale)
    assert other.say("someone stole my parcel from the porch")["turn"]["outcome"] != "handed_off"


def test_without_consent_a_person_can_still_be_asked_for(demo: Served) -> None:
    talk = demo.talk(region="DE")
    assert talk.say("How long does delivery take?")["turn"]["outcome"] == "asked_for_consent"
    assert talk.say("I want to talk to a person")["turn"]["outcome"] == "handed_off"


def test_two_failures_offer_a_person_and_the_third_brings_one(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    first, second = talk.say("blorf zint quuxle frabbit"), talk.say("skree vonk dilth mawb")
    assert (first["turn"]["failures"], second["turn"]["failures"]) == (1, 2)
    assert "person" in text_of(second)
    assert second["messages"][-1]["actions"][0]["kind"] == "handoff"
    third = talk.say("orple wemp gnarf wib")
    assert third["turn"]["outcome"] == "handed_off"
    assert talk.state()["handoff"]["reason"] == "repeated_failure"


def test_a_person_sees_everything_answers_and_gives_it_back(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("my lamp hums a strange tune")
    handoff = talk.ask_for_person()
    assert talk.ask_for_person()["id"] == handoff["id"]
    queue = demo.call("GET", "/v1/handoffs?status=waiting&limit=200", key=AGENT).json()["items"]
    assert handoff["id"] in [h["id"] for h in queue]
    assert demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT).status_code == 200
    refused = demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, SECOND_AGENT)
    assert (refused.status_code, refused.json()["code"]) == (409, "already_claimed")
    demo.call("POST", f"/v1/handoffs/{handoff['id']}/messages", {"text": "Hello, this is Ana."}, AGENT)
    relayed = talk.say("it hums at night only")
    assert relayed["turn"]["outcome"] == "relayed_to_human"
    assert relayed["messages"] == []
    seen = demo.call("GET", f"/v1/handoffs/{handoff['id']}", key=AGENT).json()
    said = [m["text"] for m in seen["transcript"]]
    assert "my lamp hums a strange tune" in said
    assert "it hums at night only" in said

    body = {"action": "return_to_bot"}
    first = demo.call("POST", f"/v1/handoffs/{handoff['id']}/resume", body, AGENT)
    again = demo.call("POST", f"/v1/handoffs/{handoff['id']}/resume", body, AGENT)
    other = demo.call("POST", f"/v1/handoffs/{handoff['id']}/resume", {"action": "close"}, AGENT)
    assert first.json() == again.json()
    assert (other.status_code, other.json()["code"]) == (409, "already_resumed")
    assert talk.say("hello")["turn"]["outcome"] == "answered"


def test_a_quote_that_a_person_left_undone_is_asked_about_again(demo: Served) -> None:
    order = next(o for o in demo.orders("delivered", "C0004") if float(o["total"]["amount"]) > 250)
    talk = demo.signed_in("C0004", region="US")
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    handoff = talk.ask_for_person()
    demo.ok("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT)
    back = demo.ok("POST", f"/v1/handoffs/{handoff['id']}/resume", {"action": "return_to_bot"}, AGENT)
    assert order["id"] in text_of(back)
    assert talk.state()["pending_action"] is None
    again = talk.say("yes")
    assert (again["turn"]["outcome"], talk.state()["pending_action"]["name"]) == ("asked_for_confirmation", "refund_order")
    talk.say("no")
    assert demo.order(order["id"])["version"] == order["version"]


def test_an_answer_that_was_flagged_stands_with_its_sources(demo: Served) -> None:
    answer = demo.talk(consent=True, region="US").say("How long does delivery take?")
    message = answer["messages"][-1]
    assert message["citations"]
    flag = demo.call("POST", f"/v1/messages/{message['id']}/flags", {"reason": "outdated"}, AGENT)
    assert flag.status_code == 201
    assert flag.json()["flag"]["articles"] == [message["citations"][0]["article_id"]]
    listed = demo.call("GET", "/v1/kb/flags", key=ADMIN).json()["items"]
    assert flag.json()["flag"]["id"] in [f["id"] for f in listed]


def test_a_refund_above_the_limit_waits_for_approval_and_is_done_once(demo: Served) -> None:
    order = next(o for o in demo.orders("delivered", "C0004") if float(o["total"]["amount"]) > 250)
    talk = demo.signed_in("C0004", region="US")
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    asked = talk.do("confirm")
    assert asked["turn"]["tool_calls"][-1]["status"] == "needs_approval"
    state = talk.state()
    assert (state["status"], state["handoff"]["kind"]) == ("waiting_for_approval", "approval")
    assert demo.order(order["id"])["version"] == order["version"]
    rejected = claim_and(demo, state["handoff"]["id"], "reject", "The photos show no damage.")
    assert "The photos show no damage." in text_of(rejected)
    assert talk.state()["status"] == "open"

    talk.do("refund_order", order_id=order["id"], reason="damaged")
    talk.do("confirm")
    approved = claim_and(demo, talk.state()["handoff"]["id"], "approve")
    assert approved["turn"]["outcome"] == "action_done"
    assert len([p for p in demo.order(order["id"])["payments"] if p["kind"] == "refund"]) == 1
    assert talk.state()["status"] == "open"
