"""A guest who does not have the order's number is not asked for it twice: a person can look by name and postcode, and comes."""

import pytest

from tests.service import Served, says_any, text_of


@pytest.mark.parametrize(
    ("locale", "wish", "without", "then"),
    [
        (
            "en-US",
            "can you look up if my order exists",
            "i dont have a number thats the whole point, i never got the email",
            "my name is Dana Whitfield zip 53711, email dana.w@example.com, can someone check",
        ),
        ("en-US", "where is my order", "i dont know the order number", "name is Tom Baker, 53711"),
        ("en-US", "where's my parcel", "i lost the number", "no idea"),
        ("en-GB", "i want to return a jacket", "dont have the order number on me", "i said i dont have it"),
        ("en-US", "where is my order", "no idea", "yes please"),
        ("de-DE", "wo ist meine bestellung", "ich hab keine nummer bekommen", "Jana Krüger, 20095 Hamburg"),
        ("de-DE", "wo ist mein paket", "die Bestellnummer hab ich nicht", "ja bitte"),
    ],
)
def test_a_person_is_offered_and_comes(demo: Served, locale: str, wish: str, without: str, then: str) -> None:
    talk = demo.talk(consent=True, locale=locale, region=locale[-2:])
    talk.say(wish)
    offered = text_of(talk.say(without))
    assert "by your name and postcode" in offered or "mit Ihrem Namen und der Postleitzahl" in offered
    assert talk.say(then)["turn"]["outcome"] == "handed_off"


def test_who_was_offered_a_person_and_says_who_they_are_gets_one(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    for words in (
        "never got a confirmation for my order",
        "dont know the number, there was no mail!!",
        "is there even an order?",
    ):
        answer = talk.say(words)
    assert "person" in text_of(answer)
    assert talk.say("Dana Whitfield, zip 53711")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("then", ["HP104233 and 53711", "it is 104233", "dana.w@example.com"])
def test_who_finds_the_number_goes_on(demo: Served, then: str) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("where is my order")
    talk.say("i dont have the number")
    answer = talk.say(then)
    assert answer["turn"]["outcome"] in ("asked_for_input", "action_refused")
    assert "verify" in [call["name"] for call in answer["turn"]["tool_calls"]]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "Hi, I placed an order last week but never got any confirmation email"),
        ("en-GB", "no order confirmation yet"),
        ("en-US", "where is my confirmation email"),
        ("de-DE", "ich habe keine bestellbestätigung bekommen"),
    ],
)
def test_a_confirmation_that_did_not_come_is_explained(demo: Served, locale: str, words: str) -> None:
    answer = demo.talk(consent=True, locale=locale, region=locale[-2:]).say(words)
    assert says_any(answer, "10 minutes", "10 Minuten")
    assert answer["turn"]["tool_calls"] == []
