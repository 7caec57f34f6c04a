"""What no action does with an order that was placed is said plainly, and a person offered with the order filled in; no change is begun.

One file: the conversations share a service."""

from pathlib import Path

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market, usd
from tests.service import AGENT, Served, Talk, says_any, text_of

CANNOT = (
    "once it is placed",
    "that was placed",
    "that were placed",
    "day or the hour",
    "aufgegeben",
    "Tag oder die Uhrzeit",
)


def due(market: Market) -> tuple[Talk, str]:
    """A clock of three woods that is being prepared."""
    talk, order = market.bought(("Wall Clock", 1, "46.00"), status="pending", options=[{"wood": "pine"}])
    market.merchant.products["P-Wall Clock"] = {
        "id": "P-Wall Clock",
        "name": "Wall Clock",
        "variants": [
            {"variant_id": v, "price": usd("46.00"), "options": {"wood": w}, "available": True}
            for v, w in (("V-Wall Clock-pine", "pine"), ("V-2", "walnut"), ("V-3", "oak"))
        ],
    }
    return talk, order


@pytest.mark.parametrize(
    "words",
    [
        "can u make it express",
        "ordered a wall clock yesterday and it doesnt arrive until next week. can you make it express?",
        "speed it up please",
        "i want gift wrap on my order can you add that",
        "can you deliver it in the evening",
        "add a note to the driver please: ring twice",
        "can you put both orders in one parcel",
        "can you hold it until Monday",
        "can you add a voucher to my order",
        "Können Sie die Bestellung als Express schicken?",
        "Bitte als Geschenk verpacken",
        "Bitte die Bestellung erst am Montag liefern",
    ],
)
def test_it_is_said_that_it_cannot_be_done_and_a_person_is_told_of_the_order(market: Market, words: str) -> None:
    talk, order = due(market)
    answer = talk.say(words)
    assert says_any(answer, *CANNOT)
    assert order in text_of(answer)
    assert not tools(answer)
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
    handoff = talk.state()["handoff"]
    summary = market.served.ok("GET", f"/v1/handoffs/{handoff['id']}", key=AGENT)["summary"]
    assert order in summary
    assert words[:20] in summary


@pytest.mark.parametrize(
    "words",
    [
        "no dont change anything! just faster delivery",
        "no not change, gift wrap. its a present for my mum",
        "i just want it faster",
        "nein, nur schneller liefern bitte",
    ],
)
def test_asked_for_a_change_it_is_no_change(market: Market, words: str) -> None:
    talk, order = due(market)
    assert "Which" in text_of(talk.say(f"i want to change {order}"))
    answer = talk.say(words)
    assert says_any(answer, *CANNOT)
    assert not says_any(answer, "Which", "Welche")
    assert not tools(answer)


def test_a_quote_waits_on_beside_it_and_a_yes_still_means_the_quote(market: Market) -> None:
    talk, order = due(market)
    talk.say(f"change the clock of {order} to walnut")
    answer = talk.say("yes and can you gift wrap it")
    assert says_any(answer, *CANNOT)
    assert quote_of(talk) == ("change_order_items", order, ["1"])
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


def test_said_against_the_quote_it_drops_it(market: Market) -> None:
    talk, order = due(market)
    talk.say(f"change the clock of {order} to walnut")
    talk.say("no, leave the clock, just make it faster")
    assert quote_of(talk) is None
    assert not market.merchant.done_for(market.owner(order))


@pytest.mark.parametrize(
    "words",
    [
        "how much is express",
        "do you do gift wrapping",
        "when does it arrive",
        "can it get here by friday",
        "i paid for express and it is still not here",
        "the driver left it in the rain and it is broken",
        "cancel it, i need it faster",
        "make the clock walnut instead",
    ],
)
def test_other_words_are_no_such_wish(market: Market, words: str) -> None:
    talk, _ = due(market)
    assert not says_any(talk.say(words), *CANNOT)


def test_what_the_documents_say_of_it_stands_beside_it(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as shop:
        answer = shop.signed_in("C0023", region="US").say("can you gift wrap it? its a present for my mum")
    assert says_any(answer, *CANNOT)
    assert [c["title"] for message in answer["messages"] for c in message["citations"]]
