"""What was spoken of goes on being meant: a wish for the money after a look is of that order, and a complaint is not asked what it is of.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

ASKS_AGAIN = ("Tell me what went wrong", "Was ist schiefgelaufen")


def looked_at(market: Market) -> tuple[Talk, str]:
    """An order on its way was looked at; two others came before."""
    customer = market.merchant.customer()
    for name in ("Bookshelf", "Storage Basket"):
        market.merchant.order(customer, [(name, 1, "40.00")])
    order = market.merchant.order(customer, [("Desk Lamp", 2, "59.00")], status="shipped")
    talk = market.talk(customer)
    assert order in text_of(talk.say("where are my desk lamps? nothing on my porch"))
    return talk, order


@pytest.mark.parametrize(
    "words",
    [
        "can you just refund me then",
        "then I want my money back",
        "ok refund me please",
        "dann will ich mein Geld zurück",
        "just give me a refund",
    ],
)
def test_the_money_is_for_the_order_that_was_looked_at(market: Market, words: str) -> None:
    talk, order = looked_at(market)
    answer = talk.say(words)
    assert order in text_of(answer)
    assert not says_any(answer, "Which order", "Um welche Bestellung"), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words", ["I want a refund for something from an older order", "refund the bookshelf please, it came broken"]
)
def test_another_order_is_not_taken_for_it(market: Market, words: str) -> None:
    talk, order = looked_at(market)
    assert f"{order} is on its way" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    [
        "i checked behind the plants and asked next door. nothing",
        "well its not there. I checked twice",
        "this is really annoying",
    ],
)
def test_a_complaint_after_a_look_is_offered_a_person(market: Market, words: str) -> None:
    talk, _ = looked_at(market)
    assert not says_any(talk.say(words), *ASKS_AGAIN)
