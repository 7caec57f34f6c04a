"""Money and goods are quoted only where the customer's words are positive evidence for exactly that.

One file: the conversations share a service."""

from typing import Any

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

Household = tuple[Talk, dict[str, str]]


@pytest.fixture
def household(market: Market) -> Household:
    """Somebody with two orders that came and one that is being prepared."""
    talk, first = market.bought(
        ("Dining Chair", 1, "120.00"), ("Bath Mat", 1, "25.00"), ("Storage Basket", 1, "40.00"), ("Wall Clock", 1, "53.50")
    )
    owner = market.owner(first)
    second = market.merchant.order(owner, [("Jute Rug", 1, "101.00"), ("Bookshelf", 1, "82.50"), ("Enamel Mug", 2, "12.00")])
    pending = market.merchant.order(owner, [("Garden Jacket", 1, "89.00")], status="pending")
    return talk, {"first": first, "second": second, "pending": pending}


_OF_PRODUCTS = [
    "what kind of battery goes in the wall clock? there wasn't one in the box",
    "my clock stopped ticking after two weeks. is it broken?",
    "how do I get the chair to stop wobbling? I think I tightened everything",
    "is the rug supposed to smell like this when it's new?",
    "does the bookshelf have to be fixed to the wall",
    "welche Batterie braucht die Wanduhr, es lag keine dabei",
    "wie bekomme ich die Falten aus dem Teppich raus?",
    "Darf die Badematte in den Trockner oder geht sie dann kaputt?",
]
_OF_RIGHTS = [
    "if the jacket doesn't fit when it comes, can I send it back?",
    "kann ich die Jacke zurückgeben, wenn sie nicht passt?",
    "suppose the chair breaks in a year, do I get my money back?",
    "would I get a refund for the rug if I sent it back used?",
    "who pays the postage if I return the basket",
    "Uhr hing zwei Wochen an der Wand, unbeschädigt. Rückgabe möglich, ja oder nein?",
    "Und wenn ich den Stuhl doch nicht mag, bekomme ich dann Geld zurück oder nur einen Gutschein?",
    "how long do I have to decide whether I return the bookshelf?",
    "falls der Teppich zu klein ist, wie läuft das mit dem Umtausch",
    "could I cancel the jacket later if I change my mind?",
    "what happens to my points if I cancel the jacket order",
]
_DENIED = [
    "the clock isn't broken, I just don't know how to set it",
    "I don't want a refund for the chair, I just want to know how to clean it",
    "please don't cancel the jacket, I only asked when it ships",
    "nichts ist kaputt, der Stuhl ist super, wollte nur danke sagen",
    "Nein, die Uhr ist nicht defekt, mir geht es nur ums Rückgaberecht",
    "no need to send the mat back, right? I'm keeping it",
]
_OF_PARTS = [
    "the anti-tip strap for the bookshelf was missing from the box",
    "two screws are missing for the chair, can you post them?",
    "beim Bücherregal fehlt die Aufbauanleitung",
    "the label on the basket is torn, doesn't matter though, just saying",
    "box of the clock was dented but the clock itself is fine",
    "beim Stuhl fehlt eine Schraube, können Sie mir die schicken?",
    "I lost the little key to hang the clock, where can I get another one",
    "the invoice for the rug was missing in the parcel",
]
_OF_PARTS_WITH_THE_ORDER = ["{second}, the bookshelf, the anti-tip strap was missing from the box"]
_STORIES = [
    "my sister broke her chair from you last year and you gave her money back, lovely service",
    "I returned a bookshelf to IKEA last week, yours is so much better",
    "we put the rug in the hall and the chair next to the clock, it looks amazing",
    "letztes Jahr hatte ich mal einen kaputten Korb, da haben Sie mir sofort das Geld erstattet, vielen Dank nochmal",
    "almost sent the chair back but my husband talked me into keeping it",
    "a friend says your rugs come damaged all the time, is that true?",
    "I read that the chairs can crack in the cold, should I bring mine in?",
]


@pytest.mark.parametrize("words", [*_OF_PRODUCTS, *_OF_RIGHTS, *_DENIED, *_OF_PARTS, *_OF_PARTS_WITH_THE_ORDER, *_STORIES])
def test_no_quote_without_evidence(household: Household, words: str) -> None:
    talk, orders = household
    answer = talk.say(words.format(**orders))
    assert talk.state()["pending_action"] is None, text_of(answer)


CHAIR, MAT, BASKET, CLOCK = (("first", line) for line in "1234")
RUG, SHELF, MUG = (("second", line) for line in "123")
JACKET = ("pending", "1")
A_STORY = (
    "Good afternoon. It has been quite a week: we moved house on Thursday, my husband put his back out carrying boxes and the cat "
    "hid for two days. Anyway, the mugs are lovely and we use them every morning. The jute rug is lovely too, but it is simply too "
    "small for the new living room, it looks like a bath mat in there. I'd like to send the rug back. Thank you so much."
)


@pytest.mark.parametrize(
    ("words", "action", "goods"),
    [
        ("return the chair", "return_items", [CHAIR]),
        ("chair back pls", "return_items", [CHAIR]),
        ("want to send teh rug back", "return_items", [RUG]),
        ("rug arrived torn, money back", "refund_order", [RUG]),
        ("the clock came smashed", "refund_order", [CLOCK]),
        ("clock = broken. refund", "refund_order", [CLOCK]),
        ("Uhr kaputt, Geld zurück bitte", "refund_order", [CLOCK]),
        ("Stuhl zurückgeben", "return_items", [CHAIR]),
        ("den Teppich würde ich gern zurückschicken, der ist zu klein", "return_items", [RUG]),
        ("can i return the basket?", "return_items", [BASKET]),
        ("could you refund the mat please it's got a hole in it", "refund_order", [MAT]),
        ("kann ich bitte die Badematte zurückgeben, gefällt mir nicht", "return_items", [MAT]),
        ("cancel the jacket", "cancel_order", [JACKET]),
        ("storniert bitte die Jacke", "cancel_order", [JACKET]),
        ("cnacel jacket pls", "cancel_order", [JACKET]),
        ("i changed my mind about the jacket, please cancel that order", "cancel_order", [JACKET]),
        (
            "hi, got my order with the basket, chair and bath mat last week. the chair doesnt really go with our table, "
            "can i send just that one back",
            "return_items",
            [CHAIR],
        ),
        ("bei meiner Bestellung mit Stuhl, Korb und Badematte ist am Stuhl ein Bein gebrochen", "refund_order", [CHAIR]),
        (
            "Everything came fine except the clock, the glass is cracked. I'd like my money back for it",
            "refund_order",
            [CLOCK],
        ),
        ("yo the rug is busted, tear right down the middle, gimme my money back", "refund_order", [RUG]),
        ("I want to return the rug and keep the bookshelf", "return_items", [RUG]),
        ("return chair and mat, the rest stays here", "return_items", [CHAIR, MAT]),
        ("one of the mugs has a chip, refund that one please", "refund_order", [MUG]),
        ("both mugs arrived in pieces!!! refund", "refund_order", [MUG]),
        ("Eine Tasse ist zerbrochen angekommen, bitte erstatten", "refund_order", [MUG]),
        ("send back everything in order {first}", "return_items", [CHAIR, MAT, BASKET, CLOCK]),
        (A_STORY, "return_items", [RUG]),
        ("retunr the bookshelf plz, doesnt fit thru the door", "return_items", [SHELF]),
        ("refudn for the basket, handle came off already in the box", "refund_order", [BASKET]),
        ("das Regal kam zerkratzt an, ich hätte gern mein Geld zurück", "refund_order", [SHELF]),
        ("the chair's leg was snapped clean off when I opened it", "refund_order", [CHAIR]),
        ("Die Wanduhr geht zurück, bitte Rücksendeetikett", "return_items", [CLOCK]),
        ("not happy w/ the mat. returning it. what do i do", "return_items", [MAT]),
        ("take the rug back pls, its way too small", "return_items", [RUG]),
        ("I'd rather have my cash back than the clock, it's faulty and won't tick", "refund_order", [CLOCK]),
        ("Moin, Korb ist gerissen. Geld zurück?", "refund_order", [BASKET]),
        ("please start a return for the wall clock, I found a nicer one", "return_items", [CLOCK]),
        (
            "Wir haben leider schon einen Teppich gekauft. Deshalb möchte ich den von Ihnen zurücksenden.",
            "return_items",
            [RUG],
        ),
        ("the shelf is the wrong colour, i want my money back for it", "refund_order", [SHELF]),
        ("jacke nicht mehr gebraucht, bitte bestellung stornieren", "cancel_order", [JACKET]),
    ],
)
def test_evidence_is_quoted_for_what_it_names(
    household: Household, words: str, action: str, goods: list[tuple[str, str]]
) -> None:
    talk, orders = household
    answer = talk.say(words.format(**orders))
    if says_any(answer, "the reason", "dem Grund"):
        answer = talk.say("no longer needed" if action == "cancel_order" else "damaged")
    quote: dict[str, Any] | None = talk.state()["pending_action"]
    assert quote is not None, text_of(answer)
    assert (quote["name"], quote["arguments"]["order_id"]) == (action, orders[goods[0][0]]), text_of(answer)
    if action != "cancel_order":
        assert quote["arguments"]["line_ids"] == [line for _, line in goods], text_of(answer)


def test_a_question_about_a_right_that_is_asked_again_is_no_wish(household: Household) -> None:
    talk, _ = household
    for words in ("can I send the rug back if it turns out too small?", "yes, can I send the rug back if it doesn't fit?"):
        answer = talk.say(words)
        assert answer["turn"]["outcome"] not in ("asked_for_confirmation", "asked_for_input"), text_of(answer)
        assert talk.state()["pending_action"] is None


UNCLEAR = "almost sent the chair back but my husband talked me into keeping it"


def test_what_is_unclear_is_asked_and_a_yes_makes_the_quote(household: Household) -> None:
    for yes in ("yes", "the button"):
        talk, orders = household
        answer = talk.say(UNCLEAR)
        assert answer["turn"]["outcome"] == "asked_for_input"
        assert "1 × Dining Chair" in text_of(answer)
        buttons = answer["messages"][-1]["actions"]
        talk.say(buttons[0]["value"] if yes == "the button" else yes)
        quote = talk.state()["pending_action"]
        assert (quote["name"], quote["arguments"]["line_ids"]) == ("return_items", ["1"])
        assert quote["arguments"]["order_id"] == orders["first"]
        talk.say("no")


@pytest.mark.parametrize("words", ["no", "the button", "what are your opening hours?", "thanks"])
def test_what_is_unclear_and_not_meant_quotes_nothing(household: Household, words: str) -> None:
    talk, _ = household
    answer = talk.say(UNCLEAR)
    talk.say(answer["messages"][-1]["actions"][1]["value"] if words == "the button" else words)
    assert talk.state()["pending_action"] is None
    talk.say("ok")
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("words", ["beim Bücherregal fehlt die Aufbauanleitung", "the label on the basket is torn"])
def test_a_part_that_is_missing_or_torn_is_for_a_person(household: Household, words: str) -> None:
    talk, _ = household
    answer = talk.say(words)
    assert says_any(answer, "a colleague can", "jemand aus unserem Team"), text_of(answer)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"
