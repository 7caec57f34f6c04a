"""Who writes on while nobody has taken the conversation is never met with silence, nor with the same words; what is asked is answered."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en-US", "hello?? anyone", "nobody has taken this up yet"),
        ("en-US", "is somebody going to answer me", "nobody has taken this up yet"),
        ("en-US", "still waiting here", "can't tell how long"),
        ("en-US", "what's the waiting time", "can't tell how long"),
        ("de-DE", "antwortet da heute noch jemand?", "niemand übernommen"),
        ("de-DE", "noch jemand da?", "niemand übernommen"),
        ("de-DE", "wie lang dauert das ungefähr", "kann ich nicht sagen"),
        ("de-DE", "ich warte schon ewig", "kann ich nicht sagen"),
    ],
)
def test_what_is_asked_of_the_wait_is_told(demo: Served, locale: str, said: str, told: str) -> None:
    talk = demo.talk(consent=True, locale=locale, region=locale[-2:])
    talk.ask_for_person()
    answer = talk.say(said)
    assert told in text_of(answer)
    assert answer["turn"]["outcome"] == "relayed_to_human"


def test_nothing_is_met_with_silence_or_the_words_before(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.ask_for_person()
    before = ""
    for said in (
        "it is about the blue lamp",
        "I bought it in May",
        "hello?",
        "anyone?",
        "hello??",
        "the lamp flickers",
        "thanks",
    ):
        answer = talk.say(said)
        assert {m["role"] for m in answer["messages"]} == {"system"}, said
        assert text_of(answer) != before, said
        before = text_of(answer)


def test_a_question_is_answered_from_the_documents_and_a_person_still_comes(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("a person please")
    answer = talk.say("what is your return policy?")
    assert "30 days" in text_of(answer)
    assert {m["role"] for m in answer["messages"]} == {"system"}
    assert answer["turn"]["outcome"] == "relayed_to_human"
    assert talk.state()["status"] == "waiting_for_human"
    for said in ("can you cancel it meanwhile?", "can I talk to somebody?"):
        answer = talk.say(said)
        assert answer["turn"]["tool_calls"] == []
        assert len(answer["messages"]) == 1


@pytest.mark.parametrize(
    ("locale", "happened", "asked", "told"),
    [
        ("en-US", "my daughter cut herself on the lantern glass", "do i stop using the other lanterns too", "don't use it"),
        ("en-US", "the lantern glass exploded and cut my hand", "can my kids still use the other one", "don't use it"),
        ("en-US", "the kettle caught fire", "is it safe to plug it in again", "don't use it"),
        (
            "en-US",
            "someone hacked my account and ordered things",
            "should I change my password now?",
            "change your password",
        ),
        (
            "de-DE",
            "mein konto wurde gehackt",
            "ok. Soll ich jetzt mein Passwort ändern?",
            "ändern Sie bitte gleich Ihr Passwort",
        ),
        ("en-US", "a person please", "please just tell me if i should stop using them", "don't use it"),
    ],
)
def test_what_to_do_meanwhile_is_told(demo: Served, locale: str, happened: str, asked: str, told: str) -> None:
    talk = demo.talk(consent=True, locale=locale, region=locale[-2:])
    assert talk.say(happened)["turn"]["outcome"] == "handed_off"
    answer = talk.say(asked)
    assert told in text_of(answer)
    assert all(not message["citations"] for message in answer["messages"])  # of what is urgent no document is quoted
