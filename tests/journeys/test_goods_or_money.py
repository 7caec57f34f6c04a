"""Who wants the goods again or the money is offered both, and the answer is taken: a person sends goods, money is quoted.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Talk, says_any, text_of

BOTH = ("both can be", "geht beides")


def bought(market: Market) -> tuple[Talk, str]:
    return market.bought(("Bookshelf", 1, "66.00"), ("Desk Lamp", 1, "84.00"))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("The desk lamp is split right down the middle. It was a gift. Can I get a new one or my money back?", "the money"),
        ("my desk lamp came cracked. can I get a replacement or a refund?", "refund please"),
        ("the desk lamp is broken, either send a new one or refund me", "whatever is faster"),
        ("desk lamp is damaged, new one or money back?", "doesn't matter"),
        ("the lamp came broken, exchange or refund?", "i'd rather have the money"),
        ("Die Desk Lamp ist kaputt. Kann ich eine neue bekommen oder mein Geld zurück?", "das Geld bitte"),
        ("Desk Lamp kaputt, Ersatz oder Erstattung bitte", "egal"),
    ],
)
def test_both_are_offered_and_the_money_is_quoted_for_these_goods(market: Market, words: str, answer: str) -> None:
    talk, order = bought(market)
    offered = talk.say(words)
    assert says_any(offered, *BOTH)
    assert "1 × Desk Lamp" in text_of(offered)
    assert quote_of(talk) is None
    talk.say(answer)
    assert quote_of(talk) == ("refund_order", order, ["2"])


@pytest.mark.parametrize(
    "answer", ["new one pls", "the same one again", "send it again", "the first", "lieber eine neue", "yes"]
)
def test_the_goods_are_a_colleagues(market: Market, answer: str) -> None:
    talk, order = bought(market)
    talk.say("The desk lamp is broken. Can I get a new one or my money back?")
    assert talk.say(answer)["turn"]["outcome"] == "handed_off"
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words",
    [
        "the desk lamp is broken, I want a new one not my money back",
        "the desk lamp is broken, I want my money back",
        "I don't want a new one or money, the desk lamp is broken and I want an apology",
        "can I return the desk lamp or exchange it?",
    ],
)
def test_who_wants_one_of_them_or_none_is_offered_no_choice(market: Market, words: str) -> None:
    talk, _ = bought(market)
    assert not says_any(talk.say(words), *BOTH)


def test_what_is_left_is_left(market: Market) -> None:
    talk, order = bought(market)
    talk.say("The desk lamp is broken. Can I get a new one or my money back?")
    talk.say("forget it, I'll keep it")
    assert quote_of(talk) is None
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize("words", ["no I'd rather keep the lamp", "nein, ich behalte lieber die Desk Lamp"])
def test_goods_that_are_kept_are_not_quoted_in_place_of_others(market: Market, words: str) -> None:
    talk, order = bought(market)
    talk.say(f"I want to return the bookshelf of {order}, I don't like it")
    assert quote_of(talk) == ("return_items", order, ["1"])
    talk.say(words)
    assert quote_of(talk) in (None, ("return_items", order, ["1"]))
