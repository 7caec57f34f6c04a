"""What is asked right after something was done or told is of that: how the label comes, when the new one is sent, which day that was
again, and whether there will be word of the parcel. Nothing is begun by it, and no status is said again."""

import pytest

from tests.journeys.test_facts_asked_back import on_its_way, tools_of
from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of

BY_MAIL = ("comes by e-mail", "kommt per E-Mail")


@pytest.fixture
def returned(market: Market) -> tuple[Talk, str]:
    """A lamp whose return was registered, in a conversation of its own: the same answer over and over brings a person."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"))
    talk = market.talk(market.owner(lamp))
    talk.say(f"I want to return the lamp from {lamp}, I changed my mind")
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    return talk, lamp


@pytest.mark.parametrize(
    "words",
    [
        "do i get the label by post?",
        "is the label emailed to me?",
        "will the label come in the mail?",
        "where is the label?",
        "and the label?",
        "Kommt das Rücksendeetikett per Mail?",
        "krieg ich das Etikett per Post oder Mail?",
        "wird mir das Etikett zugeschickt?",
        "kommt das Etikett mit der Post",
    ],
)
def test_the_label_comes_by_mail(market: Market, returned: tuple[Talk, str], words: str) -> None:
    talk, lamp = returned
    assert says_any(talk.say(words), *BY_MAIL)
    assert len(market.merchant.done_for(market.owner(lamp))) == 1


@pytest.mark.parametrize("words", ["is the label free?", "do i have to print the label?", "do i need the label?"])
def test_what_else_is_asked_of_a_label_is_not_how_it_comes(returned: tuple[Talk, str], words: str) -> None:
    assert not says_any(returned[0].say(words), "and not by post")


@pytest.mark.parametrize(
    "words",
    [
        "which day was that again?",
        "sorry, what date did you say?",
        "by when was that again?",
        "what was the date again?",
        "bis wann war das nochmal?",
        "welcher Tag war das nochmal?",
    ],
)
def test_what_was_done_is_told_once_more(market: Market, returned: tuple[Talk, str], words: str) -> None:
    talk, lamp = returned
    answer = talk.say(words)
    assert text_of(answer).startswith(("Once more: ", "Noch einmal: "))
    assert len(market.merchant.done_for(market.owner(lamp))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "which day was that again?",
        "sorry what date did you say",
        "when was it again?",
        "remind me which day",
        "wann war das nochmal?",
        "an welchem Tag war das nochmal",
    ],
)
def test_the_day_of_a_parcel_is_told_again_and_no_status(market: Market, words: str) -> None:
    answer = on_its_way(market).say(words)
    assert tools_of(answer) == ["track_order"]
    assert says_any(answer, "It's expected on", "Erwartet wird sie am")
    assert "is on its way" not in text_of(answer)


@pytest.mark.parametrize(
    ("customer", "locale", "wish", "when", "how_long"),
    [
        ("C0002", "en-GB", "exchange the jacket for a size L", "when will the new one come?", "and how long does that take then?"),
        ("C0001", "de-DE", "die Pfanne bitte gegen 30 cm umtauschen", "wann wird die neue losgeschickt?", "wie lange dauert das dann?"),
    ],
)  # fmt: skip
def test_when_the_new_one_is_sent_and_how_long_it_is_on_its_way(
    demo: Served, customer: str, locale: str, wish: str, when: str, how_long: str
) -> None:
    talk = demo.signed_in(customer, region=locale[-2:], locale=locale)
    talk.say(wish)
    talk.do("confirm")
    assert says_any(talk.say(when), "when the carrier has scanned", "sobald der Paketdienst")
    assert says_any(talk.say(how_long), "Standard delivery", "Standardlieferung")


@pytest.mark.parametrize(
    "words",
    [
        "can i get a text when it comes",
        "will you text me before it comes?",
        "does the driver send a text?",
        "kann ich ne SMS kriegen wenn sie da ist",
        "könnt ihr mir per WhatsApp bescheid sagen",
    ],
)
def test_whether_there_are_text_messages_is_for_documents(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("where is my wall clock?")
    answer = talk.say(words)
    assert tools_of(answer) == []
    assert "Those come from the carrier" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "let me know when it's there",
        "will i be notified when it ships?",
        "keep me posted when it moves",
        "sagt ihr mir bescheid wenn was passiert?",
        "krieg ich eine Mail wenn es verschickt wird",
    ],
)
def test_who_wants_word_is_told_what_is_sent(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("where is my wall clock?")
    assert says_any(talk.say(words), "we send an e-mail", "schicken wir eine E-Mail")


@pytest.mark.parametrize("words", ["can you tell me when it comes?", "let me know when it will be here"])
def test_who_wants_to_know_when_it_comes_is_told_that(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("where is my wall clock?")
    assert "track_order" in tools_of(talk.say(words))


@pytest.mark.parametrize(
    "words",
    ["who's delivering it?", "and who is bringing it?", "which carrier is it?", "wer bringt das?", "wer liefert das Paket?"],
)
def test_who_brings_it_is_told(market: Market, words: str) -> None:
    answer = on_its_way(market).say(words)
    assert tools_of(answer) == ["order_details"]
    assert "UPS T1" in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "what if it's late",
        "and if it doesn't come by then?",
        "what if it's not here by friday",
        "und wenn sie dann nicht da ist?",
    ],
)
def test_what_if_it_is_late_is_for_documents(demo: Served, words: str) -> None:
    talk = demo.signed_in("C0001", region="US")
    talk.say("where is my wall clock?")
    assert says_any(talk.say(words), "If nothing has moved for 3 working days", "Hat sich 3 Werktage lang nichts bewegt")


@pytest.mark.parametrize("words", ["and if that doesn't work?", "falls das nicht hilft?", "und wenn das nicht klappt?"])
def test_who_asks_what_else_there_is_is_offered_a_person(demo: Served, words: str) -> None:
    talk = demo.talk(region="US", consent=True)
    talk.say("my card was declined")
    assert says_any(talk.say(words), "person", "jemand aus unserem Team")
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "will i get an email about it",
        "do i get a confirmation?",
        "is there a confirmation email?",
        "krieg ich eine Bestätigung?",
        "bekomme ich dazu noch eine Mail?",
    ],
)
def test_that_it_is_done_is_known_and_a_mail_is_not(returned: tuple[Talk, str], words: str) -> None:
    assert text_of(returned[0].say(words)).startswith(
        ("I don't know whether an e-mail follows", "Ob dazu noch eine E-Mail kommt")
    )


@pytest.mark.parametrize(
    "words", ["did the lamp arrive with you?", "can you send me the invoice by mail?", "will i get a refund?"]
)
def test_what_else_may_come_is_no_word_of_it(returned: tuple[Talk, str], words: str) -> None:
    assert not says_any(returned[0].say(words), "whether an e-mail follows")
