"""A question of ours is left by words that give no answer to it, and what was meant instead is served; what answers it is still taken.

One file: the conversations share a service."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def asked_which(market: Market) -> tuple[Talk, str]:
    """Somebody who is asked which items go back."""
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Serving Board", 1, "38.00"), ("Tea Towel", 2, "9.00")])
    talk = market.talk(customer)
    assert "Which items" in text_of(talk.say(f"I want to return something from {order}"))
    return talk, order


@pytest.mark.parametrize(
    "words",
    [
        "forget it. doesnt matter",
        "sorry. forget that",
        "none at the moment thanks. bye",
        "ach egal",
        "hat sich erledigt",
        "lassen wir das",
        "nah its fine",
        "not anymore",
        "I changed my mind, leave it",
        "no longer needed, sorry to bother you",
        "actually I'll keep everything",
        "nicht mehr nötig, danke",
        "passt schon, alles gut",
        "Doch nicht, ich behalte alles",
        "sorry wrong chat",
        "no return needed",
        "just wondering, thanks",
    ],
)
def test_a_question_is_left_by_words_that_give_it_up(asked_which: tuple[Talk, str], words: str) -> None:
    talk, _ = asked_which
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "answered"
    assert not tools(answer)
    assert "Which items" not in text_of(answer)
    assert quote_of(talk) is None


@pytest.mark.parametrize(
    ("words", "tool"),
    [
        ("nothing, I just wanted to know when HP-NEW comes", "track_order"),
        ("forget it, where is HP-NEW?", "track_order"),
        ("nichts, ich wollte nur wissen wann HP-NEW kommt", "track_order"),
    ],
)
def test_what_was_meant_instead_is_served(market: Market, asked_which: tuple[Talk, str], words: str, tool: str) -> None:
    talk, order = asked_which
    other = market.merchant.order(market.owner(order), [("Wall Clock", 1, "35.00")], status="shipped")
    assert (tool, other) in tools(talk.say(words.replace("HP-NEW", other)))
    assert quote_of(talk) is None


def test_what_was_only_asked_is_answered_from_the_documents(market: Market) -> None:
    talk, order = market.bought(("Wall Clock", 1, "35.00"), ("Coffee Table", 1, "99.00"), status="pending")
    talk.say(f"I want to change an item of {order}")
    answer = talk.say("No, nothing to change. I only asked how long returns take.")
    assert "Which item" not in text_of(answer)
    assert answer["turn"]["intent"] == "policy_question"


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("the board", ["1"]),
        ("forget it, just the board", ["1"]),
        ("not the towels, the board", ["1"]),
        ("the board, not the towels", ["1"]),
        ("keep the towels, return the board", ["1"]),
        ("das Board, nicht die Towels", ["1"]),
        ("I only asked to return the board", ["1"]),
        ("all of them", ["1", "2"]),
    ],
)
def test_what_answers_the_question_is_taken(asked_which: tuple[Talk, str], words: str, lines: list[str]) -> None:
    talk, order = asked_which
    talk.say(words)
    assert quote_of(talk) == ("return_items", order, lines)


@pytest.mark.parametrize("words", ["no longer needed", "I don't need it anymore"])
def test_a_reason_is_no_giving_up(market: Market, words: str) -> None:
    talk, order = market.bought(("Wall Clock", 1, "35.00"), status="pending")
    assert "reason" in text_of(talk.say(f"cancel {order}"))
    talk.say(words)
    assert quote_of(talk) == ("cancel_order", order, [])


@pytest.mark.parametrize("words", ["oh it just arrived, never mind", "found it, thanks", "ist gerade angekommen, danke"])
def test_an_order_that_turned_up_is_looked_for_no_more(market: Market, words: str) -> None:
    talk, order = market.bought(("Wall Clock", 1, "35.00"), status="shipped")
    market.merchant.order(market.owner(order), [("Lamp", 1, "35.00")], status="shipped")
    assert "Which order" in text_of(talk.say("where is my order"))
    answer = talk.say(words)
    assert not tools(answer)
    assert answer["turn"]["outcome"] == "answered"


@pytest.mark.parametrize(
    ("words", "served"),
    [
        ("Nein, keine Postadresse. Die E-Mail-Adresse!", "update_account"),
        ("no not the postal address, my e-mail address!", "update_account"),
        ("not an address, my phone number", "update_account"),
        ("Ich möchte keine Adresse ändern. Wo ist meine Bestellung?", "track_order"),
        ("I don't want to change any address! when does it arrive", None),
    ],
)
def test_an_address_is_not_asked_for_once_it_is_denied(market: Market, words: str, served: str | None) -> None:
    talk, _ = market.bought(("Desk Lamp", 1, "84.00"), status="pending")
    talk.say("change the delivery address of my order")
    reply = talk.say(words)
    assert "whole new address" not in text_of(reply)
    assert "change_shipping_address" not in {call["name"] for call in reply["turn"]["tool_calls"]}
    assert served is None or served in {call["name"] for call in reply["turn"]["tool_calls"]}, text_of(reply)
