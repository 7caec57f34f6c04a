"""Whole conversations about orders: what is asked, what is quoted, what is done, and what is refused."""

import re
from decimal import Decimal

import pytest

from tests.service import Served, customer_token, text_of


def a_delivered_order(demo: Served, below: float = 150.0) -> dict:
    """A recently delivered order of nobody well-known, that no other test was given."""
    for order in sorted(demo.orders("delivered"), key=lambda order: str(order["delivered_at"]), reverse=True):
        if (
            order["id"] in _tried
            or float(order["total"]["amount"]) >= below
            or any(line["status"] for line in order["lines"])
        ):
            continue
        _tried.add(order["id"])
        talk = demo.signed_in(order["customer_id"], region="US")
        quote = talk.do("return_items", order_id=order["id"], line_ids=[order["lines"][0]["line_id"]])
        if quote["turn"]["outcome"] == "asked_for_confirmation":
            return order
    raise AssertionError("the demo shop has no such order left")


_tried: set[str] = set()


def test_a_refund_is_quoted_in_exact_amounts_and_done_once_after_the_yes(demo: Served) -> None:
    order = a_delivered_order(demo)
    talk = demo.signed_in(order["customer_id"], region="US")
    line = order["lines"][0]
    quote = talk.do("refund_order", order_id=order["id"], line_ids=[line["line_id"]], reason="damaged")
    assert quote["turn"]["outcome"] == "asked_for_confirmation"
    assert demo.order(order["id"])["version"] == order["version"]
    kinds = {a["kind"] for m in quote["messages"] for a in m["actions"]}
    assert {"confirm", "cancel", "handoff"} <= kinds
    amount = talk.state()["pending_action"]["amount"]
    assert amount["amount"] in text_of(quote)

    done = talk.say("yes please")
    assert done["turn"]["outcome"] == "action_done"
    refunds = [p for p in demo.order(order["id"])["payments"] if p["kind"] == "refund"]
    assert [r["amount"] for r in refunds] == [amount]
    assert talk.state()["pending_action"] is None

    again = talk.say("yes")
    assert again["turn"]["outcome"] != "action_done"
    assert len([p for p in demo.order(order["id"])["payments"] if p["kind"] == "refund"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "yes, and also cancel my other order",
        "yes but to another card",
        "ok thanks",
        "no yes maybe",
        "what happens to my points?",
    ],
)
def test_only_a_bare_yes_moves_money(demo: Served, words: str) -> None:
    order = a_delivered_order(demo)
    talk = demo.signed_in(order["customer_id"], region="US")
    talk.do("refund_order", order_id=order["id"], line_ids=[order["lines"][0]["line_id"]], reason="damaged")
    answer = talk.say(words)
    assert answer["turn"]["outcome"] != "action_done"
    assert demo.order(order["id"])["version"] == order["version"]


def test_a_no_drops_the_quote(demo: Served) -> None:
    order = a_delivered_order(demo)
    talk = demo.signed_in(order["customer_id"], region="US")
    talk.do("return_items", order_id=order["id"], line_ids=[order["lines"][0]["line_id"]])
    talk.say("no")
    assert talk.state()["pending_action"] is None
    assert talk.say("yes")["turn"]["outcome"] != "action_done"
    assert demo.order(order["id"])["version"] == order["version"]


def test_somebody_elses_order_looks_like_none(demo: Served) -> None:
    order = demo.orders("delivered")[0]
    stranger = next(o["customer_id"] for o in demo.orders("shipped") if o["customer_id"] != order["customer_id"])
    seen = []
    for order_id in (order["id"], "HP999999"):
        answer = demo.signed_in(stranger).do("refund_order", order_id=order_id, reason="damaged")
        call = answer["turn"]["tool_calls"][-1]
        seen.append((answer["turn"]["outcome"], call["status"], call["result"], text_of(answer)))
    assert seen[0] == seen[1]
    assert seen[0][:2] == ("action_refused", "refused")


def test_a_guest_tracks_an_order_with_its_number_and_postcode(demo: Served) -> None:
    order = demo.orders("shipped")[0]
    talk = demo.talk(consent=True, region="US")
    asked = talk.say(f"where is my order {order['id']}?")
    assert asked["turn"]["tool_calls"][-1]["status"] == "needs_identity"
    assert order["shipments"][0]["tracking_number"] not in text_of(asked)
    answer = talk.do("verify", order_id=order["id"], postcode=order["shipping_address"]["postcode"])
    assert order["shipments"][0]["tracking_number"] in text_of(answer)


def test_a_guest_proves_an_account_by_the_code_that_was_sent(demo: Served) -> None:
    order = demo.orders("delivered")[3]
    talk = demo.talk(consent=True, region="US")
    talk.do("refund_order", order_id=order["id"], reason="damaged")
    asked = talk.do("verify", order_id=order["id"], postcode=order["shipping_address"]["postcode"])
    assert asked["turn"]["tool_calls"][-1]["status"] == "needs_identity"
    for wrong in ("000000", "111111", "222222", "333333", "444444"):
        answer = talk.do("verify", code=wrong)
    assert answer["turn"]["outcome"] == "handed_off"
    assert talk.state()["handoff"]["reason"] == "identity_not_verified"


def test_a_token_that_was_not_signed_by_the_shop_is_refused(demo: Served) -> None:
    forged = customer_token("C0001")[:-4] + "AAAA"
    response = demo.call("POST", "/v1/conversations", {"customer_token": forged})
    assert (response.status_code, response.json()["code"]) == (401, "invalid_customer_token")


def test_a_return_is_quoted_with_each_method_that_paid(demo: Served) -> None:
    """As the receipt says it afterwards: the sum to the first of two payers was no promise that the shop kept."""
    for order in demo.orders("delivered"):
        payers = {p["method_id"] for p in order["payments"] if p["kind"] == "payment"}
        if order["id"] in _tried or len(payers) < 2 or any(line["status"] for line in order["lines"]):
            continue
        talk = demo.signed_in(order["customer_id"], region="US")
        lines = [line["line_id"] for line in order["lines"]]
        quote = talk.do("return_items", order_id=order["id"], line_ids=lines)
        if quote["turn"]["outcome"] == "asked_for_confirmation":
            break
    else:
        raise AssertionError("no order of the demo shop was paid by two methods")
    _tried.add(order["id"])
    quote_amount = talk.state()["pending_action"]["amount"]["amount"]
    done = talk.say("yes")
    assert done["turn"]["outcome"] == "action_done"
    promised = re.findall(r"\d+\.\d\d", text_of(quote))
    assert len(promised) == 2
    assert all(amount in text_of(done) for amount in promised)
    assert f"{sum(map(Decimal, promised)):.2f}" == quote_amount
