"""What came in place of what was ordered is never what is wanted; and of two pieces the one that is meant stays the one.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market, usd
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


WHITE_CAME = (
    "einer der Mugs ist weiß statt grün",
    "one of my mugs is white instead of green",
    "one of the two mugs is white not green",
    "the mug's white instead of green",
    "wrong colour: one mug is white rather than green",
    "statt grün ist einer der Mugs weiß",
    "In der Box war ein weißer statt einem grünen Mug",
    "bestellt waren grüne Mugs, gekommen ist ein weißer",
    "einer der Mugs ist weiß und nicht grün",
)


def two_mugs(market: Market) -> Talk:
    colours = [
        {"variant_id": known, "options": {"glaze": glaze}, "price": usd("10.00"), "available": True}
        for known, glaze in (("V-Oyster Mug", "sea green"), ("V-White", "white"))
    ]
    market.merchant.products["P-Oyster Mug"] = {"id": "P-Oyster Mug", "name": "Oyster Mug", "variants": colours}
    talk, _ = market.bought(MUGS, options=[{"glaze": "sea green"}])
    return talk


@pytest.mark.parametrize("words", WHITE_CAME)
def test_what_goods_are_is_what_came(market: Market, words: str) -> None:
    talk = two_mugs(market)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None, text_of(answer)
    assert says_any(answer, "a colleague", "aus unserem Team"), text_of(answer)


@pytest.mark.parametrize(
    "words", ["I want a green one", "ich will einen grünen", "the green one please", "schickt mir einen grünen"]
)
def test_the_right_colour_is_taken_by_its_name(market: Market, words: str) -> None:
    talk = two_mugs(market)
    talk.say("one of my mugs is white instead of green")
    assert talk.say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["white instead of green please, the mugs", "kann ich die Mugs in weiß statt grün haben"])
def test_what_is_wished_instead_stays_a_wish(market: Market, words: str) -> None:
    answer = two_mugs(market).say(words)
    assert answer["turn"]["intent"] in ("exchange_items", "change_order"), text_of(answer)
