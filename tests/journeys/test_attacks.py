"""Ways in which money or accounts went wrong when somebody tried: each is closed as a kind."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.journeys.test_amounts import confirmed
from tests.merchant import Market
from tests.service import Talk


def proves(talk: Talk, market: Market, order: str) -> None:
    postcode = market.merchant.orders[order]["shipping_address"]["postcode"]
    assert talk.do("verify", order_id=order, postcode=postcode)["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize(
    ("name", "arguments", "status"),
    [
        ("cancel_order", {"reason": "no_longer_needed"}, "pending"),
        ("refund_order", {"reason": "damaged"}, "delivered"),
        ("return_items", {"line_ids": ["1"]}, "delivered"),
        ("send_invoice", {}, "delivered"),
    ],
)
def test_a_sign_in_moves_nothing_on_another_accounts_order(
    market: Market, name: str, arguments: dict[str, Any], status: str
) -> None:
    _, others = market.bought(("Vase", 1, "90.00"), status=status)
    talk, _ = market.bought(("Cup", 1, "8.00"))
    proves(talk, market, others)
    assert talk.do("track_order", order_id=others)["turn"]["outcome"] == "answered"
    answer = confirmed(talk, name, order_id=others, **arguments)
    assert answer["turn"]["outcome"] in ("action_refused", "asked_for_input")
    assert talk.state()["pending_action"] is None
    assert market.merchant.done_for(market.owner(others)) == []


def test_a_yes_that_was_sent_before_its_quote_was_there_shows_it(market: Market) -> None:
    talk, order = market.bought(("Vase", 1, "90.00"))
    market.merchant.slowness = 0.4
    with ThreadPoolExecutor(2) as pool:
        wish = pool.submit(talk.do, "refund_order", order_id=order, reason="damaged")
        time.sleep(0.15)
        yes = pool.submit(talk.say, "yes")
        assert wish.result()["turn"]["outcome"] == "asked_for_confirmation"
        assert yes.result()["turn"]["outcome"] == "asked_for_confirmation"
    market.merchant.slowness = 0.0
    assert market.merchant.paid(order) == 0
    assert talk.say("yes")["turn"]["outcome"] == "action_done"


def test_a_button_without_an_id_pressed_before_its_quote_was_there_executes_nothing(market: Market) -> None:
    talk, order = market.bought(("Vase", 1, "90.00"))
    market.merchant.slowness = 0.4
    with ThreadPoolExecutor(2) as pool:
        wish = pool.submit(talk.do, "refund_order", order_id=order, reason="damaged")
        time.sleep(0.15)
        pressed = pool.submit(talk.do, "confirm")
        wish.result()
        assert pressed.result()["turn"]["outcome"] == "asked_for_confirmation"
    market.merchant.slowness = 0.0
    assert market.merchant.paid(order) == 0


@pytest.mark.parametrize("name", ["cancel_order", "change_payment_method"])
def test_what_concerns_a_whole_order_is_done_once_however_many_confirm(market: Market, name: str) -> None:
    first, order = market.bought(("Vase", 1, "90.00"), status="pending")
    customer = market.merchant.customers[market.owner(order)]
    customer["payment_methods"].append({"id": "other", "kind": "paypal"})
    arguments = {"reason": "no_longer_needed"} if name == "cancel_order" else {"payment_method_id": "other"}
    talks = [first, market.talk(market.owner(order)), market.talk(market.owner(order))]
    for talk in talks:
        talk.do(name, order_id=order, **arguments)
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda talk: talk.do("confirm")["turn"]["outcome"], talks))
    assert sorted(answers) == ["action_done", "action_refused", "action_refused"]
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == [name]


def test_a_cancelled_order_is_over_whatever_the_back_office_still_shows(market: Market) -> None:
    talk, order = market.bought(("Vase", 1, "90.00"), status="pending")
    confirmed(talk, "cancel_order", order_id=order, reason="no_longer_needed")
    assert confirmed(talk, "cancel_order", order_id=order, reason="no_longer_needed")["turn"]["outcome"] == "action_refused"
    market.merchant.orders[order] |= {"status": "delivered", "delivered_at": market.merchant.orders[order]["placed_at"]}
    for name, why in (("refund_order", {"reason": "damaged"}), ("return_items", {"line_ids": ["1"]})):
        assert confirmed(talk, name, order_id=order, **why)["turn"]["outcome"] == "action_refused"
    assert [e["kind"] for e in market.merchant.done_for(market.owner(order))] == ["cancel_order"]


def test_what_was_refunded_is_not_returned_by_a_cancellation(market: Market) -> None:
    talk, order = market.bought(("Vase", 1, "90.00"))
    confirmed(talk, "refund_order", order_id=order, reason="damaged")
    market.merchant.orders[order]["status"] = "pending"
    assert confirmed(talk, "cancel_order", order_id=order, reason="no_longer_needed")["turn"]["outcome"] == "action_refused"
