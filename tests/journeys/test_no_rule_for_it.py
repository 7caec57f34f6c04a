"""What no rule gives is not quoted as something else: a part of the price back, and a stolen parcel whose order nobody named.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def home(market: Market) -> tuple[Talk, str]:
    """Somebody with one order that came."""
    return market.bought(("Iron Skillet", 1, "40.00"), ("Desk Lamp", 1, "80.00"))


@pytest.mark.parametrize(
    "words",
    [
        "knock 20 bucks off",
        "give me half back and i keep it",
        "i'll keep the skillet if you knock 15 off",
        "partial refund for the lamp please",
        "can you do something on the price",
        "gib mir 20 Euro Rabatt",
        "ich behalte die Desk Lamp, wenn Sie mir die Hälfte erstatten",
        "kann ich einen Preisnachlass bekommen",
    ],
)
def test_a_discount_is_no_quote_and_a_person_is_offered(market: Market, home: tuple[Talk, str], words: str) -> None:
    talk, order = home
    answer = talk.say(words)
    assert any(said in text_of(answer) for said in ("no rule", "keine Regel"))
    assert answer["messages"][-1]["citations"] == []
    assert talk.state()["pending_action"] is None
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words", ["knock 10 off and i keep it", "just give me 20 and i keep it", "nein, gebt mir die Hälfte und ich behalte sie"]
)
def test_a_quote_that_waits_is_not_what_was_meant_then(market: Market, home: tuple[Talk, str], words: str) -> None:
    talk, order = home
    talk.say("i want to return the lamp, changed my mind")
    assert talk.state()["pending_action"] is not None
    told = text_of(talk.say(words))
    assert any(said in told for said in ("nothing was changed", "nichts geändert"))
    assert talk.state()["pending_action"] is None
    talk.say("no")
    assert market.merchant.done_for(market.owner(order)) == []


def test_a_sum_for_damaged_goods_is_refunded_as_the_policy_allows(home: tuple[Talk, str]) -> None:
    home[0].say("refund me 20 dollars for the scratched lamp and i keep it")
    assert home[0].state()["pending_action"]["amount"]["amount"] == "20.00"


@pytest.mark.parametrize(
    "words", ["do you have student discounts?", "my discount code does not work", "i want my money back"]
)
def test_what_only_sounds_like_a_discount_is_none(home: tuple[Talk, str], words: str) -> None:
    assert "no rule" not in text_of(home[0].say(words))


@pytest.mark.parametrize(
    "words",
    [
        "someone stole my parcel",
        "porch pirate took it",
        "my package got stolen",
        "it was stolen",
        "stolen off my porch",
        "a neighbour nicked my parcel",
        "the parcel was taken from my doorstep",
        "somebody swiped my package",
        "mein Paket wurde geklaut",
        "jemand hat mein Paket gestohlen",
        "geklaut",
    ],
)
def test_of_a_stolen_parcel_the_order_is_asked_and_then_the_policy_tells(home: tuple[Talk, str], words: str) -> None:
    talk, order = home
    asked = talk.say(words)
    assert asked["turn"]["outcome"] == "asked_for_input"
    assert talk.state()["pending_action"] is None
    assert order in [action["value"] for action in asked["messages"][-1]["actions"]]
    talk.say(order)
    pending = talk.state()["pending_action"]
    assert (pending["name"], pending["arguments"]["order_id"], pending["arguments"]["reason"]) == (
        "refund_order",
        order,
        "missing",
    )


def test_a_stolen_parcel_whose_order_is_named_or_was_spoken_of_is_that_one(home: tuple[Talk, str]) -> None:
    talk, order = home
    talk.say(f"where is {order}?")
    talk.say("someone stole it")
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order


@pytest.mark.parametrize("words", ["someone stole my card and ordered things", "my account was stolen"])
def test_a_stolen_card_or_account_is_urgent(home: tuple[Talk, str], words: str) -> None:
    assert home[0].say(words)["turn"]["outcome"] == "handed_off"
