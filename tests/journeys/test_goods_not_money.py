"""Who wants the goods and no money is quoted no refund: it is said who can send them, and "yes, send it" is that person."""

import pytest

from tests.merchant import Market, usd
from tests.service import AGENT, Talk, says_any, text_of

LAMP, SHELF = ("Desk Lamp", 1, "84.00"), ("Bookshelf", 1, "266.00")


def offers_a_person(talk: Talk, answer: dict, goods: str) -> None:
    assert talk.state()["pending_action"] is None
    assert says_any(answer, "a colleague can", "jemand aus unserem Team")
    assert goods in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "the lamp is missing from the box, can you send it please",
        "i dont want money i just want the lamp that was missing",
        "there was no lamp in there. could you post me the lamp pls",
        "my desk lamp arrived smashed!! i'd rather have a new one than a refund",
        "lamp is broken - please send a replacement",
        "you sent a white lamp, I need the black one I ordered",
        "hi the shelf came but no lamp, pls send the missing lamp",
    ],
)
def test_a_wish_for_the_goods_is_no_refund(market: Market, words: str) -> None:
    talk, order = market.bought(SHELF, LAMP)
    offers_a_person(talk, talk.say(words), "1 × Desk Lamp")
    done = talk.say("yes send it")
    assert talk.state()["status"] == "waiting_for_human"
    assert done["turn"]["outcome"] == "handed_off"
    summaries = [h["summary"] for h in market.served.ok("GET", "/v1/handoffs", key=AGENT)["items"]]
    assert any("1 × Desk Lamp" in s and order in s and "Wants:" in s for s in summaries)
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Die Lampe fehlt. Können Sie sie bitte nachliefern?",
        "Die Lampe ist kaputt angekommen, ich möchte kein Geld, sondern eine neue Lampe",
        "Das Regal ist da, aber die Lampe nicht. Bitte schickt mir die fehlende Lampe",
        "Lampe defekt, ich hätte gern Ersatz",
    ],
)
def test_so_it_is_in_german(market: Market, words: str) -> None:
    talk, order = market.bought(("Regal", 1, "266.00"), ("Lampe", 1, "84.00"))
    offers_a_person(talk, talk.say(words), "1 × Lampe")
    talk.say("ja bitte schicken")
    assert talk.state()["status"] == "waiting_for_human"
    assert market.merchant.done_for(market.owner(order)) == []


def test_money_that_is_quoted_is_given_up_for_the_goods(market: Market) -> None:
    talk, order = market.bought(SHELF, LAMP)
    talk.say("my delivery came and the bookshelf is fine but there's no lamp, i looked in the boxes and everything")
    assert talk.state()["pending_action"]["arguments"]["line_ids"] == ["2"]
    offers_a_person(talk, talk.say("I don't want money um I just want the lamp can you send it"), "1 × Desk Lamp")
    talk.say("yes I need you to send the lamp that was missing")
    assert talk.state()["status"] == "waiting_for_human"
    assert market.merchant.done_for(market.owner(order)) == []


def test_what_else_is_wanted_beside_it_is_served(market: Market) -> None:
    talk, _ = market.bought(SHELF, LAMP)
    first = talk.say("the lamp is scratched, can you send a new one and refund the bookshelf, it is cracked")
    assert talk.state()["pending_action"]["arguments"]["line_ids"] == ["1"]
    assert "other wish" in text_of(first)
    assert "1 × Desk Lamp" in text_of(talk.say("no"))


def test_an_exchange_beside_a_report_is_no_refund(market: Market) -> None:
    talk, _ = market.bought(SHELF, LAMP)
    talk.say("the lamp is broken. i dont want a refund, i want to exchange it for the white one")
    pending = talk.state()["pending_action"]
    assert pending is None or pending["name"] == "exchange_items"


def test_after_the_offer_money_may_still_be_chosen_for_those_goods(market: Market) -> None:
    talk, order = market.bought(SHELF, LAMP)
    talk.say("the lamp came broken, send me a new one")
    talk.say("ok then refund")
    quote = talk.state()["pending_action"]
    assert (quote["name"], quote["arguments"]["line_ids"], quote["amount"]) == ("refund_order", ["2"], usd("84.00"))
    assert quote["arguments"]["reason"] == "damaged"
    assert quote["arguments"]["order_id"] == order


def test_what_was_ordered_is_exchanged_for_nothing(market: Market) -> None:
    """A size M that came as L is no exchange of M for M."""
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Jacket", 1, "157.00")], options=[{"size": "M"}])
    talk = market.talk(customer)
    sizes = [("S", "V-Jacket-S"), ("M", "V-Jacket-M"), ("L", "V-Jacket-L")]
    market.merchant.products["P-Jacket"] = {
        "id": "P-Jacket",
        "name": "Jacket",
        "variants": [
            {"variant_id": number, "price": usd("157.00"), "options": {"size": size}, "available": True}
            for size, number in sizes
        ],
    }
    offers_a_person(talk, talk.say("you've sent me a Large jacket, I ordered a Medium. Swap it for the right one"), "size M")
    offers_a_person(talk, talk.say("No! exchange it for the Medium."), "size M")
    talk.say("exchange my jacket please")
    offers_a_person(talk, talk.say("size M, the one I ordered"), "size M")
    answer = talk.say("actually exchange the jacket for the S")
    assert "size M → size S" in text_of(answer)


@pytest.mark.parametrize("words", ["send me the invoice please", "I want to return the lamp, please send me a label"])
def test_what_is_no_goods_is_sent_as_ever(market: Market, words: str) -> None:
    talk, _ = market.bought(LAMP)
    assert "colleague" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    [
        "hm nee warte ich hätte lieber die gleiche Lampe nochmal, geht auch ohne geld zurück?",
        "ne eigentlich will ich keine kohle, ich hätt gern ne neue Lampe die geht. geht das?",
        "nein! kein geld!!! eine NEUE LAMPE",
        "nee ich will einfach dieselbe nochmal",
        "kann ich nicht einfach ne neue haben",
        "can you send me the same again",
        "just replace it please",
        "nah I'd like the exact same one, just working",
    ],
)
def test_the_same_again_is_wanted_in_place_of_a_refund_that_was_quoted(market: Market, words: str) -> None:
    talk, _ = market.bought(SHELF, LAMP)
    talk.say("my desk lamp arrived smashed")
    assert talk.state()["pending_action"]["name"] == "refund_order"
    offers_a_person(talk, talk.say(words), "1 × Desk Lamp")


def test_the_same_again_where_the_order_is_asked_for_is_of_the_goods_that_were_named(market: Market) -> None:
    customer = market.merchant.customer()
    for goods in (LAMP, LAMP, SHELF):
        market.merchant.order(customer, [goods])
    talk = market.talk(customer)
    talk.say("my desk lamp arrived smashed")
    answer = talk.say("I just want the same one again")
    assert "Bookshelf" not in str([button["label"] for message in answer["messages"] for button in message["actions"]])
