"""Ordinary words at the turns of a conversation: taking the person who was offered, agreeing, asking what answers here."""

import pytest

from tests.service import Served, Talk, says_any, text_of

_RIGHT_AWAY = "Or would you like to talk to a person right away?"


def _offered(demo: Served, **body: object) -> Talk:
    talk = demo.signed_in("C0004", **body)
    assert _RIGHT_AWAY in text_of(talk.say("I am very unhappy with you"))
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "ok colleague",
        "fine yes colleague",
        "yes, bring one in",
        "yes. 519. that's rent money",
        "nah dont want money. just the leg. ok colleague",
        "go on then, a person",
        "someone from your team please",
        "dann halt jemand vom Team",
        "ja, hol jemanden",
        "na gut, Mitarbeiter",
        "jo hol wen",
    ],
)
def test_a_person_who_was_offered_is_taken_in_any_words(demo: Served, words: str) -> None:
    assert _offered(demo).say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    ["no thanks", "yes I want my money back", "maybe later", "my colleague ordered it", "the team at the store was nice"],
)
def test_what_takes_no_person_brings_none(demo: Served, words: str) -> None:
    assert _offered(demo).say(words)["turn"]["outcome"] != "handed_off"


@pytest.mark.parametrize(
    "words", ["COLLEAGUE pls, for the leg", "hobts es an menschn do?", "dann soll mir das eben jemand sagen"]
)
def test_a_person_is_heard_without_an_offer(demo: Served, words: str) -> None:
    assert demo.signed_in("C0004").say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["give it to my colleague please", "for one person", "my colleague has the parcel"])
def test_a_person_who_is_spoken_of_is_not_asked_for(demo: Served, words: str) -> None:
    assert demo.signed_in("C0004").say(words)["turn"]["outcome"] != "handed_off"


def test_a_person_is_taken_where_consent_was_refused(demo: Served) -> None:
    talk = demo.talk(region="DE")
    talk.say("nein")
    assert talk.say("ja eine person")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "Ja gerne",
        "Ja, klar",
        "I agree, go ahead and read it dear",
        "yes fine whatever",
        "jo passt scho",
        "ja freili",
        "oui d'accord",
    ],
)
def test_a_plain_yes_is_consent_in_any_words(demo: Served, words: str) -> None:
    talk = demo.talk(region="DE")
    answer = talk.say(words)
    assert talk.state()["consent"] is True
    assert answer["turn"]["outcome"] == "answered"
    assert says_any(answer, "How can I help", "Wie kann ich")


@pytest.mark.parametrize("words", ["ja nein", "yes if you delete it", "who reads it?", "no whatever", "passt nicht"])
def test_what_is_no_plain_yes_is_no_consent(demo: Served, words: str) -> None:
    talk = demo.talk(region="DE")
    talk.say(words)
    assert talk.state()["consent"] is not True


def test_a_yes_that_was_not_plain_is_not_answered_once_consent_is_given(demo: Served) -> None:
    talk = demo.talk(region="DE")
    talk.say("yeah why the hell not")
    assert "understand" not in text_of(talk.say("Yes, I agree"))


def test_who_agrees_in_german_is_thanked_in_german(demo: Served) -> None:
    assert "Wie kann ich" in text_of(demo.talk(region="DE").say("Ja"))
    assert "Wie kann ich" in text_of(demo.talk(region="AT").say("Einverstanden"))
    assert "How can I" in text_of(demo.talk(region="FR").say("yes"))


def _quoted(demo: Served) -> tuple[Talk, str]:
    order = next(o for o in demo.orders("pending") if o["customer_id"])
    talk = demo.signed_in(order["customer_id"], region="US")
    asked = talk.do("cancel_order", order_id=order["id"], reason="ordered_by_mistake")
    assert asked["turn"]["outcome"] == "asked_for_confirmation", text_of(asked)
    return talk, order["id"]


@pytest.mark.parametrize("words", ["jo mach", "jo", "mach des", "ja bitte machen", "jo passt", "ja klar will ich das"])
def test_a_colloquial_yes_is_a_yes(demo: Served, words: str) -> None:
    talk, order_id = _quoted(demo)
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert demo.order(order_id)["status"] == "cancelled"


@pytest.mark.parametrize(
    "words", ["basst scho", "jo eh", "ja mei", "jo oida mach", "joa", "i guess", "machen", "yes i suppose"]
)
def test_a_yes_in_doubt_is_asked_again_and_the_quote_kept(demo: Served, words: str) -> None:
    talk, order_id = _quoted(demo)
    assert talk.say(words)["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.state()["pending_action"]["name"] == "cancel_order"
    assert demo.order(order_id)["status"] == "pending"


@pytest.mark.parametrize(
    "words",
    [
        "who are you dear, are you a real lady",
        "I asked if you're a real person",
        "is this a computer?",
        "sind Sie ein Mensch oder eine Maschine",
        "bist du echt",
        "antwortet mir hier ein Mensch?",
    ],
)
@pytest.mark.parametrize("consent", [True, None])
def test_who_asks_what_answers_is_told_that_it_is_no_person(demo: Served, words: str, consent: bool | None) -> None:
    answer = demo.talk(region="DE", consent=consent).say(words)
    assert answer["turn"]["outcome"] == "answered"
    assert says_any(answer, "not a person", "kein Mensch")
