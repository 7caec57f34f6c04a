"""What a guest asks in general proves nobody: it is answered, and who has ordered nothing is not asked for a number again."""

import pytest

from tests.journeys.test_what_people_mean import tools
from tests.merchant import Market
from tests.service import Served, says_any, text_of

NUMBER = ("order number", "Bestellnummer")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("wie lange ist die widerrufsfrist", "14 Tagen"),
        ("wie lange hab ich Widerrufsrecht?", "14 Tagen"),
        ("gibt es ein Widerrufsrecht bei euch", "14 Tagen"),
        ("bis wann kann ich widerrufen", "14 Tagen"),
        ("kann ich einen artikel zurückgeben wenn er mir nicht gefällt? bin aus köln", "30 Tagen"),
        ("darf man sachen zurückschicken wenn sie nicht passen", "30 Tagen"),
    ],
)
def test_the_right_to_return_is_told_and_no_proof_asked(demo: Served, words: str, told: str) -> None:
    answer = demo.talk(region="DE", consent=True).say(words)
    assert told in text_of(answer)
    assert not tools(answer)


@pytest.mark.parametrize("words", ["ich will meine Lampe zurückgeben, kann ich das?", "ich möchte etwas zurückgeben"])
def test_who_wants_to_return_is_asked_who_they_are(demo: Served, words: str) -> None:
    assert says_any(demo.talk(region="DE", consent=True).say(words), *NUMBER)


@pytest.mark.parametrize(
    "words",
    [
        "ich hab nix bestellt, will nur vorher wissen wie das läuft",
        "ich habe noch nichts gekauft",
        "ich bin noch kein Kunde",
        "no no i havent ordered anything yet. just asking",
        "i have not ordered",
        "I'm not a customer yet",
    ],
)
def test_who_has_ordered_nothing_is_not_asked_for_a_number_again(demo: Served, words: str) -> None:
    talk = demo.talk(region="DE", consent=True)
    talk.say("ich möchte etwas zurückgeben")
    assert not says_any(talk.say(words), *NUMBER)
    assert talk.say("ja dann halt eine person")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "ok geht das auch früher? bin mittwoch nicht da",
        "geht das auch an einem anderen Tag?",
        "kann das am Donnerstag kommen?",
        "can it come earlier? im away wednesday",
    ],
)
def test_another_day_of_delivery_is_no_complaint(market: Market, words: str) -> None:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, [("Desk Lamp", 1, "84.00")], status="pending")
    talk = market.talk(customer)
    talk.say(f"wo ist {order}")
    answer = talk.say(words)
    assert not says_any(answer, "went wrong", "schiefgelaufen")
    assert says_any(answer, "a person", "a colleague", "eine Person", "Kollege", "jemand"), text_of(answer)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("no i just want the reset link again", "ann"),
        ("no, send me a reset link please", "ben"),
        ("i did not get the reset link", "cid"),
    ],
)
def test_a_reset_link_is_never_said_not_to_be_sent_after_it_was(demo: Served, words: str, who: str) -> None:
    talk = demo.talk(region="US")
    talk.say("cant log in")
    assert "on its way" in text_of(talk.say(f"{who}@example.com"))
    assert "sent no link" not in text_of(talk.say(words))
