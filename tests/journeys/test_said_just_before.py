"""What was said just before holds: the same is asked of other goods, a mail goes where it went, goods are called in other words.

One file: the conversations share a service."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import Talk, text_of

_GUESTS = count(1)


@pytest.fixture
def shopper(market: Market) -> tuple[Talk, dict[str, str]]:
    """Four orders: a hammock and cups that are on their way, candles twice."""
    customer = market.merchant.customer()
    orders = {
        "hammock": market.merchant.order(customer, [("Camp Hammock", 1, "51.00")], status="shipped"),
        "cups": market.merchant.order(customer, [("Measuring Cup Set", 1, "21.00")], status="shipped"),
        "candles": market.merchant.order(customer, [("Beeswax Candle", 1, "12.00")], status="shipped"),
        "more": market.merchant.order(customer, [("Beeswax Candle", 2, "12.00")], status="pending"),
    }
    return market.talk(customer), orders


@pytest.mark.parametrize(
    "words",
    ["and the cups?", "what about the measuring cups", "no i mean the measuring cups i ordered", "und die Messbecher?"],
)
def test_the_same_is_asked_of_other_goods(shopper: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = shopper
    assert tools(talk.say("where is my hammock")) == [("track_order", orders["hammock"])]
    assert tools(talk.say(words)) == [("track_order", orders["cups"])]


def test_goods_of_two_orders_are_asked_for(shopper: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = shopper
    talk.say("where is my hammock")
    answer = talk.say("and the candle?")
    assert "Which order" in text_of(answer)
    assert orders["cups"] not in str(answer["messages"][-1]["actions"])


@pytest.mark.parametrize("words", ["and how much is shipping?", "and the kettle?", "and the invoice?"])
def test_what_is_no_goods_of_theirs_is_not_looked_up(shopper: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, _ = shopper
    talk.say("where is my hammock")
    assert ("track_order", "") not in tools(talk.say(words))
    assert "Which order" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    ["no parcel!! the password email", "i need the password reset email, it hasnt come"],
)
def test_a_password_link_is_sent_again_to_the_address_that_was_given(market: Market, words: str) -> None:
    talk = market.served.talk(region="US")
    talk.say("i forgot my password")
    assert "on its way" in text_of(talk.say(f"jenny{next(_GUESTS)}.walsh@example.com"))
    answer = talk.say(words)
    assert "on its way" in text_of(answer)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] == ["send_password_reset"]


def mills(market: Market) -> tuple[Talk, str]:
    customer = market.merchant.customer()
    now = datetime.now(UTC)
    market.merchant.order(
        customer, [("Paper Lantern", 1, "9.00")], status="shipped", placed_at=(now - timedelta(days=9)).isoformat()
    )
    order = market.merchant.order(
        customer, [("Salt and Pepper Mills", 1, "42.00")], status="pending", placed_at=(now - timedelta(days=1)).isoformat()
    )
    return market.talk(customer), order


def test_goods_are_told_by_the_first_words_of_their_name(market: Market) -> None:
    talk, order = mills(market)
    assert tools(talk.say("where is the salt and pepper set i ordered")) == [("track_order", order)]


@pytest.mark.parametrize("words", ["the salt and pepper set", "the one from yesterday", "die von gestern"])
def test_which_order_it_is_is_told_by_such_words_and_by_its_day(market: Market, words: str) -> None:
    talk, order = mills(market)
    assert "Which order" in text_of(talk.say("where is my order"))
    assert tools(talk.say(words)) == [("track_order", order)]


def test_the_return_is_that_of_the_goods_that_were_quoted(market: Market) -> None:
    talk, order = market.bought(("Serving Board", 1, "38.00"), ("Tea Towel", 2, "9.00"))
    talk.say(f"return the serving board of {order}, i don't like it")
    talk.say("no wait")
    assert quote_of(talk) is None
    talk.say("ok start the return then")
    assert quote_of(talk) == ("return_items", order, ["1"])


@pytest.mark.parametrize("words", ["I am in the UK, not Germany", "im in canada", "ich bin in Deutschland"])
def test_who_says_where_they_are_asks_the_question_for_there(market: Market, words: str) -> None:
    talk, _ = market.bought(("Wall Clock", 1, "46.00"), ("Coffee Table", 1, "99.00"), status="pending")
    talk.say("change the clock to walnut")
    talk.say("never mind")
    talk.say("do you deliver on Saturdays?")
    answer = talk.say(words)
    assert not tools(answer)
    assert "Which item" not in text_of(answer)
