"""A question that leaves its goods out is of those in sight; one that names other goods asks the last question of them."""

import pytest

from tests.service import Served, Talk, text_of


def with_a_lamp(demo: Served) -> Talk:
    """An order with a Desk Lamp was just looked at."""
    for status in ("pending", "processed", "shipped", "delivered"):
        for order in demo.orders(status):
            if len(order["lines"]) <= 3 and any(line["name"] == "Desk Lamp" for line in order["lines"]):
                talk = demo.signed_in(order["customer_id"], region="US")
                talk.say(f"where is {order['id']}?")
                return talk
    raise AssertionError("nobody in the demo has a lamp")


@pytest.mark.parametrize(
    "words", ["thanks! does it come with a bulb btw?", "is there a bulb in it?", "what bulb does it take?"]
)
def test_what_it_means_is_the_goods_in_sight(demo: Served, words: str) -> None:
    answer = text_of(with_a_lamp(demo).say(words))
    assert "Desk Lamp | E14" in answer


@pytest.mark.parametrize("words", ["do you sell gift cards?", "does it snow in Denver?"])
def test_what_is_of_none_of_them_is_not_answered_by_them(demo: Served, words: str) -> None:
    assert "Desk Lamp | E14" not in text_of(with_a_lamp(demo).say(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ah shame. what about the cast iron pot then?", "Cast Iron Pot | yes | yes | yes"),
        ("and the kettle?", "Stovetop Kettle | yes | yes | yes"),
        ("ok, how about the cast iron pot?", "Cast Iron Pot | yes | yes | yes"),
        ("does that go for the kettle too?", "Stovetop Kettle | yes | yes | yes"),
    ],
)
def test_the_last_question_is_asked_of_other_goods(demo: Served, words: str, told: str) -> None:
    talk = demo.talk(region="US")
    assert "It does not work on induction" in text_of(talk.say("Does the copper milk pan work on an induction stove?"))
    answer = text_of(talk.say(words))
    assert told in answer
    assert "Copper Milk Pan" not in answer


def test_the_same_of_a_place_is_still_asked_of_the_place(demo: Served) -> None:
    talk = demo.talk(region="US")
    talk.say("How long does delivery take?")
    assert "Germany" in text_of(talk.say("and for Germany?"))


def test_what_it_costs_to_a_place_of_ones_own_country_is_told_in_general(demo: Served) -> None:
    answer = text_of(demo.talk(region="US").say("nice. and shipping to denver for the 5 liter?"))
    assert "costs 6.95 USD" in answer


@pytest.mark.parametrize("words", ["will I get a confirmation mail?", "do you send me a confirmation for that?"])
def test_the_confirmation_of_a_change_is_not_that_of_an_order(demo: Served, words: str) -> None:
    order = next(order for order in demo.orders("delivered") if order["shipping_address"]["country"] == "US")
    talk = demo.signed_in(order["customer_id"], region="US")
    talk.say("change my email to robin.new@example.com")
    answer = text_of(talk.say(words))
    assert "once you click the link" in answer
    assert "Shall I go ahead?" in answer
