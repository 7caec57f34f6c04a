"""What only the encoder hears: an unusual yes, a question beside what leans away, words of danger that tell of something else. None of it
executes anything, and no real danger is lost."""

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, text_of

HEATER = ("Patio Heater", 1, "50.00")


@pytest.fixture
def quoted(market: Market) -> tuple[Talk, str]:
    talk, order = market.bought(HEATER)
    talk.say("I want to return the patio heater, no longer needed")
    assert talk.state()["pending_action"]["name"] == "return_items"
    return talk, order


@pytest.mark.parametrize("words", ["so be it", "i guess so yeah", "bang on"])
def test_what_sounds_like_a_yes_is_asked_again_and_does_nothing(
    market: Market, quoted: tuple[Talk, str], words: str
) -> None:
    talk, order = quoted
    answer = talk.say(words)
    assert market.merchant.done_for(market.owner(order)) == []
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize("words", ["go on then", "oh ja bitte, ich blick da nicht durch", "please, anybody"])
def test_an_offered_person_comes(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("are you a robot")
    assert talk.say(words)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["mnbv cxz poiu", "zzz xxyy qqrr", "ich bin umgezogen", "what are your opening hours?"])
def test_what_is_no_answer_to_the_offer_brings_nobody(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("are you a robot")
    assert talk.say(words)["turn"]["outcome"] != "handed_off"


def test_a_question_beside_what_leans_away_is_answered(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("my skillet is cracked")
    assert talk.state()["pending_action"]["name"] == "refund_order"
    answer = talk.say("How long has it got on the guarantee? I might rather have it repaired or swapped than the money.")
    assert "25 years" in text_of(answer)
    assert talk.state()["pending_action"] is None
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    "words",
    [
        "Does free delivery kick in at 50 before or after the voucher?",
        "what are my legal rights if it breaks after 14 months? just curious",
    ],
)
def test_words_of_danger_that_tell_of_something_else_raise_no_alarm(demo: Served, words: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(words)
    assert answer["turn"]["intent"] != "urgent"


@pytest.mark.parametrize(
    "words",
    [
        "cancel {}, ordered by mistake, and the heater caught fire",
        "where is my refund for {} and by the way there's smoke coming out of the heater",
        "I want to return {}, please send a label, my hand is bleeding from it",
        "Kann ich {} stornieren? Der Heizer brennt!",
    ],
)
def test_danger_beside_a_wish_is_never_lost(market: Market, words: str) -> None:
    talk, order = market.bought(HEATER)
    talk.say(words.format(order))
    assert talk.state()["handoff"]["reason"] == "safety"
