"""Fewer pieces of an order that is being prepared are no refund: that a part cannot go is said, and a person offered.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of

AS_A_WHOLE = ("as a whole", "nur als Ganzes")


@pytest.fixture
def twice(market: Market) -> tuple[Talk, str]:
    """Two pans that are being prepared, and a lamp that came."""
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Desk Lamp", 1, "84.00")])
    return market.talk(customer), market.merchant.order(customer, [("Copper Milk Pan", 2, "91.00")], status="pending")


@pytest.mark.parametrize(
    "words",
    [
        "Can you change the quantity of the Copper Milk Pan in {} from 2 to 1?",
        "Menge auf 1 ändern beim Copper Milk Pan in {}",
        "Ich brauche vom Copper Milk Pan in {} nur einen statt zwei",
        "Please change {}: I only need one Copper Milk Pan, not two",
    ],
)
def test_a_smaller_quantity_is_told_to_be_none_of_ours(twice: tuple[Talk, str], words: str) -> None:
    talk, order = twice
    reply = talk.say(words.format(order))
    assert any(said in text_of(reply) for said in AS_A_WHOLE), text_of(reply)
    assert {call["name"] for call in reply["turn"]["tool_calls"]} <= {"change_order_items", "cancel_order"}


@pytest.mark.parametrize(
    "words",
    [
        "Hiya Pip! Mine started with the dog eating a slipper haha. Any chance of a lil something off for a loyal customer?",
        "is there anything off for returning customers?",
        "Gibt es einen kleinen Nachlass für treue Kunden?",
    ],
)
def test_something_off_for_loyalty_is_no_refund(twice: tuple[Talk, str], words: str) -> None:
    reply = twice[0].say(words)
    assert not reply["turn"]["tool_calls"], text_of(reply)
    assert any(said in text_of(reply) for said in ("take something off a price", "Preis")), text_of(reply)


@pytest.mark.parametrize(
    "words",
    [
        "i want ONE Copper Milk Pan instead of TWO in {}",
        "Two Copper Milk Pans in {}?? Cancel the extra one, I ordered one",
        "change {} from 2 Copper Milk Pans to 1",
        "{}: ein Copper Milk Pan statt zwei bitte",
    ],
)
def test_a_number_in_the_place_of_a_larger_one_is_no_other_variant(twice: tuple[Talk, str], words: str) -> None:
    talk, order = twice
    reply = talk.say(words.format(order))
    assert any(said in text_of(reply) for said in AS_A_WHOLE), text_of(reply)
    assert talk.state()["pending_action"] is None


def test_what_is_wanted_beside_fewer_pieces_is_served(twice: tuple[Talk, str]) -> None:
    talk, order = twice
    reply = talk.say(f"Two Copper Milk Pans in {order}?? Cancel the extra one and while you're at it where's my lamp")
    assert any(said in text_of(reply) for said in AS_A_WHOLE), text_of(reply)
    assert "track_order" in {call["name"] for call in reply["turn"]["tool_calls"]}


@pytest.mark.parametrize("words", ["ive got too many towels, can i send some back", "can I send a few of the towels back?"])
def test_goods_that_are_sent_back_are_no_money(market: Market, words: str) -> None:
    talk, _ = market.bought(("Linen Tea Towel", 4, "10.00"))
    answer = talk.say(words)
    assert answer["turn"]["tool_calls"][-1]["name"] == "return_items", text_of(answer)
