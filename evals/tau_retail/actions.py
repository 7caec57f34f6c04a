"""The benchmark's write actions as ours."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from domain.shop import Order
from evals.tau_retail.case import Act, Case
from evals.tau_retail.content import Content
from evals.tau_retail.convert import address


def map_action(row: dict[str, Any], order: Order) -> Act:  # Any: another project's JSON
    """``row`` is ``{tool, arguments}``; items are named by variant there, by line here."""
    given = row["arguments"]
    match row["tool"]:
        case "cancel_pending_order":
            name, arguments = "cancel_order", {"reason": given["reason"]}
        case "modify_pending_order_address":
            name, arguments = "change_shipping_address", {"address": address(given)}
        case "modify_pending_order_payment":
            name, arguments = "change_payment_method", {"payment_method_id": given["payment_method_id"]}
        case "return_delivered_order_items":
            lines = line_ids(order, given["item_ids"])
            name, arguments = "return_items", {"line_ids": lines, "refund_to": given["payment_method_id"]}
        case "modify_pending_order_items" | "exchange_delivered_order_items" as tool:
            name = "change_order_items" if tool == "modify_pending_order_items" else "exchange_items"
            pairs = zip(line_ids(order, given["item_ids"]), given["new_item_ids"], strict=True)
            changes = [{"line_id": line_id, "variant_id": variant_id} for line_id, variant_id in pairs]
            arguments = {"changes": changes, "payment_method_id": given["payment_method_id"]}
        case other:
            raise ValueError(f"unknown action {other!r}")
    return Act(name=name, arguments={"order_id": given["order_id"], **arguments})


def line_ids(order: Order, variant_ids: Iterable[str]) -> list[str]:
    """The lines of these variants; a variant that is named twice is two lines."""
    found: list[str] = []
    for variant_id in variant_ids:
        free = (line.line_id for line in order.lines if line.variant_id == variant_id and line.line_id not in found)
        line_id = next(free, None)
        if line_id is None:
            raise ValueError(f"{variant_id} is not in {order.id}")
        found.append(line_id)
    return found


def accepted_cases(data_dir: Path, content: Content) -> list[Case]:
    """The actions that the benchmark's policy accepts, each after what came before it."""
    lines = (data_dir / "gold_actions_train.jsonl").read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line), content) for line in lines]


def _case(row: dict[str, Any], content: Content) -> Case:  # Any: another project's JSON
    def mapped(action: dict[str, Any]) -> Act:
        return map_action(action, content.orders[action["arguments"]["order_id"]])

    return Case(
        id=row["id"],
        kind="accepted",
        customer_id=row["user_id"],
        before=[mapped(b) for b in row["before"]],
        act=mapped(row),
    )
