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


def two_under_way(market: Market) -> tuple[Talk, str, str]:
    """The clock was looked at; the dish is in another order."""
    customer = market.merchant.customer()
    dish = market.merchant.order(customer, [("Stoneware Baking Dish", 1, "40.00")], status="shipped")
    clock = market.merchant.order(customer, [("Wall Clock", 1, "59.00")], status="shipped")
    talk = market.talk(customer)
    assert clock in text_of(talk.say("when does my wall clock come"))
    return talk, clock, dish


@pytest.mark.parametrize(
    "words",
    [
        "and the baking dish, is that in the same parcel?",
        "und die Auflaufform, kommt die im selben Paket?",
        "does the baking dish come in the same parcel?",
        "no, I meant the baking dish from my other order",
        "Nein, ich meinte die Auflaufform aus der anderen Bestellung",
        "nein ich meine die Auflaufform",
    ],
)
def test_goods_of_another_order_are_told_of_that_one(market: Market, words: str) -> None:
    talk, _, dish = two_under_way(market)
    answer = talk.say(words)
    assert dish in text_of(answer)
    assert not says_any(answer, "sorry that it isn", "dass es nicht das ist"), text_of(answer)


@pytest.mark.parametrize("words", ["is it all in one parcel?", "kommt alles in einem Paket?"])
def test_a_question_that_names_no_goods_stays_with_the_order(market: Market, words: str) -> None:
    talk, _, _ = two_under_way(market)
    assert "Wall Clock" in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words", ["the ones on its way, paring knives", "the paring knives on their way", "the knives that are on the way"]
)
def test_goods_and_where_they_are_name_one_order(market: Market, words: str) -> None:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Paring Knife", 1, "20.00")], status="processed")
    market.merchant.order(customer, [("Camp Hammock", 1, "40.00")], status="shipped")
    knife = market.merchant.order(customer, [("Paring Knife", 2, "20.00")], status="shipped")
    talk = market.talk(customer)
    talk.say("when do they get here")
    assert f"{knife} " in text_of(talk.say(words))
