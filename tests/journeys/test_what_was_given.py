"""A guest's order is tracked by what was given, in whichever message and order; and nothing that was given is read twice."""

import pytest

from tests.merchant import Market
from tests.service import Served, text_of

ORDER, POSTCODE, EMAIL = "HP104251", "53789", "maya.torres1@example.com"


@pytest.mark.parametrize(
    "messages",
    [
        [f"where is my order {ORDER}?", POSTCODE],
        [f"where is my order {ORDER}? my postcode is {POSTCODE}"],
        [f"my zip is {POSTCODE}, where is {ORDER}"],
        ["where is my parcel", f"it's {EMAIL} and the order is {ORDER}"],
        ["where is my parcel", f"{ORDER}", f"{POSTCODE}"],
        ["where is my parcel", f"my postcode is {POSTCODE}", f"{ORDER}"],
        ["where is my parcel", f"{EMAIL}", f"{ORDER}"],
    ],
    ids=lambda m: " · ".join(m),
)
def test_an_order_is_tracked_by_what_was_given(demo: Served, messages: list[str]) -> None:
    talk = demo.talk(region="US")
    for words in messages:
        answer = talk.say(words)
    calls = [(c["name"], c["status"]) for c in answer["turn"]["tool_calls"]]
    assert calls == [("verify", "succeeded"), ("track_order", "succeeded")], text_of(answer)
    assert answer["turn"]["tool_calls"][1]["arguments"]["order_id"] == ORDER


def test_a_wrong_first_postcode_is_said_and_the_next_one_tried(demo: Served) -> None:
    talk = demo.talk(region="US")
    assert "couldn't match" in text_of(talk.say(f"where is my order {ORDER}? my postcode is 90210"))
    assert talk.say(POSTCODE)["turn"]["outcome"] == "answered"


def test_the_reason_of_the_first_message_is_not_asked_for_again(demo: Served) -> None:
    order = next(o for o in demo.orders("pending") if o["shipping_address"]["country"] == "US")
    talk = demo.talk(region="US")
    talk.say(f"cancel {order['id']}, I ordered it by mistake")
    asked = talk.say(order["shipping_address"]["postcode"])
    assert "six-digit code" in text_of(asked)
    assert asked["turn"]["tool_calls"][-1]["status"] == "needs_identity"


def test_a_new_address_is_no_new_piece_of_goods(market: Market) -> None:
    talk, _ = market.bought(("Bookshelf", 1, "80.00"))
    talk.say("I want to update my details")
    answer = talk.say("my email. new one is bob@example.org")
    assert "exchange_items" not in [call["name"] for call in answer["turn"]["tool_calls"]], text_of(answer)
