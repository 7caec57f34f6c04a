"""Bad input gets a problem document that says what is wrong; nothing of it is stored, and never a 5xx."""

from typing import Any

import pytest

from tests.service import ADMIN, AGENT, ENGINEER, Served, Talk

UNKNOWN = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def talk(demo: Served) -> Talk:
    return demo.talk(consent=True, region="US")


def is_problem(response: Any, status: int, code: str) -> None:
    assert response.headers["content-type"].startswith("application/problem+json"), response.text
    body = response.json()
    assert (response.status_code, body["status"], body["code"]) == (status, status, code)
    assert {"type", "title", "detail"} <= set(body)
    assert "Traceback" not in response.text


BAD_MESSAGES: list[tuple[str, Any]] = [
    ("empty", {"text": ""}),
    ("blank", {"text": " \n "}),
    ("too long", {"text": "x" * 8001}),
    ("a number", {"text": 7}),
    ("unknown field", {"text": "hi", "colour": "red"}),
    ("both", {"text": "hi", "action": {"name": "confirm", "arguments": {}}}),
    ("neither", {}),
    ("an array", ["hi"]),
    ("null", None),
    ("unknown action", {"action": {"name": "send_money", "arguments": {}}}),
    ("unknown argument", {"action": {"name": "track_order", "arguments": {"colour": "red"}}}),
    ("money as a float", {"action": {"name": "refund_order", "arguments": {"order_id": "HP1", "amount": 12.5}}}),
    ("half money", {"action": {"name": "refund_order", "arguments": {"order_id": "HP1", "amount": {"amount": "12"}}}}),
    (
        "infinite money",
        {"action": {"name": "refund_order", "arguments": {"amount": {"amount": "Infinity", "currency": "USD"}}}},
    ),
    (
        "same line twice",
        {"action": {"name": "exchange_items", "arguments": {"changes": [{"line_id": "1", "variant_id": "a"}] * 2}}},
    ),
]


@pytest.mark.parametrize("body", [b for _, b in BAD_MESSAGES], ids=[n for n, _ in BAD_MESSAGES])
def test_a_bad_message_is_refused_and_not_stored(talk: Talk, body: Any) -> None:
    response = talk.post(body)
    is_problem(response, 400, "validation_failed")
    assert all({"field", "message"} <= set(e) for e in response.json()["errors"])
    assert [m["role"] for m in talk.transcript()] == ["assistant"]


@pytest.mark.parametrize("raw", [b'{"text": "hi', b"\xff\xfe", b'{"text": "\\ud800"}', b"", b"[]]"])
def test_a_body_that_is_no_json_is_refused(talk: Talk, raw: bytes) -> None:
    headers = {"Authorization": f"Bearer {talk.token}", "Content-Type": "application/json"}
    response = talk.served.http.post(f"/v1/conversations/{talk.id}/messages", content=raw, headers=headers)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("application/problem+json")


def test_a_huge_body_is_refused(talk: Talk) -> None:
    is_problem(talk.post({"text": "x" * 80_000}), 413, "body_too_large")


def test_who_may_see_what(demo: Served, talk: Talk) -> None:
    other = demo.talk(consent=True, region="US")
    path = f"/v1/conversations/{talk.id}"
    is_problem(demo.call("GET", path), 401, "unauthorized")
    is_problem(demo.call("GET", path, key="not-a-token"), 401, "unauthorized")
    is_problem(demo.call("GET", "/v1/no/such/path"), 401, "unauthorized")
    is_problem(demo.call("GET", path, key=other.token), 404, "not_found")
    is_problem(demo.call("GET", f"/v1/conversations/{UNKNOWN}", key=talk.token), 404, "not_found")
    is_problem(demo.call("GET", "/v1/handoffs", key=talk.token), 403, "forbidden")
    is_problem(demo.call("GET", path, key=ENGINEER), 403, "forbidden")
    is_problem(demo.call("POST", "/v1/kb/articles", {"title": "a", "body": "b"}, AGENT), 403, "forbidden")
    is_problem(demo.call("POST", "/v1/conversations", {"graph_version": "support-v1"}, AGENT), 403, "forbidden")
    is_problem(demo.call("POST", "/v1/conversations", {"graph_version": "support-v99"}, ADMIN), 400, "validation_failed")
    assert demo.call("GET", path, key=AGENT).status_code == 200
    assert demo.call("GET", "/v1/kpis", key=ENGINEER).status_code == 200


def test_a_closed_conversation_takes_no_message_but_its_rating(demo: Served, talk: Talk) -> None:
    talk.say("hello")
    assert demo.call("POST", f"/v1/conversations/{talk.id}/close", {}, talk.token).json()["status"] == "closed"
    is_problem(talk.post({"text": "still there?"}), 409, "conversation_closed")
    is_problem(demo.call("POST", f"/v1/conversations/{talk.id}/handoff", {}, talk.token), 409, "conversation_closed")
    rating = demo.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 4, "comment": "fine"}, talk.token)
    assert rating.status_code == 201
    assert demo.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 5}, talk.token).json()["score"] == 5
    is_problem(demo.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 9}, talk.token), 400, "validation_failed")


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=x", "after=x", "after=-1"])
def test_a_bad_page_is_refused(talk: Talk, query: str) -> None:
    response = talk.served.call("GET", f"/v1/conversations/{talk.id}/messages?{query}", key=talk.token)
    is_problem(response, 400, "validation_failed")


def test_an_answer_is_rated_by_its_own_customer_only(demo: Served, talk: Talk) -> None:
    message = talk.say("hello")["messages"][-1]["id"]
    other = demo.talk(consent=True, region="US")
    is_problem(demo.call("POST", f"/v1/messages/{message}/feedback", {"helpful": True}, other.token), 404, "not_found")
    assert demo.call("POST", f"/v1/messages/{message}/feedback", {"helpful": False}, talk.token).status_code == 201


# A place among orders is an order's number, and those are the shop's own. Event streams are read by their own tests.
_PLACES_OF_ITS_OWN = {"/v1/backoffice/orders"}
_MUST_BE_ASKED = {"measure": "csat.5", "dimension": "tone"}


def test_every_list_refuses_what_is_no_place_in_it(demo: Served) -> None:
    paths = demo.http.get("/schema/openapi.json").json()["paths"]
    refused = []
    for path, routes in paths.items():
        asked = {p["name"]: p for p in routes.get("get", {}).get("parameters", []) if p["in"] == "query"}
        if not {"after", "limit"} <= set(asked) or "{" in path or path in _PLACES_OF_ITS_OWN:
            continue
        needed = "".join(f"&{name}={_MUST_BE_ASKED[name]}" for name, p in asked.items() if p.get("required"))
        is_problem(demo.call("GET", f"{path}?after=yesterday{needed}", key=ADMIN), 400, "validation_failed")
        refused.append(path)
    assert len(refused) > 12


def test_no_place_is_the_first_page(demo: Served) -> None:
    whole = demo.call("GET", "/v1/kb/articles?limit=3", key=AGENT).json()
    assert demo.call("GET", "/v1/kb/articles?limit=3&after=", key=AGENT).json() == whole


def test_the_queue_does_not_begin_again_after_one_that_there_is_not(demo: Served) -> None:
    is_problem(demo.call("GET", f"/v1/handoffs?after={UNKNOWN}", key=AGENT), 400, "validation_failed")
