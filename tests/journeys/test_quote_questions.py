"""A question about the quote that waits is answered from the quote, and the quote is asked for again; what is not known is said.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.journeys.test_consent import CHANGES
from tests.merchant import Market, usd
from tests.service import Talk, text_of

SAYS = {
    "refund": ("the skillet is cracked", "die Skillet ist kaputt"),
    "return": ("i want to return the lamp, changed my mind", "ich möchte die Desk Lamp zurückgeben, gefällt mir nicht"),
    "cancel": (
        "cancel my rug order, ordered by mistake",
        "bitte die Bestellung mit dem Hall Rug stornieren, aus Versehen bestellt",
    ),
    "exchange": ("exchange the lamp for a brass one", "die Desk Lamp bitte umtauschen gegen brass"),
}


@pytest.fixture(scope="module")
def helped(market: Market) -> Market:
    """With documents of this and that: near to much of what is asked, and of none of it."""
    for title, body in (
        ("Shipping", "What does shipping cost? Shipping costs 5 dollars within the US."),
        (
            "Labels",
            "How do I get a return label? We send a label for your return by e-mail, and sending a return back is free.",
        ),
    ):
        market.served.ok("POST", "/v1/kb/articles", {"title": title, "body": body})
    market.merchant.products["P-Desk Lamp"] = {
        "id": "P-Desk Lamp",
        "name": "Desk Lamp",
        "variants": [
            {"variant_id": f"V-Desk Lamp-{f}", "options": {"finish": f}, "price": usd("80.00"), "available": True}
            for f in ("black", "brass")
        ],
    }
    return market


def quoting(market: Market, what: str, language: str = "en") -> tuple[Talk, dict[str, Any]]:
    """A conversation in which a quote waits."""
    merchant = market.merchant
    customer = merchant.customer()
    bought = [("Iron Skillet", 1, "40.00"), ("Desk Lamp", 1, "80.00")]
    merchant.order(customer, bought, options=[{}, {"finish": "black"}])
    merchant.order(customer, [("Hall Rug", 1, "75.00")], status="pending")
    of = {"region": "US"} if language == "en" else {"region": "US", "locale": "de-DE"}
    talk = market.served.signed_in(customer, **of)
    talk.say(SAYS[what][0] if language == "en" else SAYS[what][1])
    pending = talk.state()["pending_action"]
    assert pending is not None
    return talk, pending


@pytest.mark.parametrize(
    ("what", "words", "says"),
    [
        ("refund", "how long does that take?", "3 to 5 working days"),
        ("refund", "when will i get the money?", "3 to 5 working days"),
        ("refund", "ok and how long will it take then?", "3 to 5 working days"),
        ("refund", "does that include shipping?", "for the goods alone"),
        ("refund", "do i get the shipping back too", "for the goods alone"),
        ("refund", "to which card?", "Visa ·4242"),
        ("refund", "where does the money go?", "Visa ·4242"),
        ("refund", "how much is that?", "You get $40.00 back"),
        ("refund", "how much do i get back?", "You get $40.00 back"),
        ("refund", "do i get my money back?", "You get $40.00 back"),
        ("refund", "is that the full amount?", "You get $40.00 back"),
        ("refund", "do i have to send it back?", "don't have to send anything back"),
        ("refund", "can i keep it?", "don't have to send anything back"),
        ("refund", "is there a fee?", "costs you nothing"),
        ("refund", "which one is it for?", "Iron Skillet"),
        ("refund", "is tax included?", "don't know"),
        ("return", "how long does that take?", "once the goods are back"),
        ("return", "who pays the postage?", "sending a return back is free"),
        ("return", "do i have to send it back?", "once the goods have arrived"),
        ("return", "how much do i get?", "You get $80.00 back"),
        ("cancel", "do i get my money back?", "You get $75.00 back"),
        ("cancel", "does that include the shipping?", "all that was paid"),
        ("cancel", "is it free?", "costs you nothing"),
        ("exchange", "does it cost extra?", "The price stays the same"),
        ("exchange", "how long does that take?", "don't know"),
        ("exchange", "is delivery included?", "don't know"),
    ],
)
def test_what_the_quote_knows_is_told_and_it_is_asked_for_again(helped: Market, what: str, words: str, says: str) -> None:
    talk, before = quoting(helped, what)
    answer = talk.say(words)
    assert says in text_of(answer)
    assert "5 dollars" not in text_of(answer)
    assert "Shall I go ahead?" in answer["messages"][-1]["text"]
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"] == before
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    ("what", "words", "says"),
    [
        ("refund", "wie lange dauert das?", "3 bis 5 Werktagen"),
        ("refund", "wann bekomme ich das Geld?", "3 bis 5 Werktagen"),
        ("refund", "auf welche Karte?", "Visa ·4242"),
        ("refund", "ist der Versand dabei?", "nur für die Ware"),
        ("refund", "wie viel bekomme ich zurück?", "Sie bekommen 40,00"),
        ("refund", "muss ich sie zurückschicken?", "müssen Sie nichts zurückschicken"),
        ("return", "was kostet mich das?", "sending a return back is free"),
        ("cancel", "kostet das was?", "kostet Sie nichts"),
    ],
)
def test_in_german_too(helped: Market, what: str, words: str, says: str) -> None:
    talk, before = quoting(helped, what, "de")
    answer = talk.say(words)
    assert says in text_of(answer)
    assert talk.state()["pending_action"] == before
    assert talk.say("ja")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize("words", ["yes, but how long does that take?", "ok, to which card?", "sure, is shipping included?"])
def test_a_yes_with_a_question_executes_nothing_and_is_answered(helped: Market, words: str) -> None:
    talk, before = quoting(helped, "refund")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"] == before
    owner = helped.owner(before["arguments"]["order_id"])
    assert [e for e in helped.merchant.done_for(owner) if e["kind"] in CHANGES] == []


def test_questions_are_no_failures_and_a_no_after_them_is_a_no(helped: Market) -> None:
    talk, _ = quoting(helped, "refund")
    for words in ("how long does that take?", "to which card?", "how much is that?", "is shipping included?"):
        answer = talk.say(words)
        assert "a person" not in text_of(answer)
    assert "nothing was changed" in text_of(talk.say("no thanks"))
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("words", ["how long does delivery take?", "how long is the warranty?", "can i exchange it?"])
def test_what_is_of_something_else_is_not_answered_from_the_quote(helped: Market, words: str) -> None:
    talk, _ = quoting(helped, "refund")
    assert "working days" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("oh so it goes to my visa? ok yes go ahead", "as it is named here"),
        ("back to the visa? fine, do it", "as it is named here"),
        ("to my visa 4242? yes please", "as it is named here"),
        ("the iron skillet? yes refund it", "Iron Skillet"),
        ("40.00 back? ok", "$40.00"),
        ("ah, visa. ok go ahead", "as it is named here"),
        ("auf die Visa? ok ja mach", "as it is named here"),
    ],
)
def test_a_remark_that_says_what_the_quote_says_is_told_so_and_asked_once_more(helped: Market, said: str, told: str) -> None:
    talk, quote = quoting(helped, "refund")
    answer = talk.say(said)
    assert told in text_of(answer) or "genannt" in text_of(answer)
    assert "can't send it anywhere else" not in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"]["id"] == quote["id"]
    assert talk.say("ja" if "ja" in said else "yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize("said", ["to paypal instead? yes", "can it go to my paypal? ok yes"])
def test_a_way_that_the_quote_does_not_name_is_no_such_remark(helped: Market, said: str) -> None:
    talk, _ = quoting(helped, "refund")
    answer = talk.say(said)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert "as it is named here" not in text_of(answer)


@pytest.mark.parametrize("words", ["I meant sending it back, is that free", "ich meinte die Rücksendung, ist die kostenlos"])
def test_what_was_meant_by_a_question_leaves_the_quote(market: Market, words: str) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "59.00"))
    talk.say("I'd like to return the brass lamp, I don't need it any more")
    talk.say(words)
    assert talk.state()["pending_action"]["name"] == "return_items"
