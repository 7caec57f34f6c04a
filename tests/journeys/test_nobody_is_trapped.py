"""A person can always be had: asked for in resigned words, by who wants to know what answers, and by who gets no further."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    "words", ["ok then a person", "a person i guess", "ok whatever, a person then", "na gut, dann ein mensch"]
)
def test_who_takes_the_person_that_was_offered_gets_one_at_once(demo: Served, words: str) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("skree vonk dilth mawb")
    assert text_of(talk.say("this is the worst service I have ever had"))
    assert talk.say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["Who am I talking to", "am i talking to a human", "is this a real person"])
def test_who_asks_what_answers_is_told_and_not_passed_on(demo: Served, words: str) -> None:
    talk = demo.talk(consent=True, region="US")
    for _ in range(2):
        answer = talk.say(words)
        assert (answer["turn"]["outcome"], answer["turn"]["failures"]) == ("answered", 0)
        assert "AI assistant" in text_of(answer)
        assert "not a person" in text_of(answer)
        assert answer["messages"][-1]["citations"] == []
        assert "handoff" in [button["kind"] for button in answer["messages"][-1]["actions"]]
    assert talk.state()["status"] == "open"
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


def test_what_answers_is_told_in_german_and_before_any_consent(demo: Served) -> None:
    talk = demo.talk(region="DE", locale="de")
    answer = talk.say("bist du ein mensch")
    assert answer["turn"]["outcome"] == "answered"
    assert "kein Mensch" in text_of(answer)
    assert talk.say("ja")["turn"]["outcome"] != "handed_off"  # it agrees to be read, which is what was asked before


@pytest.mark.parametrize("words", ["mein konto geht nicht", "das paket ist nicht da"])
def test_a_german_report_is_taken_up_also_after_a_person_was_offered(demo: Served, words: str) -> None:
    talk = demo.talk(consent=True, region="DE", locale="de")
    talk.say("bist du ein mensch")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] in ("answered", "asked_for_input")
    assert answer["turn"]["intent"] != "deny"
    assert "so, wie es ist" not in text_of(answer)
    assert talk.state()["status"] == "open"


def test_who_has_nothing_to_prove_who_they_are_is_offered_a_person_by_itself(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("where is my order")
    first = talk.say("i dont have the number")
    assert "match these details" not in text_of(first)
    assert "a person can look for your order" in text_of(first)
    assert talk.say("my name is maya torres")["turn"]["outcome"] == "handed_off"


def test_who_says_neither_yes_nor_no_to_a_quote_is_told_what_can_be_done(demo: Served) -> None:
    order = demo.orders("delivered", "C0004")[0]
    talk = demo.signed_in("C0004", region="US")
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    first, second = talk.say("yes, but pay it in bitcoin"), talk.say("ok but make it in gold coins")
    assert (first["turn"]["failures"], second["turn"]["failures"]) == (1, 2)
    assert "a person" not in text_of(first)
    assert "is for a person" in text_of(second)
    assert {"confirm", "cancel", "handoff"} <= {button["kind"] for button in second["messages"][-1]["actions"]}
    assert demo.order(order["id"])["version"] == order["version"]
    assert talk.say("eine Person")["turn"]["outcome"] == "handed_off"
