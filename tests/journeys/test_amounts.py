"""How much goes back, and how often: counted by our own ledger, on a merchant that checks nothing."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from tests.merchant import Market, usd
from tests.service import Talk, text_of

MUGS = ("Mug", 3, "20.00")


def form(talk: Talk, name: str, **arguments: Any) -> int:
    return talk.post({"action": {"name": name, "arguments": arguments}}).status_code


def confirmed(talk: Talk, name: str, **arguments: Any) -> dict[str, Any]:
    """The answer to an action, with its yes where it asks for one."""
    answer = talk.do(name, **arguments)
    return talk.do("confirm") if answer["turn"]["outcome"] == "asked_for_confirmation" else answer


@pytest.mark.parametrize("name", ["refund_order", "return_items"])
def test_lines_are_a_set(market: Market, name: str) -> None:
    talk, order = market.bought(("Cup", 1, "18.00"), ("Sofa", 1, "150.00"))
    for lines in (["1"] * 8, ["1", "2", "1"], []):
        assert form(talk, name, order_id=order, line_ids=lines) == 400
    assert market.merchant.paid(order) == 0


@pytest.mark.parametrize(
    "amount",
    [
        *("1e400", "1" + "0" * 30, "1_0", "٥", "５", "4.999", "0.005", "-5", "0", "NaN", "Infinity", "0x5", "5,00", ""),
        *("1/2", " 5 ", "five", "+5", "1e1", True, None, [], {}, 5, 5.5, "9" * 5000),
        *(
            "99999999999999.00",
            "-99999999999999.00",
            "9999999999",
            "219099999",
            "-219099999",
            "999999999.99",
            "4111111111111111",
        ),
    ],
)
def test_an_amount_that_is_none_pays_nothing(market: Market, amount: object) -> None:
    talk, order = market.bought(("Rug", 1, "50.00"))
    answer = talk.post(
        {
            "action": {
                "name": "refund_order",
                "arguments": {"order_id": order, "reason": "damaged", "amount": {"amount": amount, "currency": "USD"}},
            }
        }
    )
    assert answer.status_code in (200, 400)
    assert answer.status_code == 400 or answer.json()["turn"]["outcome"] == "action_refused"
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize("body", [b"[" * 9000 + b"]" * 9000, b"\xff\xfe", b'{"text":"\\ud800"}', b'{"text":1e999}'])
def test_a_body_that_is_none_is_400(market: Market, body: bytes) -> None:
    talk, _ = market.bought(MUGS)
    answer = market.served.http.post(
        f"/v1/conversations/{talk.id}/messages",
        content=body,
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {talk.token}"},
    )
    assert answer.status_code == 400, answer.text


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"email": "robin.example.com"}, "email"),
        ({"email": "robin@@example.com"}, "email"),
        ({"email": "robin@example"}, "email"),
        ({"phone": "zqphone"}, "phone"),
        ({"phone": "+1 12"}, "phone"),
        ({"address": {"line1": "1 Road", "city": "Town", "postcode": "12345", "country": "Nowhereland"}}, "country"),
        ({"address": {"line1": "1 Road", "city": "Town", "postcode": "12345", "country": "ZZ"}}, "country"),
    ],
)
def test_an_account_takes_no_address_number_or_country_that_is_none(
    market: Market, arguments: dict[str, Any], field: str
) -> None:
    talk, _ = market.bought(MUGS)
    answer = talk.post({"action": {"name": "update_account", "arguments": arguments}})
    assert answer.status_code == 400
    assert field in answer.json()["errors"][0]["field"]


WAYS = {
    "line by line": [("refund_order", {"line_ids": [n], "reason": "damaged"}) for n in "123"],
    "return by return": [("return_items", {"line_ids": [n]}) for n in "123"],
    "a refund and a return": [
        ("refund_order", {"line_ids": ["1"], "reason": "damaged"}),
        ("return_items", {"line_ids": ["2"]}),
    ],
    "amount by amount": [("refund_order", {"amount": usd("60.00"), "reason": "damaged"})] * 5,
}


@pytest.mark.parametrize("steps", WAYS.values(), ids=WAYS)
def test_what_is_asked_in_pieces_meets_the_limit_of_the_whole_order(
    market: Market, steps: list[tuple[str, dict[str, Any]]]
) -> None:
    talk, order = market.bought(("Lamp", 1, "190.00"), ("Chair", 1, "190.00"), ("Clock", 1, "190.00"))
    for name, arguments in steps:
        if talk.state()["status"] == "open":
            answer = confirmed(talk, name, order_id=order, **arguments)
    assert answer["turn"]["tool_calls"][-1]["status"] == "needs_approval"
    assert talk.state()["status"] == "waiting_for_approval"
    assert 0 < market.merchant.paid(order) <= 200


def test_a_limit_holds_over_conversations_that_confirm_at_once(market: Market) -> None:
    first, order = market.bought(("Lamp", 1, "190.00"), ("Chair", 1, "190.00"))
    talks = [first, market.talk(market.owner(order))]
    for talk, line in zip(talks, "12", strict=True):
        talk.do("refund_order", order_id=order, line_ids=[line], reason="damaged")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda talk: talk.do("confirm"), talks))
    assert market.merchant.paid(order) == 190
    assert sorted(a["turn"]["outcome"] for a in answers) == ["action_done", "handed_off"]


@pytest.mark.parametrize("other", ["refund_order", "return_items"])
def test_the_same_goods_are_paid_once_however_many_confirm_at_once(market: Market, other: str) -> None:
    first, order = market.bought(("Vase", 1, "150.00"))
    talks = [first, *(market.talk(market.owner(order)) for _ in range(5))]
    for i, talk in enumerate(talks):
        name = other if i % 2 else "refund_order"
        talk.do(name, order_id=order, line_ids=["1"], **({"reason": "damaged"} if name == "refund_order" else {}))
    market.merchant.delay = 0.2
    with ThreadPoolExecutor(len(talks)) as pool:
        answers = list(pool.map(lambda talk: talk.do("confirm"), talks))
    market.merchant.delay = 0
    assert market.merchant.paid(order) == 150
    assert sorted(a["turn"]["outcome"] for a in answers) == ["action_done", *["action_refused"] * 5]


@pytest.mark.parametrize("name", ["refund_order", "return_items"])
def test_some_pieces_then_the_others_and_no_more(market: Market, name: str) -> None:
    talk, order = market.bought(MUGS)
    why = {"reason": "damaged"} if name == "refund_order" else {}
    confirmed(talk, name, order_id=order, line_ids=["1"], quantities={"1": 1}, **why)
    assert market.merchant.done_for(market.owner(order))[-1]["arguments"]["quantities"] == {"1": 1}
    assert market.merchant.paid(order) == 20
    confirmed(talk, name, order_id=order, quantities={"1": 2}, **why)
    assert market.merchant.paid(order) == 60
    refused = confirmed(talk, name, order_id=order, quantities={"1": 1}, **why)
    assert refused["turn"]["outcome"] == "action_refused"
    assert market.merchant.paid(order) == 60


@pytest.mark.parametrize(
    "quantities", [{"1": 0}, {"1": -1}, {"1": 4}, {"1": 1.5}, {"1": 10**9}, {"9": 1}, {"1": True}, {"1": "two"}, {}, {"": 1}]
)
def test_pieces_that_are_none_are_refused(market: Market, quantities: dict[str, Any]) -> None:
    talk, order = market.bought(MUGS)
    answer = talk.post(
        {"action": {"name": "return_items", "arguments": {"order_id": order, "line_ids": ["1"], "quantities": quantities}}}
    )
    assert answer.status_code == 400 or answer.json()["turn"]["outcome"] == "action_refused"
    assert talk.state()["pending_action"] is None


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("I want to return one of the two atlases from {order}", 1),
        ("return 1 of the atlases of {order} please", 1),
        ("please return both atlases from {order}", 2),
        ("I want to return the atlases of {order}", 2),
        ("sending back an atlas from order {order}, I want to return it", 1),
    ],
)
def test_words_say_how_many_pieces(market: Market, words: str, pieces: int) -> None:
    talk, order = market.bought(("World Atlas", 2, "35.00"), ("Globe", 1, "60.00"))
    answer = talk.say(words.format(order=order))
    assert answer["turn"]["outcome"] == "asked_for_confirmation", text_of(answer)
    pending = talk.state()["pending_action"]
    assert pending["amount"] == usd(Decimal("35.00") * pieces)
    assert pending["arguments"]["line_ids"] == ["1"]


def test_one_thing_of_several_is_asked_about_and_never_taken_for_all(market: Market) -> None:
    talk, order = market.bought(("Tea Towel", 2, "9.00"), ("Skillet", 1, "41.00"))
    asked = talk.say(f"the tea towel of order {order} arrived torn, I want my money back for it")
    assert asked["turn"]["outcome"] == "asked_for_input"
    talk.say("just one")
    assert talk.state()["pending_action"]["amount"] == usd("9.00")


def test_the_rest_is_possible_after_a_part(market: Market) -> None:
    talk, order = market.bought(("Pen", 1, "11.00"))
    for amount in ("5.00", "6.00", "1.00"):
        answer = confirmed(talk, "refund_order", order_id=order, reason="damaged", amount=usd(amount))
    assert answer["turn"]["outcome"] == "action_refused"
    assert market.merchant.paid(order) == 11


@pytest.mark.parametrize("name", ["refund_order", "return_items"])
def test_a_delivered_order_without_a_day_is_for_a_person(market: Market, name: str) -> None:
    talk, order = market.bought(("Bed", 1, "90.00"), dated=False)
    why = {"reason": "damaged"} if name == "refund_order" else {}
    answer = confirmed(talk, name, order_id=order, line_ids=["1"], **why)
    assert answer["turn"]["tool_calls"][-1]["status"] == "needs_approval"
    assert talk.state()["status"] == "waiting_for_approval"
    assert market.merchant.paid(order) == 0


def test_the_customer_is_told_what_the_receipt_says(market: Market) -> None:
    talk, order = market.bought(("Bowl", 1, "62.00"))
    quote = talk.do("refund_order", order_id=order, reason="damaged")
    assert "days" not in text_of(quote)
    method = market.merchant.customers[market.owner(order)]["payment_methods"][0]["id"]
    market.merchant.result = {
        "refunds": [
            {"method_id": method, "amount": usd("40.00"), "days": 9},
            {"method_id": "gift", "amount": usd("22.00"), "days": 0},
        ],
        "return_by": "2031-05-04",
        "sent_to": "r***@example.com",
    }
    done = text_of(talk.do("confirm"))
    market.merchant.result = {}
    for fact in ("$40.00 to Visa ·4242 arrives within 9 working days", "at once", "May 4, 2031", "r***@example.com"):
        assert fact in done


def test_a_receipt_of_another_shape_is_no_fault(market: Market) -> None:
    talk, order = market.bought(("Bowl", 1, "62.00"))
    talk.do("refund_order", order_id=order, reason="damaged")
    market.merchant.result = {"refunds": "soon", "return_by": 7, "sent_to": ["x"]}
    done = talk.do("confirm")
    market.merchant.result = {}
    assert done["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(("price", "difference"), [("45.00", "10.00"), ("25.00", "-10.00"), ("35.00", "0.00")])
def test_the_sign_of_a_difference_says_who_pays(market: Market, price: str, difference: str) -> None:
    talk, order = market.bought(("Blanket", 1, "35.00"))
    variants = [{"variant_id": "V-Blanket", "price": usd("35.00")}, {"variant_id": "V-Other", "price": usd(price)}]
    market.merchant.products["P-Blanket"] = {
        "id": "P-Blanket",
        "name": "Blanket",
        "variants": [{**v, "options": {"colour": v["variant_id"]}, "available": True} for v in variants],
    }
    asked = talk.do("exchange_items", order_id=order, changes=[{"line_id": "1", "variant_id": "V-Other"}])
    assert asked["turn"]["outcome"] == "asked_for_confirmation", asked["turn"]["tool_calls"]
    assert talk.state()["pending_action"]["amount"]["amount"] == difference
    talk.do("confirm")
    assert market.merchant.done_for(market.owner(order))[-1]["amount"]["amount"] == difference


def test_what_was_exchanged_is_not_refunded_too(market: Market) -> None:
    talk, order = market.bought(("Blanket", 1, "35.00"))
    market.merchant.products["P-Blanket"] = {
        "id": "P-Blanket",
        "name": "Blanket",
        "variants": [{"variant_id": "V-Other", "price": usd("35.00"), "options": {"colour": "red"}, "available": True}],
    }
    confirmed(talk, "exchange_items", order_id=order, changes=[{"line_id": "1", "variant_id": "V-Other"}])
    refused = confirmed(talk, "refund_order", order_id=order, reason="damaged")
    assert refused["turn"]["outcome"] == "action_refused"
    assert market.merchant.paid(order) == 0
