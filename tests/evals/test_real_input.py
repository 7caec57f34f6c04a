"""That the real-input drivers judge rightly: a wrong side effect is found, a failure is counted, a yes is told from a no."""

import copy
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from domain.shop import Order
from evals.multidogo.over_http import shop_for
from evals.multidogo.pending import sampled
from evals.multidogo.turns import Report, Said, Taken, distinct, read_turns
from evals.tau_retail.cases import Content
from evals.tau_retail.dialogue import dialogue_of, own_numbers, renumbered
from evals.tau_retail.dialogues import own_copies
from evals.tau_retail.judge import PlayedTurn, Verdict, judged, table, worst
from evals.tau_retail.writes import Write, order_write, our_write
from tests.evals.test_tau_retail import NOW, STORE, content, data_dir

__all__ = ["content", "data_dir"]  # fixtures

ORDERS: dict[str, Any] = STORE["orders"]  # type: ignore[assignment]  # its values differ in type by key
RETURN = Write(action="return_items", order_id="#W1000002", details=("k1", "card_ann"))
OTHER_LINES = RETURN.model_copy(update={"details": ("k1", "k1", "card_ann")})
CANCEL = Write(action="cancel_order", order_id="#W1000001", details=("no longer needed",))


def _turn(outcome: str = "answered", **more: Any) -> PlayedTurn:
    return PlayedTurn(said="words", intent=None, outcome=outcome, failures=0, **more)


def _judged(expected: list[Write], *turns: PlayedTurn) -> Verdict:
    return judged("7", expected, list(turns))


def test_what_the_agent_did_not_do_is_a_wrong_side_effect() -> None:
    assert _judged([], _turn(executed=[CANCEL])).wrong == [CANCEL]
    assert _judged([RETURN], _turn(executed=[OTHER_LINES])).wrong == [OTHER_LINES]
    assert _judged([RETURN], _turn(executed=[RETURN])).wrong == []


def test_doing_once_more_what_the_agent_did_once_is_wrong() -> None:
    assert _judged([RETURN], _turn(executed=[RETURN]), _turn(executed=[RETURN])).wrong == [RETURN]


@pytest.mark.parametrize(
    ("turns", "ending"),
    [
        ([_turn(quoted=[RETURN]), _turn("action_done", executed=[RETURN])], "done"),
        ([_turn(quoted=[RETURN])], "quoted"),
        ([_turn(quoted=[OTHER_LINES])], "quoted_otherwise"),
        ([_turn(refused=[RETURN])], "refused"),
        ([_turn(refused=[RETURN.model_copy(update={"order_id": None})])], "refused"),
        ([_turn(refused=[CANCEL]), _turn("handed_off")], "handed_off"),
        ([_turn(quoted=[CANCEL])], "not_reached"),
    ],
)
def test_what_became_of_a_write(turns: list[PlayedTurn], ending: str) -> None:
    assert _judged([RETURN], *turns).endings == [ending]


def test_failed_turns_are_counted_and_the_worst_dialogues_come_first() -> None:
    good = judged("1", [RETURN], [_turn("action_done", executed=[RETURN])])
    lost = judged("2", [], [_turn("not_understood"), _turn("no_answer_found"), _turn("asked_for_input")])
    harmful = judged("3", [], [_turn("action_done", executed=[CANCEL])])
    assert (lost.failed_turns, lost.not_understood) == (2, 1)
    assert [v.id for v in worst([good, lost, harmful], 2)] == ["3", "2"]
    lines = {row[:34].strip(): int(row[34:]) for row in table([good, lost, harmful]).splitlines()}
    assert lines["wrong side effects"] == 1
    assert lines["turns that failed"] == 2
    assert lines["done"] == 1


def _seen(number: str, **changed: Any) -> dict[str, Any]:
    order: dict[str, Any] = copy.deepcopy(ORDERS[number])
    return order | changed


def test_the_agents_writes_are_read_from_what_its_tools_returned() -> None:
    returned = {"status": "return requested", "return_items": ["k1"], "return_payment_method_id": "card_ann"}
    cancelled = {"status": "cancelled", "cancel_reason": "no longer needed"}
    row = {
        "id": 7,
        "user_turns": ["Return the kite of #W1000002", "yes ###STOP###", "###STOP###"],
        "turns": [
            ["tool", "ann"],
            ["tool", "Error: no such order"],
            ["tool", json.dumps(_seen("#W1000002"))],
            ["tool", json.dumps(_seen("#W1000002", **returned))],
            ["tool", json.dumps(_seen("#W1000002", **returned))],
            ["tool", json.dumps(_seen("#W1000001", **cancelled))],
            ["tool", "Transfer successful"],
        ],
    }
    dialogue = dialogue_of(row, STORE)
    assert dialogue.customer_id == "ann"
    assert dialogue.says == ["Return the kite of #W1000002", "yes"]
    assert dialogue.writes == [RETURN, CANCEL]
    assert dialogue.handed_over
    own = own_numbers(dialogue, 3)
    assert own.says[0] == "Return the kite of #W1300002"
    assert [w.order_id for w in own.writes] == ["#W1300002", "#W1300001"]


def test_every_kind_of_write_is_told_from_an_orders_two_views() -> None:
    before = _seen("#W1000001")
    moved = _seen("#W1000001", address=before["address"] | {"address1": "2 Lane"})
    paid = [*before["payment_history"], {"transaction_type": "payment", "amount": 60.1, "payment_method_id": "paypal_ann"}]
    items = [before["items"][0] | {"item_id": "k2"}, before["items"][1]]
    modified = _seen("#W1000001", status="pending (item modified)", items=items)
    exchanged = {"exchange_items": ["k1"], "exchange_new_items": ["k2"], "exchange_payment_method_id": "card_ann"}
    found = [
        order_write(before, before),
        order_write(before, moved),
        order_write(before, _seen("#W1000001", payment_history=paid)),
        order_write(before, modified),
        order_write(_seen("#W1000002"), _seen("#W1000002", status="exchange requested", **exchanged)),
    ]
    assert found[0] is None
    assert [(w.action, w.details) for w in found if w] == [
        ("change_shipping_address", ("", "2 lane", "97201")),
        ("change_payment_method", ("paypal_ann",)),
        ("change_order_items", ("-k1", "+k2", "card_ann")),
        ("exchange_items", ("-k1", "+k2", "card_ann")),
    ]


def test_our_calls_are_put_in_the_same_form(content: Content) -> None:
    orders: dict[str, Order] = content.orders
    call = {"name": "return_items", "arguments": {"order_id": "#W1000002", "line_ids": ["1"], "refund_to": "card_ann"}}
    assert our_write(call, orders) == RETURN
    cancel = {"name": "cancel_order", "arguments": {"order_id": "#W1000001", "reason": "no_longer_needed"}}
    assert our_write(cancel, orders) == CANCEL
    swap = {
        "name": "exchange_items",
        "arguments": {
            "order_id": "#W1000002",
            "changes": [{"line_id": "2", "variant_id": "k2"}],
            "payment_method_id": "card_ann",
        },
    }
    assert our_write(swap, orders).details == ("-k1", "+k2", "card_ann")


def test_each_dialogue_gets_customers_and_orders_of_its_own(content: Content) -> None:
    row = {"id": 7, "user_turns": ["hello"], "turns": [["tool", "ann"]]}
    twice = [dialogue_of(row, STORE), dialogue_of(row, STORE)]
    own, document = own_copies(twice, content)
    assert [d.customer_id for d in own] == ["ann-00", "ann-01"]
    ids = [o["id"] for o in document["orders"]]
    assert len(ids) == len(set(ids)) == 6
    assert renumbered("order 1000002, item 1234567890", 1) == "order 1100002, item 1234567890"


def _taken(text: str, act: str, *, executed: bool = False, outcome: str | None = None, failures: int = 0) -> Taken:
    said = Said(text, Counter({act: 1}))
    return Taken(
        text=text,
        acts=dict(said.acts),
        is_plain_yes=said.is_plain_yes,
        executed=executed,
        intent=None,
        outcome=outcome,
        failures=failures,
    )


def test_what_moves_money_without_a_yes_is_found() -> None:
    report = Report(taken=[_taken("yes please", "confirm", executed=True), _taken("a red one", "slot_value", executed=True)])
    assert [t.text for t in report.wrong] == ["a red one"]
    assert not report.passed
    assert "executed without a yes: 1" in report.table()


def test_a_yes_that_does_nothing_lowers_the_share() -> None:
    yeses = [_taken("yes", "confirm", executed=True), _taken("ok", "confirm", executed=False)]
    report = Report(taken=yeses)
    assert report.share_of_yeses() == 0.5
    assert [t.text for t in report.missed_yeses] == ["ok"]
    assert not report.passed
    assert Report(taken=yeses[:1]).passed


@pytest.mark.parametrize(
    ("act", "outcome", "failures", "fails"),
    [
        ("slot_value", "not_understood", 1, True),
        ("thanks", "no_answer_found", 0, True),
        ("goodbye", "asked_for_confirmation", 1, True),
        ("slot_value", "asked_for_confirmation", 0, False),
        ("domain_intent", "not_understood", 1, False),
    ],
)
def test_a_value_a_thanks_or_a_goodbye_must_not_fail(act: str, outcome: str, failures: int, fails: bool) -> None:
    report = Report(taken=[_taken("seven", act, outcome=outcome, failures=failures)])
    assert bool(report.failed_quiet) is fails
    assert report.passed is not fails


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Yes", True), ("ok sure", True), ("please", False), ("yes but later", False), ("ok thanks", False), ("", False)],
)
def test_what_anybody_would_call_a_plain_yes(text: str, plain: bool) -> None:
    assert Said(text).is_plain_yes is plain


def test_texts_are_counted_once_with_all_their_acts(tmp_path: Path) -> None:
    rows = [("Okay", "confirm"), ("okay ", "thanks"), ("okay", "confirm"), ("  ", "confirm"), ("seven", "slot_value")]
    lines = [json.dumps({"text": text, "act": act}) for text, act in rows]
    (tmp_path / "turns_dev.jsonl").write_text("\n".join(lines))
    found = read_turns(tmp_path)
    assert [(s.text, dict(s.acts)) for s in found] == [
        ("Okay", {"confirm": 2, "thanks": 1}),
        ("seven", {"slot_value": 1}),
    ]
    assert found[0].act == "confirm"


def test_the_sample_is_the_same_every_time_and_every_act_has_its_share() -> None:
    said = distinct([(f"text {i}", "thanks") for i in range(50)] + [(f"bye {i}", "goodbye") for i in range(3)])
    assert [s.text for s in sampled(said, 10)] == [s.text for s in sampled(said, 10)]
    assert Counter(s.act for s in sampled(said, 10)) == {"thanks": 7, "goodbye": 3}
    assert len(sampled(said, 100)) == 53


def test_the_invented_shop_is_of_the_contracts_shapes() -> None:
    shop = Content.of(shop_for(3, NOW))
    assert sorted(shop.orders) == ["HP500000", "HP500001", "HP500002"]
    order = shop.orders["HP500001"]
    assert order.customer_id in shop.customers
    assert order.paid == order.total
