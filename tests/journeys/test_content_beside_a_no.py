"""A no refuses, and what stands beside it is a question or a wish of its own: it is served in the same turn. A question to what was just
said is of that: of the order, the money or the goods that were spoken of, and begins nothing."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of

MUG = ("Oyster Bay Mug", 1, "10.00")


def tools(answer: dict[str, Any]) -> list[str]:
    return [call["name"] for call in answer["turn"]["tool_calls"]]


def asked_why(market: Market) -> tuple[Talk, str]:
    """A conversation in which a pending order is to be cancelled, and the reason was asked."""
    talk, order = market.bought(("Wall Clock", 1, "35.00"), ("Coffee Table", 1, "99.00"), status="pending")
    assert "reason" in text_of(talk.say(f"I want to cancel {order}"))
    return talk, order


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ("no, don't cancel it. when does it arrive", "track_order"),
        ("no dont cancel!! i just wanted to know when it comes", "track_order"),
        ("nope changed my mind about cancelling, can you change the address instead", "change_shipping_address"),
        ("nein nicht stornieren, lieber an eine andere adresse schicken", "change_shipping_address"),
        ("nee, doch nicht stornieren. wann kommt die?", "track_order"),
        ("no cancellation please, send me the invoice", "send_invoice"),
    ],
)
def test_what_stands_beside_a_refusal_is_served_of_the_same_order(market: Market, said: str, tool: str) -> None:
    talk, order = asked_why(market)
    answer = talk.say(said)
    assert [(c["name"], c["arguments"].get("order_id")) for c in answer["turn"]["tool_calls"]] == [(tool, order)], text_of(
        answer
    )
    assert talk.state()["pending_action"] is None or tool == "send_invoice"


@pytest.mark.parametrize("said", ["no", "no thanks", "no i dont want to cancel it", "nein, ich will nicht stornieren"])
def test_a_bare_refusal_begins_nothing(market: Market, said: str) -> None:
    talk, _ = asked_why(market)
    answer = talk.say(said)
    assert tools(answer) == []
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "said",
    [
        "no i just want to know why large is more expensive than medium",
        "22 quid more?? why does it cost more, its the same jacket",
        "nah im only asking why its dearer",
        "no wait, why is it 22 more, same jacket no?",
        "nein ich will nur wissen warum L teurer ist als M",
        "warum kostet die mehr, ist doch dieselbe jacke",
    ],
)
def test_why_it_costs_more_is_told_from_the_prices_and_the_quote_waits(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0002", region="GB")
    talk.say("i need to swap my garden jacket for a large please")
    quote = talk.state()["pending_action"]["id"]
    answer = talk.say(said)
    assert {"157", "179"} <= {price for price in ("157", "179") if price in text_of(answer)}, text_of(answer)
    assert talk.state()["pending_action"]["id"] == quote


@pytest.mark.parametrize(
    "said", ["no thats too expensive", "no, 22 more is too much", "nein danke, zu teuer", "no forget it then"]
)
def test_who_finds_it_too_dear_has_refused(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0002", region="GB")
    talk.say("i need to swap my garden jacket for a large please")
    talk.say(said)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "i havent ordered yet. i just want to know if the hawaii charge still applies when its over 75 dollars",
            "12.00 USD",
        ),
        ("no nothing is wrong, just wondering what delivery to hawaii costs", "12.00 USD"),
        ("nein alles gut, wollte nur fragen ob ihr nach österreich liefert", "Austria"),
    ],
)
def test_who_only_wants_to_know_reports_nothing(demo: Served, said: str, words: str) -> None:
    talk = demo.talk(region="US")
    talk.say("something is wrong")
    assert words in text_of(talk.say(said))


def test_a_simple_question_is_the_one_before(demo: Served) -> None:
    talk = demo.talk(region="US")
    talk.say("your shop and the hawaii charge, over 75 dollars as well")
    answer = talk.say("no nothing went wrong lol. simple question")
    assert answer["turn"]["intent"] == "policy_question"


@pytest.mark.parametrize(
    "said",
    [
        "no dont cancel the whole thing. ok can i just return the candle when it gets here then",
        "nah leave it. can i send the candle back once its here?",
        "kann ich die kerze zurückgeben wenn sie da ist?",
    ],
)
def test_goods_that_have_yet_to_come_may_go_back_then(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0015", region="US")
    talk.say("can i take the candle off my order, only want the coffee maker")
    answer = talk.say(said)
    assert tools(answer) == []
    assert says_any(answer, "30 days", "30 Tagen")


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("5 working days from 25th is what, wednesday?", "Yes."),
        ("ok so i wait till wednesday right", "Yes."),
        ("so friday then?", "Not quite."),
        ("also bis mittwoch oder?", ""),
        ("25th ok so should be in by now? its not on my statement", "Refunded"),
    ],
)
def test_a_day_that_was_told_is_asked_back(demo: Served, said: str, begins: str) -> None:
    talk = demo.signed_in("C0108", region="GB")
    talk.say("where's my refund for the order i cancelled")
    told = talk.say("no the other one, the bench and jackets i cancelled last week")
    assert tools(told) == ["track_refund"]
    answer = talk.say(said)
    assert tools(answer) == ["track_refund"]
    assert text_of(answer).startswith(begins)


def test_the_goods_of_the_last_question_are_put_right(demo: Served) -> None:
    talk = demo.signed_in("C0010", region="US")
    talk.say("where is my jute rug")
    talk.say("the skillet in that order, does it work on induction")
    answer = talk.say("no i mean the pot")
    assert tools(answer) == []
    assert answer["turn"]["intent"] == "product_question"


@pytest.mark.parametrize(
    "said", ["thanks. the other two orders are still ok right?", "sind meine anderen bestellungen noch drin?"]
)
def test_whether_the_other_orders_stand_is_looked_up(demo: Served, said: str) -> None:
    assert tools(demo.signed_in("C0106", region="GB").say(said)) == ["list_orders"]


@pytest.mark.parametrize(
    "said", ["ok und kann ich den tag noch ändern, am 2. bin ich nicht da", "can i pick another day, im away on the 2nd"]
)
def test_another_day_is_no_other_variant(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0003", region="DE")
    talk.say("wann kommt meine lampe")
    answer = talk.say(said)
    assert tools(answer) == []
    assert "HP104359" in text_of(answer)


def test_beside_a_no_to_a_quote_a_question_is_answered_of_its_order(market: Market) -> None:
    talk, order = market.bought(("Wall Clock", 1, "35.00"), status="pending")
    talk.say(f"cancel {order}, no longer needed")
    answer = talk.say("no actually dont cancel, i only want to know when it gets here")
    assert [(c["name"], c["arguments"]["order_id"]) for c in answer["turn"]["tool_calls"]] == [("track_order", order)]
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("said", ["no dont return the jacket, just the gloves", "nein nicht die jacke, nur die handschuhe"])
def test_of_two_goods_only_what_is_meant_is_quoted(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0002", region="GB")
    talk.say("i want to return my garden jacket, changed my mind")
    talk.say(said)
    assert talk.state()["pending_action"]["arguments"]["line_ids"] == ["2"]
