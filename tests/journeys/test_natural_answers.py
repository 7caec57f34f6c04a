"""What people answer to a question of ours, what they tell twice, and what helps nobody: no question a third time, and a person in time.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import Talk, says_any, text_of


@pytest.fixture
def household(market: Market) -> tuple[Talk, dict[str, str]]:
    """A lamp is on its way, two mugs came on two lines, a towel is being prepared."""
    customer = market.merchant.customer()
    white = {"glaze": "white"}
    orders = {
        "mugs": market.merchant.order(
            customer, [("Oyster Mug", 1, "11.00"), ("Oyster Mug", 1, "11.00")], options=[white, white]
        ),
        "lamp": market.merchant.order(customer, [("Floor Lamp", 1, "90.00")], status="shipped"),
        "towel": market.merchant.order(customer, [("Bath Towel", 1, "24.00")], status="pending"),
    }
    return market.talk(customer), orders


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("die Stehlampe natürlich!", "lamp"),
        ("the one that's on its way", "lamp"),
        ("die unterwegs ist", "lamp"),
        ("die Tassen halt", "mugs"),
        ("the one that was delivered", "mugs"),
        ("das Badetuch", "towel"),
        ("the one you haven't sent yet", "towel"),
    ],
)
def test_an_order_is_chosen_by_its_goods_or_its_state(
    household: tuple[Talk, dict[str, str]], words: str, meant: str
) -> None:
    talk, orders = household
    assert talk.say("where is my order")["turn"]["outcome"] == "asked_for_input"
    assert ("track_order", orders[meant]) in tools(talk.say(words))


@pytest.mark.parametrize("words", ["eine der Tassen möchte ich zurückschicken", "i want to send back one of the mugs"])
def test_one_of_the_mugs_is_one_in_every_language(household: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = household
    talk.say(words)
    assert quote_of(talk) == ("return_items", orders["mugs"], ["1"])


def test_goods_of_another_order_are_of_that_order(household: tuple[Talk, dict[str, str]], market: Market) -> None:
    talk, orders = household
    market.merchant.order(market.owner(orders["mugs"]), [("Teapot", 1, "30.00"), ("Wool Throw", 1, "60.00")])
    asked = talk.say("i want to return something from my last order")
    assert asked["turn"]["outcome"] == "asked_for_input"
    answer = talk.say("the lamp, not the teapot!!")
    assert quote_of(talk) is None
    assert orders["lamp"] in text_of(answer)


def test_why_in_words_of_ones_own_is_why(household: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = household
    assert talk.say("cancel my towel order")["turn"]["outcome"] == "asked_for_input"
    talk.say("my husband bought the very same one")
    assert quote_of(talk) == ("cancel_order", orders["towel"], [])


def test_a_reason_is_not_asked_for_twice_without_a_way_to_a_person(household: tuple[Talk, dict[str, str]]) -> None:
    talk, _ = household
    talk.say("cancel my towel order")
    answer = talk.say("yes")
    assert "talk to a person" in text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_a_double_charge_is_looked_at_in_the_orders_payments(household: tuple[Talk, dict[str, str]]) -> None:
    talk, orders = household
    answer = talk.say("there are two charges of $90 from you on my statement, i only ordered once")
    assert f"{orders['lamp']} was paid once" in text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "there's nothing here, looked everywhere",
        "still no package",
        "no thats wrong i never got it!!",
        "hier ist nichts, ich habe überall gesucht",
    ],
)
def test_what_is_not_there_is_reported_and_no_no(household: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = household
    talk.say(f"where is {orders['mugs']}")
    answer = talk.say(words)
    assert answer["turn"]["intent"] == "report_problem"
    assert "I leave it" not in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "i can't log in and i dont have that email anymore",
        "the code goes to my old email and i cant read mails there any more",
        "ich komme nicht rein und habe keinen Zugriff mehr auf das Postfach",
    ],
)
def test_who_has_lost_the_mailbox_gets_a_person_and_no_code(market: Market, words: str) -> None:
    talk = market.served.talk(region="US")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "handed_off"
    assert says_any(answer, "person", "jemand aus unserem Team")
