"""After a mail was sent, "nothing's come through" is of that mail: it is told where to look and how long it takes, and told once; said
again, a person is asked about."""

import pytest

from tests.merchant import Market
from tests.service import says_any, text_of

SPAM, PERSON = ("spam folder", "Spam-Ordner"), ("Would you like a person", "Soll sich eine Person")

NOTHING_CAME = [
    "nothing's come through",
    "nothing in my inbox",
    "I haven't received any email",
    "no email yet",
    "i still dont have the email",
    "checked spam, nothing",
    "where's the link?",
    "it's been 20 minutes and nothing",
    "da kommt aber nix an",
    "immer noch nichts da",
    "hab keine Mail bekommen",
    "der Link kommt nicht an",
    "im Postfach ist nichts",
]


@pytest.mark.parametrize("words", NOTHING_CAME)
def test_it_is_told_where_to_look_and_then_a_person_is_offered(market: Market, words: str) -> None:
    talk = market.talk(market.merchant.customer())
    assert talk.say("i forgot my password")["turn"]["outcome"] == "action_done"
    answer = talk.say(words)
    assert says_any(answer, *SPAM), text_of(answer)
    assert answer["turn"]["tool_calls"] == []
    again = talk.say("still nothing")
    assert says_any(again, *PERSON), text_of(again)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize("words", ["nothing's come through", "da kommt aber nix an"])
def test_a_guest_is_not_told_whether_there_is_an_account(market: Market, words: str) -> None:
    talk = market.served.talk()
    talk.say("i forgot my password")
    talk.say("somebody@example.com")
    answer = talk.say(words)
    assert says_any(answer, *SPAM), text_of(answer)
    assert says_any(answer, "if there is an account", "wenn es dazu ein Konto gibt")


@pytest.mark.parametrize(
    "words", ["the lamp hasn't come", "no thanks", "nothing else", "still can't get in", "the link doesn't work"]
)
def test_what_is_of_something_else_is_not_of_the_mail(market: Market, words: str) -> None:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Desk Lamp", 1, "59.00")], status="shipped")
    talk = market.talk(customer)
    talk.say("i forgot my password")
    assert not says_any(talk.say(words), *SPAM)
