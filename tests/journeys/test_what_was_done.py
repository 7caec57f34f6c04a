"""What was done is told to who asks, and not done again; so is that it waits for a yes, or was left. A locked account is explained."""

import pytest

from tests.journeys.test_what_people_mean import quote_of
from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of


@pytest.fixture
def returned(market: Market) -> tuple[Talk, str]:
    """A lamp that is to be returned: the quote waits."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"))
    talk = market.talk(market.owner(lamp))
    talk.say(f"I want to return the lamp from {lamp}")
    assert quote_of(talk) == ("return_items", lamp, ["1"])
    return talk, lamp


@pytest.mark.parametrize(
    "words",
    [
        "so is it done now?",
        "did you do it?",
        "is the return booked now?",
        "did that go through?",
        "have you done it or not?",
    ],
)
def test_whether_it_was_done_is_told(market: Market, returned: tuple[Talk, str], words: str) -> None:
    talk, lamp = returned
    assert "Not yet" in text_of(talk.say(words))
    assert quote_of(talk) == ("return_items", lamp, ["1"])
    talk.say("no leave it")
    assert text_of(talk.say(words)) == "No, nothing was changed."
    talk.say(f"I want to return the lamp from {lamp}")
    talk.say("yes")
    told = talk.say(words)
    assert text_of(told).startswith("Yes, ")
    assert told["turn"]["tool_calls"] == []
    assert len(market.merchant.done_for(market.owner(lamp))) == 1


@pytest.mark.parametrize(
    "words", ["did you cancel the order?", "was the parcel sent?", "did you refund it, please do it again"]
)
def test_what_else_is_asked_is_not_said_to_be_done(market: Market, returned: tuple[Talk, str], words: str) -> None:
    talk, lamp = returned
    talk.say("yes")
    assert "that is done" not in text_of(talk.say(words))
    assert len(market.merchant.done_for(market.owner(lamp))) == 1


@pytest.mark.parametrize(
    ("customer", "locale", "words"),  # to each customer few mails an hour are sent
    [
        ("C0010", "en-US", "ok but did you send me a link or not? says in my email i got one"),
        ("C0011", "en-US", "was the link sent?"),
        ("C0152", "de-DE", "hast du mir den link jetzt geschickt?"),
        ("C0155", "de-DE", "ist der link raus?"),
    ],
)
def test_a_link_that_was_sent_is_not_sent_again(demo: Served, customer: str, locale: str, words: str) -> None:
    talk = demo.signed_in(customer, locale=locale, region=locale[-2:])
    assert talk.say("I forgot my password, send me a link")["turn"]["outcome"] == "action_done"
    answer = talk.say(words)
    assert answer["turn"]["tool_calls"] == []
    assert text_of(answer).startswith(("Yes, ", "Ja, "))
    assert talk.say("please send it again")["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "it says account locked"),
        ("en-US", "my account is locked, what do i do"),
        ("en-US", "how do I unlock my account?"),
        ("de-DE", "mein konto ist gesperrt"),
        ("de-DE", "wie kann ich mein Konto entsperren?"),
    ],
)
def test_a_locked_account_is_explained_and_no_link_sent(demo: Served, locale: str, words: str) -> None:
    answer = demo.signed_in("C0001", locale=locale, region=locale[-2:]).say(words)
    assert says_any(answer, "60 minutes", "60 Minuten")
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    ("customer", "words"),
    [("C0012", "the lock is the problem not the password. how do i get unlocked"), ("C0013", "it just says locked")],
)
def test_the_lock_after_a_link(demo: Served, customer: str, words: str) -> None:
    talk = demo.signed_in(customer, region="US")
    talk.say("cant log in")
    assert "60 minutes" in text_of(talk.say(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("my account is locked, please send me a reset link", "link"),
        ("someone hacked my account and locked me out of it", "person"),
        ("the cabinet is locked and has no key", None),
        ("my card is blocked", None),
    ],
)
def test_what_is_no_lock_of_an_account(demo: Served, words: str, told: str | None) -> None:
    answer = demo.signed_in("C0015", region="US").say(words)
    assert "60 minutes" not in text_of(answer)
    assert told is None or told in text_of(answer)


@pytest.mark.parametrize("words", ["still no invoice for {order}", "keine Rechnung bekommen für {order}"])
def test_an_invoice_that_is_missed_is_sent(market: Market, words: str) -> None:
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"))
    talk = market.talk(market.owner(lamp))
    assert talk.say(words.format(order=lamp))["turn"]["outcome"] == "action_done"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(lamp))] == ["send_invoice"]
