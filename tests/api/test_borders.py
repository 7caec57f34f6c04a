"""What a caller may set, and what becomes of it: kinds and reasons are ours, ids are ids, everything else is masked."""

import json
import sqlite3
from typing import Any

import httpx
import pytest

from tests.service import ADMIN, AGENT, Served, Talk

CARD = "4716 1111 1111 1110"


def post(demo: Served, talk: Talk, path: str, body: dict[str, Any]) -> httpx.Response:
    return demo.call("POST", f"/v1/conversations/{talk.id}/{path}", body, talk.token)


def form(demo: Served, talk: Talk, name: str, /, **arguments: Any) -> httpx.Response:
    return post(demo, talk, "messages", {"action": {"name": name, "arguments": arguments}})


def rows(demo: Served, query: str, *values: str) -> list[Any]:
    with sqlite3.connect(demo.data / "supportgraph.db") as database:
        return database.execute(query, values).fetchall()


@pytest.mark.parametrize("words", ["approval_needed", "safety", "my parcel is crushed and I am cross"])
def test_a_customers_reason_is_their_own_words(demo: Served, words: str) -> None:
    talk = demo.talk(region="US")
    handoff = post(demo, talk, "handoff", {"reason": f"{words}, mail me at rosa.lind@example.org"}).json()["handoff"]
    assert (handoff["kind"], handoff["reason"]) == ("conversation", "customer_request")
    assert f"{words}, mail me at [EMAIL_1]" in handoff["summary"]
    assert talk.transcript()[1]["text"] == f"{words}, mail me at [EMAIL_1]"
    demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT)
    approved = demo.call("POST", f"/v1/handoffs/{handoff['id']}/resume", {"action": "approve"}, AGENT)
    assert approved.status_code == 409


def test_words_that_come_while_a_person_is_awaited_reach_them(demo: Served) -> None:
    talk = demo.talk(region="US")
    first = talk.ask_for_person()
    again = post(demo, talk, "handoff", {"reason": "it is about the blue lamp"}).json()["handoff"]
    assert again["id"] == first["id"]
    assert talk.transcript()[-1]["text"] == "it is about the blue lamp"


def test_an_address_for_the_answer_is_shown_to_staff_only(demo: Served) -> None:
    talk = demo.talk(region="US")
    handoff = post(demo, talk, "handoff", {"email": "rosa.lind@example.org"}).json()["handoff"]
    shown = demo.call("GET", f"/v1/handoffs/{handoff['id']}", key=AGENT).json()
    assert shown["answer_to"] == "rosa.lind@example.org"
    assert "rosa.lind" not in json.dumps([handoff, talk.state(), talk.transcript()])
    assert "rosa.lind" not in str(rows(demo, "SELECT input FROM turn WHERE conversation_id = ?", talk.id))
    other = demo.call("GET", f"/v1/handoffs/{demo.talk(region='US').ask_for_person()['id']}", key=AGENT).json()
    assert other["answer_to"] is None


def test_an_approval_without_a_confirmed_quote_is_refused_whatever_its_row_says(demo: Served) -> None:
    talk = demo.talk(region="US")
    handoff = talk.ask_for_person()
    rows(demo, "UPDATE handoff SET kind = 'approval', reason = 'approval_needed' WHERE id = ?", handoff["id"])
    demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT)
    approved = demo.call("POST", f"/v1/handoffs/{handoff['id']}/resume", {"action": "approve"}, AGENT)
    assert (approved.status_code, approved.json()["code"]) == (409, "not_confirmed")


@pytest.mark.parametrize(
    "body",
    [
        {"channel": "471611111111"},
        {"channel": "rosa-1984-lind"},
        {"channel": "Web"},
        {"locale": "rosa@example.org"},
        {"locale": "en-536-22-8712"},
        {"locale": "en-rosalind"},
        {"region": "USA"},
        {"region": "+1"},
        {"page": {"url": "https://shop.example/", "kind": "536-22-8712"}},
        {"page": {"url": "https://shop.example/", "kind": "rosa@example.org"}},
        {"status": "closed"},
        {"customer_id": "C0001"},
        {"identity": {"level": "signed_in"}},
    ],
)
def test_what_has_a_shape_is_held_to_it(demo: Served, body: dict[str, Any]) -> None:
    refused = demo.call("POST", "/v1/conversations", body)
    assert (refused.status_code, refused.json()["code"]) == (400, "validation_failed")


@pytest.mark.parametrize(
    ("sent", "kept"), [("en-US-u-hc-h12", "en-US"), ("de_AT", "de_AT"), ("zh-Hant-TW", "zh-Hant-TW"), ("es-419", "es-419")]
)
def test_what_browsers_send_as_a_language_is_taken(demo: Served, sent: str, kept: str) -> None:
    assert demo.talk(locale=sent).state()["locale"] == kept


def test_of_a_page_its_place_is_kept_and_its_words_are_masked(demo: Served) -> None:
    page = {
        "url": "https://rosa:pw@shop.example:8443/orders/rosa.lind@example.org/list?token=abc#me",
        "title": "Hello rosa.lind@example.org",
        "kind": "checkout_step2",
    }
    talk = demo.talk(region="US", page=page)
    ((stored,),) = rows(demo, "SELECT page FROM conversation WHERE id = ?", talk.id)
    assert json.loads(stored) == {
        "url": "https://shop.example:8443/orders/[EMAIL_1]/list",
        "title": "Hello [EMAIL_1]",
        "kind": "checkout_step2",
    }


@pytest.mark.parametrize(
    ("name", "arguments", "field"),
    [
        ("update_account", {"name": CARD}, "name"),
        ("update_account", {"name": "536-22-8712"}, "name"),
        ("update_account", {"name": "my password is hunter2!x"}, "name"),
        (
            "change_shipping_address",
            {"address": {"line1": CARD, "city": "Springfield", "postcode": "62701", "country": "US"}},
            "address",
        ),
    ],
)
def test_what_is_never_kept_is_refused_where_it_would_be_sealed(
    demo: Served, name: str, arguments: dict[str, Any], field: str
) -> None:
    talk = demo.signed_in("C0002", region="US")
    refused = form(demo, talk, name, **arguments)
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["field"] == f"action.arguments.{field}"
    assert "4716" not in refused.text
    assert not rows(demo, "SELECT token FROM vault WHERE conversation_id = ?", talk.id)


@pytest.mark.parametrize("order_id", ["HP112436", "#W1000001", "hp-104233", "4021-7", "100000123"])
def test_an_orders_number_stays_readable(demo: Served, order_id: str) -> None:
    talk = demo.talk(region="US")
    assert form(demo, talk, "track_order", order_id=order_id).status_code == 200
    assert talk.transcript()[1]["text"] == f"Track order · order id: {order_id}"


@pytest.mark.parametrize(
    "typed", ["Rosa Lind", "vB1234567xQ", "rosa.lind@example.org", "536-22-8712", CARD, "+49 30 2345678"]
)
def test_what_is_no_orders_number_does_not(demo: Served, typed: str) -> None:
    talk = demo.talk(region="US")
    answer = form(demo, talk, "track_order", order_id=typed)
    assert answer.status_code == 200
    assert typed not in answer.text + json.dumps(talk.transcript())
    stored = rows(demo, "SELECT input, tool_calls, response FROM turn WHERE conversation_id = ?", talk.id)
    assert typed not in str(stored)


def test_a_card_in_halves_over_a_form_and_a_message_is_no_halves_any_more(demo: Served) -> None:
    first, second = "47161111", "11111110"
    forwards, backwards, within = (demo.talk(region="US", consent=True) for _ in range(3))
    form(demo, forwards, "track_order", order_id=first)
    forwards.say("and then")
    forwards.say(second)
    backwards.say(first)
    backwards.say("and then")
    form(demo, backwards, "track_order", order_id=second)
    form(demo, within, "return_items", order_id=first, line_ids=[second])
    for talk in (forwards, backwards, within):
        turns = rows(demo, "SELECT input, tool_calls, response FROM turn WHERE conversation_id = ?", talk.id)
        events = rows(demo, "SELECT data FROM event WHERE conversation_id = ?", talk.id)
        checkpoint = rows(demo, "SELECT checkpoint_data FROM conversation WHERE id = ?", talk.id)
        for left in (turns, events, checkpoint, talk.transcript()):
            assert first not in str(left)
            assert second not in str(left)


def test_a_card_in_halves_is_in_no_act_and_on_no_agenda(demo: Served) -> None:
    """An act holds one clause of the words, so half of a number stands there beside the whole message."""
    first, second = "4716 1111", "1111 1110"
    talk = demo.talk(region="US", consent=True)
    talk.say(f"Hello, I want to pay another way, the card begins {first}, and cancel HP104268, and where is HP104251?")
    talk.say(f"it ends {second}")
    for query in (
        "SELECT acts, input, tool_calls, response FROM turn WHERE conversation_id = ?",
        "SELECT data FROM event WHERE conversation_id = ?",
        "SELECT checkpoint_data FROM conversation WHERE id = ?",
    ):
        left = str(rows(demo, query, talk.id))
        assert first not in left, query
        assert second not in left, query


def test_agents_words_are_masked_and_what_a_customer_must_read_is_there(demo: Served) -> None:
    talk = demo.talk(region="US")
    handoff = talk.ask_for_person()
    demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT)
    said = "Ana here. HP112436 left on May 3 with UPS 1Z999AA10123456784; I wrote to rosa.lind@example.org. Yours, Ana"
    sent = demo.call("POST", f"/v1/handoffs/{handoff['id']}/messages", {"text": said}, AGENT).json()
    assert sent["text"] == said.replace("rosa.lind@example.org", "[EMAIL_1]")
    talk.say("my address is rosa.lind@example.org")
    assert talk.transcript()[-1]["text"] == "my address is [EMAIL_1]", "one value, one token, whoever wrote it"


def test_a_mistake_is_not_read_back(demo: Served) -> None:
    talk = demo.talk(region="US")
    for body in (
        {"text": "x", "Rosa 536-22-8712": 1},
        {"action": {"name": "verify", "arguments": {"rosa@example.org": "1"}}},
    ):
        refused = post(demo, talk, "messages", body)
        assert refused.status_code == 400
        assert "536" not in refused.text
        assert "example.org" not in refused.text
    named = post(demo, talk, "messages", {"text": "x", "texte": 1}).json()["errors"][0]["field"]
    assert named == "texte", "a slip is still named"
    searched = demo.call("GET", "/v1/kb/search?q=rosa.lind%40example.org", key=ADMIN)
    assert searched.status_code == 200
    assert "rosa.lind" not in demo.log.read_text()


@pytest.mark.parametrize("claimed", [False, True])
def test_a_button_pressed_while_a_person_has_the_conversation_is_answered(demo: Served, claimed: bool) -> None:
    talk = demo.talk(region="US")
    handoff = talk.ask_for_person()
    if claimed:
        demo.call("POST", f"/v1/handoffs/{handoff['id']}/claim", {}, AGENT)
    for name, arguments in (("confirm", {}), ("cancel", {}), ("track_order", {"order_id": "HP-1001"})):
        pressed = form(demo, talk, name, **arguments).json()
        assert pressed["turn"]["outcome"] == "relayed_to_human"
        (told,) = pressed["messages"]
        assert told["role"] == "system"
        assert "nothing was done" in told["text"]
    beside = post(demo, talk, "messages", {"text": "it is about the blue lamp"}).json()["messages"]
    # In the queue it is told once that words are read by whoever comes; with a person nobody else speaks.
    assert [m["role"] for m in beside] == ([] if claimed else ["system"])


def test_a_known_name_is_stored_nowhere_in_clear(demo: Served) -> None:
    talk = demo.talk(region="US", consent=True)
    talk.say("I'm Zebulon Quackenbush")
    talk.say("call +1 415 555 2671 4539 5787 6362 1486 Zebulon Quackenbush")
    talk.say("quackenbush, zebulon here")
    said = [m["text"] for m in talk.transcript() if m["role"] == "customer"]
    assert said[0].endswith("[NAME_1]")
    assert said[2] == "[NAME_1] here"
    for words in said:
        assert "quackenbush" not in words.casefold()
        assert "zebulon" not in words.casefold()
