"""No quote for what nobody asked for: damage that is none, a mail that did not come, more goods than were named, another order.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of


@pytest.fixture
def kitchen(market: Market) -> tuple[Talk, str]:
    """Somebody with one order that came: a skillet, two tea towels, a teapot."""
    talk, order = market.bought(("Cast Iron Skillet", 1, "40.00"), ("Tea Towel", 2, "12.00"), ("Teapot", 1, "30.00"))
    return talk, order


def quoted(talk: Talk) -> dict[str, Any] | None:
    pending = talk.state()["pending_action"]
    return dict(pending) if pending else None


@pytest.mark.parametrize(
    "words",
    [
        "the skillet is not broken, dont worry",
        "the towels are not torn after all",
        "the skillet had a crack but you already sent a new one, thanks",
        "the skillet is great but the box was damaged",
        "my friend got a cracked skillet, do you refund that?",
        "can i get a refund for the skillet if it is scratched?",
        "what happens if the skillet cracks",
        "die Pfanne ist nicht kaputt",
    ],
)
def test_damage_that_is_none_quotes_no_refund_and_an_ok_pays_nothing(
    market: Market, kitchen: tuple[Talk, str], words: str
) -> None:
    talk, order = kitchen
    answer = talk.say(words)
    assert answer["turn"]["outcome"] not in ("asked_for_confirmation", "asked_for_input")
    assert quoted(talk) is None
    talk.say("ok")
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize("words", ["the skillet is not broken, dont worry", "it is not cracked after all"])
def test_damage_denied_after_the_quote_takes_it_back(market: Market, kitchen: tuple[Talk, str], words: str) -> None:
    talk, order = kitchen
    talk.say("the skillet arrived cracked")
    assert quoted(talk) is not None
    talk.say(words)
    assert quoted(talk) is None
    talk.say("ok")
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words", ["the teapot is not broken but the skillet is cracked", "the skillet is cracked and the box was damaged too"]
)
def test_damage_beside_damage_that_is_none_is_reported(kitchen: tuple[Talk, str], words: str) -> None:
    talk, order = kitchen
    talk.say(words)
    quote = quoted(talk)
    assert quote is not None
    assert (quote["name"], quote["arguments"]["order_id"], quote["arguments"]["line_ids"]) == ("refund_order", order, ["1"])


@pytest.mark.parametrize("words", ["sorry i meant both of them", "no, both", "all of them actually"])
def test_both_after_one_of_several_are_those_of_its_name(kitchen: tuple[Talk, str], words: str) -> None:
    talk, _ = kitchen
    talk.say("one of the tea towels has a hole, refund pls")
    first = quoted(talk)
    assert first is not None
    assert first["amount"]["amount"] == "12.00"
    talk.say(words)
    quote = quoted(talk)
    assert quote is not None
    assert (quote["arguments"]["line_ids"], quote["amount"]["amount"]) == (["2"], "24.00")


def test_the_whole_order_after_one_of_several_is_the_whole_order(kitchen: tuple[Talk, str]) -> None:
    talk, _ = kitchen
    talk.say("one of the tea towels has a hole, refund pls")
    talk.say("sorry i meant the whole order")
    quote = quoted(talk)
    assert quote is not None
    assert quote["amount"]["amount"] == "94.00"


@pytest.mark.parametrize("wish", ["i want a refund", "i want to return something", "i want a refund for the skillet"])
@pytest.mark.parametrize("words", ["cancel that", "actually cancel that please"])
def test_cancel_that_gives_up_what_is_asked_about_and_cancels_no_order(
    market: Market, kitchen: tuple[Talk, str], wish: str, words: str
) -> None:
    talk, order = kitchen
    market.merchant.order(market.owner(order), [("Hall Rug", 1, "80.00")], status="pending")
    assert talk.say(wish)["turn"]["outcome"] == "asked_for_input"
    answer = talk.say(words)
    assert (answer["turn"]["intent"], answer["turn"]["outcome"]) == ("deny", "answered")
    talk.say("I changed my mind")
    talk.say("ok")
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize("words", ["i didnt get it", "it didnt arrive", "it didnt come", "es ist nicht angekommen"])
@pytest.mark.parametrize("wish", ["send me the invoice of {order}", "i need a new password"])
def test_a_mail_that_did_not_come_is_no_parcel(market: Market, kitchen: tuple[Talk, str], wish: str, words: str) -> None:
    talk, order = kitchen
    talk.say(wish.format(order=order))
    answer = talk.say(words)
    assert says_any(answer, "spam folder", "Spam-Ordner")
    again = answer["messages"][-1]["actions"][0]["value"]
    assert quoted(talk) is None
    assert talk.say(again)["turn"]["outcome"] == "action_done"
    kinds = [done["kind"] for done in market.merchant.done_for(market.owner(order))]
    assert len(kinds) == 2
    assert len(set(kinds)) == 1


def test_a_parcel_that_did_not_come_is_one_after_a_mail_too(kitchen: tuple[Talk, str]) -> None:
    talk, order = kitchen
    talk.say(f"send me the invoice of {order}")
    talk.say(f"my parcel {order} never arrived")
    quote = quoted(talk)
    assert quote is not None
    assert quote["name"] == "refund_order"


def test_a_label_that_did_not_come_offers_a_person(kitchen: tuple[Talk, str]) -> None:
    talk, order = kitchen
    talk.say(f"i want to return the teapot of {order}, i changed my mind")
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert "person" in text_of(talk.say("i didnt get it"))
    assert quoted(talk) is None
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


_ASIDE = [
    "as for the teapot, I'll check on that separately",
    "As for the teapot, I will look at it another time.",
    "regarding my teapot, not now",
    "when it comes to the teapot, I still need to decide",
    "the teapot can wait",
    "I'll deal with the teapot later",
    "was die Teekanne angeht, die schaue ich mir später an",
]


@pytest.mark.parametrize("aside", _ASIDE)
def test_what_is_put_aside_is_not_quoted_with_the_rest(market: Market, kitchen: tuple[Talk, str], aside: str) -> None:
    talk, order = kitchen
    talk.say(f"I'd like to return the skillet and the tea towels, I changed my mind. {aside}")
    quote = quoted(talk)
    assert quote is not None
    assert (quote["name"], quote["arguments"]["line_ids"]) == ("return_items", ["1", "2"])
    talk.say("yes")
    assert [done["kind"] for done in market.merchant.done_for(market.owner(order))] == ["return_items"]


@pytest.mark.parametrize("aside", _ASIDE)
def test_what_is_put_aside_is_not_added_to_a_quote(market: Market, kitchen: tuple[Talk, str], aside: str) -> None:
    talk, _ = kitchen
    talk.say("I'd like to return the skillet and the tea towels, I changed my mind")
    for words in (f"yes, I'd like to return the skillet and the tea towels. {aside}", f"yes please. {aside}"):
        talk.say(words)
        quote = quoted(talk)
        assert quote is not None, words
        assert (quote["name"], quote["arguments"]["line_ids"]) == ("return_items", ["1", "2"]), words


def test_a_sigh_beside_what_is_put_aside_adds_nothing_either(market: Market, kitchen: tuple[Talk, str]) -> None:
    talk, order = kitchen
    talk.say("I'd like to return the skillet and the tea towels, I changed my mind")
    talk.say(
        "Yes, I'd like to return the skillet and the tea towels. I would prefer the refund to go back to the original payment "
        "method. As for the teapot, I'll check on that separately."
    )
    quote = quoted(talk)
    assert quote is None or quote["arguments"]["line_ids"] == ["1", "2"]
    talk.say("Yes, that's correct. Please go ahead with the return request.")
    done = market.merchant.done_for(market.owner(order))
    assert [event["line_ids"] for event in done] in ([], [["1", "2"]])


@pytest.mark.parametrize("aside", ["as for the tea towels, I'll look at those later", "the tea towels can wait"])
def test_what_is_put_aside_leaves_the_quote_that_holds_it(market: Market, kitchen: tuple[Talk, str], aside: str) -> None:
    talk, order = kitchen
    talk.say("I'd like to return the skillet and the tea towels, I changed my mind")
    talk.say(f"I'd like to return the skillet. {aside}")
    quote = quoted(talk)
    assert quote is None or quote["arguments"]["line_ids"] == ["1"]
    assert market.merchant.done_for(market.owner(order)) == []
