"""What is asked about how things are in general is tried against the documents first, whatever it could be taken for; and where they
only hold something near, that is no answer."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    ("region", "said", "told"),
    [
        ("DE", "wie viel jahre garantie hab ich auf die messer", "10 Jahre"),
        ("DE", "brauch ich zum zurückschicken den originalkarton? den hab ich schon weggeschmissen", "Originalkarton"),
        ("DE", "muss ich den teller zurückschicken wenn er kaputt ankam", "nicht"),
        ("DE", "wo geb ich das paket für die retoure ab und bis wann", "Annahmestelle"),
        ("DE", "auf welches konto kommt das geld zurück wenn ich mit paypal gezahlt hab", "PayPal"),
        ("DE", "Wie erreiche ich den Kundenservice?", "Der Chat auf jeder Seite"),
        ("DE", "moin, wie lang dauert das bis münchen so", "2 bis 5 Werktage"),
        ("US", "my brass kettle stopped whistling after like two weeks. is it broken?", "lime in the hole"),
        ("GB", "Can our oak garden bench stay outside over the winter or do I have to bring it in?", "Under a roof"),
    ],
)
def test_a_question_in_general_is_answered_and_begins_nothing(demo: Served, region: str, said: str, told: str) -> None:
    answer = demo.talk(region=region, consent=True).say(said)
    assert told in text_of(answer)
    assert answer["turn"]["tool_calls"] == []
    assert any(message["citations"] for message in answer["messages"])


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("US", "what did you make in profit last year"),
        ("DE", "habt ihr auch matratzen"),
        ("DE", "kommt die vase auch in schwarz"),
        ("US", "is there a cafe in the bristol shop"),
    ],
)
def test_what_is_only_near_is_no_answer_and_nobody_is_asked_who_they_are(demo: Served, region: str, said: str) -> None:
    answer = demo.talk(region=region, consent=True).say(said)
    assert answer["turn"]["outcome"] in ("no_answer_found", "not_understood")
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ("I want to return the skillet from HP104233", "return_items"),
        ("the skillet from HP104233 arrived cracked", "refund_order"),
        ("how long does my order HP104251 still take?", "track_order"),
    ],
)
def test_a_wish_a_report_and_ones_own_parcel_stay_what_they_are(demo: Served, said: str, tool: str) -> None:
    answer = demo.signed_in("C0001").say(said)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] == [tool]


def test_the_row_that_answers_is_quoted_and_not_the_tables_heads(demo: Served) -> None:
    assert "Microwave" in text_of(
        demo.talk(region="US", consent=True).say("is it ok to put the oyster bay bowls in the microwave")
    )


def test_others_are_not_the_same_again(demo: Served) -> None:
    talk = demo.talk(region="US", consent=True)
    first = text_of(talk.say("do you have any discount codes?"))
    assert first not in text_of(talk.say("any other codes?"))
