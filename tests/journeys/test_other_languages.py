"""Who writes a language that we do not speak is told so in it and offered a person; what is only guessed begins nothing."""

import pytest

from tests.service import Served, text_of

_TOLD = {
    "fr": "anglais et en allemand",
    "es": "inglés y en alemán",
    "it": "inglese e in tedesco",
    "nl": "Engels en het Duits",
    "pl": "angielsku i po niemiecku",
    "pt": "inglês e em alemão",
}


@pytest.mark.parametrize(
    ("language", "said", "yes"),
    [
        ("fr", "Bonjour, je voudrais savoir si vous faites aussi des cadeaux pour les entreprises", "oui"),
        ("es", "hola, compré dos relojes de pared pero solo quería uno, ¿se puede quitar uno del pedido?", "sí"),
        ("it", "Buongiorno, vorrei sapere quanto costa la spedizione in Italia e quanto tempo ci vuole", "sì"),
        ("nl", "Goedemiddag, ik wil graag weten of jullie ook op zaterdag bij mij thuis kunnen komen", "ja graag"),
        ("pl", "Przyszła ławka ogrodowa i jest pęknięta", "tak"),
        ("pt", "Bom dia, gostaria de saber se entregam nos Açores e quanto tempo demora", "sim"),
        ("fr", "vous parlez français ?", "oui, s'il vous plaît"),
        ("es", "¿hablan español?", "sí, por favor"),
        ("it", "parlate italiano?", "si"),
        ("nl", "spreekt er iemand nederlands", "ja"),
        ("pl", "Czy mówi ktoś po polsku?", "tak, poproszę"),
        ("pt", "falam português?", "sim, por favor"),
    ],
)
def test_it_is_told_in_their_language_and_a_yes_brings_a_person(demo: Served, language: str, said: str, yes: str) -> None:
    talk = demo.signed_in("C0011", region="US")
    told = talk.say(said)
    assert _TOLD[language] in text_of(told)
    assert told["turn"]["tool_calls"] == []
    assert talk.say(yes)["turn"]["outcome"] == "handed_off"


def test_what_rules_read_is_done_and_the_language_told_of_once(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    first = talk.say("Bonjour, où est ma commande HP104251 ?")
    assert "en anglais ou en allemand" in text_of(first)
    assert "HP104251" in text_of(first)
    again = talk.say("Et où est ma commande HP104251 maintenant ?")
    assert "anglais" not in text_of(again)


def test_the_question_of_consent_is_put_with_it(demo: Served) -> None:
    talk = demo.talk(region="FR")
    assert "en anglais ou en allemand" in text_of(talk.say("Bonjour, je voudrais savoir où est mon colis"))
    talk.say("oui")
    assert talk.state()["consent"] is True


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Je voudrais parler à quelqu'un", "handed_off"),
        ("Gracias, adiós", "answered"),
        ("Dziękuję bardzo, do widzenia", "answered"),
    ],
)
def test_a_person_and_goodbyes_are_as_before(demo: Served, said: str, outcome: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert answer["turn"]["outcome"] == outcome
    assert not any(told in text_of(answer) for told in _TOLD.values())


@pytest.mark.parametrize(
    "said",
    [
        "Where is my order HP104251?",
        "my name is Hans van der Heide and I live in de Pijp",
        "Maria de los Angeles Lopez, Calle de la Cruz 5, Madrid",
        "is the chili con carne pot la grande in stock",
        "Das Regal ist kaputt und ich will mein Geld zurück",
        "i mog des ned, des is a schmarrn",
    ],
)
def test_names_addresses_and_dialect_are_no_other_language(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert "German" not in text_of(answer)
    assert not any(told in text_of(answer) for told in _TOLD.values())


def test_our_own_order_number_is_not_hidden_in_polish(demo: Served) -> None:
    answer = demo.signed_in("C0001", region="US").say("Nie, żadne z tych. HP104251. Gdzie jest paczka?")
    assert "HP104251" in text_of(answer)


def test_a_no_that_says_goodbye_ends_it(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("how long does delivery take?")
    assert "Goodbye" in text_of(talk.say("no nothing else. thanks bye"))


def test_what_nobody_understood_is_not_greeted(demo: Served) -> None:
    assert "Hello" not in text_of(demo.signed_in("C0001", region="US").say("bench. dont want it"))
