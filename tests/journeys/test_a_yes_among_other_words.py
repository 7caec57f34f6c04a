"""A yes among other words is never taken for a no: nothing is done by it, what it says beside is heard, and the quote is asked again.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market, usd
from tests.service import Talk, text_of

LEFT = ("nothing was changed", "nichts geändert")


@pytest.fixture
def lamp(market: Market) -> tuple[Talk, str]:
    """A refund of a lamp waits for its yes."""
    talk, order = market.bought(("Brass Lamp", 1, "59.00"), ("Wool Gloves", 2, "19.00"))
    talk.say("the lamp arrived broken")
    assert quote_of(talk) == ("refund_order", order, ["1"])
    return talk, order


@pytest.fixture
def table(market: Market) -> tuple[Talk, str]:
    """A cancellation waits for its yes."""
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Bedside Table", 1, "129.00")], status="pending")
    talk = market.talk(customer)
    talk.say("cancel the bedside table please, ordered by mistake")
    assert quote_of(talk) == ("cancel_order", order, [])
    return talk, order


def done(market: Market, order: str) -> list[str]:
    return [e["kind"] for e in market.merchant.done_for(market.owner(order))]


@pytest.mark.parametrize(
    "words",
    [
        "no i mean yes cancel it!!",
        "ok whatever go ahead and cancel",
        "whatever, just do it",
        "why is that so slow? anyway yes",
        "that's ridiculous but yes do it",
        "do i get the money back on my card? yes please",
        "ugh what a hassle, but ok yes cancel it",
        "nein ich meine ja, stornieren",
        "wann kommt das Geld? aber ja bitte",
        "na gut, dann machen Sie es halt",
    ],
)
def test_a_yes_behind_other_words_is_asked_for_plainly(market: Market, table: tuple[Talk, str], words: str) -> None:
    talk, order = table
    answer = talk.say(words)
    assert done(market, order) == []
    assert quote_of(talk) == ("cancel_order", order, [])
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert not any(said in text_of(answer) for said in LEFT)
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["cancel_order"]


@pytest.mark.parametrize("words", ["just one, yes", "yes only the one lamp", "ja, nur eine"])
def test_a_yes_that_repeats_how_many_is_asked_for_plainly(market: Market, lamp: tuple[Talk, str], words: str) -> None:
    talk, order = lamp
    answer = talk.say(words)
    assert quote_of(talk) == ("refund_order", order, ["1"]), text_of(answer)
    assert done(market, order) == []
    talk.say("yes")
    assert done(market, order) == ["refund"]


@pytest.mark.parametrize(
    "words",
    [
        "keep it, yes",
        "i changed my mind, yes",
        "I don't think so, yes",
        "stop. yes, stop",
        "yes... no wait, leave it",
        "is it for good? then no",
        "no no, just forget the refund",
        "whatever",
        "ja, lassen Sie es",
    ],
)
def test_a_no_with_a_yes_beside_it_stays_one(market: Market, lamp: tuple[Talk, str], words: str) -> None:
    talk, order = lamp
    talk.say(words)
    assert quote_of(talk) is None
    talk.say("yes")
    assert done(market, order) == []


@pytest.mark.parametrize(
    "words", ["the lamp", "it must be the lamp", "yes but only the lamp please, forget the vase", "nur die Lampe"]
)
def test_the_very_goods_of_the_quote_said_again_take_nothing_back(
    market: Market, lamp: tuple[Talk, str], words: str
) -> None:
    talk, order = lamp
    answer = talk.say(words)
    assert done(market, order) == []
    assert quote_of(talk) == ("refund_order", order, ["1"]), text_of(answer)
    assert not any(said in text_of(answer) for said in LEFT)


@pytest.mark.parametrize(
    "words", ["No, I mean the part on my card. does it go back there", "nein, ich meine: geht das auf meine Karte zurück?"]
)
def test_a_question_cleared_up_takes_nothing_back(market: Market, lamp: tuple[Talk, str], words: str) -> None:
    talk, order = lamp
    talk.say("how does that work with the payment part")
    answer = talk.say(words)
    assert quote_of(talk) == ("refund_order", order, ["1"])
    assert not any(said in text_of(answer) for said in LEFT)
    talk.say("yes")
    assert done(market, order) in ([], ["refund"])


def test_more_goods_for_the_order_wait_behind_the_yes_and_are_given_up_by_a_word(market: Market) -> None:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Towel", 1, "24.00")], status="pending", options=[{"colour": "slate"}])
    colours = [
        {"variant_id": f"V-Towel-{c}", "options": {"colour": c}, "price": usd("24.00"), "available": True}
        for c in ("slate", "navy", "sand")
    ]
    market.merchant.products["P-Towel"] = {"id": "P-Towel", "name": "Towel", "variants": colours}
    talk = market.talk(customer)
    talk.say("change the towel to navy")
    assert quote_of(talk) == ("change_order_items", order, ["1"])
    answer = talk.say("yes please and can i add a bath mat")
    assert "right after this" in text_of(answer)
    assert quote_of(talk) == ("change_order_items", order, ["1"])
    again = talk.say("just the navy towel then, forget the bath mat")
    assert quote_of(talk) == ("change_order_items", order, ["1"])
    assert not any(said in text_of(again) for said in LEFT)
    last = talk.say("yes")
    assert tools(last) == [("change_order_items", order)]
    assert done(market, order) == ["change_order_items"]


def test_whether_it_is_the_value_that_was_noted_is_told(market: Market, table: tuple[Talk, str]) -> None:
    talk, order = table
    talk.say("no")
    talk.say(f"change the address of {order} to 21 Wellington Street, Leeds, LS1 2DE, UK")
    assert quote_of(talk) == ("change_shipping_address", order, [])
    same = talk.say("is that 21 Wellington Street?")
    assert "the one I noted" in text_of(same)
    assert "another one" in text_of(talk.say("is it 9 Lake Road, Denver, CO 80203?"))
    assert quote_of(talk) == ("change_shipping_address", order, [])
    assert done(market, order) == []


def test_a_question_after_wait_puts_the_quote_aside_and_says_so(market: Market, table: tuple[Talk, str]) -> None:
    talk, order = table
    answer = talk.say("oh wait, how long does delivery take?")
    assert quote_of(talk) is None
    assert "put that aside" in text_of(answer)
    left = talk.say("no thanks then i think ill just keep it")
    assert "I leave it" in text_of(left)
    assert done(market, order) == []


def test_a_reason_that_was_told_is_not_asked_for_again(market: Market, table: tuple[Talk, str]) -> None:
    talk, order = table
    talk.say("no")
    talk.say("sorry, i do want to cancel the bedside table")
    assert quote_of(talk) == ("cancel_order", order, [])


@pytest.mark.parametrize(
    "words",
    [
        "yes cancel it",
        "ja, bitte stornieren",
        "ja, storniere es",
        "ok so thats all of it. yes cancel it",
        "alles klar, ja stornieren",
    ],
)
def test_a_yes_with_the_name_of_the_step_is_a_plain_one(market: Market, table: tuple[Talk, str], words: str) -> None:
    talk, order = table
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["cancel_order"]


@pytest.mark.parametrize("words", ["cancel it", "stornieren", "ja anmelden", "ja, nicht stornieren", "alles klar"])
def test_the_name_of_a_step_alone_or_of_another_step_is_none(market: Market, table: tuple[Talk, str], words: str) -> None:
    talk, order = table
    talk.say(words)
    assert done(market, order) == []


@pytest.mark.parametrize("words", ["ja anmelden", "ja, bitte anmelden", "ja registrieren", "ja, die Rückgabe anmelden"])
def test_a_return_is_registered_by_its_buttons_words(market: Market, words: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "59.00"))
    talk.say("I'd like to return the brass lamp, I don't need it any more")
    assert quote_of(talk)[0] == "return_items"
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["return_items"]
