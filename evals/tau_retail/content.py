"""What the shop holds before a case: the converted document, by id."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from domain.shop import Customer, Order, Product


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
