"""Asked why, a customer tells it in their own words and language; what is to be kept in the end is left alone; and a no that only
says again what is quoted leaves the quote as it is. Nothing of it executes.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def asked_why(market: Market) -> tuple[Talk, str]:
    """A cancellation is asked for its reason."""
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Waxed Garden Jacket", 1, "180.00")], status="pending")
    talk = market.talk(customer)
    assert talk.say(f"cancel {order}")["turn"]["outcome"] == "asked_for_input"
    return talk, order


@pytest.fixture
def two_orders(market: Market) -> tuple[Talk, str, str]:
    """The order of a knife and that of a skillet, both pending."""
    customer = market.merchant.customer()
    knife = market.merchant.order(customer, [("Paring Knife", 1, "27.00")], status="pending")
    skillet = market.merchant.order(customer, [("Cast Iron Skillet", 1, "66.00"), ("Bottle", 1, "24.50")], status="pending")
    return market.talk(customer), knife, skillet


@pytest.fixture
def some_money(market: Market) -> tuple[Talk, str]:
    """A quote for $40 back, of a table that is kept."""
    talk, order = market.bought(("Bedside Table", 1, "129.00"), ("Coffee Table", 1, "212.00"))
    talk.say("the bedside table came scratched, can I get 40 dollars back and keep it")
    assert quote_of(talk) == ("refund_order", order, ["1"])
    return talk, order


def pending(talk: Talk) -> str | None:
    """The id of the quote that waits."""
    return (talk.state()["pending_action"] or {}).get("id")


def done(market: Market, order: str) -> list[str]:
    return [e["kind"] for e in market.merchant.done_for(market.owner(order))]


@pytest.mark.parametrize(
    "words",
    [
        "falsche größe",
        "falsche Groesse genommen",
        "Grund: falsch bestellt",
        "hab mich verklickt",
        "aus Versehen doppelt bestellt",
        "brauch ich doch nicht mehr",
        "hab ich woanders billiger bekommen",
        "dauert mir zu lange",
        "Meine Frau mag sie nicht",
        "gefällt mir nicht",
        "Umzug",
        "Dauert zu lange",
        "nein, falsche Größe",
        "wrong size",
        "I picked the wrong colour",
        "my wife hates it",
        "it's not what I thought",
        "found it cheaper",
        "No longer needed",
    ],
)
def test_any_answer_that_tells_why_is_a_reason(market: Market, asked_why: tuple[Talk, str], words: str) -> None:
    talk, order = asked_why
    talk.say(words)
    assert quote_of(talk) == ("cancel_order", order, [])
    assert done(market, order) == []


@pytest.mark.parametrize(
    "words",
    [
        "nein",
        "nein danke",
        "lass es doch lieber",
        "ich behalte sie doch",
        "ich will doch nicht stornieren",
        "actually leave it",
        "changed my mind, keep it",
        "I don't want to cancel any more",
        "Moment",
        "who wants to know?",
        "where is it",
        "talk to a person",
    ],
)
def test_what_tells_no_reason_is_none(market: Market, asked_why: tuple[Talk, str], words: str) -> None:
    talk, order = asked_why
    talk.say(words)
    assert pending(talk) is None
    assert done(market, order) == []


@pytest.mark.parametrize(
    "words",
    [
        "bitte {order} stornieren, Grund: falsch bestellt",
        "Ich würde {order} gerne stornieren, ich hab die falsche Größe genommen.",
        "cancel {order}, I ordered the wrong size",
    ],
)
def test_a_reason_given_with_the_wish_is_not_asked_for(market: Market, words: str) -> None:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Waxed Garden Jacket", 1, "180.00")], status="pending")
    talk = market.talk(customer)
    talk.say(words.format(order=order))
    assert quote_of(talk) == ("cancel_order", order, [])


def test_reasons_are_offered_in_the_language_of_the_conversation(market: Market) -> None:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Waxed Garden Jacket", 1, "180.00")], status="pending")
    talk = market.talk(customer)
    answer = talk.say(f"Guten Tag, ich würde gerne meine Bestellung {order} stornieren")
    shown = {b["label"]: b["value"] for b in answer["messages"][-1]["actions"] if b["kind"] == "reply"}
    assert shown == {
        "Nicht mehr gebraucht": "No longer needed",
        "Versehentlich bestellt": "Ordered by mistake",
        "Dauert zu lange": "Too slow",
    }
    talk.say(shown["Versehentlich bestellt"])
    assert quote_of(talk) == ("cancel_order", order, [])


@pytest.mark.parametrize(
    "words",
    [
        "I'd like to cancel the paring knife order, actually hang on, it's the skillet order I want gone because I bought one "
        "yesterday, but the bottle in that one's for my nephew so, hmm, no, cancel the knife, keep the skillet.",
        "cancel the knife, don't touch the skillet",
    ],
)
def test_what_is_kept_in_the_end_is_not_quoted(market: Market, two_orders: tuple[Talk, str, str], words: str) -> None:
    talk, knife, skillet = two_orders
    assert "comes right after this" not in text_of(talk.say(f"{words} Changed my mind."))
    assert quote_of(talk) == ("cancel_order", knife, [])
    talk.say("yes")
    assert pending(talk) is None
    assert len(done(market, skillet)) == 1
    answer = talk.say("no!!! I said KEEP the skillet, don't touch that one")
    assert "Cancel the whole order" not in [b["label"] for m in answer["messages"] for b in m["actions"]]
    assert len(done(market, skillet)) == 1


@pytest.mark.parametrize(
    "words", ["no!!! I said KEEP the skillet, don't touch that one", "keep the skillet", "Finger weg davon"]
)
def test_hands_off_leaves_the_order_alone(market: Market, two_orders: tuple[Talk, str, str], words: str) -> None:
    talk, _, skillet = two_orders
    talk.say("cancel the skillet order, ordered by mistake")
    assert quote_of(talk) == ("cancel_order", skillet, [])
    answer = talk.say(words)
    assert pending(talk) is None
    assert "Cancel the whole order" not in [b["label"] for m in answer["messages"] for b in m["actions"]]
    assert done(market, skillet) == []


@pytest.mark.parametrize(
    "words",
    [
        "omg no!! I said I LOVE the coffee table. only the bedside table, the scratch, and I want to KEEP it, just 40 dollars off",
        "nein, nur der Bedside Table, nur 40 Dollar Nachlass",
        "no, only 40 dollars back for the bedside table",
    ],
)
def test_a_no_that_says_the_quote_again_keeps_it(market: Market, some_money: tuple[Talk, str], words: str) -> None:
    talk, order = some_money
    before = pending(talk)
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
    assert pending(talk) == before
    assert done(market, order) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    "words", ["no, only 40 dollars is not enough", "no forget it, just 40 dollars", "no, just 30 dollars", "no"]
)
def test_a_no_to_what_is_quoted_is_one(market: Market, some_money: tuple[Talk, str], words: str) -> None:
    talk, order = some_money
    before = pending(talk)
    talk.say(words)
    assert pending(talk) != before
    assert done(market, order) == []


@pytest.mark.parametrize(
    "words", ["No, on the gift card I said, not the Visa", "nein, auf die Geschenkkarte, nicht auf die Visa"]
)
def test_a_no_to_where_the_money_goes_tells_how_it_goes(market: Market, some_money: tuple[Talk, str], words: str) -> None:
    talk, order = some_money
    before = pending(talk)
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert "nothing was changed" not in text_of(answer)
    assert pending(talk) == before
    assert done(market, order) == []


def test_no_to_the_gift_card_as_well_is_a_no(market: Market, some_money: tuple[Talk, str]) -> None:
    talk, order = some_money
    talk.say("no, I don't want it on a gift card, forget it")
    assert pending(talk) is None
    assert done(market, order) == []


@pytest.mark.parametrize(
    ("words", "stays"),
    [("falsche größe", True), ("wrong size", True), ("no, wrong order!", False), ("anders überlegt", False)],
)
def test_a_reason_told_to_the_quote_is_no_no(market: Market, asked_why: tuple[Talk, str], words: str, stays: bool) -> None:
    talk, order = asked_why
    talk.say("ordered by mistake")
    talk.say(words)
    assert bool(pending(talk)) == stays
    assert done(market, order) == []
