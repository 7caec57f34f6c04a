"""After an order was looked at the same is asked of another: told by its goods and what they are made of, its state, or as the other."""

import pytest

from tests.journeys.test_facts_asked_back import tools_of
from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def racks(market: Market) -> tuple[Talk, str, str, str]:
    """A rack of ash on its way, just looked at; one of oak and a lamp that were packed; a kettle that came."""
    customer = market.merchant.customer()
    kettle = market.merchant.order(customer, [("Stovetop Kettle", 1, "45.00")])
    oak = market.merchant.order(
        customer, [("Coat Rack", 1, "76.00"), ("Desk Lamp", 1, "59.00")], status="processed", options=[{"wood": "oak"}]
    )
    ash = market.merchant.order(customer, [("Coat Rack", 1, "76.00")], status="shipped", options=[{"wood": "ash"}])
    talk = market.talk(customer)
    assert ash in text_of(talk.say(f"where is order {ash}?"))
    return talk, ash, oak, kettle


@pytest.mark.parametrize(
    "words",
    [
        "Fine. And the other order, the oak one?",
        "and the oak one?",
        "and the one with the lamp?",
        "what about the one with the desk lamp",
        "no, I mean my second order with the oak coat rack. Has it left?",
        "and the one that's not shipped yet?",
        "und die mit der Lampe?",
        "und die andere Bestellung, die aus Eiche?",
        "was ist denn mit der anderen Bestellung mit der Lampe?",
    ],
)
def test_the_other_order_is_looked_at(racks: tuple[Talk, str, str, str], words: str) -> None:
    talk, ash, oak, _ = racks
    answer = talk.say(words)
    assert tools_of(answer) == ["track_order"]
    assert oak in text_of(answer), text_of(answer)
    assert ash not in text_of(answer)


@pytest.mark.parametrize("words", ["and the other one?", "und die andere Bestellung?", "what about my other order"])
def test_which_of_several_others_is_asked(racks: tuple[Talk, str, str, str], words: str) -> None:
    answer = racks[0].say(words)
    assert answer["turn"]["outcome"] == "asked_for_input", text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "and the price?",
        "and the last day to return it?",
        "and the other one is broken",
        "what about the other card",
        "and the new one?",
        "und die Farbe?",
    ],
)
def test_what_asks_of_no_other_order_looks_at_none(racks: tuple[Talk, str, str, str], words: str) -> None:
    talk, _, oak, kettle = racks
    told = text_of(talk.say(words))
    assert f"{oak} (" not in told
    assert f"{kettle} (" not in told


def test_a_wish_for_the_other_order_stays_one(racks: tuple[Talk, str, str, str]) -> None:
    answer = racks[0].say("and the other order, the oak one, can you cancel it?")
    assert [name for name in tools_of(answer) if name != "track_order"] or "cancel" in text_of(answer)


def test_the_order_that_is_named_is_the_one_that_is_asked_about(racks: tuple[Talk, str, str, str]) -> None:
    talk, ash, oak, _ = racks
    assert oak in text_of(talk.say(f"and {oak}?"))
    answer = talk.say(f"no, I mean {ash}. Is it one parcel?")
    assert [call["arguments"]["order_id"] for call in answer["turn"]["tool_calls"]] == [ash]
