"""A yes to the person who was offered, with something beside it: both are served."""

import pytest

from tests.journeys.test_what_people_mean import quote_of, tools
from tests.merchant import Market
from tests.service import AGENT, Talk, text_of


@pytest.fixture
def offered(market: Market) -> tuple[Talk, dict[str, str]]:
    """Somebody with a delivered order, one under way and one to be sent, who was offered a person."""
    _, lamp = market.bought(("Brass Lamp", 1, "59.00"), ("Wool Gloves", 2, "19.00"))
    customer = market.owner(lamp)
    orders = {
        "lamp": lamp,
        "clock": market.merchant.order(customer, [("Wall Clock", 1, "35.00")], status="shipped"),
        "mugs": market.merchant.order(customer, [("Tin Mug", 4, "6.00")], status="pending"),
    }
    talk = market.talk(customer)
    talk.say("this is no use")
    return talk, orders


def summary_of(market: Market, talk: Talk) -> str:
    handoff = talk.state()["handoff"]["id"]
    return str(market.served.call("GET", f"/v1/handoffs/{handoff}", key=AGENT).json()["summary"])


@pytest.mark.parametrize(
    "words",
    [
        "yes please, and meanwhile where's my order {clock}?",
        "yes please. where is {clock}",
        "ok yes but when does {clock} arrive",
        "yes, where is {clock}?",
        "sure! and in the meantime, where is my clock?",
        "Ja bitte. Und wo ist {clock}?",
        "ja gerne, und wo ist inzwischen meine Bestellung {clock}?",
        "ja bitte, aber wo ist jetzt {clock}?",
    ],
)
def test_what_can_be_looked_up_is_told_before_the_person_comes(offered: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = offered
    answer = talk.say(words.format(**orders))
    assert ("track_order", orders["clock"]) in tools(answer)
    assert answer["turn"]["outcome"] == "handed_off"
    assert "rest of what you wrote" not in text_of(answer)


@pytest.mark.parametrize(
    "words",
    [
        "yes please. And the invoice for {lamp}?",
        "yes and please also send me the invoice for {lamp}",
        "ja bitte. Und die Rechnung für {lamp}?",
    ],
)
def test_what_is_sent_at_once_is_sent(offered: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = offered
    answer = talk.say(words.format(**orders))
    assert ("send_invoice", orders["lamp"]) in tools(answer)
    assert answer["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "words",
    [
        "yes please, and can I still cancel {mugs}?",
        "yes please, and meanwhile where's my order",  # which of three is asked by nobody any more
        "yes please. how long is the wait?",
        "yes please, and tell them I want my money back for the lamp",
    ],
)
def test_the_rest_goes_along_with_the_person(market: Market, offered: tuple[Talk, dict[str, str]], words: str) -> None:
    talk, orders = offered
    answer = talk.say(words.format(**orders))
    assert answer["turn"]["outcome"] == "handed_off"
    assert "rest of what you wrote" in text_of(answer)
    assert "Which order" not in text_of(answer)
    assert quote_of(talk) is None
    assert words.format(**orders)[-16:] in summary_of(market, talk)


@pytest.mark.parametrize(
    ("words", "tool"),
    [
        ("yes and cancel {mugs}", "cancel_order"),  # may be all that the yes is said to
        ("yes, I want to return the lamp", "return_items"),
        ("ok, where is {clock}?", "track_order"),
        ("no thanks, but where is {clock}?", "track_order"),
    ],
)
def test_what_may_be_no_yes_to_the_person_brings_none(offered: tuple[Talk, dict[str, str]], words: str, tool: str) -> None:
    talk, orders = offered
    answer = talk.say(words.format(**orders))
    assert tool in [name for name, _ in tools(answer)]
    assert answer["turn"]["outcome"] != "handed_off"
