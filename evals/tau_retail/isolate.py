"""Gives every case its own customer and orders in one shop, so that cases cannot meet and nothing needs a reset."""

import re
from typing import Any

from domain.shop import Customer
from evals.tau_retail.case import Act, Case
from evals.tau_retail.content import Content


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
