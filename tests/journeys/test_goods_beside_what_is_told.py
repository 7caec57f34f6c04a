"""Goods that are named only to say which order it is, what was bought, or what is fine, are never quoted beside those that are meant.

One file: the conversations share a service."""

import pytest

from tests.merchant import Market

BASKET, CHAIR, MAT = ("Storage Basket", 1, "31.50"), ("Dining Chair", 1, "146.00"), ("Bath Mat", 1, "29.00")


def quoted(market: Market, *words: str) -> tuple[str, list[str]]:
    talk, _ = market.bought(BASKET, CHAIR, MAT)
    for said in words:
        talk.say(said)
    quote = talk.state()["pending_action"]
    return quote["name"], quote["arguments"]["line_ids"]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "hi, got my order with the basket, chair and bath mat. the chair doesnt suit us, can i send just that one back",
            ["2"],
        ),
        (
            "I bought a storage basket, a dining chair and a bath mat from you. the chair doesnt fit, I'd like to return it",
            ["2"],
        ),
        ("From the order with the chair and the mat I'd like to return the basket", ["1"]),
        ("return the basket and the chair from my order with the bath mat", ["1", "2"]),
        ("Aus der Bestellung mit Korb und Stuhl möchte ich den Stuhl zurückgeben", ["2"]),
        ("can I return the order with the basket, chair and bath mat", ["1", "2", "3"]),
        ("I ordered the chair by mistake and the mat too, I want to return both", ["2", "3"]),
    ],
)
def test_what_tells_the_order_is_not_given_back(market: Market, words: str, lines: list[str]) -> None:
    assert quoted(market, words) == ("return_items", lines)


@pytest.mark.parametrize(
    "words",
    [
        "bei meiner Bestellung mit Korb, Stuhl und Badematte ist der Stuhl kaputt",
        "In der Bestellung mit dem Korb und dem Stuhl war der Stuhl zerbrochen",
        "Ich habe Korb, Stuhl und Badematte bestellt, der Stuhl ist kaputt",
        "no complaints about the basket or the mat, but the dining chair is broken",
        "my order (basket, chair, mat) came and the chair is broken",
    ],
)
def test_what_tells_the_order_is_not_broken(market: Market, words: str) -> None:
    assert quoted(market, words) == ("refund_order", ["2"])


@pytest.mark.parametrize(
    "words",
    [
        "no just the chair. i love the basket and the mat",
        "no just the chair, i love the basket and the mat",
        "no, the chair only. I'm keeping the mat and the basket",
        "I'm happy with the basket and the mat, it's the chair I want to return",
        "nein nur der Stuhl. Der Korb ist völlig in Ordnung, die Badematte gefällt mir",
    ],
)
def test_what_is_liked_is_left_out(market: Market, words: str) -> None:
    assert quoted(market, "I want to return the basket, the chair and the mat", words) == ("return_items", ["2"])


@pytest.mark.parametrize(
    "words", ["only the chair, I dont want to send the mat back either", "doch nur der stuhl, badematte bleibt hier"]
)
def test_what_is_not_sent_back_is_left_out(market: Market, words: str) -> None:
    assert quoted(market, "I want to return the chair and the mat", words) == ("return_items", ["2"])


@pytest.mark.parametrize(
    "words",
    [
        "just the chair, we're keeping the basket and the mat",
        "No! Only the chair. The basket and the mat are perfect",
        "Nein, den Korb und die Matte behalte ich",
        "nur den Stuhl. Den Korb und die Badematte behalte ich",
        "the chair please. I'd like to keep the mat and the basket",
        "everything but I keep the basket and the mat",
    ],
)
@pytest.mark.parametrize(
    "wish", ["I want to send something of my order back", "I want to return the basket, the chair and the mat"]
)
def test_a_list_of_what_stays_is_never_quoted(market: Market, wish: str, words: str) -> None:
    talk, _ = market.bought(BASKET, CHAIR, MAT)
    talk.say(wish)
    talk.say(words)
    quote = talk.state()["pending_action"]
    if quote is None:  # then it is asked about
        talk.say("yes")
        quote = talk.state()["pending_action"]
    assert quote is None or (quote["name"], quote["arguments"]["line_ids"]) == ("return_items", ["2"])
