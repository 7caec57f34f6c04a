"""How goods are put together, mended or kept is asked of the documents, in dialect too: no quote comes of it, and one that waits is
taken back by who wants no money."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of

CHAIR = ("Dining Chair", 1, "134.50")


def owner(market: Market) -> Talk:
    customer = market.merchant.customer()
    market.merchant.order(customer, [CHAIR], options=[{"wood": "walnut"}])
    return market.served.signed_in(customer, region="DE", locale="de-DE")


@pytest.mark.parametrize(
    "said",
    [
        "Am Stuhl, da Dining Chair, wia ziag i de Schraubn nach",
        "am stuhl, dining chair, wo muss ma do schraufn",
        "dining chair is wacklig wie mach ich den fest",
        "Dining Chair isch locker, wia duad ma des festmacha",
        "Wie bekomme ich den wackelnden Dining Chair wieder stabil?",
        "Wo find i d Aufbauanleitung fürn Dining Chair als PDF?",
        "Dining Chair: how do i tighten the legs, they're loose",
        "The Dining Chair wobbles a bit, how do I fix it?",
        "rust on my Dining Chair. how do I get the rust off?",
    ],
)
def test_how_something_is_done_is_a_question(market: Market, said: str) -> None:
    talk = owner(market)
    answer = talk.say(said)
    assert answer["turn"]["tool_calls"] == [], text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "said",
    [
        "Naa i wui koa Geld zruck, is do bloß a Schraubn locker oda so. Gibts do a Anleitung wia ma des festziagt?",
        "Ich will kein Geld zurück, ich will wissen wie ich die Schrauben nachziehe",
        "I don't want money, how do I tighten the screws?",
    ],
)
def test_who_wants_no_money_but_to_know_how_has_no_quote_left(market: Market, said: str) -> None:
    talk = owner(market)
    talk.say("Der Dining Chair wackelt, der ist kaputt")
    assert talk.state()["pending_action"] is not None
    answer = talk.say(said)
    assert talk.state()["pending_action"] is None, text_of(answer)
    assert answer["turn"]["intent"] in ("product_question", "policy_question")


@pytest.mark.parametrize(
    "said",
    [
        "Der Dining Chair ist kaputt, wie bekomme ich mein Geld zurück?",
        "Der Dining Chair hot scho Kratzer ghabt wia a kemma is",
    ],
)
def test_what_is_broken_is_a_report_still(market: Market, said: str) -> None:
    talk = owner(market)
    talk.say(said)
    assert (talk.state()["pending_action"] or {}).get("name") == "refund_order"


@pytest.mark.parametrize("said", ["de Dining Chair g'foit ma ned", "Dining Chair, hob i scho zoit"])
def test_dialect_that_is_not_understood_is_quoted_nothing(market: Market, said: str) -> None:
    talk = owner(market)
    talk.say(said)
    assert talk.state()["pending_action"] is None


def test_dialect_that_is_understood_is_answered(market: Market) -> None:
    answer = owner(market).say("Dining Chair isch nöd cho")
    assert answer["turn"]["acts"][0]["intent"] == "report_problem"
    assert "Dining Chair" in text_of(answer)


@pytest.mark.parametrize(
    "said",
    [
        "ne eigentlich will ich keine kohle, ich hätt gern ne neue uhr die geht. geht das?",
        "keine kohle!! einen neuen will ich",
        "ich will kein geld sondern den gleichen nochmal",
        "i wui koa Geld, i mecht an neuen Stuhl",
        "behaltet das Geld, ich brauch einen funktionierenden Stuhl",
        "kein geld, ersatz!",
        "no money, I'd like a new one",
        "keep the money, i want one that works",
    ],
)
def test_new_goods_in_place_of_money_come_from_a_person(market: Market, said: str) -> None:
    talk = owner(market)
    talk.say("Der Dining Chair ist kaputt angekommen")
    assert talk.state()["pending_action"] is not None
    answer = talk.say(said)
    assert talk.state()["pending_action"] is None
    assert "jemand aus unserem Team kann es" in text_of(answer), text_of(answer)
    talk.say("ja bitte")
    assert talk.state()["status"] == "waiting_for_human"
