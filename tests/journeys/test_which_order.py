"""Which order is meant, told by what it holds or by what was said before, and never one that was not among those asked about."""

from typing import Any

import pytest

from tests.merchant import Market, Merchant, usd
from tests.service import Talk, text_of

Json = dict[str, Any]
ELSEWHERE = {"line1": "9 Pine Road", "city": "Boise", "state": "ID", "postcode": "83702", "country": "US"}


def two_orders(market: Market, *, status: str = "pending", **of_the_second: Any) -> tuple[Talk, str, str]:
    """Of lamp and rug, and of two wristwatches and a puzzle; which is the newer."""
    shop: Merchant = market.merchant
    who = shop.customer()
    first = shop.order(who, [("Desk Lamp", 1, "40.00"), ("Rug", 1, "90.00")], status=status)
    straps = [{"strap": "silicone", "dial": "blue"}, {"strap": "metal", "dial": "blue"}]
    second = shop.order(
        who,
        [("Wristwatch", 1, "120.00"), ("Wristwatch", 1, "150.00"), ("Puzzle", 1, "20.00")],
        status=status,
        options=straps,
        **of_the_second,
    )
    return market.talk(who), first, second


@pytest.mark.parametrize(
    "told",
    [
        "the one with the two watches",
        "I don't remember the order ID, but it's the one with the two watches",
        "it's the order with the puzzle that I need to modify",
        "the parcel that has the watches in it",
        "That's the order containing the puzzle, thanks",
    ],
)
def test_an_order_is_told_by_what_it_holds(market: Market, told: str) -> None:
    talk, _, watches = two_orders(market)
    assert "Which order" in text_of(talk.say("I need to change the delivery address"))
    answer = talk.say(told)
    assert answer["turn"]["tool_calls"][-1]["arguments"]["order_id"] == watches, text_of(answer)
    assert "address" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    ["I don't have the order ID with me right now", "no idea what the order number is", "I can't find the order no."],
)
def test_who_has_no_number_means_no_other_order(market: Market, words: str) -> None:
    shop = market.merchant
    who = shop.customer()
    older = [shop.order(who, [("Laptop", 1, "900.00"), (other, 1, "10.00")]) for other in ("Mouse", "Cable")]
    shop.order(who, [("Tablet", 1, "300.00"), ("Pen", 1, "5.00")], status="pending")
    talk = market.talk(who)
    assert "Which order" in text_of(talk.say("I'd like to return a laptop I received"))
    answer = talk.say(words)
    assert "Which order" in text_of(answer)
    told = talk.say("the one with the mouse")
    assert told["turn"]["tool_calls"][-1]["arguments"]["order_id"] == older[0]
    assert "1 × Laptop" in text_of(told), "the goods were told before the order was"
    assert "Mouse" not in text_of(told)


@pytest.mark.parametrize(
    "words",
    [
        "The address is not new. It's in another one of my orders. Can you use that?",
        "use the one from my other order please",
        "it is on one of my other orders",
        "die steht in einer anderen Bestellung von mir",
    ],
)
def test_an_address_that_another_order_holds(market: Market, words: str) -> None:
    talk, lamp, _ = two_orders(market, shipping_address=ELSEWHERE)
    talk.say(f"please change the address of {lamp}")
    assert "in Boise" in text_of(talk.say(words))
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert "9 Pine Road" in str(market.merchant.ledger[-1])


@pytest.mark.parametrize(
    "words",
    [
        "I want to modify one of the watches from silicone to metal with a white dial",
        "change the silicone watch to metal, dial white please",
        "please swap the wristwatch in silicone for a metal one with a white dial",
    ],
)
def test_what_it_is_now_tells_which_of_two(market: Market, words: str) -> None:
    talk, _, _ = two_orders(market)
    market.merchant.products["P-Wristwatch"] = {
        "id": "P-Wristwatch",
        "name": "Wristwatch",
        "variants": [
            {
                "variant_id": f"V-Wristwatch-{strap}-{dial}",
                "options": {"strap": strap, "dial": dial},
                "price": usd("150.00"),
                "available": True,
            }
            for strap in ("silicone", "metal")
            for dial in ("blue", "white")
        ],
    }
    answer = talk.say(words)
    changes = answer["turn"]["tool_calls"][-1]["arguments"].get("changes")
    assert changes == [{"line_id": "1", "variant_id": "V-Wristwatch-metal-white"}], text_of(answer)


@pytest.mark.parametrize("words", ["my phone broke, I want to return it", "return the phone"])
def test_headphones_are_no_phone(market: Market, words: str) -> None:
    talk, _ = market.bought(("Headphones", 1, "60.00"), ("Mug", 1, "12.00"))
    assert talk.say(words)["turn"]["outcome"] != "asked_for_confirmation"
