"""What is wrong and a question in one message: the report opens its remedy, and the question is answered, once."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Served, text_of

_SENT_BACK = "You don't have to send anything back for this refund."


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("the lamp came broken, do I have to ship the whole thing back?", _SENT_BACK),
        ("the lamp is cracked. do i have to send it back?", _SENT_BACK),
        ("my lamp arrived with a dent - do I need to keep the box?", _SENT_BACK),
        ("the lamp has a crack, who pays the postage if i return it", "This costs you nothing."),
        ("the lamp came broken. will I get all my money back?", "You get $62.00 back."),
        ("lamp arrived broken, on which card do i get it back?", "The money goes as it is named here"),
    ],
)
def test_what_is_asked_of_the_refund_is_told_with_its_quote(market: Market, words: str, fact: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "62.00"), ("Wool Gloves", 2, "19.00"))
    answer = talk.say(words)
    assert quote_of(talk) == ("refund_order", order, ["1"])
    assert fact in text_of(answer)
    assert text_of(answer).count("I will refund") == 1
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("eine Tasse ist gesprungen, wer zahlt das Porto?", "Das kostet Sie nichts."),
        ("Eine Tasse kam gesprungen an. Kriege ich das ganze Geld zurück?", "Sie bekommen 10,00"),
    ],
)
def test_the_same_in_german(demo: Served, words: str, fact: str) -> None:
    answer = demo.signed_in("C0003", region="DE", locale="de-DE").say(words)
    assert fact in text_of(answer)
    assert "erstatten" in text_of(answer)


def test_another_question_is_answered_first(demo: Served) -> None:
    answer = demo.signed_in("C0001", region="US").say("the skillet arrived chipped. do you ship to Alaska?")
    assert "Alaska" in answer["messages"][0]["text"]
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


def test_a_question_waits_while_the_report_is_asked_about(market: Market) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "62.00"), ("Tea Towel", 2, "9.00"))
    answer = talk.say("the tea towel has a hole in it, do I have to send it back?")
    assert answer["turn"]["outcome"] == "asked_for_input"
    assert "right after this" in text_of(answer)
    assert _SENT_BACK in text_of(talk.say("1 × Tea Towel"))


def test_a_guest_is_answered_once(demo: Served) -> None:
    answer = demo.talk(region="US").say("my lamp came broken, do i have to send it back?")
    assert text_of(answer).startswith("I'm sorry about the damage.")
    assert text_of(answer).count("no need to send the damaged piece back") == 1


@pytest.mark.parametrize(
    "words", ["do I have to send a broken lamp back?", "what if the lamp comes broken, do I have to send it back?"]
)
def test_what_is_only_supposed_opens_nothing(market: Market, words: str) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "62.00"))
    talk.say(words)
    assert quote_of(talk) is None


def test_of_a_quote_that_waits_the_whole_thing_is_no_sum(market: Market) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "62.00"))
    talk.say("I want a refund for the lamp, it came broken")
    assert _SENT_BACK in text_of(talk.say("do I have to ship the whole thing back?"))
