"""Goods whose money came back are not sent again, and money that goes back by an exchange is counted with all other."""

import pytest

from tests.journeys.test_amounts import confirmed
from tests.merchant import Market, usd
from tests.service import text_of


def exchangeable(market: Market, name: str, price: str) -> None:
    """Two variants of a product: what was bought, and another at a price."""
    variants = [{"variant_id": f"V-{name}", "price": usd(price)}, {"variant_id": "V-Other", "price": usd(price)}]
    market.merchant.products[f"P-{name}"] = {
        "id": f"P-{name}",
        "name": name,
        "variants": [{**v, "options": {"colour": v["variant_id"]}, "available": True} for v in variants],
    }


OTHER = [{"line_id": "1", "variant_id": "V-Other"}]


@pytest.mark.parametrize("variant", ["V-Jacket", "V-Other"])
@pytest.mark.parametrize("amount", ["149.50", "0.01", "157.00"])
def test_goods_whose_money_went_back_are_not_sent_again(market: Market, amount: str, variant: str) -> None:
    talk, order = market.bought(("Jacket", 1, "157.00"), ("Belt", 1, "15.00"))
    exchangeable(market, "Jacket", "120.00")
    confirmed(talk, "refund_order", order_id=order, line_ids=["1"], reason="damaged", amount=usd(amount))
    refused = confirmed(talk, "exchange_items", order_id=order, changes=[{"line_id": "1", "variant_id": variant}])
    assert refused["turn"]["outcome"] == "action_refused"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["refund"]


def test_goods_whose_money_staff_gave_back_are_not_sent_again(market: Market) -> None:
    talk, order = market.bought(("Jacket", 1, "157.00"), ("Belt", 1, "15.00"))
    exchangeable(market, "Jacket", "120.00")
    paid = market.merchant.orders[order]["payments"]
    paid.append({**paid[0], "id": "back", "kind": "refund", "amount": usd("15.01")})
    refused = confirmed(talk, "exchange_items", order_id=order, changes=OTHER)
    assert refused["turn"]["outcome"] == "action_refused"
    paid[-1]["amount"] = usd("15.00")
    assert confirmed(talk, "exchange_items", order_id=order, changes=OTHER)["turn"]["outcome"] == "action_done"


def test_a_refund_confirmed_between_the_quote_of_an_exchange_and_its_yes_rules_it_out(market: Market) -> None:
    talk, order = market.bought(("Jacket", 1, "157.00"))
    exchangeable(market, "Jacket", "120.00")
    talk.do("exchange_items", order_id=order, changes=OTHER)
    confirmed(market.talk(market.owner(order)), "refund_order", order_id=order, reason="damaged", amount=usd("5.00"))
    assert talk.do("confirm")["turn"]["outcome"] == "action_refused"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["refund"]


def test_money_that_goes_back_by_an_exchange_meets_the_limit_of_the_order(market: Market) -> None:
    talk, order = market.bought(("Shelf", 1, "266.00"), ("Lamp", 1, "184.00"))
    exchangeable(market, "Shelf", "228.00")
    confirmed(talk, "refund_order", order_id=order, line_ids=["2"], reason="damaged")
    answer = confirmed(talk, "exchange_items", order_id=order, changes=OTHER)
    assert answer["turn"]["tool_calls"][-1]["status"] == "needs_approval"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["refund"]


def test_other_goods_of_an_order_are_exchanged_after_a_refund(market: Market) -> None:
    talk, order = market.bought(("Shelf", 1, "66.00"), ("Lamp", 1, "84.00"))
    exchangeable(market, "Shelf", "66.00")
    confirmed(talk, "refund_order", order_id=order, line_ids=["2"], reason="damaged")
    assert confirmed(talk, "exchange_items", order_id=order, changes=OTHER)["turn"]["outcome"] == "action_done"


def test_a_return_quotes_no_more_than_is_left_of_what_was_paid(market: Market) -> None:
    talk, order = market.bought(("Jacket", 1, "157.00"), ("Belt", 1, "15.00"))
    paid = market.merchant.orders[order]["payments"]
    paid.append({**paid[0], "id": "back", "kind": "refund", "amount": usd("160.00")})
    talk.do("return_items", order_id=order, line_ids=["2"])
    assert talk.state()["pending_action"]["amount"] == usd("12.00")
    paid[-1]["amount"] = usd("172.00")
    assert talk.do("return_items", order_id=order, line_ids=["2"])["turn"]["outcome"] == "action_refused"


def test_another_way_of_paying_names_each_method_that_gets_its_money_back(market: Market) -> None:
    talk, order = market.bought(("Jacket", 1, "172.00"), status="pending")
    held, owner = market.merchant.orders[order], market.merchant.customers[market.owner(order)]
    owner["payment_methods"] += [
        {"id": "gift", "kind": "gift_card", "balance": usd("0.00")},
        {"id": "pal", "kind": "paypal"},
    ]
    card = held["payments"][0]
    held["payments"] = [{**card, "amount": usd("129.00")}, {**card, "id": "p2", "method_id": "gift", "amount": usd("43.00")}]
    quote = text_of(talk.do("change_payment_method", order_id=order, payment_method_id="pal"))
    assert "$172.00" in quote
    assert "$129.00 to Visa ·4242" in quote
    assert "$43.00 to your gift card" in quote
