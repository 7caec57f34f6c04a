"""Where no locale was given, who plainly writes German is answered in German from then on."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    "said", ["Wo ist meine Bestellung HP104251?", "Hallo, ich warte noch auf HP104251, wann kommt das denn an?"]
)
def test_who_writes_german_is_answered_in_german(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    assert "Bestellung HP104251" in text_of(talk.say(said))
    assert "Order HP104251" not in text_of(talk.say("HP104251"))
    assert talk.state()["locale"] == "de-DE"


def test_the_consent_is_asked_in_german_too(demo: Served) -> None:
    talk = demo.talk(region="AT")
    asked = talk.say("Guten Tag, ich habe eine Frage zu meiner Bestellung")
    assert "Ohne Ihre Einwilligung" in text_of(asked)
    assert talk.state()["locale"] == "de-AT"


@pytest.mark.parametrize(
    "said",
    ["Where is HP104251?", "my name is Hans von der Heide", "send it to Am Alten Markt 5 in Köln", "die lamp", "ja klar"],
)
def test_english_and_single_words_change_nothing(demo: Served, said: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say(said)
    assert talk.state()["locale"] == "en-US"
