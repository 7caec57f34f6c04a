"""A part of an order is not cancelled, and nothing is added to one: that is said at once, and never the whole order quoted."""

import pytest

from tests.merchant import Market
from tests.service import AGENT, Talk, says_any, text_of

MUGS, TOWEL = ("Oyster Mug", 2, "11.00"), ("Bath Towel", 1, "24.00")


def kitchen(market: Market) -> tuple[Talk, str]:
    return market.bought(MUGS, TOWEL, status="pending")


@pytest.mark.parametrize(
    "words",
    [
        "hiya can u take the towel off my order but leave the mugs",
        "cancel just the towel",
        "cancel ONLY the towel. 1 item. keep 2 mugs",
        "drop the towel but keep the mugs",
        "cancel the towel, I don't need it",
        "please remove one of the mugs from my order",
        "I ordered two mugs by mistake, cancel one mug",
        "i only want one mug not two",
    ],
)
def test_a_part_is_told_to_be_none_and_the_whole_is_not_quoted(market: Market, words: str) -> None:
    talk, order = kitchen(market)
    answer = talk.say(words)
    assert "as a whole" in text_of(answer)
    assert talk.state()["pending_action"] is None
    talk.say("yes please")
    assert talk.state()["status"] == "waiting_for_human"
    summaries = [h["summary"] for h in market.served.ok("GET", "/v1/handoffs", key=AGENT)["items"]]
    assert any(order in s and words[:15] in s for s in summaries)
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Bitte nur das Handtuch stornieren, die Tassen behalten",
        "Können Sie das Handtuch aus der Bestellung entfernen?",
    ],
)
def test_so_it_is_in_german(market: Market, words: str) -> None:
    talk, order = market.bought(("Tasse", 2, "11.00"), ("Handtuch", 1, "24.00"), status="pending")
    assert says_any(talk.say(words), "als Ganzes")
    assert talk.state()["pending_action"] is None
    assert market.merchant.done_for(market.owner(order)) == []


def test_the_whole_order_can_be_cancelled_instead(market: Market) -> None:
    talk, _ = kitchen(market)
    answer = talk.say("cancel the towel")
    whole = next(a["value"] for m in answer["messages"] for a in m["actions"] if a["label"] == "Cancel the whole order")
    talk.say(whole)
    talk.say("no longer needed")
    assert talk.state()["pending_action"]["name"] == "cancel_order"
    assert "as a whole" in text_of(talk.say("no!! NOT the whole order, i want the mugs!"))
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words", ["cancel the mug order, I changed my mind", "cancel my order with the towel, ordered by mistake"]
)
def test_an_order_named_by_its_goods_is_cancelled(market: Market, words: str) -> None:
    talk, order = kitchen(market)
    talk.say(words)
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order


@pytest.mark.parametrize(
    "words",
    [
        "add one more mug",
        "can i add a bath mat",
        "i forgot a bath mat, can you add it to my order",
        "Kann ich noch eine Tasse hinzufügen?",
    ],
)
def test_nothing_is_added_to_an_order(market: Market, words: str) -> None:
    talk, order = kitchen(market)
    assert says_any(talk.say(words), "can't add anything", "nichts hinzufügen")
    assert talk.state()["pending_action"] is None
    talk.say("yes")
    assert talk.state()["status"] == "waiting_for_human"
    assert market.merchant.done_for(market.owner(order)) == []


FEWER = (
    "versehentlich halt, aber nur EINS",
    "hab mich verklickt, wollte nur ein Kissen",
    "eins zu viel erwischt",
    "by mistake, but only ONE of them",
    "one too many, sorry",
)


@pytest.mark.parametrize("told", FEWER)
def test_fewer_pieces_told_with_the_reason_are_never_quoted_as_all(market: Market, told: str) -> None:
    talk, _ = market.bought(("Feather Pillow", 2, "51.50"), status="pending")
    talk.say("Bitte stornieren")
    answer = talk.say(told)
    assert says_any(answer, "nur als Ganzes", "as a whole"), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "told",
    [
        "nein nicht beide! eins will ich behalten",
        "ja aber nur eins",
        "aber nur eins davon",
        "yes but only one pillow",
        "no keep one",
    ],
)
def test_fewer_pieces_told_to_the_quote_take_it_back(market: Market, told: str) -> None:
    talk, _ = market.bought(("Feather Pillow", 2, "51.50"), status="pending")
    talk.say("Bitte stornieren")
    talk.say("versehentlich bestellt")
    assert talk.state()["pending_action"] is not None
    answer = talk.say(told)
    assert says_any(answer, "nur als Ganzes", "as a whole"), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words",
    [
        "Hallöchen! Stornier bitte mal die Kopfkissen, Klick zu viel gemacht, brauch nur eins statt zwei",
        "ich will stornieren nicht zurückgeben, und zwar nur ein kissen",
        "kann man eins von den zwei kissen stornieren ja oder nein",
        "Kannst du ein Kissen rausnehmen? hab aus Versehen zwei bestellt",
        "ich brauch bloß eins von den Kissen, das andere könnt ihr stornieren",
        "Cancel the pillow order, I clicked twice and need just one",
    ],
)
def test_fewer_pieces_in_one_breath_are_told_to_be_none(market: Market, words: str) -> None:
    talk, _ = market.bought(("Feather Pillow", 2, "51.50"), status="pending")
    answer = talk.say(words)
    assert says_any(answer, "nur als Ganzes", "as a whole"), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Ich möchte die eine Bestellung stornieren die ich heute gemacht hab", "versehentlich"),
        ("Bitte stornieren", "nur weil ich umziehe, hab eins geschenkt bekommen"),
        ("cancel order please", "I found one cheaper elsewhere"),
        ("Bitte die Kissen stornieren, beide", "nur ein Klick zu viel"),
    ],
)
def test_what_is_counted_beside_takes_nothing_from_the_whole(market: Market, words: str, why: str) -> None:
    talk, order = market.bought(("Feather Pillow", 2, "51.50"), status="pending")
    talk.say(words)
    talk.say(why)
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order
