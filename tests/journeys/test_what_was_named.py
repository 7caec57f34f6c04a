"""What was named binds: no other goods, order, amount, size or address is quoted than was meant, and no refund is made anew."""

import pytest

from tests.merchant import Market, usd
from tests.service import Served, Talk, text_of

LAMP, SHELF = ("Desk Lamp", 1, "84.00"), ("Bookshelf", 1, "266.00")


def lines_quoted(talk: Talk) -> list[str] | None:
    pending = talk.state()["pending_action"]
    return pending["arguments"].get("line_ids") if pending else None


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("the bookshelf came but the lamp wasn't in there", ["2"]),
        ("the bookshelf is great but the lamp is broken", ["2"]),
        ("lamp is fine, the bookshelf has a big crack", ["1"]),
        ("i love the bookshelf, the lamp is scratched though", ["2"]),
        ("the lamp came yesterday and it is broken", ["2"]),
        ("bookshelf arrived fine. there was no lamp, i looked in the boxes and everything", ["2"]),
    ],
)
def test_what_is_fine_is_not_refunded_beside_what_is_not(market: Market, words: str, lines: list[str]) -> None:
    talk, _ = market.bought(SHELF, LAMP)
    talk.say(words)
    assert lines_quoted(talk) == lines


def test_goods_that_are_to_come_back_are_told_so_and_no_others_are_taken(market: Market) -> None:
    talk, _ = market.bought(SHELF, LAMP)
    talk.say("return the desk lamp, it is too bright")
    talk.say("yes")
    for words in (
        "the lamp has a scratch, can I get my money back?",
        "It was not returned, it has only a scratch. Refund me the lamp",
    ):
        answer = talk.say(words)
        assert "Desk Lamp" in text_of(answer)
        assert "already registered for return" in text_of(answer)
        assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    "words",
    [
        "lamp has one scratch on foot. I want keep it but maybe you can give little money back?",
        "the lamp is scratched, can i get a partial refund",
        "there is a dent in the lamp, would you give me a discount?",
        "the lamp has a crack, can I have some money off",
        "the lamp is scratched, half of the money back would be ok",
    ],
)
def test_a_part_of_the_money_is_asked_for_by_its_amount(market: Market, words: str) -> None:
    talk, order = market.bought(LAMP)
    answer = talk.say(words)
    assert "$84.00" in text_of(answer)
    assert talk.state()["pending_action"] is None
    talk.say("10 dollars is ok")
    assert talk.state()["pending_action"]["amount"] == usd("10.00")
    talk.say("yes")
    assert str(market.merchant.paid(order)) == "10.00"


def test_it_is_the_order_that_was_spoken_of_in_other_languages_too(market: Market) -> None:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Tin Mug", 2, "6.00")], status="pending")
    clock = market.merchant.order(customer, [("Wall Clock", 1, "35.00")], status="shipped")
    talk = market.talk(customer)
    talk.say(f"¿dónde está {clock}?")
    answer = talk.say("gracias. y puedo cancelarlo? ya no lo quiero")
    assert talk.state()["pending_action"] is None
    assert clock in text_of(answer)


def test_that_order_is_the_one_of_the_clause_before(market: Market) -> None:
    customer = market.merchant.customer()
    skillet = market.merchant.order(customer, [("Skillet", 1, "62.00")])
    clock = market.merchant.order(customer, [("Wall Clock", 1, "35.00")], status="shipped")
    talk = market.talk(customer)
    answer = talk.say(
        "3 things: the skillet arrived cracked, I need an invoice for that order, and when does the clock come?"
    )
    done = {call["name"]: call["arguments"].get("order_id") for call in answer["turn"]["tool_calls"]}
    assert done == {"track_order": clock, "send_invoice": skillet, "refund_order": skillet}


def test_a_refund_that_does_not_show_is_no_new_one_and_its_time_is_told_alike(demo: Served) -> None:
    order = max((o for o in demo.orders("delivered") if len(o["lines"]) > 1), key=lambda o: o["delivered_at"] or "")
    talk = demo.signed_in(order["customer_id"])
    talk.do("refund_order", order_id=order["id"], line_ids=["1"], reason="damaged")
    receipt = text_of(talk.do("confirm"))
    assert "Refunded" in receipt
    for words in ("i dont see it on my card", "there's still nothing on my account"):
        answer = talk.say(words)
        assert talk.state()["pending_action"] is None
        assert "Refunded on order" in text_of(answer)
        assert receipt.split("arrives ")[1].split(".")[0] in text_of(answer)


def gloves(market: Market, size: str = "M") -> Talk:
    customer = market.merchant.customer()
    market.merchant.order(customer, [("Gloves", 1, "20.00"), ("Trowel", 1, "9.00")], options=[{"size": size}])
    market.merchant.products["P-Gloves"] = {
        "id": "P-Gloves",
        "name": "Gloves",
        "variants": [
            {"variant_id": f"V-Gloves-{s}", "price": usd(p), "options": {"size": s}, "available": True}
            for s, p in (("S", "18.00"), ("M", "20.00"), ("L", "22.00"))
        ],
    }
    return market.talk(customer)


def size_quoted(talk: Talk) -> str | None:
    pending = talk.state()["pending_action"]
    return pending["arguments"]["changes"][0]["variant_id"][-1] if pending else None


@pytest.mark.parametrize(
    "words",
    [
        "The gloves are too small. Do you have them in L, and what would it cost to swap?",
        "gloves way too small, can i swap them for large",
        "my gloves are too small i need size L not S please exchange",
        "Die Gloves sind zu klein, bitte gegen L umtauschen",
    ],
)
def test_too_small_is_no_size_that_is_wanted(market: Market, words: str) -> None:
    talk = gloves(market)
    talk.say(words)
    assert size_quoted(talk) == "L"


def test_a_size_is_put_right_at_the_quote_and_named_again_after_it(market: Market) -> None:
    talk = gloves(market)
    talk.say("can i swap the gloves for size S")
    assert size_quoted(talk) == "S"
    talk.say("No, I need L not S!")
    assert size_quoted(talk) == "L"
    talk.say("no")
    talk.say("Gloves, size L please")
    assert size_quoted(talk) == "L"


@pytest.mark.parametrize(
    "words",
    [
        "please send it to 12 Wellington Street, Leeds LS1 2DE. Sorry, 21 not 12",
        "send my order to 12 Wellington Street, Leeds LS1 2DE, sorry I mean number 21",
        "new address for my order: 12 Wellington Street, Leeds LS1 2DE. no wait 21 Wellington Street",
        "please send my order to 12 Wellington Street, no, 21 Wellington Street, Leeds LS1 2DE",
    ],
)
def test_an_address_put_right_in_its_own_message(market: Market, words: str) -> None:
    talk, order = market.bought(("Mill", 1, "30.00"), status="pending")
    talk.say(words)
    talk.say("yes")
    (done,) = market.merchant.done_for(market.owner(order))
    assert (done["arguments"]["address"]["line1"], done["arguments"]["address"]["city"]) == ("21 Wellington Street", "Leeds")


def test_an_address_that_is_put_right_unclearly_is_asked_for(market: Market) -> None:
    talk, order = market.bought(("Mill", 1, "30.00"), status="pending")
    answer = talk.say("please send it to 12 Wellington Street, Leeds LS1 2DE. Sorry, 31 not 13")
    assert answer["turn"]["outcome"] == "asked_for_input"
    assert market.merchant.done_for(market.owner(order)) == []


def test_an_order_put_right_in_its_own_message(market: Market) -> None:
    customer = market.merchant.customer()
    mug = market.merchant.order(customer, [("Tin Mug", 3, "6.00")], status="pending")
    rug = market.merchant.order(customer, [("Hall Rug", 1, "80.00")], status="pending")
    talk = market.talk(customer)
    talk.say(f"cancel {mug}, ordered by mistake. sorry, I mean {rug}")
    talk.say(f"cancel {mug}. sorry, I mean {rug}, ordered by mistake")
    assert talk.state()["pending_action"]["arguments"]["order_id"] == rug


def test_an_invoice_is_sent_again_only_when_it_is_asked_for_again(market: Market) -> None:
    talk, order = market.bought(LAMP)
    talk.say("send me the invoice please")
    for words in (
        "can you add her VAT number to it then?",
        "no, not my details. The accountant's VAT no on the invoice",
        "I'd rather you hadn't sent the invoice again",
        "Können Sie die USt-IdNr. auf die Rechnung setzen?",
    ):
        talk.say(words)
        assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["send_invoice"], words
    talk = market.talk(market.owner(order))
    talk.say("send me the invoice please")
    talk.say("send it again please")
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["send_invoice"] * 3
