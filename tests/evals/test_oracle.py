"""Right readings over HTTP: a write that can be is quoted exactly, one that cannot is told; on an invented store."""

import gzip
import json
from pathlib import Path
from typing import Any

from evals.tau_retail.oracle import ask_for_all

HOME = {"address1": "1 Road", "address2": "", "city": "Town", "country": "USA", "state": "OR", "zip": "97201"}
AWAY = {"address1": "12 Lake Road", "address2": "Suite 4", "city": "Denver", "country": "USA", "state": "CO", "zip": "80203"}
KITES, DRUMS = ("1000000001", "1000000002"), ("2000000001", "2000000002")
PRICES = {KITES[0]: 10.1, KITES[1]: 20.2, DRUMS[0]: 50.0, DRUMS[1]: 60.0}
OPTIONS = {
    KITES[0]: {"colour": "red"},
    KITES[1]: {"colour": "blue"},
    DRUMS[0]: {"size": "small"},
    DRUMS[1]: {"size": "large"},
}


def _product(number: str, name: str, variants: tuple[str, str]) -> dict[str, Any]:
    made = {v: {"item_id": v, "options": OPTIONS[v], "available": True, "price": PRICES[v]} for v in variants}
    return {"name": name, "product_id": number, "variants": made}


def _order(number: str, status: str, *variants: str) -> dict[str, Any]:
    kinds = {**dict.fromkeys(KITES, ("10", "Paper Kite")), **dict.fromkeys(DRUMS, ("20", "Tin Drum"))}
    return {
        "order_id": number,
        "user_id": "ann_lee_1234",
        "address": HOME,
        "items": [
            {"name": kinds[v][1], "product_id": kinds[v][0], "item_id": v, "price": PRICES[v], "options": OPTIONS[v]}
            for v in variants
        ],
        "status": status,
        "fulfillments": [{"tracking_id": ["123"], "item_ids": list(variants)}] if status == "delivered" else [],
        "payment_history": [
            {"transaction_type": "payment", "amount": sum(PRICES[v] for v in variants), "payment_method_id": "credit_card_1"}
        ],
    }


PENDING, SENT = _order("#W1000001", "pending", KITES[0], DRUMS[0]), _order("#W1000002", "delivered", KITES[0], DRUMS[0])
STORE = {
    "products": {"10": _product("10", "Paper Kite", KITES), "20": _product("20", "Tin Drum", DRUMS)},
    "users": {
        "ann_lee_1234": {
            "user_id": "ann_lee_1234",
            "name": {"first_name": "Ann", "last_name": "Lee"},
            "address": HOME,
            "email": "ann@example.com",
            "orders": ["#W1000001", "#W1000002"],
            "payment_methods": {
                "credit_card_1": {"source": "credit_card", "id": "credit_card_1", "brand": "visa", "last_four": "1111"},
                "paypal_1": {"source": "paypal", "id": "paypal_1"},
            },
        }
    },
    "orders": {o["order_id"]: o for o in (PENDING, SENT)},
}


def _dialogue(number: int, *afters: dict[str, Any]) -> dict[str, Any]:
    turns = [["tool", "ann_lee_1234"], *(["tool", json.dumps(after)] for after in afters)]
    return {"id": number, "user_turns": ["Hello"], "turns": turns}


async def test_what_can_be_done_is_quoted_exactly_and_what_cannot_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "db.json.gz").write_bytes(gzip.compress(json.dumps(STORE).encode()))
    moved = {**PENDING, "address": AWAY}
    drum = {**PENDING["items"][1], "item_id": DRUMS[1], "price": PRICES[DRUMS[1]], "options": OPTIONS[DRUMS[1]]}
    paid = [*PENDING["payment_history"], {"transaction_type": "payment", "amount": 10.0, "payment_method_id": "paypal_1"}]
    changed = {
        **moved,
        "items": [PENDING["items"][0], drum],
        "status": "pending (item modified)",
        "payment_history": paid,
    }
    returned = {
        **SENT,
        "status": "return requested",
        "return_items": [KITES[0]],
        "return_payment_method_id": "credit_card_1",
    }
    impossible = {**SENT, "status": "cancelled", "cancel_reason": "no longer needed"}
    rows = [_dialogue(0, moved, changed, returned), _dialogue(1, impossible)]
    (data / "dialogues.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    store = tmp_path / "store"
    store.mkdir()

    found = await ask_for_all(data, store)

    assert [line for line in found.missed if not line.startswith("1: cancel_order")] == []
    assert (found.quoted, found.done, len(found.missed)) == (3, 3, 1)
    assert found.beside == []
    assert found.asked_model >= 3
