"""Answers from documents in the customer's language, and what comes after an answer: the same asked of another thing, a no to it."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ab wann ist versand gratis bei euch", "70 EUR"),
        ("bis wann kann man noch stornieren", "solange sie offen ist"),
        ("kann ich auf rechnung kaufen", "Rechnung für Privatkunden"),
        ("mein konto ist gesperrt, wie lange", "60 Minuten"),
        ("gibts in hamburg parkplätze bei euch am laden", "Eigene Parkplätze haben wir nicht"),
        ("ist auf der rechnung die mehrwertsteuer ausgewiesen", "für jede Position ausgewiesen"),
        ("gutschein von oma, läuft der irgendwann ab", "laufen nicht ab"),
        ("kann man zwei rabattcodes gleichzeitig nehmen", "nur ein Code"),
    ],
)
def test_german_questions_are_answered_out_of_german_articles_and_prove_nobody(demo: Served, said: str, told: str) -> None:
    answer = demo.talk(region="DE", consent=True).say(said)
    assert told in text_of(answer)
    assert answer["turn"]["tool_calls"] == []
    assert all(cited["url"].startswith("/de/") for message in answer["messages"] for cited in message["citations"])


@pytest.mark.parametrize(
    "said", ["habt ihr auch matratzen im angebot?", "gibt es eine app von euch", "spendet ihr an tierheime"]
)
def test_what_no_article_holds_is_not_answered_by_a_word_of_it(demo: Served, said: str) -> None:
    answer = demo.talk(region="DE", consent=True).say(said)
    assert not [cited for message in answer["messages"] for cited in message["citations"]]


def test_what_carriers_say_is_said_in_german(demo: Served) -> None:
    answer = text_of(demo.signed_in("C0003", region="DE", locale="de-DE").say("wann kommt meine lampe"))
    assert "unterwegs, erwartet" in answer
    assert "transit" not in answer


def test_the_same_is_asked_of_another_thing(demo: Served) -> None:
    talk = demo.talk(region="DE", consent=True)
    talk.say("liefert ihr auch an packstation?")
    assert "Möbel brauchen eine Straßenadresse" in text_of(talk.say("und eine kommode oder so?"))


def test_an_answer_that_was_not_meant_is_not_told_again(demo: Served) -> None:
    talk = demo.talk(region="US", consent=True)
    assert "30 days" in text_of(talk.say("what is the return time limit for a candle"))
    first = text_of(talk.say("how long does a pillar candle burn"))
    again = text_of(talk.say("not how long it burns!! how long does a pillar candle burn"))
    assert first not in again
