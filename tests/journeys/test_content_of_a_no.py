"""A no to a quote that goes on: what it asks is answered, what it wants is begun, what goods it keeps are left out, and what is not
understood of it is said to be, with the offer of a person. Reasons, thanks and second thoughts are no content."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, text_of

UNREAD = ("didn't understand what you'd like instead", "stattdessen möchten, habe ich nicht verstanden")
THREE = (("Storage Basket", 1, "31.50"), ("Dining Chair", 1, "146.00"), ("Bath Mat", 1, "29.00"))


def quoted(market: Market) -> tuple[Talk, str]:
    """A conversation in which the refund of a pan is quoted."""
    talk, order = market.bought(("Cast Iron Skillet", 1, "62.00"), ("Wall Clock", 1, "35.00"))
    talk.say(f"the skillet of {order} arrived cracked")
    assert pending(talk)["name"] == "refund_order"
    return talk, order


def pending(talk: Talk) -> dict[str, Any]:
    found: dict[str, Any] = talk.state()["pending_action"]
    return found


@pytest.mark.parametrize(
    "said",
    [
        "Nein, um Gottes willen! Ich will nur wissen welche Batterie die Wanduhr braucht.",
        "no wait, I don't want money. I just want to know which battery goes in the wall clock",
        "goodness no! only asking which battery the wall clock needs",
        "Was? Nein. Können Sie mir einfach sagen, welche Batterie die Wanduhr braucht?",
        "No no no. I was wondering which battery goes in the wall clock",
        "nein, ich wollte eigentlich wissen, welche Batterie die Wanduhr braucht",
    ],
)
def test_what_a_no_was_only_meant_to_ask_is_answered(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001")
    talk.say("the skillet from HP104233 arrived cracked")
    answer = talk.say(said)
    assert "AA" in text_of(answer), text_of(answer)
    assert pending(talk) is None


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ("Nein nicht stornieren, nur eine andere adresse", "change_shipping_address"),
        ("no dont cancel, just send it to another address", "change_shipping_address"),
        ("stop! I only want it delivered to my office instead", "change_shipping_address"),
        ("no no, just tell me when it arrives", "track_order"),
        ("nein! ich will doch nur wissen wann es kommt", "track_order"),
        ("Nein danke, ich brauche nur eine Rechnung", "send_invoice"),
        ("NO dont cancel. I want it in green", "change_order_items"),
    ],
)
def test_what_a_no_wants_is_begun_of_the_same_order(market: Market, said: str, tool: str) -> None:
    talk, order = market.bought(("Oyster Bay Mug", 1, "10.00"), status="pending")
    talk.say(f"cancel {order}, no longer needed")
    answer = talk.say(said)
    assert [(c["name"], c["arguments"].get("order_id")) for c in answer["turn"]["tool_calls"]] == [(tool, order)], text_of(
        answer
    )


@pytest.mark.parametrize(
    "said",
    [
        "Goodness, no, I don't want to be refunded for the pan! Just the little strap.",
        "no, i want my nephew to have a whistle",
    ],
)
def test_what_is_not_understood_of_a_no_is_said(market: Market, said: str) -> None:
    talk, _ = quoted(market)
    answer = talk.say(said)
    assert any(words in text_of(answer) for words in UNREAD), text_of(answer)
    assert pending(talk) is None
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "nein danke",
        "no thanks, I'll think about it",
        "nein, ich überlege es mir",
        "no, that's too expensive",
        "no my husband wants to keep it",
        "not now, I need to ask my wife",
        "Nein danke, das war nur eine Frage",
        "no the skillet is too nice to give back",
        "no that's all, thanks",
        "nein, ich will sie behalten",
    ],
)
def test_a_no_with_its_reason_is_plain(market: Market, said: str) -> None:
    talk, _ = quoted(market)
    answer = talk.say(said)
    assert not any(words in text_of(answer) for words in UNREAD), text_of(answer)
    assert pending(talk) is None
    assert answer["turn"]["tool_calls"] == []


ONLY_THE_CHAIR = [
    "no just the chair. i love the basket and the mat",
    "no!! only the chair, I dont want to send the mat back either",
    "the basket is fine and so is the mat, i meant the chair",
    "No, we're keeping the basket and the mat",
    "no. i said chair",
    "nein nur den Stuhl, der Rest ist super",
    "nein nur der Stuhl, Korb und Matte sind super",
    "nur den Stuhl! Der Korb ist völlig in Ordnung.",
    "not the basket or the mat, just the chair",
]


@pytest.mark.parametrize("said", ONLY_THE_CHAIR)
def test_goods_that_are_kept_or_praised_are_left_out(market: Market, said: str) -> None:
    talk, order = market.bought(*THREE)
    talk.say(f"i want to return the whole order {order}, changed my mind")
    assert pending(talk)["arguments"]["line_ids"] == ["1", "2", "3"]
    talk.say(said)
    assert pending(talk)["arguments"]["line_ids"] == ["2"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("no just the chair. i love the basket and the mat", ["2"]),
        ("only the chair and the mat", ["2", "3"]),
        ("the chair and the mat, i want to keep the basket", ["2", "3"]),
        ("just the chair. the mat too", ["2", "3"]),
    ],
)
def test_asked_which_goods_only_those_meant_are_taken(market: Market, said: str, lines: list[str]) -> None:
    talk, order = market.bought(*THREE)
    talk.say(f"can i return something from {order}, changed my mind")
    talk.say(said)
    assert pending(talk)["arguments"]["line_ids"] == lines


@pytest.mark.parametrize("said", ["not the pan, i meant the towel", "nein ich meinte das handtuch"])
def test_how_many_of_the_goods_meant_instead_is_asked(market: Market, said: str) -> None:
    talk, order = market.bought(("Cast Iron Pan", 1, "62.00"), ("Linen Tea Towel", 2, "9.00"))
    talk.say(f"the pan of {order} arrived cracked")
    answer = talk.say(said)
    assert "2 × Linen Tea Towel" in text_of(answer)
    assert pending(talk) is None


def test_another_of_one_that_was_quoted_is_one(market: Market) -> None:
    talk, order = market.bought(("Enamel Camp Mug", 2, "13.50"))
    talk.say(f"one of the two camp mugs of {order} came with a big chip in the enamel. other one is fine")
    assert "1 × Enamel Camp Mug" in text_of(talk.say("cant you just send me another mug instead"))


@pytest.mark.parametrize(("said", "failures"), [("casey14@example.com", 1), ("my email is casey14@example.com", 0)])
def test_a_bare_value_of_another_kind_is_no_answer(market: Market, said: str, failures: int) -> None:
    talk, order = market.bought(("Oyster Bay Mug", 1, "10.00"), status="pending")
    talk.say(f"I want to change the delivery address of {order}")
    assert talk.say(said)["turn"]["failures"] == failures
