"""Asked for the variant that the order has, it is said so; goods that two orders hold are asked for by order; what the wish said of the
variant holds while something else is asked.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market, usd
from tests.service import Talk, says_any, text_of

SIZES = ("S", "M", "L")
COLOURS = ("moss", "navy")


def jackets(market: Market, *statuses: str) -> tuple[Talk, list[str]]:
    """Orders of a jacket M in moss and of gloves, one by one newer."""
    customer = market.merchant.customer()
    market.merchant.products["P-Jacket"] = {
        "id": "P-Jacket",
        "name": "Jacket",
        "variants": [
            {
                "variant_id": f"V-Jacket-{size}-{colour}",
                "price": usd("157.00"),
                "options": {"size": size, "colour": colour},
                "available": True,
            }
            for size in SIZES
            for colour in COLOURS
        ],
    }
    lines = [("Jacket", 1, "157.00"), ("Gloves", 1, "19.00")]
    options = [{"size": "M", "colour": "moss"}]
    placed = [
        market.merchant.order(customer, lines, status=status, options=options, placed_at=f"2026-10-{10 + at}T10:00:00+00:00")
        for at, status in enumerate(statuses)
    ]
    return market.talk(customer), placed


def wanted_variant(talk: Talk) -> str:
    return str(talk.state()["pending_action"]["arguments"]["changes"][0]["variant_id"])


@pytest.mark.parametrize(
    ("words", "had"),
    [
        ("hi, jacket is too big can i get a medium instead", "like that already"),
        ("can I swap the jacket for a moss one", "like that already"),
        ("exchange the jacket for M", "like that already"),
        ("jacket doesnt fit, can you change it to medium moss", "like that already"),
        ("Die Jacket ist zu groß, kann ich M haben", "schon: 1 × Jacket (size M, colour moss)"),
    ],
)
def test_what_the_order_has_is_said_and_another_is_asked_for(market: Market, words: str, had: str) -> None:
    talk, _ = jackets(market, "delivered")
    answer = talk.say(words)
    assert had in text_of(answer)
    assert says_any(answer, "Which other", "Welche andere")
    assert quote_of(talk) is None
    talk.say("the small. moss")
    assert wanted_variant(talk) == "V-Jacket-S-moss"


def test_so_it_is_before_the_order_leaves(market: Market) -> None:
    talk, [order] = jackets(market, "pending")
    assert "like that already" in text_of(talk.say(f"change the jacket of {order} to moss"))
    talk.say("ah. navy then")
    assert wanted_variant(talk) == "V-Jacket-M-navy"


@pytest.mark.parametrize(
    "words", ["you sent me a large jacket, I ordered a medium, swap it", "wrong jacket, i want the M i ordered"]
)
def test_what_came_otherwise_is_a_colleagues(market: Market, words: str) -> None:
    talk, _ = jackets(market, "delivered")
    assert says_any(talk.say(words), "a colleague can")


def test_a_smaller_one_is_the_only_one_that_is(market: Market) -> None:
    talk, _ = jackets(market, "delivered")
    talk.say("jacket is too big can i get a smaller one")
    assert wanted_variant(talk) == "V-Jacket-S-moss"


@pytest.mark.parametrize(
    ("answer", "newer", "action"),
    [
        ("the one i just ordered", True, "change_order_items"),
        ("the new one, not the old one", True, "change_order_items"),
        ("the older one", False, "exchange_items"),
        ("die alte", False, "exchange_items"),
    ],
)
def test_goods_that_two_orders_hold_are_asked_for_by_order(market: Market, answer: str, newer: bool, action: str) -> None:
    talk, [old, new] = jackets(market, "delivered", "pending")
    assert "Which order" in text_of(talk.say("can I swap the jacket for a navy one"))
    talk.say(answer)
    assert quote_of(talk) == (action, new if newer else old, ["1"])
    assert wanted_variant(talk) == "V-Jacket-M-navy"


def test_goods_that_came_broken_have_come(market: Market) -> None:
    talk, [old, _] = jackets(market, "delivered", "pending")
    talk.say("the jacket came torn, can i swap it for a navy one")
    assert quote_of(talk) == ("exchange_items", old, ["1"])


def test_the_variant_that_was_named_holds_while_the_goods_are_asked_for(market: Market) -> None:
    talk, [order] = jackets(market, "delivered")
    talk.say(f"I want to exchange something of {order}, i need the small. moss")
    if talk.state()["pending_action"] is None:  # only the jacket comes in small and moss: it need not be asked for
        talk.say("the jacket")
    assert quote_of(talk) == ("exchange_items", order, ["1"])
    assert wanted_variant(talk) == "V-Jacket-S-moss"


def test_what_it_is_may_be_looked_at_between_and_the_goods_are_told_by_the_variant(market: Market) -> None:
    talk, [order, other] = jackets(market, "delivered", "shipped")
    market.merchant.products["P-Gloves"] = {
        "id": "P-Gloves",
        "name": "Gloves",
        "variants": [{"variant_id": "V-Gloves", "price": usd("19.00"), "options": {}, "available": True}],
    }
    talk.say("jacket is too big can i get a medium instead")
    looked = text_of(talk.say("wait is that not what i have already?"))
    assert order in looked
    assert other not in looked
    talk.say("ah its a medium already, so i need the small. moss")
    assert quote_of(talk) == ("exchange_items", order, ["1"])
    assert wanted_variant(talk) == "V-Jacket-S-moss"
