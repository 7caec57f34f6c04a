"""Who reports broken or missing goods is told in the first reply of both: the money, which is quoted, and the goods again."""

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

_BOTH = ("sent again", "Ersatz")


def customer(market: Market, region: str = "US") -> Talk:
    who = market.merchant.customer()
    market.merchant.order(who, [("Oak Wall Mirror", 1, "90.00"), ("Copper Milk Pan", 1, "40.00")])
    return market.served.signed_in(who, region=region, locale="de-DE" if region == "DE" else "en-US")


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("the mirror arrived broken", "US"),
        ("my mirror came with a crack in it", "US"),
        ("the pan is missing from my parcel", "US"),
        ("Der Oak Wall Mirror ist zerbrochen angekommen", "DE"),
        ("Die Copper Milk Pan fehlt in meinem Paket", "DE"),
    ],
)
def test_both_are_told_at_once(market: Market, words: str, region: str) -> None:
    answer = customer(market, region).say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert says_any(answer, *_BOTH)


@pytest.mark.parametrize("words", ["the mirror arrived broken, I want my money back", "refund for the broken mirror please"])
def test_who_wants_the_money_is_told_of_the_money(market: Market, words: str) -> None:
    answer = customer(market).say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert not says_any(answer, *_BOTH)


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("a new one please", "US"),
        ("yes send a new one", "US"),
        ("then send it again", "US"),
        ("rather the replacement", "US"),
        ("Ja bitte Ersatz", "DE"),
        ("Ich hätte lieber einen neuen", "DE"),
    ],
)
def test_the_goods_are_taken_and_no_money_moves(market: Market, words: str, region: str) -> None:
    talk = customer(market, region)
    talk.say("Der Oak Wall Mirror ist zerbrochen" if region == "DE" else "the mirror arrived broken")
    answer = talk.say(words)
    assert says_any(answer, "a colleague can: 1 × Oak Wall Mirror", "jemand aus unserem Team kann es: 1 × Oak Wall Mirror")
    assert talk.say("ja" if region == "DE" else "yes")["turn"]["outcome"] == "handed_off"


def test_a_yes_is_the_money_that_was_quoted(market: Market) -> None:
    talk = customer(market)
    talk.say("the mirror arrived broken")
    assert "$90.00" in text_of(talk.say("yes"))


@pytest.mark.parametrize(
    "words",
    ["no I want the lamp, it's a present", "I'd rather have the lamp", "lieber die Lampe", "nein, ich will die Lampe"],
)
def test_the_goods_by_their_name_take_the_offer(market: Market, words: str) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "59.00"))
    talk.say("the brass lamp was missing from the box")
    assert talk.state()["pending_action"]["name"] == "refund_order"
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert says_any(answer, "a colleague can", "aus unserem Team kann"), text_of(answer)


@pytest.mark.parametrize(
    "words", ["no, I want the full amount", "I want the money for the lamp", "I want the lamp refunded"]
)
def test_money_for_the_goods_is_no_wish_for_them(market: Market, words: str) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "59.00"))
    talk.say("the brass lamp was missing from the box")
    talk.say(words)
    assert (talk.state()["pending_action"] or {}).get("name") == "refund_order"
