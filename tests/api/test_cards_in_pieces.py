"""A card cut over the fields of one form, or over a message and a comment: no piece is stored, read back, or sealed as something else."""

import json
import sqlite3
from typing import Any

import pytest

from tests.service import Served, Talk


def _left(demo: Served, talk: Talk) -> str:
    queries = (
        "SELECT acts, input, tool_calls, response FROM turn WHERE conversation_id = ?",
        "SELECT data FROM event WHERE conversation_id = ?",
        "SELECT checkpoint_data FROM conversation WHERE id = ?",
        "SELECT comment FROM csat WHERE conversation_id = ?",
    )
    with sqlite3.connect(demo.data / "supportgraph.db") as database:
        kept = [database.execute(query, [talk.id]).fetchall() for query in queries]
    return f"{kept} {json.dumps(talk.transcript())}"


def _sealed(demo: Served, talk: Talk) -> int:
    with sqlite3.connect(demo.data / "supportgraph.db") as database:
        return int(database.execute("SELECT count(*) FROM vault WHERE conversation_id = ?", [talk.id]).fetchone()[0])


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("refund_order", {"order_id": "HP104302", "line_ids": ["4539-1488", "0343-6467"], "reason": "damaged"}),
        ("refund_order", {"order_id": "HP104302", "quantities": {"4539-1488": 1, "0343-6467": 1}, "reason": "damaged"}),
        ("exchange_items", {"order_id": "HP104302", "changes": [{"line_id": "45391488", "variant_id": "03436467"}]}),
        ("return_items", {"refund_to": "03436467", "order_id": "4539-1488", "line_ids": ["1"]}),
        ("verify", {"order_id": "4539148803", "postcode": "436467"}),
    ],
)
def test_over_the_fields_of_a_form(demo: Served, name: str, arguments: dict[str, Any]) -> None:
    talk = demo.talk(region="US", consent=True)
    answer = talk.do(name, **arguments)
    left = _left(demo, talk) + json.dumps(answer)
    for piece in ("4539", "1488", "0343", "6467", "436467"):
        assert piece not in left
    assert "card" in str(answer["messages"][0]["text"]), "the customer is told"
    assert _sealed(demo, talk) == 0, "nothing is sealed as a phone or an address"
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("verify", {"order_id": "HP104302", "postcode": "10115"}),
        ("refund_order", {"order_id": "HP104302", "line_ids": ["1", "2"], "quantities": {"1": 2}, "reason": "damaged"}),
    ],
)
def test_what_forms_hold_otherwise_is_no_card(demo: Served, name: str, arguments: dict[str, Any]) -> None:
    talk = demo.talk(region="US", consent=True)
    talk.do(name, **arguments)
    assert "[DIGITS]" not in _left(demo, talk)


def test_over_a_message_and_a_comment(demo: Served) -> None:
    talk = demo.talk(region="US", consent=True)
    talk.say("my card begins 45391488")
    rated = demo.call(
        "POST", f"/v1/conversations/{talk.id}/csat", {"score": 4, "comment": "and goes on 03436467"}, talk.token
    )
    assert rated.status_code == 201
    assert "[DIGITS]" in rated.json()["comment"]
    left = _left(demo, talk) + rated.text
    assert "03436467" not in left
    assert "45391488" not in left, "what was said before loses its half, and what the graph remembers of it"
    assert talk.say("where is my order?")["turn"]["status"] == "completed", "the state is read as before"
