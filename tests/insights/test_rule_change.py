"""A rule's change in the policy file: just that value, wherever and however it is written, and nothing that the policy cannot have."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.errors import ValidationFailed
from domain.remedies import PolicyChange
from domain.rules.policy import Policy
from domain.rules.strict_yaml import read_yaml
from insights.history.documents import Document, diff
from insights.struggles.rule_change import changed, checked_change, rule_change, value_at
from records.said import SaidTurn
from supportgraph.configuration.rule_files import SHIPPED

TEXT = SHIPPED.read_text(encoding="utf-8")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def change(field: str, after: object) -> PolicyChange:
    return PolicyChange(field=field, before=None, after=after)


@pytest.mark.parametrize(
    ("field", "after", "told"),
    [
        ("actions.return_items.window_days", 45, 45),
        ("actions.return_items.approve_above", "250.50", "250.5"),  # an amount
        ("actions.cancel_order.statuses", ["pending", "processed"], ["pending", "processed"]),
        ("actions.change_shipping_address.statuses", ["pending", "processed"], ["pending", "processed"]),  # in { … }
        ("actions.change_shipping_address.times_per_order", 2, 2),  # was not there, in { … }
        ("actions.cancel_order.times_per_order", 3, 3),  # was not there
        ("actions.store_credit.window_days", 3, None),  # no such action
    ],
)
def test_one_value_is_another_and_all_else_stays(field: str, after: Any, told: Any) -> None:
    if told is None:
        with pytest.raises(ValidationFailed):
            changed(TEXT, change(field, after))
        return
    text = changed(TEXT, change(field, after))
    was, now = (Policy.model_validate(read_yaml(t).data) for t in (TEXT, text))
    assert value_at(now, field) == told == checked_change(TEXT, change(field, after)).after
    _, action, name = field.split(".")
    back = now.actions[action].model_copy(update={name: getattr(was.actions[action], name)})
    assert now.model_copy(update={"actions": {**now.actions, action: back}}) == was
    lines = diff([Document(name="policy.yaml", before=TEXT, after=text)]).splitlines()[2:]
    assert sum(line.startswith("+") for line in lines) == 1
    assert sum(line.startswith("-") for line in lines) <= 1


@pytest.mark.parametrize("after", [0, "soon", 30, [1], 99_999])
def test_what_the_policy_cannot_have_or_has_already_is_refused(after: object) -> None:
    with pytest.raises(ValidationFailed) as refused:
        changed(TEXT, change("actions.return_items.window_days", after))
    assert refused.value.errors[0]["field"] == "remedy.policy.after"


def refused(n: int, code: str, action: str) -> SaidTurn:
    return SaidTurn(f"t{n}", f"c{n}", NOW, "x", None, "action_refused", 0, code, True, {}, action, f"O{n}")


def test_half_of_those_who_came_too_late_would_be_in_time() -> None:
    policy = Policy.model_validate(read_yaml(TEXT).data)
    turns = [refused(n, "window_passed", "return_items") for n in range(4)]
    orders = {f"t{n}": {"delivered_at": (NOW - timedelta(days=31 + 2 * n, hours=1)).isoformat()} for n in range(4)}
    found = rule_change(turns, orders, policy)
    assert found == PolicyChange(field="actions.return_items.window_days", before=30, after=34)
    states = [refused(n, "wrong_status", "cancel_order") for n in range(3)]
    told = {"t0": {"status": "shipped"}, "t1": {"status": "processed"}, "t2": {"status": "processed"}}
    cancelled = rule_change(states, told, policy)
    assert cancelled is not None
    assert cancelled.after == ["pending", "processed"]
    assert rule_change([refused(1, "not_owner", "cancel_order")], {}, policy) is None, "no rule of the file"
    limited = rule_change([refused(1, "already_done", "exchange_items")], {}, policy)
    assert limited is not None
    assert (limited.before, limited.after) == (1, None), "a person says what it should be"
