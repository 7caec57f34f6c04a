"""Goods out of an order are a part of it, whatever order they are in: never the whole is quoted for them."""

import pytest

from tests.merchant import Market
from tests.service import text_of


@pytest.mark.parametrize(
    "words",
    [
        "cancel the knife from my last order please",
        "take the knife out of my order",
        "das Messer aus der letzten Bestellung bitte stornieren, das brauch ich nicht mehr",
        "bitte das Messer aus meiner Bestellung stornieren",
        "cancel both knives, I ordered two instead of one",
    ],
)
def test_goods_out_of_an_order_are_no_whole_order(market: Market, words: str) -> None:
    talk, _ = market.bought(("Paring Knife", 2, "20.00"), ("Measuring Cup Set", 1, "28.00"), status="pending")
    answer = text_of(talk.say(words))
    assert "only cancel" in answer or "nur als Ganzes" in answer, answer
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words", ["cancel the order with the knife, no longer needed", "cancel my last order, no longer needed"]
)
def test_an_order_is_cancelled_as_one(market: Market, words: str) -> None:
    talk, _ = market.bought(("Paring Knife", 1, "20.00"), ("Measuring Cup Set", 1, "28.00"), status="pending")
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
