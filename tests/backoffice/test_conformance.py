"""What every back office does alike: the demo shop on both databases, and a merchant's own over HTTP.

One file: all of it is held against each of the three."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from domain.errors import IdempotencyKeyReused, ValidationFailed
from domain.ports.order_desk import OrderDesk
from domain.shop import Order, RefusalCode, Refused
from tests.backoffice.small_shop import (
    ADDRESS,
    ANA,
    BEN,
    BEN_CARD,
    CARD,
    DELIVERED,
    FOREIGN,
    GIFT,
    HASH,
    MIXED,
    PAYPAL,
    PENDING,
    SHIPPED,
    ask,
    usd,
)


async def _order(desk: OrderDesk, order_id: str) -> Order:
    order = await desk.order(order_id)
    assert order is not None
    return order


async def _balance(desk: OrderDesk) -> Decimal:
    customer = await desk.customer(ANA)
    method = customer.method(GIFT) if customer else None
    assert method is not None
    assert method.balance is not None
    return method.balance.amount


def _moved(order: Order, kind: str) -> dict[str, Decimal]:
    return {p.method_id: p.amount.amount for p in order.payments if p.kind == kind}


async def test_reads_find_what_is_there_and_nothing_else(desk: OrderDesk) -> None:
    customer = await desk.customer(ANA)
    assert customer is not None
    assert customer.name == "Ana Reed"
    assert (await _order(desk, HASH)).id == HASH
    product = await desk.product("P901")
    assert product is not None
    assert len(product.variants) == 4
    for odd in ("nobody", "", "..", "a/b", "x?y=1", "#", "%2F", "é"):
        assert await desk.customer(odd) is None
        assert await desk.order(odd) is None
        assert await desk.product(odd) is None
        assert await desk.receipt(odd) is None
        assert await desk.orders(odd) == []


async def test_a_customer_is_found_by_email_in_any_case(desk: OrderDesk) -> None:
    customer = await desk.customer_by_email(" ANA.reed@Example.com ")
    assert customer is not None
    assert customer.id == ANA
    assert await desk.customer_by_email("ana.reed+x@example.com") is None


async def test_orders_come_newest_first_and_no_more_than_asked(desk: OrderDesk) -> None:
    found = [o.id for o in await desk.orders(ANA)]
    assert found == [PENDING, MIXED, SHIPPED, DELIVERED, HASH]
    assert [o.id for o in await desk.orders(ANA, limit=2)] == found[:2]


async def test_a_key_is_carried_out_once(desk: OrderDesk) -> None:
    asked = ask("cancel_order", PENDING, reason="no_longer_needed")
    assert await desk.receipt("k1") is None
    first = await desk.execute("k1", asked)
    again = await desk.execute("k1", asked.model_copy(update={"turn_id": "another", "order_version": 7}))
    assert again == first == await desk.receipt("k1")
    order = await _order(desk, PENDING)
    assert (order.status, order.version) == ("cancelled", 2)
    assert len(order.payments) == 2


async def test_a_key_at_once_from_many_sides_is_carried_out_once(desk: OrderDesk) -> None:
    asked = ask("refund", DELIVERED, amount=usd("10.00"))
    receipts = await asyncio.gather(*(desk.execute("k2", asked) for _ in range(8)))
    assert all(r == receipts[0] for r in receipts)
    assert (await _order(desk, DELIVERED)).paid.amount == Decimal(90)


async def test_many_refunds_at_once_never_give_back_more_than_was_paid(desk: OrderDesk) -> None:
    asked = ask("refund", DELIVERED, amount=usd("30.00"))
    answers = await asyncio.gather(*(desk.execute(f"r{i}", asked) for i in range(6)), return_exceptions=True)
    assert sum(isinstance(a, Refused) and a.code == "over_limit" for a in answers) == 3
    assert (await _order(desk, DELIVERED)).paid.amount == Decimal(10)


async def test_a_key_of_another_request_is_not_used_again(desk: OrderDesk) -> None:
    await desk.execute("k3", ask("send_invoice", PENDING))
    with pytest.raises(IdempotencyKeyReused):
        await desk.execute("k3", ask("send_invoice", MIXED))


async def test_arguments_without_sense_are_told_apart_from_a_refusal(desk: OrderDesk) -> None:
    for asked in (
        ask("return_items", DELIVERED, line_ids=[]),
        ask("return_items", DELIVERED, line_ids=["1", "1"]),
        ask("exchange_items", DELIVERED, changes=[{"line_id": "1"}]),
        ask("change_shipping_address", PENDING, address={"line1": "somewhere"}),
        ask("refund", DELIVERED, amount={"amount": "1.00", "currency": "EUR"}),
        ask("refund", DELIVERED, amount=usd("-5.00")),
        ask("cancel_order"),
    ):
        with pytest.raises(ValidationFailed):
            await desk.execute("k", asked)
    assert await desk.receipt("k") is None


async def test_cancelling_gives_every_method_its_part_back(desk: OrderDesk) -> None:
    receipt = await desk.execute("k", ask("cancel_order", MIXED, reason="x"))
    assert _moved(await _order(desk, MIXED), "refund") == {CARD: 50, GIFT: 30}
    assert await _balance(desk) == 50
    assert [(r["method_id"], r["amount"], r["days"] == 0) for r in receipt.result["refunds"]] == [
        (CARD, usd("50.00"), False),
        (GIFT, usd("30.00"), True),
    ]


async def test_other_variants_are_paid_for_by_quantity(desk: OrderDesk) -> None:
    changes = [{"line_id": "1", "variant_id": "P901-2"}]
    await desk.execute("k", ask("change_order_items", PENDING, changes=changes, payment_method_id=GIFT))
    order = await _order(desk, PENDING)
    assert order.total.amount == order.paid.amount == 105
    assert await _balance(desk) == 15
    line = order.line("1")
    assert line is not None
    assert (line.variant_id, line.options, line.unit_price.amount) == ("P901-2", {"glaze": "rust"}, Decimal("12.50"))


async def test_a_cheaper_variant_gives_the_difference_back(desk: OrderDesk) -> None:
    changes = [{"line_id": "1", "variant_id": "P901-4"}]
    await desk.execute("k", ask("change_order_items", PENDING, changes=changes, payment_method_id=PAYPAL))
    order = await _order(desk, PENDING)
    assert _moved(order, "refund") == {PAYPAL: 4}
    # Then cancelling returns what is left, not what the card once paid.
    await desk.execute("k2", ask("cancel_order", PENDING, reason="x"))
    assert (await _order(desk, PENDING)).paid.amount == 0


async def test_another_payment_method_takes_the_whole_total(desk: OrderDesk) -> None:
    await desk.execute("k", ask("change_payment_method", MIXED, payment_method_id=PAYPAL))
    order = await _order(desk, MIXED)
    assert _moved(order, "refund") == {CARD: 50, GIFT: 30}
    assert _moved(order, "payment")[PAYPAL] == 80
    assert await _balance(desk) == 50


async def test_a_pending_order_goes_to_another_address_as_often_as_asked(desk: OrderDesk) -> None:
    for i in (1, 2):
        await desk.execute(f"k{i}", ask("change_shipping_address", PENDING, address=ADDRESS | {"line1": f"{i} Mill Lane"}))
    order = await _order(desk, PENDING)
    assert (order.shipping_address.line1, order.version) == ("2 Mill Lane", 3)


async def test_one_of_two_equal_lines_is_returned_and_paid_on_arrival(desk: OrderDesk) -> None:
    receipt = await desk.execute("k", ask("return_items", DELIVERED, line_ids=["2"], refund_to=GIFT))
    order = await _order(desk, DELIVERED)
    assert [line.status for line in order.lines] == [None, "return_requested", None]
    assert order.paid == order.total
    assert receipt.result["refund_after"] == "return"
    assert receipt.result["refunds"] == [{"method_id": GIFT, "amount": usd("10.00"), "days": 0}]
    await desk.execute("k2", ask("refund", DELIVERED, line_ids=["2"], refund_to=GIFT))
    assert await _balance(desk) == 30


async def test_an_exchange_is_paid_and_may_be_like_for_like(desk: OrderDesk) -> None:
    changes = [{"line_id": "3", "variant_id": "P902-2"}, {"line_id": "1", "variant_id": "P901-1"}]
    receipt = await desk.execute("k", ask("exchange_items", DELIVERED, changes=changes, payment_method_id=CARD))
    order = await _order(desk, DELIVERED)
    assert [line.status for line in order.lines] == ["exchange_requested", None, "exchange_requested"]
    assert order.total.amount == order.paid.amount == 140
    assert receipt.result["changes"] == changes


async def test_a_refund_of_lines_and_of_the_rest(desk: OrderDesk) -> None:
    await desk.execute("k1", ask("refund", DELIVERED, line_ids=["3"], method_id=GIFT))
    order = await _order(desk, DELIVERED)
    assert _moved(order, "refund") == {GIFT: 30, CARD: 50}
    await desk.execute("k2", ask("refund", DELIVERED))
    assert (await _order(desk, DELIVERED)).paid.amount == 0
    with pytest.raises(Refused) as again:
        await desk.execute("k3", ask("refund", DELIVERED, amount=usd("0.01")))
    assert again.value.code == "already_done"


async def test_goods_that_were_paid_back_in_part_are_worth_the_rest(desk: OrderDesk) -> None:
    await desk.execute("k1", ask("refund", DELIVERED, line_ids=["3"], amount=usd("60.00"), method_id=CARD))
    with pytest.raises(Refused) as too_much:
        await desk.execute("k2", ask("refund", DELIVERED, line_ids=["3"], amount=usd("20.01")))
    assert too_much.value.code == "over_limit"
    receipt = await desk.execute("k3", ask("return_items", DELIVERED, line_ids=["3"]))
    assert [r["amount"] for r in receipt.result["refunds"]] == [usd("20.00")]


async def test_an_account_is_changed_and_its_email_with_it(desk: OrderDesk) -> None:
    asked = ask(
        "update_account", email="ana@new.example.com", phone="+1 503 555 0100", address=ADDRESS | {"line1": "9 New Road"}
    )
    receipt = await desk.execute("k", asked)
    assert receipt.result == {"changed": ["email", "address", "phone"]}
    customer = await desk.customer_by_email("ana@new.example.com")
    assert customer is not None
    assert [(a.line1, a.default) for a in customer.addresses] == [("9 New Road", True)]
    assert await desk.customer_by_email("ana.reed@example.com") is None


async def test_a_deleted_account_is_gone_and_its_orders_stay(desk: OrderDesk) -> None:
    await desk.execute("k", ask("delete_account"))
    assert await desk.customer(ANA) is None
    assert await desk.customer_by_email("ana.reed@example.com") is None
    assert (await _order(desk, DELIVERED)).shipping_address.line1 == "removed"
    assert (await _order(desk, SHIPPED)).shipping_address.line1 == "1 Quay Street"
    assert (await desk.execute("k", ask("delete_account"))).status == "done"
    with pytest.raises(Refused) as refusal:
        await desk.execute("k2", ask("delete_account"))
    assert refusal.value.code == "already_done"


async def test_messages_leave_the_order_as_it_is_and_repeat_no_code(desk: OrderDesk) -> None:
    await desk.execute("k1", ask("send_invoice", PENDING))
    await desk.execute("k2", ask("send_password_reset"))
    receipt = await desk.execute("k3", ask("send_code", code="135790"))
    assert (await _order(desk, PENDING)).version == 1
    assert "135790" not in receipt.model_dump_json()


LAMP = {"line_id": "3", "variant_id": "P902-2"}
REFUSALS: list[tuple[RefusalCode, Any]] = [
    ("not_found", ask("cancel_order", "HP000000")),
    ("not_found", ask("cancel_order", PENDING, customer_id="C0000")),
    ("not_owner", ask("cancel_order", FOREIGN)),
    ("not_owner", ask("send_invoice", PENDING, customer_id=BEN)),
    ("stale_version", ask("cancel_order", PENDING, order_version=2)),
    ("stale_version", ask("exchange_items", DELIVERED, changes=[LAMP], amount=usd("39.00"))),
    ("wrong_status", ask("cancel_order", SHIPPED)),
    ("wrong_status", ask("change_shipping_address", DELIVERED, address=ADDRESS)),
    ("wrong_status", ask("change_payment_method", SHIPPED, payment_method_id=PAYPAL)),
    ("wrong_status", ask("return_items", PENDING, line_ids=["1"])),
    ("wrong_status", ask("exchange_items", PENDING, changes=[LAMP])),
    ("wrong_status", ask("refund", PENDING)),
    ("line_not_in_order", ask("return_items", DELIVERED, line_ids=["9"])),
    ("line_not_in_order", ask("exchange_items", DELIVERED, changes=[{"line_id": "9", "variant_id": "P901-2"}])),
    ("other_product", ask("exchange_items", DELIVERED, changes=[{"line_id": "1", "variant_id": "P902-2"}])),
    ("same_variant", ask("change_order_items", PENDING, changes=[{"line_id": "1", "variant_id": "P901-1"}])),
    ("unavailable", ask("change_order_items", PENDING, changes=[{"line_id": "1", "variant_id": "P901-3"}])),
    ("payment_method_not_owned", ask("exchange_items", DELIVERED, changes=[LAMP], payment_method_id=BEN_CARD)),
    ("payment_method_not_owned", ask("return_items", DELIVERED, line_ids=["1"], refund_to=BEN_CARD)),
    ("payment_method_not_owned", ask("change_payment_method", PENDING, payment_method_id="card_nobody")),
    ("refund_method_not_allowed", ask("return_items", DELIVERED, line_ids=["1"], refund_to=PAYPAL)),
    ("refund_method_not_allowed", ask("refund", DELIVERED, amount=usd("1.00"), method_id=PAYPAL)),
    ("insufficient_balance", ask("exchange_items", DELIVERED, changes=[LAMP], payment_method_id=GIFT)),
    ("insufficient_balance", ask("change_payment_method", PENDING, payment_method_id=GIFT)),
    ("over_limit", ask("refund", DELIVERED, amount=usd("100.01"))),
    ("over_limit", ask("refund", DELIVERED, line_ids=["1"], amount=usd("10.01"))),
    ("already_done", ask("change_payment_method", PENDING, payment_method_id=CARD)),
    ("unavailable", ask("update_account", email="Ben@example.com")),
]


@pytest.mark.parametrize(("code", "asked"), REFUSALS, ids=[f"{a.kind}-{c}-{i}" for i, (c, a) in enumerate(REFUSALS)])
async def test_a_refusal_says_why_by_its_code_and_changes_nothing(desk: OrderDesk, code: RefusalCode, asked: Any) -> None:
    async def everything() -> list[object]:
        return [await desk.customer(ANA), await desk.orders(ANA), await desk.customer(BEN), await desk.orders(BEN)]

    before = await everything()
    with pytest.raises(Refused) as refusal:
        await desk.execute("k", asked)
    assert refusal.value.code == code
    assert await everything() == before
    assert await desk.receipt("k") is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ask("return_items", DELIVERED, line_ids=["1"]), ask("return_items", DELIVERED, line_ids=["2", "1"])),
        (ask("return_items", DELIVERED, line_ids=["3"]), ask("exchange_items", DELIVERED, changes=[LAMP])),
        (ask("exchange_items", DELIVERED, changes=[LAMP]), ask("refund", DELIVERED, line_ids=["3"])),
        (ask("refund", DELIVERED, line_ids=["3"], amount=usd("79.00")), ask("exchange_items", DELIVERED, changes=[LAMP])),
        (ask("refund", DELIVERED, amount=usd("99.00")), ask("exchange_items", DELIVERED, changes=[LAMP])),
        (ask("refund", DELIVERED, line_ids=["1"]), ask("refund", DELIVERED, line_ids=["1"])),
        (ask("refund", DELIVERED, line_ids=["1"]), ask("return_items", DELIVERED, line_ids=["1"])),
        (
            ask("change_order_items", PENDING, changes=[{"line_id": "1", "variant_id": "P901-2"}]),
            ask("change_order_items", PENDING, changes=[{"line_id": "2", "variant_id": "P902-2"}]),
        ),
    ],
)
async def test_what_was_done_to_a_line_is_not_done_again(desk: OrderDesk, first: Any, second: Any) -> None:
    await desk.execute("k1", first)
    with pytest.raises(Refused) as refusal:
        await desk.execute("k2", second)
    assert refusal.value.code == "already_done"
