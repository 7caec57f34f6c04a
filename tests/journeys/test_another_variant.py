"""Goods that are wanted in another size, colour or the like, in customers' own words: an exchange, or a change of an order in hand.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.merchant import Market, usd
from tests.service import Talk, text_of

JACKET = {"size": ("M", "L", "XL"), "colour": ("moss", "navy")}
RACK = {"wood": ("oak", "ash", "pine")}


def _sells(market: Market, name: str, options: dict[str, tuple[str, ...]]) -> None:
    """All combinations of options, at one price; a variant's id is made of its values."""
    combined: list[dict[str, str]] = [{}]
    for option, values in options.items():
        combined = [{**one, option: value} for one in combined for value in values]
    variants = [
        {"variant_id": f"V-{'-'.join(one.values())}", "price": usd("90.00"), "options": one, "available": True}
        for one in combined
    ]
    market.merchant.products[f"P-{name}"] = {"id": f"P-{name}", "name": name, "variants": variants}


@pytest.fixture
def shopper(market: Market) -> Talk:
    """A jacket (L, moss) and an apron that came, and coat racks (oak) that are being prepared."""
    _sells(market, "Garden Jacket", JACKET)
    _sells(market, "Coat Rack", RACK)
    customer = market.merchant.customer()
    came = [("Garden Jacket", 1, "90.00"), ("Linen Apron", 1, "32.00")]
    market.merchant.order(customer, came, options=[{"size": "L", "colour": "moss"}, {}])
    market.merchant.order(customer, [("Coat Rack", 2, "90.00")], status="pending", options=[{"wood": "oak"}])
    return market.talk(customer)


def _quoted(talk: Talk) -> tuple[str, str] | None:
    """The action of the quote that waits and the variant that it brings."""
    pending: dict[str, Any] | None = talk.state()["pending_action"]
    if pending is None:
        return None
    changes = pending["arguments"].get("changes") or [{}]
    return pending["name"], changes[0].get("variant_id", "")


@pytest.mark.parametrize(
    ("words", "variant"),
    [
        ("i wanna send back the jacket its too small, can i get XL instead? moss. and the apron has a stain", "V-XL-moss"),
        ("jacket its too small, can i get XL instead?", "V-XL-moss"),
        ("the garden jacket is too tight, can I have one size up?", "V-XL-moss"),
        ("I need the garden jacket bigger", "V-XL-moss"),
        ("could you take the jacket back and send me an XL instead", "V-XL-moss"),
        ("I don't want my money back for the jacket, just a bigger one", "V-XL-moss"),
        ("too small, the jacket. XL please", "V-XL-moss"),
        ("I have the jacket in L, it's too big. M please", "V-M-moss"),
        ("I'd rather have the jacket in navy, no refund please", "V-L-navy"),
        ("die jacke ist zu klein, kann ich XL haben?", "V-XL-moss"),
        ("Garden Jacket bitte eine Nummer größer", "V-XL-moss"),
        ("Garden Jacket bitte eine Nummer kleiner", "V-M-moss"),
        ("die Jacke passt nicht, hätte sie gern in XL", "V-XL-moss"),
        ("die Jacke in navy statt moss bitte", "V-L-navy"),
    ],
)
def test_goods_that_came_are_exchanged(shopper: Talk, words: str, variant: str) -> None:
    shopper.say(words)
    assert _quoted(shopper) == ("exchange_items", variant)


@pytest.mark.parametrize(
    ("words", "variant"),
    [
        ("I'd like the coat racks in ash instead of oak", "V-ash"),
        ("the coat racks in pine instead of oak please", "V-pine"),
        ("coat racks: ash not oak", "V-ash"),
        ("make the coat racks pine not oak please", "V-pine"),
        ("you charged me twice for the apron, also the coat racks I'd like ash instead of oak", "V-ash"),
    ],
)
def test_what_is_being_prepared_is_changed(shopper: Talk, words: str, variant: str) -> None:
    shopper.say(words)
    assert _quoted(shopper) == ("change_order_items", variant)


@pytest.mark.parametrize(
    "words",
    [
        "I'd like the coat racks in oak instead of ash",
        "coat racks: oak not ash please",
        "the jacket in moss please, not navy",
        "die Jacke bitte in moss statt navy",
        "the jacket doesn't fit, can I get L instead?",
    ],
)
def test_what_is_so_already_is_said_to_be(shopper: Talk, words: str) -> None:
    reply = shopper.say(words)
    assert _quoted(shopper) is None
    assert any(said in text_of(reply) for said in ("like that already", "schon")), text_of(reply)


@pytest.mark.parametrize(
    ("words", "variant"),
    [
        ("no i dont want refund i want navy instead. exchange!", "V-L-navy"),
        ("actually can I have it in navy instead?", "V-L-navy"),
        ("no money back, I need a smaller size", "V-M-moss"),
        ("nein ich will keine Erstattung, bitte in navy statt moss", "V-L-navy"),
    ],
)
def test_a_return_that_was_quoted_becomes_an_exchange(shopper: Talk, words: str, variant: str) -> None:
    shopper.say("I want to return the jacket")
    assert shopper.state()["pending_action"]["name"] == "return_items"
    shopper.say(words)
    assert _quoted(shopper) == ("exchange_items", variant)


def test_there_is_none_beyond_the_largest(market: Market) -> None:
    _sells(market, "Garden Jacket", JACKET)
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Garden Jacket", 1, "90.00")], options=[{"size": "XL", "colour": "moss"}])
    talk = market.talk(customer)
    assert "no larger one" in text_of(talk.say("the jacket is too small, one size up please"))
    assert _quoted(talk) is None


@pytest.mark.parametrize(
    "words",
    [
        "can I get my money back for the jacket instead",
        "the jacket is too small, refund please",
        "send the jacket to my office instead",
        "I'd like to keep the moss jacket",
        "do you have the jacket bigger?",
        "die Jacke ist zu klein, Geld zurück bitte",
        "can you deliver on Friday instead of Monday",
        "is there a larger one?",
    ],
)
def test_what_else_is_wanted_is_no_exchange(shopper: Talk, words: str) -> None:
    shopper.say(words)
    assert (_quoted(shopper) or ("", ""))[0] not in ("exchange_items", "change_order_items")


def test_goods_that_go_back_beside_others_that_are_swapped_stay_two_wishes(shopper: Talk) -> None:
    reply = shopper.say("return the apron and can I get the jacket in navy instead of moss")
    quote = _quoted(shopper)
    assert quote is not None
    assert quote[0] in ("return_items", "exchange_items")
    shopper.say("yes")
    after = _quoted(shopper)
    assert after is not None, text_of(reply)
    assert {quote[0], after[0]} == {"return_items", "exchange_items"}
