"""Turns the benchmark's store into the back-office contract's shapes.

    python -m evals.tau_retail.convert DATA_DIR OUT.json [--now 2026-01-31T12:00:00Z]

The data has no times: they are made up from each order's number, recent enough for every window of the policy.
Order numbers keep their ``#W…`` form. An order may hold one variant twice, so its lines are numbered.
"""

import argparse
import gzip
import json
import zlib
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

Json = dict[str, Any]  # another project's JSON, and the contract's

CURRENCY = "USD"
_METHOD_KINDS = {"credit_card": "card", "gift_card": "gift_card", "paypal": "paypal"}
_SHIPMENT_STATUS = {"processed": "label_created", "delivered": "delivered"}


def read_store(data_dir: Path) -> Json:
    """The benchmark's store, its prices as exact decimals."""
    with gzip.open(data_dir / "db.json.gz", "rt", encoding="utf-8") as file:
        store: Json = json.load(file, parse_float=Decimal, parse_int=Decimal)
    return store


def convert(store: Json, now: datetime) -> dict[str, list[Json]]:
    return {
        "customers": [_customer(u, now) for u in store["users"].values()],
        "orders": [_order(o, now) for o in store["orders"].values()],
        "products": [_product(p) for p in store["products"].values()],
    }


def money(amount: Decimal) -> Json:
    return {"amount": str(amount.quantize(Decimal("0.01"))), "currency": CURRENCY}


def address(source: Json) -> Json:
    """``country`` becomes its ISO code."""
    return {
        "line1": source["address1"],
        "line2": source["address2"] or None,
        "city": source["city"],
        "state": source["state"],
        "postcode": source["zip"],
        "country": "US" if source["country"] == "USA" else source["country"],
    }


def _customer(user: Json, now: datetime) -> Json:
    return {
        "id": user["user_id"],
        "name": f"{user['name']['first_name']} {user['name']['last_name']}",
        "email": user["email"].lower(),
        "region": "US",
        "locale": "en-US",
        "created_at": (now - timedelta(days=200 + _spread(user["user_id"], 900))).isoformat(),
        "addresses": [address(user["address"]) | {"id": "default", "default": True}],
        "payment_methods": [_method(m) for m in user["payment_methods"].values()],
    }


def _method(method: Json) -> Json:
    found: Json = {"id": method["id"], "kind": _METHOD_KINDS[method["source"]]}
    if "brand" in method:
        found |= {"brand": method["brand"], "last4": method["last_four"]}
    if "balance" in method:
        found["balance"] = money(method["balance"])
    return found


def _product(product: Json) -> Json:
    variants = [
        {"variant_id": v["item_id"], "options": v["options"], "price": money(v["price"]), "available": v["available"]}
        for v in product["variants"].values()
    ]
    return {"id": product["product_id"], "name": product["name"], "variants": variants}


def _order(order: Json, now: datetime) -> Json:
    number, status = order["order_id"], order["status"]
    delivered_at = now - timedelta(days=1 + _spread(number, 20), hours=3) if status == "delivered" else None
    placed_at = delivered_at - timedelta(days=5) if delivered_at else now - timedelta(hours=2 + _spread(number, 40))
    lines = [
        {
            "line_id": str(i),
            "product_id": item["product_id"],
            "variant_id": item["item_id"],
            "name": item["name"],
            "options": item["options"],
            "quantity": 1,
            "unit_price": money(item["price"]),
        }
        for i, item in enumerate(order["items"], 1)
    ]
    return {
        "id": number,
        "customer_id": order["user_id"],
        "status": status,
        "version": 1,
        "placed_at": placed_at.isoformat(),
        "delivered_at": delivered_at.isoformat() if delivered_at else None,
        "currency": CURRENCY,
        "lines": lines,
        "shipments": [_shipment(number, status, i, f, lines) for i, f in enumerate(order["fulfillments"], 1)],
        "payments": [_payment(number, i, p, placed_at) for i, p in enumerate(order["payment_history"], 1)],
        "shipping_address": address(order["address"]),
        "total": money(sum((item["price"] for item in order["items"]), Decimal(0))),
    }


def _shipment(number: str, status: str, i: int, fulfillment: Json, lines: list[Json]) -> Json:
    ids = set(fulfillment["item_ids"])
    return {
        "id": f"{number}-s{i}",
        "carrier": "carrier",
        "tracking_number": fulfillment["tracking_id"][0],
        "status": _SHIPMENT_STATUS.get(status, status),
        "line_ids": [line["line_id"] for line in lines if line["variant_id"] in ids],
    }


def _payment(number: str, i: int, payment: Json, at: datetime) -> Json:
    return {
        "id": f"{number}-p{i}",
        "kind": payment["transaction_type"],
        "method_id": payment["payment_method_id"],
        "amount": money(payment["amount"]),
        "at": (at + timedelta(minutes=i)).isoformat(),
    }


def _spread(text: str, below: int) -> int:
    return zlib.crc32(text.encode()) % below


def main() -> None:
    parser = argparse.ArgumentParser(description="Convert the benchmark's store into the back-office contract's shapes.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--now", type=datetime.fromisoformat, default=datetime.now(UTC))
    options = parser.parse_args()
    document = convert(read_store(options.data_dir), options.now)
    options.out.write_text(json.dumps(document), encoding="utf-8")
    print(", ".join(f"{len(rows)} {name}" for name, rows in document.items()))


if __name__ == "__main__":
    main()
