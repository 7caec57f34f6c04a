"""A change of one rule: which field refused, what would have let through half of what it refused, and the policy file with it.

Rules are changed in the policy file, by people: what is made here is only tried, and shown as a patch."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import yaml
from pydantic import ValidationError

from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from domain.lazy_pattern import lazy_pattern
from domain.remedies import PolicyChange
from domain.rules.policy import ActionRule, Policy
from domain.rules.strict_yaml import NotYaml, read_yaml
from records.said import SaidTurn

# Of a refusal's code, the field that it came of.
_FIELDS = {
    "window_passed": "window_days",
    "wrong_status": "statuses",
    "over_limit": "highest",
    "refund_method_not_allowed": "refund_to",
    "already_done": "times_per_order",
}
_NUMBER = lazy_pattern(r"-?[0-9]+(\.[0-9]+)?")


def rule_change(turns: Sequence[SaidTurn], orders: Mapping[str, JsonObject], policy: Policy) -> PolicyChange | None:
    """The rule behind refused ``turns`` of one code. ``orders``: as the back office told of them then, by turn. ``after`` is what
    would have let half of them through, where that follows from the orders; None for a refusal that is no rule of the file."""
    action = next((t.refused_action for t in turns if t.refused_action), None)
    field = _FIELDS.get(turns[0].refusal or "")
    rule = policy.actions.get(action) if action else None
    if field is None or rule is None or getattr(rule, field) in (None, []):
        return None
    before = rule.model_dump(mode="json")[field]
    asked = [(t.at, orders[t.id]) for t in turns if t.id in orders]
    after: Any = None  # Any: JSON
    if field == "window_days":
        after = _window(asked, rule)
    elif field == "statuses":
        after = _statuses(asked, before)
    return PolicyChange(field=f"actions.{action}.{field}", before=before, after=after)


def _window(asked: Sequence[tuple[datetime, JsonObject]], rule: ActionRule) -> int | None:
    since = "delivered_at" if rule.window_from == "delivered" else "placed_at"
    starts = [(at, datetime.fromisoformat(order[since])) for at, order in asked if order.get(since)]
    days = sorted(math.ceil((at - start).total_seconds() / 86_400) for at, start in starts)
    late = [d for d in days if d > (rule.window_days or 0)]
    return min(3650, late[(len(late) - 1) // 2]) if late else None


def _statuses(asked: Sequence[tuple[datetime, JsonObject]], before: list[str]) -> list[str] | None:
    others = [order["status"] for _, order in asked if order.get("status") not in before]
    return [*before, max(sorted(set(others)), key=others.count)] if others else None


def changed(text: str, change: PolicyChange) -> str:
    """The policy file with the change, its comments and everything else as they are. Raises ``ValidationFailed``."""
    now = _model(text)
    *above, name = change.field.split(".")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        node = _at(root, above)
    except (yaml.YAMLError, KeyError):
        raise refused_change("policy.field", f"there is no {change.field} in the policy file") from None
    written = _written(change.after)
    found = [value for key, value in node.value if key.value == name]
    if found:
        start, end = found[-1].start_mark.index, found[-1].end_mark.index
        made = text[:start] + written + text[end:]
    elif node.flow_style:
        start = node.start_mark.index + 1
        made = f"{text[:start]} {name}: {written}{',' if node.value else ''}{text[start:]}"
    else:
        first = node.value[0][0].start_mark
        made = f"{text[: first.index]}{name}: {written}\n{' ' * first.column}{text[first.index :]}"
    if value_at(_model(made), change.field) == value_at(now, change.field):
        raise refused_change("policy.after", "that is so already")
    return made


def checked_change(text: str, change: PolicyChange) -> PolicyChange:
    """The same change with its values as the policy reads them. Raises ``ValidationFailed`` where the policy would not be valid."""
    return PolicyChange(
        field=change.field,
        before=value_at(_model(text), change.field),
        after=value_at(_model(changed(text, change)), change.field),
    )


def value_at(policy: Policy, field: str) -> Any:  # Any: JSON
    """None where there is no such field."""
    found: Any = policy.model_dump(mode="json")  # Any: JSON, deeper with each part
    for part in field.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _model(text: str) -> Policy:
    try:
        return Policy.model_validate(read_yaml(text).data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise refused_change("policy.after", f"{where}: {first['msg'].removeprefix('Value error, ')}") from None
    except NotYaml as error:
        raise refused_change("policy.after", str(error)) from None


def _at(node: yaml.Node | None, path: Sequence[str]) -> yaml.MappingNode:
    for part in path:
        if not isinstance(node, yaml.MappingNode):
            raise KeyError(part)
        node = {key.value: value for key, value in node.value}[part]
    if not isinstance(node, yaml.MappingNode):
        raise KeyError(path[-1])
    return node


def _written(value: Any) -> str:  # Any: JSON
    """An amount stands in the file as a number, in JSON as a string."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return value
    return yaml.safe_dump(value, default_flow_style=True, width=10_000, allow_unicode=True).removesuffix("...\n").strip()


def refused_change(field: str, why: str) -> ValidationFailed:
    return ValidationFailed("the policy cannot be changed so", [{"field": f"remedy.{field}", "message": why}])
