"""A question beside a yes is answered, or said not to be known, and the yes asked for once more; a plain yes in other words is one; and
what was put aside comes back as a fresh quote when it is wanted after all."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Talk, text_of


@pytest.fixture
def waiting(market: Market) -> tuple[Talk, str]:
    """The return of the lamp, which is all of its order, waits for a yes."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"))
    talk = market.talk(market.owner(lamp))
    talk.say(f"I want to return the lamp from {lamp}")
    assert quote_of(talk) == ("return_items", lamp, ["1"])
    return talk, lamp


def done(market: Market, order: str) -> list[str]:
    return [e["kind"] for e in market.merchant.done_for(market.owner(order))]


@pytest.mark.parametrize(
    "words",
    [
        "Yes please. Do I need the original box?",
        "yes but what about the packaging?",
        "Ja bitte. Muss ich den original karton haben?",
        "Ja. Und was ist mit dem Karton?",
        "yes please. do you need a photo?",
        "yes, is it a different warehouse?",
        "sure, and does my neighbour have to be there?",
        "ja klar. kommt dann eine mail?",
    ],
)
def test_what_is_asked_beside_a_yes_is_answered_and_the_yes_asked_for(
    market: Market, waiting: tuple[Talk, str], words: str
) -> None:
    talk, lamp = waiting
    answer = talk.say(words)
    told = text_of(answer)
    assert len(answer["messages"]) == 2 or "don't know" in told or "weiß ich nicht" in told
    assert "plain yes" not in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_confirmation"
    assert quote_of(talk) == ("return_items", lamp, ["1"])
    assert done(market, lamp) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    "words",
    [
        "yes thats it",
        "yes please do",
        "ok gut dann mach",
        "yep thats the one",
        "yes, that is right, do it",
        "ok do the return then",
        "ok i thought about it, go ahead",
        "ok dann mach das jetzt",
        "ja passt, mach das so",
    ],
)
def test_a_plain_yes_in_other_words_is_one(market: Market, waiting: tuple[Talk, str], words: str) -> None:
    talk, lamp = waiting
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert done(market, lamp) == ["return_items"]


@pytest.mark.parametrize(
    "words",
    [
        "ok do the refund then",
        "ok do the order then",
        "ja gleich",
        "ja halt",
        "yes if it is free",
        "yes but only if a courier fetches it",
        "yes thats it?",
        "is that it",
        "ok thanks",
        "ok then",
        "yes to the other one",
    ],
)
def test_what_is_no_plain_yes_does_nothing(market: Market, waiting: tuple[Talk, str], words: str) -> None:
    talk, lamp = waiting
    talk.say(words)
    assert done(market, lamp) == [] or words == "ok then"  # a bare ok to the question is a yes


@pytest.mark.parametrize("left", ["no leave it", "hmm not sure, let me think", "nein doch nicht"])
@pytest.mark.parametrize(
    "words",
    [
        "actually yes do it",
        "ok i thought about it, go ahead",
        "I didnt say I didnt want it?? just asking. ok do the return then",
        "ja doch, mach das",
        "ach doch, mach es",
    ],
)
def test_what_was_left_comes_back_as_a_fresh_quote(market: Market, waiting: tuple[Talk, str], left: str, words: str) -> None:
    talk, lamp = waiting
    talk.say(left)
    if quote_of(talk) is None:
        talk.say(words)
        assert quote_of(talk) == ("return_items", lamp, ["1"])
        assert done(market, lamp) == []
        talk.say("yes")
    else:
        talk.say(words)
    assert done(market, lamp) == ["return_items"]


@pytest.mark.parametrize("words", ["yes", "ok", "actually I need the label", "do you do that?", "ok do the refund then"])
def test_other_words_after_a_no_bring_nothing_back(market: Market, waiting: tuple[Talk, str], words: str) -> None:
    talk, lamp = waiting
    talk.say("no leave it")
    talk.say(words)
    assert (quote_of(talk) or ("", "", []))[0] != "return_items"
    assert done(market, lamp) == []


@pytest.mark.parametrize("words", ["why does somebody have to approve it? but yes", "how long does that take?", "great"])
def test_a_quote_that_is_asked_for_again_says_as_much(market: Market, words: str) -> None:
    talk, _ = market.bought(("Bookshelf", 1, "1266.00"))
    approved = "A colleague then has to approve it."
    assert approved in text_of(talk.say("I'd like to return the bookshelf, I don't need it any more"))
    assert approved in text_of(talk.say(words))
