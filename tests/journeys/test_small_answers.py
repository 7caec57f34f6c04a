"""Small answers to a quote: a yes that says it again in its own words, a remark that wants nothing, and the same in another language."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Talk, text_of

_PART = "I want a refund of 37 for the lamp from {}, it arrived scratched"
_RETURN = "I want to return the lamp from {}, it is too heavy"


def quoted(market: Market, said: str, **more: str) -> tuple[Talk, str]:
    _, order = market.bought(("Brass Lamp", 1, "62.00"), ("Wool Gloves", 2, "19.00"))
    talk = market.served.signed_in(market.owner(order), region="US", **more)
    assert talk.say(said.format(order))["turn"]["outcome"] == "asked_for_confirmation"
    return talk, order


def done(market: Market, order: str) -> list[str]:
    return [entry["kind"] for entry in market.merchant.done_for(market.owner(order))]


@pytest.mark.parametrize(
    "words",
    [
        "fine, just the 37 then",
        "ok, the 37 then",
        "alright, only the 37 dollars",
        "well, just the $37.00 then",
        "ok I'll take the 37",
        "gut, dann nur die 37",
    ],
)
def test_a_yes_to_the_sum_is_a_yes(market: Market, words: str) -> None:
    talk, order = quoted(market, _PART)
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["refund"]


@pytest.mark.parametrize(
    "words",
    [
        "fine, just the 30 then",
        "fine, just the 37?",
        "ok, the 37 and the gloves",
        "just the 37 for now",
        "fine, the 37 to PayPal",
        "only 37?",
    ],
)
def test_a_sum_with_more_is_none(market: Market, words: str) -> None:
    talk, order = quoted(market, _PART)
    talk.say(words)
    assert done(market, order) == []


@pytest.mark.parametrize(
    "words",
    [
        "yes register it",
        "Gut, dann ja bitte anmelden",
        "yes start the return",
        "ok register the return",
        "yes, book it in",
        "yes please register that",
        "ja, meld das so an",
        "ja, so anmelden",
        "ja, registrieren Sie das",
        "ja, bitte melden Sie die Rückgabe an",
    ],
)
def test_a_yes_that_tells_to_register_it_is_a_yes(market: Market, words: str) -> None:
    talk, order = quoted(market, _RETURN)
    assert talk.say(words)["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["return_items"]


@pytest.mark.parametrize(
    "words",
    [
        "meld das bitte an",
        "passt, so anmelden",
        "yes register it tomorrow",
        "ja, meld mich an",
        "ja, aber erst morgen anmelden",
    ],
)
def test_what_may_say_something_else_is_asked(market: Market, words: str) -> None:
    talk, order = quoted(market, _RETURN)
    answer = talk.say(words)
    assert done(market, order) == []
    assert [call["name"] for call in answer["turn"]["tool_calls"]] in ([], ["return_items"])


@pytest.mark.parametrize(
    "words",
    [
        "is that all I get, 37?",
        "only 37?",
        "that's it?",
        "37, that's all?",
        "can't you give me more?",
        "mehr krieg ich nicht?",
        "ist das alles?",
    ],
)
def test_whether_that_is_all_is_answered_from_the_quote(market: Market, words: str) -> None:
    talk, _ = quoted(market, _PART)
    answer = talk.say(words)
    assert "37" in text_of(answer).partition(".")[0]
    assert answer["turn"]["outcome"] == "asked_for_confirmation"


@pytest.mark.parametrize(
    "words",
    [
        "typical",
        "a week, really",
        "seriously?",
        "great, 37 bucks",
        "how generous",
        "na super",
        "echt jetzt",
        "eine Woche, echt",
        "typisch",
    ],
)
def test_a_remark_gets_a_short_word_and_leaves_the_quote(market: Market, words: str) -> None:
    talk, order = quoted(market, _PART)
    before = quote_of(talk)
    answer = talk.say(words)
    assert text_of(answer).startswith(("I hear you. Not done yet", "Das verstehe ich. Noch nicht getan"))
    assert quote_of(talk) == before
    assert talk.say("ok")["turn"]["outcome"] == "asked_for_confirmation"  # of the remark's answer, and no yes
    assert done(market, order) == []
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize("words", ["typical", "oh well", "na super", "seriously"])
def test_a_remark_after_an_answer_is_no_failure(market: Market, words: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "62.00"), status="shipped")
    talk.say(f"where is {order}?")
    before = talk.state()["failures"]
    answer = talk.say(words)
    assert text_of(answer).startswith("I hear you.")
    assert talk.state()["failures"] <= before


def test_a_remark_leaves_the_offer_of_a_person(market: Market) -> None:
    talk, _ = market.bought(("Brass Lamp", 1, "62.00"))
    talk.say("this is no use")
    assert "Shall I bring in a person?" in text_of(talk.say("typical"))
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words", ["typical, the lamp is broken", "come on, where is it?", "this is not great, I want a person"]
)
def test_what_wants_something_is_no_remark(market: Market, words: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "62.00"), status="shipped")
    talk.say(f"where is {order}?")
    assert "I hear you" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    [
        "Wie lange dauert das?",
        "und auf welche Karte geht das Geld?",
        "Wer zahlt das Porto?",
        "Ja, und schick mir die Rechnung für {}",
    ],
)
def test_who_goes_on_in_german_reads_the_quote_in_german(market: Market, words: str) -> None:
    talk, order = quoted(market, _RETURN)
    before = talk.state()["pending_action"]
    answer = talk.say(words.format(order))
    text = text_of(answer)
    assert "Ich werde die Rückgabe von 1 × Brass Lamp aus Bestellung" in text
    assert "register the return" not in text
    after = talk.state()["pending_action"]
    assert (after["id"], after["arguments"], after["amount"]) == (before["id"], before["arguments"], before["amount"])
    assert talk.say("ja")["turn"]["outcome"] == "action_done"
    assert done(market, order)[0] == "return_items"


def test_a_yes_in_german_is_to_what_was_quoted_in_english(market: Market) -> None:
    talk, order = quoted(market, _RETURN)
    answer = talk.say("ja, bitte machen Sie das so")
    assert answer["turn"]["outcome"] == "action_done"
    assert done(market, order) == ["return_items"]
