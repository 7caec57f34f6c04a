"""A death in the family, and want: a word of sympathy, what is wanted served at once, and no emergency numbers. Danger still alarms."""

import re

import pytest

from domain.language.danger.hard_times import tells_of_a_death
from domain.language.danger.urgent import urgent
from tests.merchant import Market
from tests.service import Served, Talk, text_of

_NUMBERS = re.compile(r"\b(?:911|112|999|988|0800|116 123|emergency|Notruf|got hurt|verletzt)\b")
SORRY = {"en-US": "sorry for your loss", "de-DE": "Beileid"}


def mourner(
    market: Market, *lines: tuple[str, int, str], locale: str = "en-US", status: str = "delivered"
) -> tuple[Talk, str]:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, list(lines), status=status)
    return market.served.signed_in(customer, region="US", locale=locale), order


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "My husband passed away on Tuesday. The bookshelf was for his study and I can't have it in the house."),
        ("en-US", "My mother died before it came, please take the bookshelf back"),
        ("en-US", "we buried dad on friday. he died very suddenly. I'd like to return the bookshelf"),
        ("de-DE", "Mein Mann ist vor drei Wochen gestorben, das Bookshelf möchte ich zurückgeben."),
    ],
)
def test_who_lost_somebody_gives_back_what_they_cannot_keep(market: Market, locale: str, said: str) -> None:
    talk, order = mourner(market, ("Bookshelf", 1, "90.00"), locale=locale)
    answer = talk.say(said)
    assert SORRY[locale] in text_of(answer)
    assert not _NUMBERS.search(text_of(answer))
    assert (talk.state()["pending_action"] or {}).get("name") == "return_items", text_of(answer)
    assert talk.state()["status"] == "open"
    assert market.merchant.done_for(market.owner(order)) == []


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "my mum died last week, please cancel the table"),
        ("en-US", "cancel my order please, we had a death in the family"),
        ("en-US", "I can't afford it any more, I lost my job. Please cancel the table"),
        ("en-US", "i cant pay my rent this month, cancel the table please"),
        ("de-DE", "Meine Schwiegermutter ist verstorben, bitte stornieren Sie meine Bestellung."),
        ("de-DE", "Ich kann mir das leider nicht mehr leisten, bitte die Bestellung stornieren"),
    ],
)
def test_a_death_or_want_is_reason_enough(market: Market, locale: str, said: str) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"), locale=locale, status="pending")
    answer = talk.say(said)
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    assert talk.state()["pending_action"]["arguments"]["reason"] == "no_longer_needed"
    assert not _NUMBERS.search(text_of(answer))


def test_what_was_ordered_by_mistake_and_has_not_left_is_cancelled_for_the_money(market: Market) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"), status="pending")
    talk.say("please help, i ordered the table by mistake and now i cant pay my rent, i need that money back today")
    assert talk.state()["pending_action"]["name"] == "cancel_order"


def test_of_several_things_the_whole_order_is_not_cancelled_for_one(market: Market) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"), ("Stool", 1, "20.00"), status="pending")
    talk.say("i ordered the stool by mistake, i need the money for it back")
    assert (talk.state()["pending_action"] or {}).get("name") != "cancel_order"


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "My father has passed away. How do I close his account?"),
        ("en-US", "my brother died in march, his name is still on the account"),
        ("de-DE", "Mein Opa ist gestorben, wie lösche ich sein Konto?"),
    ],
)
def test_the_account_of_the_dead_is_for_a_person(market: Market, locale: str, said: str) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"), locale=locale)
    answer = talk.say(said)
    assert SORRY[locale] in text_of(answer)
    assert answer["turn"]["outcome"] == "handed_off"
    assert not _NUMBERS.search(text_of(answer))


def test_who_only_tells_it_is_offered_a_person_and_condoled_once(market: Market) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"))
    first = talk.say("My wife passed away. The table was for her.")
    assert SORRY["en-US"] in text_of(first)
    assert "person" in text_of(first)
    again = talk.say("she died in the hospital")
    assert SORRY["en-US"] not in text_of(again)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "said",
    [
        "the lamp gave my husband an electric shock and he died",
        "my husband died and I don't want to live anymore",
        "my mother died and i just want to be with her",
        "my dog died after eating your plant food",
        "my cat died because of your spray",
        "mein Mann ist gestorben und ich will auch nicht mehr leben",
    ],
)
def test_danger_beside_a_death_still_alarms(market: Market, said: str) -> None:
    talk, _ = mourner(market, ("Table", 1, "90.00"))
    answer = talk.say(said)
    assert answer["turn"]["intent"] == "urgent", answer["turn"]
    assert SORRY["en-US"] not in text_of(answer)


@pytest.mark.parametrize(
    "said",
    [
        "the battery died after two days",
        "my son passed his exam",
        "I lost my dad's parcel",
        "dead on arrival",
        "die Lampe ist tot",
    ],
)
def test_not_all_that_dies_is_mourned(said: str) -> None:
    assert not tells_of_a_death(said)


@pytest.mark.parametrize(("locale", "said"), [("en-US", "no I'm not in danger"), ("de-DE", "Nein, niemand ist verletzt")])
def test_who_is_not_in_danger_is_answered(demo: Served, locale: str, said: str) -> None:
    talk = demo.signed_in("C0004", region="US", locale=locale)
    assert talk.say("somebody is threatening to kill me")["turn"]["intent"] == "urgent"
    assert urgent(said) is None
    answer = talk.say(said)
    assert ("good to know" if locale == "en-US" else "gut zu wissen") in text_of(answer)
    assert talk.state()["status"] == "waiting_for_human"
