"""A yes with more beside it: never taken for the yes, and nothing of what it says is lost."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def waiting(market: Market) -> tuple[Talk, dict[str, str]]:
    """Somebody with a delivered order, one under way and one to be sent; the return of the lamp waits for a yes."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"), ("Wool Gloves", 2, "19.00"))
    customer = market.owner(lamp)
    orders = {
        "lamp": lamp,
        "clock": market.merchant.order(customer, [("Wall Clock", 1, "35.00")], status="shipped"),
        "mugs": market.merchant.order(customer, [("Tin Mug", 4, "6.00")], status="pending"),
    }
    talk = market.talk(customer)
    talk.say(f"I want to return the lamp from {lamp}")
    assert quote_of(talk) == ("return_items", lamp, ["1"])
    return talk, orders


def done(market: Market, orders: dict[str, str]) -> list[tuple[str, str]]:
    return [(e["kind"], e.get("order_id", "")) for e in market.merchant.done_for(market.owner(orders["lamp"]))]


@pytest.mark.parametrize(
    "words",
    ["Yes please, and where is {clock}?", "yes but where is {clock}?", "Ja, und wo ist {clock}?", "ok, where is {clock}?"],
)
def test_what_can_be_looked_up_is_and_then_the_quote_is_asked_for_again(
    market: Market, waiting: tuple[Talk, dict[str, str]], words: str
) -> None:
    talk, orders = waiting
    answer = talk.say(words.format(**orders))
    assert ("track_order", orders["clock"]) in tools(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])
    assert done(market, orders) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert done(market, orders) == [("return_items", orders["lamp"])]


def test_what_is_sent_follows_the_yes(market: Market, waiting: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = waiting
    answer = talk.say(f"yes, and also send me the invoice for {orders['clock']}")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert "right after this" in text_of(answer)
    assert done(market, orders) == []
    talk.say("yes")
    assert done(market, orders) == [("return_items", orders["lamp"]), ("send_invoice", orders["clock"])]


def test_what_needs_a_yes_of_its_own_is_quoted_after_the_first(market: Market, waiting: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = waiting
    talk.say(f"Yes please, and cancel {orders['mugs']} too, I ordered it by mistake")
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])
    assert done(market, orders) == []
    talk.say("yes")
    assert quote_of(talk) == ("cancel_order", orders["mugs"], [])
    talk.say("yes")
    assert done(market, orders) == [("return_items", orders["lamp"]), ("cancel_order", orders["mugs"])]


def test_after_a_no_the_other_wish_still_comes(market: Market, waiting: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = waiting
    talk.say(f"Yes please, and cancel {orders['mugs']} too, I ordered it by mistake")
    talk.say("no")
    assert quote_of(talk) == ("cancel_order", orders["mugs"], [])
    assert done(market, orders) == []


@pytest.mark.parametrize("words", ["yes, and also the gloves", "yes please, and the gloves", "yes, the gloves too"])
def test_what_changes_the_step_has_it_quoted_anew(market: Market, waiting: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = waiting
    answer = talk.say(words)
    assert done(market, orders) == []
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1", "2"]), text_of(answer)
    assert "nothing was changed" not in text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    "words", ["yes and cancel it", "yes, and pay it to another card", "yes, if it is free", "yes, and maybe", "yes and no"]
)
def test_what_may_be_of_the_step_is_only_asked_again(
    market: Market, waiting: tuple[Talk, dict[str, str]], words: str
) -> None:
    talk, orders = waiting
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
    assert quote_of(talk) == ("return_items", orders["lamp"], ["1"])
    assert done(market, orders) == []


def test_my_other_order_is_never_the_one_that_was_just_spoken_of(waiting: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = waiting
    answer = talk.say("Yes please, and where is my other order?")
    assert orders["lamp"] not in [order for _, order in tools(answer)]
    looked_up = talk.say(orders["clock"])
    assert ("track_order", orders["clock"]) in tools(looked_up)
    assert looked_up["turn"]["outcome"] == "asked_for_confirmation"  # what was agreed to is not forgotten meanwhile
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
