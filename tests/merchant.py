"""A merchant's back office over real HTTP that checks nothing and writes down whatever it carries out: limits must hold without it."""

import itertools
import json
import threading
import time
import urllib.parse
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from tests.service import Served, Talk

Json = dict[str, Any]


def usd(amount: str | Decimal) -> Json:
    return {"amount": f"{Decimal(amount):.2f}", "currency": "USD"}


class Merchant:
    """``ledger``: every operation, in order, each key once. ``result``: what a receipt says beside its reference."""

    def __init__(self) -> None:
        self.customers: dict[str, Json] = {}
        self.orders: dict[str, Json] = {}
        self.products: dict[str, Json] = {}
        self.ledger: list[Json] = []
        self.result: Json = {}
        self.delay = 0.0  # seconds between the deed and its answer
        self.slowness = 0.0  # seconds before a customer or an order is given out
        self._receipts: dict[str, Json] = {}
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def customer(self, **more: Any) -> str:
        number = next(self._numbers)
        known = f"C{number:05d}"
        self.customers[known] = {
            "id": known,
            "name": f"Robin Field{number}",
            "email": f"robin{number}@example.com",
            "region": "US",
            "addresses": [_address(number)],
            "payment_methods": [{"id": f"card-{number}", "kind": "card", "brand": "visa", "last4": "4242"}],
            **more,
        }
        return known

    def order(
        self,
        customer: str,
        lines: list[tuple[str, int, str]],
        *,
        status: str = "delivered",
        dated: bool = True,
        options: Sequence[dict[str, str]] = (),
        **more: Any,  # Any: JSON, fields of the order
    ) -> str:
        """An order of (name, quantity, price of one) lines, delivered six days ago. ``options``: those of each line."""
        of_lines = [*options, *({} for _ in lines[len(options) :])]
        number = next(self._numbers)
        known, at = f"HP{700000 + number}", datetime.now(UTC) - timedelta(days=6)
        total = sum((Decimal(price) * quantity for _, quantity, price in lines), Decimal(0))
        method = self.customers[customer]["payment_methods"][0]["id"]
        self.orders[known] = {
            "id": known,
            "customer_id": customer,
            "status": status,
            "version": 1,
            "placed_at": (at - timedelta(days=5)).isoformat(),
            **({"delivered_at": at.isoformat()} if dated and status == "delivered" else {}),
            "currency": "USD",
            "lines": [
                {
                    "line_id": str(i),
                    "product_id": f"P-{name}",
                    "variant_id": "-".join(["V", name, *of_lines[i - 1].values()]),
                    "name": name,
                    "options": of_lines[i - 1],
                    "quantity": quantity,
                    "unit_price": usd(price),
                }
                for i, (name, quantity, price) in enumerate(lines, 1)
            ],
            "shipments": [],
            "payments": [{"id": "pay", "kind": "payment", "method_id": method, "amount": usd(total), "at": at.isoformat()}],
            "shipping_address": _address(number),
            "total": usd(total),
            **more,
        }
        return known

    def paid(self, order: str) -> Decimal:
        """What was paid out for an order by refunds and returns."""
        done = [e for e in self.ledger if e.get("order_id") == order and e["kind"] in ("refund", "return_items")]
        return sum((Decimal(e["amount"]["amount"]) for e in done), Decimal(0))

    def done_for(self, customer: str) -> list[Json]:
        return [e for e in self.ledger if e["customer_id"] == customer and e["kind"] != "send_code"]

    def execute(self, key: str, operation: Json) -> Json:
        with self._lock:
            if key not in self._receipts:
                self.ledger.append(operation)
                self._receipts[key] = {
                    "key": key,
                    "kind": operation["kind"],
                    "status": "done",
                    "reference": f"R{len(self.ledger):06d}",
                    "executed_at": datetime.now(UTC).isoformat(),
                    "result": self.result,
                }
            return self._receipts[key]

    def found(self, path: str, email: str) -> Json | None:
        match path.strip("/").split("/"):
            case ["customers"]:
                return {"items": [c for c in self.customers.values() if c["email"] == email]}
            case ["customers", who, "orders"]:
                return {"items": [o for o in reversed(self.orders.values()) if o["customer_id"] == who]}
            case ["customers", who]:
                return self.customers.get(who)
            case ["orders", which]:
                return self.orders.get(which)
            case ["products"]:
                return {"items": list(self.products.values())}
            case ["products", which]:
                return self.products.get(which)
            case ["operations", key]:
                return self._receipts.get(key)
        return None


def _address(number: int) -> Json:
    return {"line1": f"{number} Quay Street", "city": "Portland", "state": "ME", "postcode": "04101", "country": "US"}


def _handler(merchant: Merchant) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a head and its body are two packets: the second would wait 40 ms for a receipt

        def log_message(self, format: str, *args: object) -> None:
            """The ledger is the log."""

        def do_GET(self) -> None:
            time.sleep(merchant.slowness)
            path, _, query = urllib.parse.unquote(self.path).partition("?")
            email = query.removeprefix("email=")
            self._send(merchant.found(path, email))

        def do_POST(self) -> None:
            operation = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            receipt = merchant.execute(self.headers["Idempotency-Key"], operation)
            time.sleep(merchant.delay)
            self._send(receipt)

        def _send(self, body: Json | None) -> None:
            raw = json.dumps(body or {"code": "not_found"}).encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

    return Handler


class Market:
    """A service on a careless merchant: each test takes customers and orders of its own."""

    def __init__(self, served: Served, merchant: Merchant) -> None:
        self.served, self.merchant = served, merchant

    def bought(self, *lines: tuple[str, int, str], **more: Any) -> tuple[Talk, str]:
        """A signed-in customer's conversation, and an order of theirs."""
        customer = self.merchant.customer()
        return self.talk(customer), self.merchant.order(customer, list(lines), **more)

    def talk(self, customer: str) -> Talk:
        return self.served.signed_in(customer, region="US")

    def owner(self, order: str) -> str:
        return str(self.merchant.orders[order]["customer_id"])
