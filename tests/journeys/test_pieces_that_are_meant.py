"""Of what a message counts or names, what is meant: one of two that were bought, the table only, a leg and no fourth line. The rest of the
order is never taken with it, also where the order is asked for in between."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of

MAKERS, BENCH, TABLE = ("Coffee Maker", 2, "47.00"), ("Shoe Bench", 1, "138.00"), ("Bedside Table", 1, "172.00")
RUG, MAT = ("Jute Rug", 1, "80.00"), ("Bath Mat", 1, "20.00")


def quoted(talk: Talk) -> tuple[str, list[str], dict[str, int]] | None:
    pending = talk.state()["pending_action"]
    if pending is None:
        return None
    return pending["name"], pending["arguments"]["line_ids"], pending["arguments"].get("quantities") or {}


@pytest.mark.parametrize(
    "words",
    [
        "i bought two coffee makers and want to send only one of them back, changed my mind",
        "I have two coffee makers, return one please, no longer needed",
        "two coffee makers came, one goes back, no longer needed",
        "ich habe zwei Coffee Maker gekauft und möchte einen zurückschicken, nicht mehr gebraucht",
    ],
)
def test_one_of_two_goes_back(market: Market, words: str) -> None:
    talk, _ = market.bought(MAKERS)
    talk.say(words)
    assert quoted(talk) == ("return_items", ["1"], {"1": 1})


def test_both_are_meant_where_both_are_said(market: Market) -> None:
    talk, _ = market.bought(MAKERS)
    talk.say("I want to return both coffee makers, no longer needed")
    assert quoted(talk) == ("return_items", ["1"], {})


@pytest.mark.parametrize(
    ("first", "action"),
    [
        ("I want to return only one of the two, no longer needed", "return_items"),
        ("ich möchte nur einen von den zweien zurückgeben, nicht mehr gebraucht", "return_items"),
        ("hab 2 coffee maker bestellt, einer hat einen sprung", "refund_order"),
    ],
)
def test_the_number_is_kept_while_the_order_is_asked_for(market: Market, first: str, action: str) -> None:
    talk, order = market.bought(MAKERS)
    market.merchant.order(market.owner(order), [RUG, MAT], status="delivered")
    market.merchant.order(market.owner(order), [("Coffee Maker", 2, "47.00"), MAT], status="delivered")
    talk.say(first)
    talk.say(order)
    assert quoted(talk) == (action, ["1"], {"1": 1})


@pytest.mark.parametrize(
    "words",
    [
        "I ordered a shoe bench and a bedside table. The bench is great but the table is too tall. I want to return the table only",
        "I bought a shoe bench and a bedside table, just the table goes back please, changed my mind",
        "Ich habe eine Shoe Bench und einen Bedside Table gekauft, nur den Bedside Table zurückgeben bitte, gefällt nicht",
    ],
)
def test_what_only_stands_beside_it_is_not_taken(market: Market, words: str) -> None:
    talk, _ = market.bought(BENCH, TABLE)
    talk.say(words)
    assert quoted(talk) == ("return_items", ["2"], {})


@pytest.mark.parametrize(
    "words",
    [
        "i just opened the box with my bedside table and there are only 3 legs in it. how do i get the 4th one",
        "one leg of my bedside table is missing",
        "bei meinem bedside table fehlt ein bein",
    ],
)
def test_a_missing_leg_is_for_a_person_and_no_line(market: Market, words: str) -> None:
    talk, _ = market.bought(BENCH, TABLE, RUG, MAT)
    answer = talk.say(words)
    assert quoted(talk) is None
    assert "Bedside Table" in text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_what_is_to_go_and_what_stays_in_one_breath(market: Market) -> None:
    talk, _ = market.bought(RUG, MAT, status="processed")
    answer = talk.say("bitte bath mat aus der bestellung nehmen den jute rug will ich behalten")
    assert "so, wie es ist" not in text_of(answer)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] != []
    assert quoted(talk) is None
