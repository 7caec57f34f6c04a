"""What German customers say after their first message: beside a quote, after it, and going on from an answer."""

import pytest

from tests.service import Served, Talk, text_of


def talking(demo: Served, customer: str, *said: str) -> Talk:
    talk = demo.signed_in(customer, region="DE", locale="de-DE")
    for text in said:
        talk.say(text)
    return talk


MISSING = "In meinem Paket war keine Badematte drin, der Rest ist da"


def test_what_is_missing_is_regretted(demo: Served) -> None:
    answer = demo.signed_in("C0174", region="DE", locale="de-DE").say(MISSING)
    assert text_of(answer).startswith("Es tut mir leid")
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


@pytest.mark.parametrize(
    "said",
    [
        "Könnte ich die Matte nicht einfach nachgeschickt bekommen?",
        "Ich will kein Geld zurück, ich hätte gern die Matte",
        "Lieber die Matte als das Geld",
        "Ich hätte lieber die Matte",
        "Mir wäre die Matte lieber",
        "Kann ich die Matte nachgeliefert bekommen?",
    ],
)
def test_who_wants_the_goods_is_offered_a_person_who_sends_them(demo: Served, said: str) -> None:
    talk = talking(demo, "C0174", MISSING)
    assert "jemand aus unserem Team kann es: 1 × Bath Mat" in text_of(talk.say(said))
    assert talk.state()["pending_action"] is None
    assert talk.say("ja")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("said", ["Ich hätte lieber das Geld", "Ich hätte gern die Erstattung"])
def test_who_wants_the_money_is_offered_no_goods(demo: Served, said: str) -> None:
    assert "Ware verschicken" not in text_of(talking(demo, "C0174", MISSING).say(said))


@pytest.mark.parametrize(
    "said",
    [
        "Der Esszimmerstuhl kam mit einem gebrochenen Bein an. Was machen wir da?",
        "Der Stuhl kam kaputt an, was machen wir jetzt?",
    ],
)
def test_what_we_do_about_it_asks_no_document(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0175", region="DE", locale="de-DE").say(said)
    assert answer["turn"]["intent"] == "report_problem"
    assert "Dining Chair" in text_of(answer)


@pytest.mark.parametrize(
    "said",
    [
        "Kann ich aus meiner Bestellung die Pfanne noch rausnehmen? Die Badematte brauche ich aber.",
        "Kann ich die Pfanne noch aus der Bestellung nehmen?",
    ],
)
def test_one_item_cannot_be_taken_out(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0173", region="DE", locale="de-DE").say(said)
    assert "nur als Ganzes stornieren" in text_of(answer)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Wird die Lampe bei mir abgeholt oder muss ich sie wegbringen?", "zu einer Annahmestelle"),
        ("Muss ich die Lampe selbst zur Post bringen?", "zu einer Annahmestelle"),
        ("Gut. Und ohne Originalkarton geht das auch?", "Nehmen Sie den Originalkarton, wenn Sie ihn noch haben"),
    ],
)
def test_what_is_asked_beside_a_return_is_answered_and_it_is_asked_again(demo: Served, said: str, told: str) -> None:
    talk = talking(demo, "C0169", "Guten Tag, ich möchte die Stehlampe zurückgeben")
    answer = talk.say(said)
    assert told in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"]


def test_what_came_broken_need_not_come_back(demo: Served) -> None:
    talk = talking(demo, "C0175", "Der Esszimmerstuhl kam mit einem gebrochenen Bein an.")
    assert "nichts zurückschicken" in text_of(talk.say("Muss der kaputte Stuhl zurück oder kann der weg?"))


@pytest.mark.parametrize(
    ("first", "said", "told"),
    [
        ("Geht der gusseiserne Topf auf Induktion?", "Super. Und Spülmaschine?", "nie in die Spülmaschine"),
        ("Geht der gusseiserne Topf auf Induktion?", "Und in die Spülmaschine?", "nie in die Spülmaschine"),
        ("Kann man die Leinenbettwäsche bei 60 Grad waschen?", "Und in den Trockner?", "Ein Trockner auf niedriger Stufe"),
        (
            "Kann man die Leinenbettwäsche bei 60 Grad waschen?",
            "Also 60 geht nicht? Und in den Trockner?",
            "Ein Trockner auf niedriger Stufe",
        ),
        (
            "Kann man die Leinenbettwäsche bei 60 Grad waschen?",
            "Nein, passt schon. Läuft das Leinen beim Waschen ein?",
            "höchstens 3 %",
        ),
    ],
)
def test_a_fragment_goes_on_of_the_same_goods(demo: Served, first: str, said: str, told: str) -> None:
    talk = demo.talk(region="DE", locale="de-DE", consent=True)
    talk.say(first)
    assert told in text_of(talk.say(said))


RETURN = "Guten Tag, ich möchte die Stehlampe zurückgeben"


@pytest.mark.parametrize(
    "said",
    [
        "Das war nicht meine Frage... egal, ja, bitte anmelden",
        "Das war nicht meine Frage. Ja, bitte anmelden",
        "Darum ging es mir nicht, aber egal, ja, machen Sie das",
    ],
)
def test_a_yes_after_a_reproach_is_asked_for_plainly(demo: Served, said: str) -> None:
    talk = talking(demo, "C0169", RETURN)
    answer = talk.say(said)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert answer["turn"]["tool_calls"] == []
    assert talk.state()["pending_action"]


@pytest.mark.parametrize(
    "said", ["Das war nicht meine Frage. Nein, lassen Sie es", "Egal, lassen Sie es", "Das ist falsch, ja bitte"]
)
def test_a_no_after_a_reproach_is_one(demo: Served, said: str) -> None:
    talk = talking(demo, "C0169", RETURN)
    assert talk.say(said)["turn"]["tool_calls"] == []
    assert talk.state()["pending_action"] is None


def test_how_long_it_takes_is_of_the_money_that_was_given_back(demo: Served) -> None:
    talk = talking(demo, "C0175", "Der Esszimmerstuhl kam mit einem gebrochenen Bein an.", "Ja")
    assert "innerhalb von 4 Werktagen" in text_of(talk.say("Wie lange dauert das bis das Geld da ist?"))


def test_a_mail_that_is_not_there_is_the_one_that_was_sent(demo: Served) -> None:
    talk = talking(demo, "C0168", "Hallo, ich bräuchte für die Mühlen eine Rechnung für die Steuer")
    assert "im Spam-Ordner" in text_of(talk.say("Die Mail ist noch nicht da"))


def test_what_only_asks_whether_it_can_be_reports_nothing(demo: Served) -> None:
    answer = demo.signed_in("C0162", region="DE", locale="de-DE").say("Kann DHL das Paket noch umleiten?")
    assert "„Zustellung ändern“" in text_of(answer)
