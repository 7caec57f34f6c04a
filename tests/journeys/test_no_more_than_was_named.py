"""Whoever names goods or a number of pieces gets a quote of just these, or hears what there is: a quote of more was never meant.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market
from tests.service import Talk, says_any, text_of

PILLOWS = ("Feather Pillow", 2, "51.50")
KNIFE, CUPS = ("Paring Knife", 1, "20.00"), ("Measuring Cup Set", 1, "28.00")
AS_A_WHOLE = ("nur als Ganzes", "as a whole")


@pytest.mark.parametrize(
    "why",
    [
        "versehentlich 2 statt 1",
        "ordered 2 by accident, wanted one",
        "wollte eigentlich nur eins",
        "doppelt geklickt",
        "clicked twice, sorry",
        "hab zu viele bestellt. oder kann man auch nur eins stornieren?",
        "ordered too many",
        "I needed one, not a pair",
    ],
)
def test_fewer_pieces_told_as_the_reason_quote_no_whole_order(market: Market, why: str) -> None:
    talk, _ = market.bought(PILLOWS, status="pending")
    talk.say("Bitte die Bestellung stornieren")
    answer = talk.say(why)
    assert says_any(answer, *AS_A_WHOLE), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "why", ["found them cheaper elsewhere", "my husband already bought some", "Bett passt nicht ins Zimmer"]
)
def test_another_reason_quotes_it(market: Market, why: str) -> None:
    talk, order = market.bought(PILLOWS, status="pending")
    talk.say(f"cancel {order}")
    talk.say(why)
    assert talk.state()["pending_action"]["name"] == "cancel_order"


@pytest.mark.parametrize(
    "words",
    [
        ["cancel {}, the knife is not needed anymore"],
        ["{} stornieren", "das Messer brauch ich nicht mehr"],
        ["cancel {}", "i dont need the knife anymore"],
        ["das Messer stornieren bitte", "nein nur das Messer, den Messbecher will ich behalten"],
        ["cancel {}", "no longer needed", "no only the knife"],
        ["cancel the knife", "geht das denn, nur das Messer raus?"],
    ],
)
def test_goods_beside_the_order_are_a_part_of_it(market: Market, words: list[str]) -> None:
    talk, order = market.bought(KNIFE, CUPS, status="pending")
    for said in words:
        answer = talk.say(said.format(order))
    assert says_any(answer, *AS_A_WHOLE), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("words", ["cancel the knife and the measuring cups, dont need them", "cancel {}, too slow"])
def test_all_of_it_is_the_order(market: Market, words: str) -> None:
    talk, order = market.bought(KNIFE, CUPS, status="pending")
    talk.say(words.format(order))
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("pending", "cancel the cushions"),
        ("pending", "ich möchte die Kissen stornieren"),
        ("delivered", "return the cushions please"),
        ("delivered", "refund the vase"),
        ("delivered", "the vase arrived broken"),
    ],
)
def test_goods_of_no_order_take_none(market: Market, status: str, words: str) -> None:
    talk, order = market.bought(("Paring Knife", 1, "20.00"), status=status)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert says_any(answer, "in your orders", "in Ihren Bestellungen nicht"), text_of(answer)
    assert order in [a["value"] for m in answer["messages"] for a in m["actions"]]


@pytest.mark.parametrize(
    "words", ["the knife arrived broken", "it arrived broken", "das Messer ist kaputt", "the handle is broken"]
)
def test_goods_of_an_order_or_none_at_all_are_taken(market: Market, words: str) -> None:
    talk, order = market.bought(("Paring Knife", 1, "20.00"))
    talk.say(words)
    assert talk.state()["pending_action"]["arguments"]["order_id"] == order


SURPLUS = (
    "hab zwei gleiche Mugs gekriegt, wollte eigentlich nur eine",
    "I got two of the same mug, only wanted one",
    "you sent me two mugs instead of one",
)


@pytest.mark.parametrize("words", SURPLUS)
def test_a_surplus_that_was_ordered_goes_back_alone(market: Market, words: str) -> None:
    talk, _ = market.bought(("Oyster Mug", 2, "10.00"))
    talk.say(words)
    quote = talk.state()["pending_action"]
    assert (quote["name"], quote["amount"]["amount"]) == ("return_items", "10.00")


@pytest.mark.parametrize("words", [*SURPLUS, "one mug too many arrived", "i ordered one mug and got two"])
def test_a_surplus_that_was_not_ordered_is_for_a_person(market: Market, words: str) -> None:
    talk, _ = market.bought(("Oyster Mug", 1, "10.00"))
    answer = talk.say(words)
    assert says_any(answer, "not charged", "nicht berechnet"), text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("words", ["I ordered two mugs and got one", "one of the two mugs is missing"])
def test_what_is_missing_is_no_surplus(market: Market, words: str) -> None:
    talk, _ = market.bought(("Oyster Mug", 2, "10.00"))
    talk.say(words)
    quote = talk.state()["pending_action"]
    assert (quote["name"], quote["amount"]["amount"]) == ("refund_order", "10.00")


def dishes(market: Market) -> Talk:
    return market.bought(("Oyster Mug", 1, "11.00"), ("Serving Board", 1, "30.00"))[0]


@pytest.mark.parametrize("words", ["i got the wrong colour mug", "you sent the wrong mug", "the mug is the wrong colour"])
def test_goods_that_came_wrong_are_asked_about(market: Market, words: str) -> None:
    talk = dishes(market)
    answer = talk.say(words)
    assert talk.state()["pending_action"] is None
    assert "the right one" in text_of(answer)
    talk.say("money back please")
    assert talk.state()["pending_action"]["amount"]["amount"] == "11.00"
    assert "a colleague can: 1 × Oyster Mug" in text_of(
        talk.say("no actually i want the right one, ordered white got green")
    )


def test_money_that_is_wanted_at_once_is_quoted(market: Market) -> None:
    talk = dishes(market)
    talk.say("wrong mug in the box, refund please")
    assert talk.state()["pending_action"]["amount"]["amount"] == "11.00"


def test_a_share_and_what_it_lacks(market: Market) -> None:
    talk = dishes(market)
    talk.say("only half of my order came. the mug wasnt in the box")
    assert talk.state()["pending_action"]["amount"]["amount"] == "11.00"


@pytest.mark.parametrize(
    "words",
    ["cancel my order please, husband already bought one lol", "bitte stornieren, mein Mann hat schon einen gekauft"],
)
def test_a_reason_that_was_told_is_not_asked_for(market: Market, words: str) -> None:
    talk, _ = market.bought(("Bedside Table", 1, "172.00"), status="pending")
    talk.say(words)
    assert talk.state()["pending_action"]["name"] == "cancel_order"


@pytest.mark.parametrize(
    "words",
    [
        "ich will die Farbe ändern",
        "Hallo, ich habe aus Versehen den Oyster Mug in der falschen Farbe bestellt, kann man das noch ändern?",
        "i ordered the wrong colour, can i still change it",
    ],
)
def test_the_only_goods_of_an_order_are_not_asked_for(market: Market, words: str) -> None:
    talk, _ = market.bought(("Oyster Mug", 1, "10.00"), status="pending")
    answer = talk.say(words)
    assert answer["turn"]["tool_calls"][-1]["name"] == "change_order_items"
    assert not says_any(answer, "Which items", "Welchen Artikel", "in your orders", "in Ihren Bestellungen"), text_of(answer)
