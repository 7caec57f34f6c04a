"""The benchmark's cases on an invented store of the same shape."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from backoffice.shop.open import open_shop
from domain.rules.policy import Policy
from domain.shop import Customer, Operation, Order, Receipt, Refused
from evals.tau_retail.cases import Case, Content, accepted_cases, isolate, map_action
from evals.tau_retail.convert import convert, read_store
from evals.tau_retail.run import Answer, Conversation, DirectCaller, Runner
from evals.tau_retail.serving import POLICY
from evals.tau_retail.variants import refused_variants
from supportgraph.configuration.rule_files import load_policy

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


def _variants(prefix: str, *prices: float) -> dict[str, Any]:
    return {
        f"{prefix}{i}": {"item_id": f"{prefix}{i}", "options": {"n": str(i)}, "available": i != 3, "price": price}
        for i, price in enumerate(prices, 1)
    }


def _order(number: str, owner: str, status: str, items: list[tuple[str, str, float]], method: str) -> dict[str, Any]:
    return {
        "order_id": number,
        "user_id": owner,
        "address": ADDRESS,
        "items": [{"name": "Thing", "product_id": p, "item_id": i, "price": price, "options": {}} for p, i, price in items],
        "status": status,
        "fulfillments": [{"tracking_id": ["123"], "item_ids": [i for _, i, _ in items]}] if status == "delivered" else [],
        "payment_history": [
            {"transaction_type": "payment", "amount": round(sum(x[2] for x in items), 2), "payment_method_id": method}
        ],
    }


ADDRESS = {"address1": "1 Road", "address2": "", "city": "Town", "country": "USA", "state": "OR", "zip": "97201"}
STORE = {
    "products": {
        "10": {"name": "Kite", "product_id": "10", "variants": _variants("k", 10.1, 20.2, 5.0, 90)},
        "20": {"name": "Drum", "product_id": "20", "variants": _variants("d", 50.0, 60.0, 70.0)},
    },
    "users": {
        user: {
            "user_id": user,
            "name": {"first_name": "A", "last_name": "B"},
            "address": ADDRESS,
            "email": f"{user}@Example.com",
            "payment_methods": {
                f"card_{user}": {"source": "credit_card", "id": f"card_{user}", "brand": "visa", "last_four": "1111"},
                f"gift_{user}": {"source": "gift_card", "id": f"gift_{user}", "balance": 15},
                f"paypal_{user}": {"source": "paypal", "id": f"paypal_{user}"},
            },
        }
        for user in ("ann", "bob")
    },
    "orders": {
        o["order_id"]: o
        for o in (
            _order("#W1000001", "ann", "pending", [("10", "k1", 10.1), ("20", "d1", 50.0)], "card_ann"),
            _order("#W1000002", "ann", "delivered", [("10", "k1", 10.1), ("10", "k1", 10.1)], "card_ann"),
            _order("#W1000003", "ann", "processed", [("10", "k1", 10.1)], "card_ann"),
            _order("#W1000004", "bob", "delivered", [("10", "k1", 10.1)], "card_bob"),
        )
    },
}
SWAP = {"order_id": "#W1000001", "item_ids": ["k1"], "new_item_ids": ["k2"], "payment_method_id": "card_ann"}
EXCHANGE = {"order_id": "#W1000002", "item_ids": ["k1", "k1"], "new_item_ids": ["k2", "k1"], "payment_method_id": "gift_ann"}
GOLD: list[tuple[str, dict[str, Any]]] = [
    ("cancel_pending_order", {"order_id": "#W1000001", "reason": "no longer needed"}),
    ("modify_pending_order_items", SWAP),
    ("modify_pending_order_payment", {"order_id": "#W1000001", "payment_method_id": "paypal_ann"}),
    ("modify_pending_order_address", {"order_id": "#W1000001", **ADDRESS}),
    ("return_delivered_order_items", {"order_id": "#W1000002", "item_ids": ["k1"], "payment_method_id": "gift_ann"}),
    ("exchange_delivered_order_items", EXCHANGE),
]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "db.json.gz").write_bytes(gzip.compress(json.dumps(STORE).encode()))
    rows = [
        {"id": f"g{i}", "user_id": "ann", "before": [], "tool": tool, "arguments": arguments, "expect": "accept"}
        for i, (tool, arguments) in enumerate(GOLD)
    ]
    (folder / "gold_actions_train.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    return folder


@pytest.fixture
def content(data_dir: Path) -> Content:
    return Content.of(convert(read_store(data_dir), NOW))


def test_prices_stay_exact_and_times_are_recent(content: Content) -> None:
    order = content.orders["#W1000002"]
    assert str(order.total) == "20.20 USD"
    assert [line.line_id for line in order.lines] == ["1", "2"]
    assert order.shipments[0].line_ids == ["1", "2"]
    assert order.delivered_at is not None
    assert order.placed_at < order.delivered_at < NOW
    assert (NOW - order.delivered_at).days < 30
    assert content.customers["ann"].email == "ann@example.com"
    assert content.customers["ann"].addresses[0].country == "US"


def test_an_item_that_is_named_twice_is_two_lines(content: Content) -> None:
    act = map_action({"tool": GOLD[5][0], "arguments": GOLD[5][1]}, content.orders["#W1000002"])
    assert act.name == "exchange_items"
    assert act.arguments["changes"] == [{"line_id": "1", "variant_id": "k2"}, {"line_id": "2", "variant_id": "k1"}]


def test_the_benchmarks_policy_is_a_valid_one() -> None:
    policy = load_policy(POLICY)
    assert isinstance(policy, Policy)
    assert policy.rule("return_items", "US").times_per_order == 1
    assert policy.rule("return_items", "US").approve_above is None


def _all_cases(data_dir: Path, content: Content) -> list[Case]:
    accepted = accepted_cases(data_dir, content)
    return accepted + [v for case in accepted for v in refused_variants(case, content)]


def test_every_kind_of_fault_is_made(data_dir: Path, content: Content) -> None:
    cases = _all_cases(data_dir, content)
    assert len({c.id for c in cases}) == len(cases)
    assert {c.kind for c in cases} == {
        *("accepted", "foreign_order", "unknown_order", "on_pending_order", "on_processed_order", "on_delivered_order"),
        *(
            "second_time",
            "cancel_after_change",
            "move_after_change",
            "return_of_the_rest",
            "foreign_method",
            "unknown_method",
        ),
        *("third_method", "same_method", "gift_card_too_small", "line_not_in_order", "unavailable", "other_product"),
        *("same_variant", "bad_reason", "unknown_method"),
    }


async def test_the_shop_alone_takes_the_right_and_refuses_the_wrong(
    data_dir: Path, content: Content, tmp_path: Path
) -> None:
    wanted = [c for c in _all_cases(data_dir, content) if c.by == "shop"]
    cases, document = isolate(wanted, content)
    shop = open_shop(tmp_path)
    try:
        await shop.prepare()
        await shop.load(document)
        report = await Runner(DirectCaller(shop), shop).run(cases)
    finally:
        await shop.close()
    assert report.failed == []
    assert f"{len(cases):5} / {len(cases)}" in report.table()


class _Careless:
    """A desk and caller that does whatever it is asked, and not always what it says."""

    def __init__(self, content: Content, answer: Answer, *, changes: bool) -> None:
        self._content, self._answer, self._changes, self._calls = content, answer, changes, 0

    async def open(self, customer_id: str) -> Conversation:
        return Conversation(customer_id)

    async def act(self, handle: Conversation, name: str, arguments: dict[str, Any]) -> Answer:
        self._calls += 1
        return self._answer

    async def confirm(self, handle: Conversation) -> Answer:
        return self._answer

    async def customer(self, customer_id: str) -> Customer | None:
        return self._content.customers[customer_id]

    async def customer_by_email(self, email: str) -> Customer | None:
        return None

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        version = 1 + self._calls if self._changes else 1
        return [o.model_copy(update={"version": version}) for o in self._content.orders_of(customer_id)]

    async def order(self, order_id: str) -> Order | None:
        return self._content.orders.get(order_id)

    async def order_as_typed(self, number: str) -> Order | None:
        return await self.order(number)

    async def product(self, product_id: str) -> None:
        return None

    async def execute(self, key: str, operation: Operation) -> Receipt:
        raise Refused("not_found", "not of this desk")

    async def receipt(self, key: str) -> None:
        return None


REFUSED = "action_refused", "refused"
FOREIGN = "expected not_owner or not_found"


def _said(outcome: str, status: str, code: str | None = None) -> Answer:
    return {"turn": {"outcome": outcome, "tool_calls": [{"status": status, "result": {"code": code}}]}}


@pytest.mark.parametrize(
    ("kind", "answer", "changes", "why"),
    [
        ("accepted", _said("action_done", "succeeded"), True, ""),
        ("accepted", _said("action_done", "succeeded"), False, "said done, but nothing changed"),
        ("accepted", _said(*REFUSED, "wrong_status"), False, "refused: wrong_status"),
        ("accepted", _said("handed_off", "needs_approval"), False, "refused: [handed_off, needs_approval]"),
        ("foreign_order", _said(*REFUSED, "not_found"), False, ""),
        (
            "foreign_order",
            _said(*REFUSED, "not_found"),
            True,
            "refused (not_found), but the shop changed",
        ),
        ("foreign_order", _said("action_done", "succeeded"), True, f"accepted, {FOREIGN}"),
        (
            "foreign_order",
            _said(*REFUSED, "over_limit"),
            False,
            f"refused: over_limit, {FOREIGN}",
        ),
        ("foreign_order", _said("error", "failed"), False, f"refused: [error, failed], {FOREIGN}"),
    ],
)
async def test_a_wrong_service_is_found_out(
    data_dir: Path, content: Content, kind: str, answer: Answer, changes: bool, why: str
) -> None:
    case = next(c for c in _all_cases(data_dir, content) if c.kind == kind)
    careless = _Careless(content, answer, changes=changes)
    [verdict] = (await Runner(careless, careless).run([case])).verdicts
    assert (verdict.passed, verdict.why) == (not why, why)
