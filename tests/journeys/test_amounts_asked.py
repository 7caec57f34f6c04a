"""An amount is asked for where it is asked for, and nowhere else: a price that is told in a complaint takes nothing off the refund."""

import pytest

from domain.language.money.amounts import amount_asked, wants_the_whole
from tests.merchant import Market, usd
from tests.service import Talk, text_of

BENCH = ("Garden Bench", 1, "289.50")


def quoted(talk: Talk) -> object:
    pending = talk.state()["pending_action"]
    return pending["amount"] if pending else None


@pytest.mark.parametrize(
    "said",
    [
        "garden bench turned up with a big scratch on the seat!! not good enough for 250 dollars",
        "I paid 250 dollars for this garden bench and it arrived cracked",
        "this 250 dollar garden bench arrived scratched",
        "the garden bench is cracked, for 250 dollars i expect better",
        "the garden bench is broken, it cost me 250 dollars, i want my money back",
        "the garden bench came cracked, i want my 250 dollars back",
        "the garden bench came cracked, refund the 250 dollars i paid",
        "die Garden Bench ist zerkratzt, für 250 Euro erwarte ich mehr",
        "die Garden Bench ist kaputt, 250 Euro bezahlt, ich will mein Geld zurück",
    ],
)
def test_a_price_that_is_told_is_not_asked_for(market: Market, said: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say(said)
    assert quoted(talk) == usd("289.50")


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("the garden bench is scratched, refund me 50", "50.00"),
        ("the garden bench is scratched, I want 50 back", "50.00"),
        ("the garden bench is scratched, give me 20 off", "20.00"),
        ("the garden bench is scratched, can i get 40 dollars back and keep it", "40.00"),
        ("the garden bench is scratched, I would take 45.50 back", "45.50"),
        ("the garden bench is scratched, how about 30 dollars off?", "30.00"),
        ("die Garden Bench ist zerkratzt, ich möchte 40 Euro zurück", "40.00"),
        ("die Garden Bench ist zerkratzt, 25 Euro Nachlass und gut", "25.00"),
    ],
)
def test_an_amount_that_is_asked_for_is_quoted_once(market: Market, said: str, amount: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say(said)
    assert quoted(talk) == usd(amount)
    assert talk.say("yes" if "the" in said else "ja")["turn"]["outcome"] == "action_done"
    assert quoted(talk) is None


@pytest.mark.parametrize(
    "said",
    [
        "289.50 so why only 50? i want all of it back",
        "I paid 289.50. Refund me the full amount",
        "but i paid 289.50",
        "no, the whole price",
        "NO i want the refund. all 289.50 of it",
        "everything i paid, not just part",
        "nein, den vollen Betrag",
        "ich will alles zurück",
    ],
)
def test_all_of_it_instead_of_a_part_is_quoted_anew(market: Market, said: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say("the garden bench is scratched, give me 50 back")
    talk.say(said)
    assert quoted(talk) == usd("289.50")


@pytest.mark.parametrize(
    ("said", "amount"), [("no, 80 dollars", "80.00"), ("make it 60", "60.00"), ("i want 90 back", "90.00")]
)
def test_another_amount_is_quoted_anew(market: Market, said: str, amount: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say("the garden bench is scratched, give me 50 back")
    talk.say(said)
    assert quoted(talk) == usd(amount)


def test_the_same_amount_again_keeps_the_quote(market: Market) -> None:
    talk, _ = market.bought(BENCH)
    talk.say("the garden bench is scratched, refund me 50")
    quote = talk.state()["pending_action"]["id"]
    assert talk.say("no i said 50, not 500")["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"]["id"] == quote


@pytest.mark.parametrize(
    "said", ["no wait i want the full amount", "is that everything? i want the full amount", "all of it back please"]
)
def test_who_insists_on_all_that_is_quoted_is_told_how_much_it_is(market: Market, said: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say("the garden bench is scratched")
    answer = talk.say(said)
    assert "$289.50" in text_of(answer)
    assert quoted(talk) == usd("289.50")


def test_how_much_is_answered_with_all(market: Market) -> None:
    talk, _ = market.bought(BENCH)
    assert talk.say("the garden bench is scratched, i want some money back")["turn"]["outcome"] == "asked_for_input"
    talk.say("all of it")
    assert quoted(talk) == usd("289.50")


@pytest.mark.parametrize("said", ["no i dont want 50 dollars", "no, forget it", "nein, vergiss die 50 Euro"])
def test_a_refused_amount_is_no_wish_for_it(market: Market, said: str) -> None:
    talk, _ = market.bought(BENCH)
    talk.say("the garden bench is scratched, refund me 50")
    talk.say(said)
    assert quoted(talk) is None


@pytest.mark.parametrize(
    "said",
    [
        "why only 250?",
        "only 250?",
        "250 dollars is not enough",
        "refund 2 mugs",
        "give me 2 back",
        "I want 20 % off",
        "you owe me 250 dollars",
    ],
)
def test_what_asks_for_no_amount(said: str) -> None:
    assert amount_asked(said) is None


def test_not_the_whole_is_a_part() -> None:
    assert not wants_the_whole("i dont want the full refund, only 20 dollars")
    assert amount_asked("i dont want the full refund, only 20 dollars") == "20"
