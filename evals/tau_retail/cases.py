"""The benchmark's write actions as cases of ours: a signed-in customer, what was done before, one more action, and whether it may happen.

Each has its own customer and orders in one shop, so that cases cannot meet and nothing needs a reset.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel

from domain.money import Money
from domain.shop import Customer, Order, OrderLine, Product, RefusalCode, Variant
from evals.tau_retail.convert import address


class Act(BaseModel):
    """An action as the REST contract takes it from a form."""

    name: str
    arguments: dict[str, Any]  # its keys differ by action

    @property
    def order_id(self) -> str:
        return str(self.arguments["order_id"])


class Case(BaseModel):
    """``refused`` empty: the action is accepted. Else it is refused with one of these codes, and nothing changes.

    ``by``: whether a shop itself refuses it, or only the company's policy does."""

    id: str
    kind: str  # "accepted", or what is wrong with it
    customer_id: str
    before: list[Act] = []
    act: Act
    refused: list[RefusalCode] = []
    by: Literal["shop", "policy"] = "shop"


@dataclass(frozen=True)
class Content:
    customers: dict[str, Customer]
    orders: dict[str, Order]
    products: dict[str, Product]

    @classmethod
    def of(cls, document: dict[str, list[dict[str, Any]]]) -> Self:  # Any: the contract's JSON
        return cls(
            customers={c["id"]: Customer.model_validate(c) for c in document["customers"]},
            orders={o["id"]: Order.model_validate(o) for o in document["orders"]},
            products={p["id"]: Product.model_validate(p) for p in document["products"]},
        )

    @classmethod
    def read(cls, path: Path) -> Self:
        return cls.of(json.loads(path.read_text(encoding="utf-8")))

    def orders_of(self, customer_id: str) -> list[Order]:
        return [o for o in self.orders.values() if o.customer_id == customer_id]


def difference(order: Order, changes: list[dict[str, str]], content: Content) -> Money:
    """Positive where the customer pays more."""
    total = Money.zero(order.currency)
    for change in changes:
        line = order.line(change["line_id"])
        variant = content.products[line.product_id].variant(change["variant_id"]) if line else None
        if line is None or variant is None:
            raise ValueError("a change of another order or product")
        total = total + variant.price * line.quantity - line.price
    return total


def too_small_card(customer: Customer, order: Order, amount: Money) -> str | None:
    """A gift card of the customer that cannot pay ``amount``, not even with what it paid for this order."""
    paid: dict[str, Money] = {p.method_id: p.amount for p in order.payments if p.kind == "payment"}
    for method in customer.payment_methods:
        if method.kind == "gift_card" and method.balance is not None and method.id not in paid and method.balance < amount:
            return method.id
    return None


def too_dear(product: Product, line: OrderLine) -> Variant | None:
    """The dearest available variant, where it costs more than the line."""
    others = [v for v in product.variants if v.available and v.variant_id != line.variant_id]
    dearest = max(others, key=lambda v: v.price.amount, default=None)
    return dearest if dearest and line.unit_price < dearest.price else None


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


def isolate(cases: list[Case], content: Content) -> tuple[list[Case], dict[str, list[dict[str, Any]]]]:
    """The cases with their own ids, and a document of the contract's shapes to load: everything, and the copies.

    Copy 12 of ``#W2611340`` is ``#W00122611340``, of customer ``x`` it is ``x-0012``. A foreign order is the original."""
    customers, orders = list(content.customers.values()), list(content.orders.values())
    own: list[Case] = []
    for n, case in enumerate(cases, 1):
        renamed = {o.id: _order_id(o.id, n) for o in content.orders_of(case.customer_id)}
        customer_id = f"{case.customer_id}-{n:04d}"
        customers.append(_customer(content.customers[case.customer_id], customer_id, n))
        for old, new in renamed.items():
            copy = {"id": new, "customer_id": customer_id}
            orders.append(content.orders[old].model_copy(update=copy, deep=True))
        own.append(
            case.model_copy(
                update={
                    "customer_id": customer_id,
                    "before": [_rename(a, renamed) for a in case.before],
                    "act": _rename(case.act, renamed),
                }
            )
        )
    document: dict[str, list[dict[str, Any]]] = {  # Any: the contract's JSON
        "customers": [c.model_dump(mode="json") for c in customers],
        "orders": [o.model_dump(mode="json") for o in orders],
        "products": [p.model_dump(mode="json") for p in content.products.values()],
    }
    return own, document


def _order_id(order_id: str, n: int) -> str:
    return re.sub(r"^#W", f"#W{n:04d}", order_id)


def _customer(customer: Customer, customer_id: str, n: int) -> Customer:
    local, host = customer.email.split("@", 1)
    return customer.model_copy(update={"id": customer_id, "email": f"{local}.{n:04d}@{host}"}, deep=True)


def _rename(act: Act, renamed: dict[str, str]) -> Act:
    return Act(name=act.name, arguments=act.arguments | {"order_id": renamed.get(act.order_id, act.order_id)})
