"""A merchant's back office in a process of its own that writes down whatever it does before it answers, and can misbehave.

    python -m tests.faults.recording_backoffice LEDGER_FILE PORT

It carries out every operation once a key and refuses none: an order looks the same after a refund, as at a merchant whose
order view lags behind, so that a second refund under another key is paid out and stands in the ledger.
"""

import json
import os
import sys
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]

SMALL, LARGE = "24.00", "420.00"
SMALL_ORDERS, LARGE_ORDER, PENDING_ORDER = range(6), 6, 7  # the orders of every customer by their last digit


def customer_id(number: int) -> str:
    return f"C{number:05d}"


def order_id(number: int, which: int) -> str:
    return f"W{number:05d}{which}"


@dataclass
class Manners:
    """How the back office behaves; changed at any time by ``PUT /manners``."""

    delay_before: float = 0.0  # seconds before an operation is carried out
    delay_after: float = 0.0  # seconds between the deed and its answer
    reading_delay: float = 0.0  # seconds before an order is given out
    answer: str = "ok"  # to an operation that was carried out: ok, error (500), silence (the connection is closed)
    knows: bool = True  # whether `GET /operations/{key}` is answered
    away: bool = False  # every call is a 503


class Office:
    def __init__(self, ledger: Path) -> None:
        self.manners, self._lock = Manners(), threading.Lock()
        self._receipts: dict[str, Json] = {}
        self._ledger = ledger.open("a+")
        self._ledger.seek(0)
        for line in self._ledger:
            entry = json.loads(line)
            self._receipts.setdefault(entry["key"], entry["receipt"])

    def receipt(self, key: str) -> Json | None:
        with self._lock:
            return self._receipts.get(key)

    def execute(self, key: str, operation: Json) -> Json:
        with self._lock:
            if key not in self._receipts:
                receipt = {
                    "key": key,
                    "kind": operation["kind"],
                    "status": "done",
                    "reference": f"R{len(self._receipts) + 1:06d}",
                    "executed_at": datetime.now(UTC).isoformat(),
                    "result": {},
                }
                self._write({"key": key, "receipt": receipt, "operation": operation})
                self._receipts[key] = receipt
            return self._receipts[key]

    def _write(self, entry: Json) -> None:
        self._ledger.write(json.dumps(entry) + "\n")
        self._ledger.flush()
        os.fsync(self._ledger.fileno())


def _customer(number: int) -> Json:
    return {
        "id": customer_id(number),
        "name": f"Robin Field{number}",
        "email": f"robin{number}@example.com",
        "region": "US",
        "created_at": "2024-01-01T00:00:00Z",
        "addresses": [],
        "payment_methods": [{"id": "card-1", "kind": "card", "brand": "visa", "last4": "4242"}],
    }


def _order(number: int, which: int) -> Json:
    days_ago = datetime.now(UTC) - timedelta(days=6)
    amount = {"amount": LARGE if which == LARGE_ORDER else SMALL, "currency": "USD"}
    delivered = which != PENDING_ORDER
    line = {
        "line_id": "1",
        "product_id": "P1",
        "variant_id": "P1-A",
        "name": "Oak board",
        "options": {},
        "quantity": 1,
        "unit_price": amount,
    }
    return {
        "id": order_id(number, which),
        "customer_id": customer_id(number),
        "status": "delivered" if delivered else "pending",
        "version": 1,
        "placed_at": (days_ago - timedelta(days=5)).isoformat(),
        "delivered_at": days_ago.isoformat() if delivered else None,
        "currency": "USD",
        "lines": [line],
        "shipments": [],
        "payments": [
            {"id": "pay-1", "kind": "payment", "method_id": "card-1", "amount": amount, "at": days_ago.isoformat()}
        ],
        "shipping_address": {
            "line1": "1 Quay Street",
            "city": "Portland",
            "state": "ME",
            "postcode": "04101",
            "country": "US",
        },
        "total": amount,
    }


def _found(office: Office, path: str, query: str) -> Json | None:
    parts = path.strip("/").split("/")
    match parts:
        case ["customers"]:
            local, _, host = parse_qs(query).get("email", [""])[0].partition("@")
            number = local.removeprefix("robin")
            return {"items": [_customer(int(number))] if host == "example.com" and number.isdecimal() else []}
        case ["customers", who] if who[1:].isdecimal():
            return _customer(int(who[1:]))
        case ["customers", who, "orders"] if who[1:].isdecimal():
            return {"items": [_order(int(who[1:]), which) for which in range(8)]}
        case ["orders", which] if which[1:].isdecimal() and len(which) == 7:
            time.sleep(office.manners.reading_delay)
            return _order(int(which[1:6]), int(which[6]))
        case ["operations", key]:
            return office.receipt(key)
    return None


def _handler(office: Office) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a head and its body are two packets: the second would wait 40 ms for a receipt

        def log_message(self, format: str, *args: object) -> None:
            """The ledger is the log."""

        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            manners = office.manners
            if manners.away or (path.startswith("/operations/") and not manners.knows):
                self._send(503, {"code": "away"})
                return
            found = _found(office, path, query)
            self._send(200 if found else 404, found or {"code": "not_found"})

        def do_PUT(self) -> None:
            office.manners = Manners(**self._body())
            self._send(200, {})

        def do_POST(self) -> None:
            operation, manners = self._body(), office.manners
            if manners.away:
                self._send(503, {"code": "away"})
                return
            time.sleep(manners.delay_before)
            receipt = office.execute(self.headers["Idempotency-Key"], operation)
            time.sleep(manners.delay_after)
            if manners.answer == "silence":
                self.close_connection = True
            elif manners.answer == "error":
                self._send(500, {"code": "broken"})
            else:
                self._send(200, receipt)

        def _body(self) -> Json:
            read: Json = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            return read

        def _send(self, status: int, body: Json) -> None:
            raw = json.dumps(body).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)
            except OSError:
                self.close_connection = True  # who asked was killed meanwhile

    return Handler


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


def main() -> None:
    ledger, port = Path(sys.argv[1]), int(sys.argv[2])
    _Server(("127.0.0.1", port), _handler(Office(ledger))).serve_forever()


if __name__ == "__main__":
    main()
