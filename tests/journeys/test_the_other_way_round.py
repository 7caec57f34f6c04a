"""What was read the wrong way round: which, or what instead, is asked; and of two values the new one is taken."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Served, text_of


@pytest.mark.parametrize(
    "words",
    ["no, the other way round!!", "other way around", "nein, umgekehrt", "sorry, vice versa", "you have it backwards"],
)
def test_of_the_goods_it_is_asked_which(market: Market, words: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "62.00"), ("Wool Gloves", 1, "19.00"))
    talk.say(f"return the lamp and keep the gloves from {order}, too heavy")
    assert quote_of(talk) == ("return_items", order, ["1"])
    answer = talk.say(words)
    assert answer["turn"]["outcome"] == "asked_for_input"
    assert "Which items" in text_of(answer)
    assert quote_of(talk) is None
    talk.say("the gloves")
    assert quote_of(talk) == ("return_items", order, ["2"])


@pytest.mark.parametrize("words", ["other way round", "wrong way round!!", "it's the other way around", "umgekehrt"])
def test_of_a_swap_it_is_asked_what_instead(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0002", region="GB")
    talk.say("swap the gloves in HP104302 from M to L")
    assert quote_of(talk) is not None
    answer = talk.say(words)
    assert "Gardening Gloves" in text_of(answer)
    assert answer["turn"]["outcome"] == "asked_for_input"
    assert quote_of(talk) is None
    talk.say("size S please")
    assert quote_of(talk) is not None


@pytest.mark.parametrize("words", ["not the other way round", "is it the other way round?", "the other one"])
def test_what_says_something_else_is_read_as_before(market: Market, words: str) -> None:
    talk, order = market.bought(("Brass Lamp", 1, "62.00"), ("Wool Gloves", 1, "19.00"))
    talk.say(f"return the lamp from {order}, too heavy")
    assert "Which items" not in text_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    [
        "change my e-mail from old.one@example.com to new.one@example.org",
        "please change my e-mail to new.one@example.org instead of old.one@example.com",
        "my e-mail is not old.one@example.com but new.one@example.org, please change it",
        "bitte meine E-Mail von old.one@example.com auf new.one@example.org ändern",
    ],
)
def test_of_two_values_the_new_one_is_taken(demo: Served, words: str) -> None:
    assert "n***@example.org" in text_of(demo.signed_in("C0001", region="US").say(words))


def test_the_old_value_alone_is_not_taken(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("change my e-mail from old.one@example.com please")
    assert talk.state()["pending_action"] is None
