"""Goods of one's own that do not fit are to be swapped or sent back: both are offered, and no money is quoted as for damage."""

import pytest

from tests.journeys.test_what_there_is import sold
from tests.merchant import Market
from tests.service import Talk, says_any, text_of


@pytest.fixture(scope="module")
def shop(market: Market) -> Market:
    sold(
        market,
        "Round Wall Mirror",
        *({"size": size, "frame": frame} for size in ("50 cm", "70 cm", "90 cm") for frame in ("oak", "black")),
    )
    sold(
        market,
        "Linen Duvet Cover",
        *({"size": size, "colour": colour} for size in ("double", "king") for colour in ("sand", "slate")),
    )
    return market


def customer(shop: Market, region: str = "US") -> Talk:
    who = shop.merchant.customer()
    lines = [("Round Wall Mirror", 1, "90.00"), ("Linen Duvet Cover", 1, "90.00")]
    shop.merchant.order(who, lines, options=[{"size": "90 cm", "frame": "black"}, {"size": "king", "colour": "sand"}])
    return shop.served.signed_in(who, region=region, locale="de-DE" if region == "DE" else "en-US")


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("the mirror is too big for our hallway", "US"),
        ("the mirror doesn't fit", "US"),
        ("Bought a mirror off you and it's way too big for the hallway, have you got it smaller?", "US"),
        ("my mirror does not fit, what can I do?", "US"),
        ("Hallo, der Bettbezug ist viel zu groß für unsere Decke", "DE"),
        ("Mein Bettbezug ist zu groß, gibts den kleiner?", "DE"),
        ("der bettbezug passt nicht", "DE"),
    ],
)
def test_a_swap_and_a_return_are_offered(shop: Market, words: str, region: str) -> None:
    talk = customer(shop, region)
    answer = talk.say(words)
    assert says_any(answer, "would you like instead", "möchten Sie statt")
    assert says_any(answer, "you can also return it", "auch zurückgeben")
    assert talk.state()["pending_action"] is None


def test_what_was_chosen_is_quoted(shop: Market) -> None:
    talk = customer(shop)
    talk.say("the mirror is too big for our hallway")
    assert "90 cm, frame black → size 70 cm, frame black" in text_of(talk.say("70 in black please"))


def test_the_return_is_taken(shop: Market) -> None:
    talk = customer(shop)
    talk.say("the mirror is too big for our hallway")
    answer = talk.say("I'd rather return it")
    assert answer["turn"]["tool_calls"][-1]["name"] == "return_items"
    assert "1 × Round Wall Mirror" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "what if the mirror is too big?",
        "is the 90 cm mirror too big for a small hall?",
        "can I exchange my mirror if it is too big?",
    ],
)
def test_what_is_only_supposed_begins_nothing(shop: Market, words: str) -> None:
    answer = customer(shop).say(words)
    assert answer["turn"]["tool_calls"] == []


def test_what_is_broken_too_is_for_a_refund(shop: Market) -> None:
    answer = customer(shop).say("my mirror arrived too big and cracked")
    assert answer["turn"]["tool_calls"][-1]["arguments"]["reason"] == "damaged"
