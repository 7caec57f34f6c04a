"""Whoever closes the talk, with thanks, a goodbye or by giving up, is answered warmly, whatever they name; who asks for more is served."""

import pytest

from tests.journeys.test_around_a_question import asked_for_code
from tests.journeys.test_what_people_mean import tools
from tests.merchant import Market
from tests.service import Talk, text_of

WARM = {
    "goodbye": ("Goodbye", "Auf Wiedersehen"),
    "thanks": ("You're welcome", "Gern geschehen"),
    "deny": ("All right. Is there anything else", "Gut. Kann ich sonst noch etwas"),
}


@pytest.fixture
def told(market: Market) -> Talk:
    """Told where a lamp and a mirror are."""
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Desk Lamp", 1, "84.00"), ("Wall Mirror", 1, "90.00")], status="pending")
    talk = market.talk(customer)
    talk.say(f"where is {order}")
    return talk


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("lovely thats all", "goodbye"),
        ("nah its fine bye x", "goodbye"),
        ("brilliant that's me sorted", "goodbye"),
        ("never mind, bye", "goodbye"),
        ("ta, all sorted now", "goodbye"),
        ("super, das wars dann", "goodbye"),
        ("nee lass, tschau", "goodbye"),
        ("dann hat sich das erledigt, schönen Tag noch", "goodbye"),
        ("ok, and I'll keep the other lamp. Thank you", "thanks"),
        ("great, and the mirror was fine btw. thanks for sorting it", "thanks"),
        ("ok no worries, i'll ask DPD. cheers", "thanks"),
        ("ok dann behalte ich den Spiegel, danke", "thanks"),
        ("nein schon gut, ich frag dhl", "deny"),
        ("ach egal, ich ruf bei der Post an", "deny"),
        ("dont worry about it, ill figure it out", "deny"),
        ("no ta, ill just order standard", "deny"),
        ("passt schon", "deny"),
    ],
)
def test_closing_words_are_answered_warmly_and_nothing_is_done(told: Talk, words: str, how: str) -> None:
    answer = told.say(words)
    assert text_of(answer).startswith(WARM[how]), text_of(answer)
    assert not tools(answer)
    assert answer["turn"]["failures"] == 0


@pytest.mark.parametrize(
    "words",
    [
        "thanks, and where is my lamp",
        "ok thanks. cancel it",
        "thanks but the mirror is broken",
        "danke, ich will mein Geld zurück",
        "never mind the mirror, where is the lamp?",
        "thanks, I'll keep the lamp and return the mirror",
    ],
)
def test_who_wants_more_beside_the_thanks_is_served(told: Talk, words: str) -> None:
    answer = told.say(words)
    assert not text_of(answer).startswith(tuple(text for texts in WARM.values() for text in texts)), text_of(answer)


def test_a_yes_with_thanks_to_the_offer_of_a_person_brings_one(market: Market) -> None:
    talk = asked_for_code(market)
    talk.say("i didnt get a code")
    assert talk.say("yes thanks")["turn"]["outcome"] == "handed_off"
