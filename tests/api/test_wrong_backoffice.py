"""A back office that is wrong in each way that it can be: named in health, in the log once, and to staff; never to customers."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.service import AGENT, Served, customer_token, free_port, text_of

TOKEN = "backoffice-token-of-the-tests-0123"
MONEY = {"amount": "18.00", "currency": "USD"}
ADDRESS = {"line1": "1 Quay", "city": "Salem", "postcode": "97301", "country": "US"}
WHEN = "2026-11-20T10:00:00Z"
ORDER: dict[str, Any] = {
    **{"id": "W1", "customer_id": "C1", "status": "delivered", "version": 1, "placed_at": WHEN, "delivered_at": WHEN},
    **{"currency": "USD", "shipments": [], "payments": [], "shipping_address": ADDRESS, "total": MONEY},
    "lines": [
        {
            "line_id": "1",
            "product_id": "P1",
            "variant_id": "V1",
            "name": "Cup",
            "options": {},
            "quantity": 1,
            "unit_price": MONEY,
        }
    ],
}
CUSTOMER = {
    **{"id": "C1", "name": "Zdenka Quillfeather", "email": "zdenka@mailbox-example.net", "region": "US", "created_at": WHEN},
    **{"addresses": [ADDRESS], "payment_methods": []},
}


class Office:
    """Answers well, or as ``wrong`` has it: path and the right body to status and body; None: never."""

    def __init__(self) -> None:
        self.wrong: Callable[[str, Any], tuple[int, Any] | None] | None = None
        office, self.released = self, threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                body: Any = {"/customers/C1": CUSTOMER, "/customers/C1/orders": {"items": [ORDER]}, "/orders/W1": ORDER}.get(
                    path
                )
                answer = (404 if body is None else 200, body)
                if office.wrong:
                    answer = office.wrong(path, body) or answer
                if answer[0] == 0:
                    office.released.wait(20)
                    return
                raw = answer[1].encode() if isinstance(answer[1], str) else json.dumps(answer[1]).encode()
                self.send_response(answer[0])
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"


def without_amount(path: str, body: Any) -> tuple[int, Any] | None:
    if "/orders" not in path:
        return None
    text = json.dumps(body).replace('"unit_price": {"amount": "18.00"', '"unit_price": {"amount": "zdenka-18,00 kr"')
    return 200, json.loads(text)


WRONG: dict[str, tuple[Callable[[str, Any], tuple[int, Any] | None], str]] = {
    "token": (lambda *_: (401, {}), "answered 401: it does not take our token"),
    "error": (lambda *_: (500, "zdenka broke it"), "answered 500"),
    "redirect": (lambda *_: (302, ""), "answered 302: a redirect"),
    "slow": (lambda *_: (0, None), "did not answer within 1 s"),
    "page": (lambda *_: (200, "<html>zdenka, maintenance</html>"), "is not of the contract: the body is no JSON"),
    "amount": (without_amount, "lines.0.unit_price.amount is not an amount"),
}


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    made = Office()
    yield made
    made.released.set()
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="module")
def served(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    env = {
        "SUPPORTGRAPH_BACKOFFICE_URL": office.url,
        "SUPPORTGRAPH_BACKOFFICE_TOKEN": TOKEN,
        "SUPPORTGRAPH_BACKOFFICE_TIMEOUT": "1",
        "SUPPORTGRAPH_LOG_FORMAT": "json",
    }
    with Served(tmp_path_factory.mktemp("wrong") / "data", demo=False, **env) as process:
        yield process


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_named_to_those_who_can_mend_it_and_to_nobody_else(
    served: Served, office: Office, kind: str
) -> None:
    wrong, words = WRONG[kind]
    before = len(served.log.read_bytes())
    office.wrong = wrong
    try:
        talk = served.talk(customer_token=customer_token("C1"), consent=True, region="US")
        said = [talk.do("track_order", order_id="W1") for _ in range(4)]
        staff = [served.call("GET", f"/v1/backoffice/{p}", key=AGENT) for p in ("orders/W1", "orders?customer_id=C1")]
        health = served.http.get("/health/ready")
    finally:
        office.wrong = None
    assert [r.status_code in (502, 503) for r in staff] == [True, True]
    assert all(words in r.json()["detail"] for r in staff), [r.json() for r in staff]
    assert (health.status_code, health.json()["status"]) == (200, "degraded")
    assert (
        words.split(" is not of")[0] in health.json()["checks"]["backoffice"]
        or "contract" in health.json()["checks"]["backoffice"]
    )
    lines = [json.loads(line) for line in served.log.read_bytes()[before:].splitlines()]
    about = [line for line in lines if "back office" in line["message"]]
    assert any(words in line["message"] for line in about)
    assert len({line["message"] for line in about}) == len(about) <= 4, [line["message"] for line in about]  # not one a call
    assert any(line.get("conversation_id") == talk.id and line.get("turn_id") for line in about)
    told = " ".join([text_of(answer) for answer in said])
    assert not [secret for secret in ("401", "50", "unit_price", "contract", "token") if secret in told]
    everything = json.dumps([lines, [r.json() for r in staff], health.json()])
    assert not [private for private in (TOKEN, "zdenka", "Quillfeather", "mailbox-example") if private in everything]


def test_one_that_is_away_at_the_start_is_named_before_a_customer_meets_it(tmp_path: Path) -> None:
    away = {"SUPPORTGRAPH_BACKOFFICE_URL": f"http://127.0.0.1:{free_port()}"}
    with Served(tmp_path / "data", demo=False, **away) as served:
        served.call("GET", "/v1/backoffice/orders/W1", key=AGENT)
        named = served.http.get("/health/ready").json()["checks"]["backoffice"]
    assert "cannot be reached: no connection" in named


def test_a_name_that_nobody_has_is_said(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False, SUPPORTGRAPH_BACKOFFICE_URL="http://shop.invalid") as served:
        answer = served.call("GET", "/v1/backoffice/orders/W1", key=AGENT)
    assert answer.status_code == 503
    assert "its name is not found (DNS)" in answer.json()["detail"]


def test_customers_are_told_kindly_where_a_route_of_theirs_meets_it(served: Served, office: Office) -> None:
    office.wrong = lambda *_: (401, {})
    try:
        opened = served.call("POST", "/v1/conversations", {"customer_token": customer_token("C1"), "consent": True})
    finally:
        office.wrong = None
    assert opened.status_code == 201
    assert "401" not in opened.text


def test_it_is_well_again_some_time_after_its_last_failure(served: Served, office: Office) -> None:
    before = len(served.log.read_bytes())
    office.wrong = lambda *_: (401, {})
    served.call("GET", "/v1/backoffice/orders/W1", key=AGENT)
    office.wrong = None
    deadline = time.monotonic() + 60
    while b"the back office answers again" not in served.log.read_bytes()[before:]:
        assert time.monotonic() < deadline
        served.call("GET", "/v1/backoffice/orders/W1", key=AGENT)
        time.sleep(0.5)
    assert "401" not in served.http.get("/health/ready").json()["checks"]["backoffice"]
