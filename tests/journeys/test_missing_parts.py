"""A part of goods that is missing is sent by a person; what is only asked about is not missing.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import says_any, text_of

SHELF, CLOCK = ("Oak Bookshelf", 1, "182.50"), ("Wall Clock", 1, "53.50")


@pytest.mark.parametrize(
    "words",
    [
        "the screws for the bookshelf are missing, can you send them",
        "the bookshelf, the anti-tip strap was missing from the box",
        "one screw missing from the bookshelf",
        "beim Bookshelf fehlt die Anleitung",
    ],
)
def test_a_part_is_sent_and_the_whole_is_not_refunded(market: Market, words: str) -> None:
    talk, _ = market.bought(SHELF)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert says_any(answer, "what is missing of 1", "was an 1"), text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_the_money_goes_back_where_it_is_wanted(market: Market) -> None:
    talk, _ = market.bought(SHELF)
    talk.say("one screw missing from the bookshelf")
    talk.say("I want my money back")
    assert talk.state()["pending_action"]["amount"]["amount"] == "182.50"


@pytest.mark.parametrize("words", ["the bookshelf is missing", "the bookshelf arrived broken"])
def test_goods_that_are_missing_or_broken_are_refunded(market: Market, words: str) -> None:
    talk, _ = market.bought(SHELF)
    talk.say(words)
    assert talk.state()["pending_action"]["name"] == "refund_order"


@pytest.mark.parametrize(
    "words",
    [
        "was für eine Batterie kommt in die Wall Clock? lag keine dabei",
        "which batteries go in the wall clock, none were included",
        "what battery does the wall clock need? there was none in the box",
    ],
)
def test_what_is_asked_about_is_not_missing(market: Market, words: str) -> None:
    talk, _ = market.bought(CLOCK)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert answer["turn"]["intent"] == "product_question"
