"""A quote is withdrawn by words that plainly refuse it. A no beside a yes, to an answer of ours, beside a question or the very wish leaves
it; what was withdrawn is had again by who says that they said yes. None of these executes."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of

GOODS = (("Garden Bench", 1, "89.50"), ("Feather Pillow", 1, "56.00"))
OPENS = {
    "refund": "the garden bench arrived scratched",
    "return": "I want to return the feather pillow, too flat for me",
    "de": "die Garden Bench ist zerkratzt angekommen",
}


def quoted(market: Market, what: str) -> tuple[Talk, str]:
    talk, _ = market.bought(*GOODS)
    talk.say(OPENS[what])
    return talk, talk.state()["pending_action"]["id"]


def still_waits(talk: Talk, quote: str) -> bool:
    pending = talk.state()["pending_action"]
    return bool(pending) and pending["id"] == quote


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("refund", "no further changes ok. yes do it"),
        ("refund", "no other changes, yes please go ahead"),
        ("refund", "no no, go ahead"),
        ("refund", "no more questions from me. please do it"),
        ("refund", "nothing else to add, yes refund it"),
        ("refund", "wait no sorry, yes do that"),
        ("de", "keine weiteren Fragen, ja bitte machen"),
        ("de", "nein nein, mach das bitte"),
        ("return", "no, i still want to return it"),
        ("return", "no i do want to return it!!"),
        ("refund", "it's not only scratched, it's also wobbly"),
        ("refund", "is that not going to my card?"),
        ("refund", "isn't that too much?"),
        ("refund", "wait is that not what i have already?"),
    ],
)
def test_the_quote_waits_on_and_a_yes_is_asked_for(market: Market, what: str, said: str) -> None:
    talk, quote = quoted(market, what)
    answer = talk.say(said)
    assert still_waits(talk, quote), text_of(answer)
    assert answer["turn"]["outcome"] != "action_done"


@pytest.mark.parametrize(
    ("what", "asked", "then"),
    [
        ("return", "do i have to pay for postage?", "no i mean for the return"),
        ("return", "who pays the postage", "no, for sending it back"),
        ("refund", "how long does that take?", "no, i meant how much is it"),
        ("refund", "how long does that take?", "no sorry, what i meant was to which card"),
        ("de", "wie lange dauert das?", "nein, ich meinte auf welche Karte"),
    ],
)
def test_a_no_to_an_answer_asks_on(market: Market, what: str, asked: str, then: str) -> None:
    talk, quote = quoted(market, what)
    talk.say(asked)
    answer = talk.say(then)
    assert still_waits(talk, quote), text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


def test_the_wish_again_with_a_question_beside_is_answered(market: Market) -> None:
    talk, quote = quoted(market, "return")
    answer = talk.say("no i still want to return it!! just wondering how long it takes")
    assert "working days" in text_of(answer)
    assert still_waits(talk, quote)


@pytest.mark.parametrize(
    ("what", "no", "said"),
    [
        ("refund", "no", "? I said yes"),
        ("refund", "no thanks", "but i said yes"),
        ("refund", "leave it", "what? no, i meant yes"),
        ("refund", "no", "i do want it"),
        ("return", "no", "no dont leave it"),
        ("de", "nein", "ich habe doch ja gesagt"),
    ],
)
def test_who_said_yes_is_quoted_anew_and_nothing_is_done(market: Market, what: str, no: str, said: str) -> None:
    talk, _ = quoted(market, what)
    talk.say(no)
    assert talk.state()["pending_action"] is None
    answer = talk.say(said)
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    assert talk.say("ja" if what == "de" else "yes")["turn"]["outcome"] == "action_done"


def test_after_a_withdrawal_a_bare_yes_moves_nothing(market: Market) -> None:
    talk, _ = quoted(market, "refund")
    talk.say("no")
    assert talk.say("yes")["turn"]["tool_calls"] == []
    assert talk.say("no thanks, bye")["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("refund", "no"),
        ("refund", "no, don't do it"),
        ("refund", "let me think about it"),
        ("refund", "forget it, I keep the bench"),
        ("refund", "do not refund it"),
        ("return", "thanks but no thanks"),
        ("refund", "thank you, but no"),
        ("refund", "keep it, yes"),
        ("return", "no I don't want to return it"),
        ("return", "no, i want to keep it"),
        ("de", "nein, lassen Sie es"),
        ("de", "nein, ich will es nicht"),
    ],
)
def test_what_plainly_refuses_withdraws(market: Market, what: str, said: str) -> None:
    talk, _ = quoted(market, what)
    talk.say(said)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "said", ["that amount doesnt look right to me", "that is ridiculous", "no thats not what i asked for"]
)
def test_what_only_finds_fault_can_be_had_again_by_a_yes(market: Market, said: str) -> None:
    talk, quote = quoted(market, "refund")
    talk.say(said)
    if not still_waits(talk, quote):
        assert talk.say("yes")["turn"]["outcome"] == "asked_for_confirmation"
