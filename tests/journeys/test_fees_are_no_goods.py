"""A delivery charge that is wanted back is no goods: nothing of goods is asked or quoted, the documents are told, a person is offered."""

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

NOT_OURS = ("can't refund a delivery charge", "Versandkosten kann ich nicht")


@pytest.fixture
def two(market: Market) -> Talk:
    return market.bought(("Iron Skillet", 1, "62.00"), ("Tea Towel", 1, "9.00"))[0]


@pytest.mark.parametrize(
    "words",
    [
        "can i get the two orders refunded the 2nd shipping",
        "refund my shipping cost please",
        "i want the delivery charge back",
        "ich will die Versandkosten zurück",
        "bitte das zweite Porto erstatten",
    ],
)
def test_a_charge_that_is_wanted_back(two: Talk, words: str) -> None:
    answer = two.say(words)
    assert says_any(answer, *NOT_OURS), text_of(answer)
    assert not answer["turn"]["tool_calls"]
    two.say("yes please")
    assert two.state()["status"] == "waiting_for_human"


def test_a_charge_and_not_the_goods_that_were_asked_about(two: Talk) -> None:
    two.say("i want a refund")
    answer = two.say("no. delivery fee")
    assert says_any(answer, *NOT_OURS), text_of(answer)


@pytest.mark.parametrize(
    "words", ["I want my money back for the skillet, the delivery was late", "refund the skillet and the delivery fee"]
)
def test_goods_beside_it_are_for_a_refund(two: Talk, words: str) -> None:
    answer = two.say(words)
    assert "refund_order" in {call["name"] for call in answer["turn"]["tool_calls"]}, text_of(answer)
