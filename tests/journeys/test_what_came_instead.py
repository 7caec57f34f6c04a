"""What came in place of what was ordered is never what is wanted; and of two pieces the one that is meant stays the one.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

MUGS = ("Oyster Mug", 2, "10.00")


def broken_mug(market: Market) -> Talk:
    talk, _ = market.bought(MUGS)
    talk.say("one of the two mugs came chipped, the other one is fine")
    assert talk.state()["pending_action"]["amount"]["amount"] == "10.00"
    return talk


@pytest.mark.parametrize(
    "words", ["cant you just send me another mug instead", "no, I'd rather have a new mug", "lieber einen neuen Mug bitte"]
)
def test_one_of_two_is_sent_again_as_one(market: Market, words: str) -> None:
    answer = broken_mug(market).say(words)
    assert "1 × Oyster Mug" in text_of(answer)


@pytest.mark.parametrize(
    "words", ["yeah but only one mug, not two. the other ones fine", "yes but just one please", "ja, aber nur eine"]
)
def test_a_yes_that_says_how_many_is_a_yes(market: Market, words: str) -> None:
    talk = broken_mug(market)
    talk.say("cant you just send me another mug instead")
    assert talk.say(words)["turn"]["outcome"] == "handed_off"


def test_the_money_is_that_of_the_one(market: Market) -> None:
    talk = broken_mug(market)
    talk.say("cant you just send me another mug instead")
    talk.say("money back")
    assert talk.state()["pending_action"]["amount"]["amount"] == "10.00"


def test_both_are_both(market: Market) -> None:
    talk = broken_mug(market)
    talk.say("no I want to return both mugs")
    assert talk.state()["pending_action"]["amount"]["amount"] == "20.00"


WRONG = (
    "I got the mugs in white instead of blue",
    "you sent me white mugs instead of the blue ones",
    "the mugs came in white rather than blue, can you swap them",
    "ich hab die Mugs in Weiß bekommen statt in Blau",
    "Von den beiden Mugs ist einer in Weiß gekommen statt in Blau",
)


@pytest.mark.parametrize("words", WRONG)
def test_what_came_instead_is_not_wanted(market: Market, words: str) -> None:
    talk, _ = market.bought(MUGS)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert says_any(answer, "a colleague", "aus unserem Team"), text_of(answer)


@pytest.mark.parametrize("words", ["the mugs", "I want blue", "das richtige Set, Blau", "the right ones"])
def test_the_right_one_is_taken_by_its_name(market: Market, words: str) -> None:
    talk, _ = market.bought(MUGS)
    talk.say("you sent me the wrong mugs")
    assert talk.say(words)["turn"]["outcome"] == "handed_off"
