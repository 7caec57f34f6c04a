"""A refund that is wanted in another way than it was paid: an honest answer, the quote again, and nothing done on it."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "refund it to my paypal"),
        ("en-US", "to another card please"),
        ("en-US", "can i have it as store credit"),
        ("en-US", "as a gift card instead"),
        ("en-US", "yes but on my other card"),
        ("de", "auf mein paypal bitte"),
        ("de", "ich hätte lieber einen Gutschein"),
        ("de", "ja, aber auf eine andere Karte"),
    ],
)
def test_money_goes_back_as_it_was_paid(demo: Served, locale: str, words: str) -> None:
    order = demo.orders("delivered", "C0004")[0]
    pending = demo.orders("pending", "C0004")[0]
    talk = demo.signed_in("C0004", region="US", locale=locale)
    quoted = talk.do("refund_order", order_id=order["id"], reason="damaged")["turn"]["tool_calls"][-1]
    answer = talk.say(words)
    told = "back the way that it was paid" if locale == "en-US" else "auf dem bezahlt wurde"
    assert told in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert {call["name"] for call in answer["turn"]["tool_calls"]} <= {"refund_order"}
    waits = talk.state()["pending_action"]
    assert (waits["name"], waits["arguments"]["order_id"]) == ("refund_order", order["id"])
    assert quoted["name"] == "refund_order"
    assert [demo.order(o["id"])["version"] for o in (order, pending)] == [order["version"], pending["version"]]


def test_a_no_stays_a_no(demo: Served) -> None:
    order = demo.orders("delivered", "C0004")[0]["id"]
    talk = demo.signed_in("C0004", region="US")
    talk.do("refund_order", order_id=order, reason="damaged")
    talk.say("no, not unless it goes to my paypal")
    assert talk.state()["pending_action"] is None
