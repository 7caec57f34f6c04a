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
        # other words, parts of compounds, verbs with what stands apart from them, participles
        ("Moment, was kostet mich der Rückversand?", "Rücksendeetiketten sind"),
        ("kostet mich die Rücksendung was?", "Rücksendeetiketten sind"),
        ("Ich wollte wissen ob das Rücksendeetikett etwas kostet", "Rücksendeetiketten sind"),
        ("Wer trägt die Kosten für den Rückversand?", "Rücksendeetiketten sind"),
        ("Wie lange hab ich Zeit, das zurückzuschicken?", "innerhalb von 30 Tagen"),
        ("Läuft das Leinen beim Waschen ein?", "höchstens 3 %"),
        ("Geht die Schürze beim Waschen ein?", "höchstens 3 %"),
        ("Ich wollte nur wissen, ob die Bettwäsche in den Wäschetrockner darf", "Ein Trockner auf niedriger Stufe"),
        ("Kann man die Leinenbettwäsche bei 60 Grad waschen?", "bei 40 °C"),
        ("Kann ich mir aussuchen wann geliefert wird?", "einen späteren Tag wählen"),
        # what holds for all goods is found whatever goods are named
        ("Muss ich die Lampe selbst zur Post bringen?", "zu einer Annahmestelle"),
        ("Wird die Lampe abgeholt oder muss ich sie wegbringen?", "zu einer Annahmestelle"),
        # the money, and no delivery
        ("Wie lange dauert es bis das Geld auf meiner Kreditkarte ist?", "Kredit- oder Debitkarte: 3 bis 5 Werktage"),
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


@pytest.mark.parametrize(
    "said",
    [
        "Wie wird das Wetter morgen?",
        "Gibt es die Tasse auch mit Namen bedruckt?",
        "Kann man die Kommode mieten?",
        "kommt die Vase auch in schwarz?",
        "Bestellinfos kommen aber weiter?",
    ],
)
def test_goods_or_a_part_of_a_word_alone_find_nothing(demo: Served, said: str) -> None:
    answer = demo.talk(region="DE", locale="de-DE", consent=True).say(said)
    assert not [cited for message in answer["messages"] for cited in message["citations"]]


def test_a_quote_in_another_language_is_said_to_be_one_and_a_guess_is_not_told_in_it(demo: Served) -> None:
    sure = text_of(demo.talk(region="DE", locale="de-DE", consent=True).say("Wie lange hält die Isolierflasche warm?"))
    assert sure.startswith("Dazu habe ich nur einen Text auf Englisch:")
    assert "Hot for 12 hours" in sure
    guess = text_of(demo.talk(region="DE", locale="de-DE", consent=True).say("newsletter nervt, wie werd ich den los"))
    assert "The assistant reads" not in guess
    assert "nichts gefunden" in guess
    own = text_of(demo.talk(region="US", locale="en-US", consent=True).say("how long does the insulated bottle stay hot"))
    assert own.startswith("Hot for 12 hours")


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
