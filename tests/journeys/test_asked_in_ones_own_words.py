"""What people ask in words that no document uses is answered by the article on it, and nothing is begun; a wish is still one."""

import pytest

from tests.service import Served, text_of

_INSTALMENTS, _RATEN = "payment in instalments", "Ratenzahlung"
_COLLECTED, _ABGEHOLT = "we arrange a collection", "lassen wir abholen"
_COMPANY, _FIRMA = "Enter the company", "Geben Sie Firma"
_BALANCE, _GUTHABEN = "See the balance", "Das Guthaben sehen Sie"
_REDIRECT = 'use "Change delivery"'
_IN_STORE = "return online orders in these four shops"
_WOBBLY = "levelling feet"


@pytest.mark.parametrize(
    ("region", "said", "told"),
    [
        ("US", "can I pay in instalments?", _INSTALMENTS),
        ("US", "is it possible to pay monthly", _INSTALMENTS),
        ("US", "can I split the payment into several parts", _INSTALMENTS),
        ("US", "do you offer financing", _INSTALMENTS),
        ("DE", "kann ich in raten zahlen?", _RATEN),
        ("DE", "gibt es ratenzahlung bei euch", _RATEN),
        ("DE", "kann man die bank auch in monatsraten abbezahlen", _RATEN),
        ("DE", "bietet ihr finanzierung an?", _RATEN),
        ("US", "can someone pick it up at mine?", _COLLECTED),
        ("US", "will somebody come round and fetch it?", _COLLECTED),
        ("US", "can the return be picked up from my house?", _COLLECTED),
        ("DE", "holt ihr die rücksendung auch zu hause ab?", _ABGEHOLT),
        ("DE", "könnte das bei mir daheim abgeholt werden?", _ABGEHOLT),
        ("US", "can someone pick it up for me at the store?", "Pick up in store"),
        ("DE", "kann das jemand bei mir abholen?", _ABGEHOLT),
        ("US", "can I return it in the shop?", _IN_STORE),
        ("US", "could I just drop it back at the store instead?", _IN_STORE),
        ("US", "can I take it back to one of your shops instead of posting it?", _IN_STORE),
        ("DE", "kann ich online bestelltes auch in hamburg im geschäft zurückgeben", _IN_STORE),
        ("GB", "can my company's name stand on the invoice?", _COMPANY),
        ("GB", "can the invoice be made out to my firm?", _COMPANY),
        ("DE", "kann der firmenname auf der rechnung stehen?", _FIRMA),
        ("DE", "kann der name meiner firma auf die rechnung?", _FIRMA),
        ("US", "does the rest stay on the gift card?", _BALANCE),
        ("US", "how do I see how much is left on my gift card", _BALANCE),
        ("DE", "bleibt das Guthaben auf der Karte?", _GUTHABEN),
        ("DE", "bleibt der rest auf dem gutschein?", _GUTHABEN),
        ("DE", "was passiert mit dem restguthaben auf der geschenkkarte", _GUTHABEN),
        ("US", "can the carrier be told another day?", _REDIRECT),
        ("US", "can the carrier be told to take it to another place?", _REDIRECT),
        ("US", "can UPS deliver it somewhere else?", _REDIRECT),
        ("US", "king or double, which is bigger?", "240 x 260"),
        ("US", "king vs double", "240 x 260"),
        ("DE", "was ist der unterschied zwischen King und Double", "240 x 260"),
        ("DE", "king oder doppelt?", "240 x 260"),
    ],
)
def test_the_article_answers(demo: Served, region: str, said: str, told: str) -> None:
    answer = demo.talk(region=region, locale="de-DE" if region == "DE" else "en-US", consent=True).say(said)
    assert told in text_of(answer), text_of(answer)
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    "said",
    [
        "it wobbles a bit, anything I can do?",
        "my table wobbles a bit, anything I can do?",
        "my bookshelf wobbles a little, what should I do",
        "the chair is a bit wobbly, any tips?",
        "mein tisch wackelt ein bisschen, was kann ich da machen",
        "wackelt ein bisschen, was kann ich da machen",
        "der esstisch wackelt ein bisschen, kann ich da selber was machen?",
        "der stuhl wackelt leicht, hast du einen tipp?",
    ],
)
def test_advice_on_what_is_a_little_amiss_is_no_wish_for_money(demo: Served, said: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert _WOBBLY in text_of(answer), text_of(answer)
    assert answer["turn"]["tool_calls"] == []


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("my skillet is cracked, what can I do?", "refund_order"),
        ("the bookshelf wobbles and I want my money back", "refund_order"),
        ("I want to exchange king for double", "exchange_items"),
        ("can you refund my order in instalments", "refund_order"),
        ("can you redirect my order HP104268 to another address", "change_shipping_address"),
        ("can I return the skillet from HP104233 in the store", "return_items"),
        ("change the payment of HP104268 to my gift card balance", "change_payment_method"),
    ],
)
def test_a_wish_in_such_words_is_still_one(demo: Served, said: str, action: str) -> None:
    answer = demo.signed_in("C0001", region="US").say(said)
    assert [call["name"] for call in answer["turn"]["tool_calls"]] == [action], text_of(answer)


@pytest.mark.parametrize("said", ["can someone take over please", "can somebody call me back, i want to talk to a human"])
def test_somebody_is_still_a_person_where_one_is_wanted(demo: Served, said: str) -> None:
    assert demo.signed_in("C0001", region="US").say(said)["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    "said",
    [
        "what colour paint goes with the walnut shelf",
        "does the coffee table come with drawers",
        "how many people work for you",
    ],
)
def test_goods_alone_in_common_are_no_answer(demo: Served, said: str) -> None:
    answer = demo.talk(region="US").say(said)
    assert answer["turn"]["outcome"] == "no_answer_found", text_of(answer)
