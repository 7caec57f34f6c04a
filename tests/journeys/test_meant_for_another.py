"""A wish told as a story: what was ordered is meant for somebody else, and is to go there. Nothing of it is a report or a return."""

import pytest

from tests.merchant import Market
from tests.service import Talk, text_of


def giver(market: Market, locale: str = "de-DE") -> Talk:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Oyster Bay Mug", 1, "12.00")], status="pending")
    return market.served.signed_in(customer, region="DE", locale=locale)


@pytest.mark.parametrize(
    "said",
    [
        "Guten Tag, ich bin 78 Jahre alt und habe heute früh einen Becher bestellt. Der ist aber für meine Enkelin in Leipzig gedacht, sie"
        " studiert dort Medizin, und nun würde er zu mir kommen. Könnte man das noch umleiten?",
        "Ach so. Ich möchte, dass der Becher an meine Enkelin geschickt wird und nicht an mich.",
        "Der Becher ist für meine Enkelin, können Sie den umleiten?",
        "Bitte lassen Sie den Becher zu meinem Bruder nach Köln liefern",
        "Das Geschenk soll direkt zu meiner Mutter gehen, nicht zu mir",
        "Die Bestellung soll zu meiner Schwester, nicht zu uns",
        "Könnt ihr das bitte an meine Eltern schicken statt zu mir",
        "Leiten Sie das Paket bitte um",
        "The mug is for my granddaughter, she studies in Leeds, and now it would come to me. Could it be redirected to her?",
        "I'd like the parcel to be sent to my granddaughter and not to me",
    ],
)
def test_where_it_is_to_go_is_asked(market: Market, said: str) -> None:
    talk = giver(market)
    answer = talk.say(said)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] == ["change_shipping_address"], text_of(answer)
    assert "ganze neue Adresse" in text_of(answer)
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "said",
    [
        "Das Paket kam zu meiner Nachbarin und nicht zu mir",
        "Warum wurde es an meinen Nachbarn geschickt und nicht an mich?",
        "my order was delivered to my sister and not me",
        "Ich möchte dass die Rechnung an meine Firma geschickt wird und nicht an mich",
        "Der Becher ist für meine Enkelin, kann man den in die Spülmaschine tun?",
        "das paket wurde umgeleitet ohne dass ich es wollte",
    ],
)
def test_what_went_elsewhere_or_is_asked_beside_changes_no_address(market: Market, said: str) -> None:
    talk = giver(market)
    answer = talk.say(said)
    assert "change_shipping_address" not in [call["name"] for call in answer["turn"]["tool_calls"]], text_of(answer)
    assert (talk.state()["handoff"] or {}).get("reason") != "safety"
