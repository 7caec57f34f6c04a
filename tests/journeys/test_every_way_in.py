"""Unique personal data through every way in, by customers, staff and software: then every byte that is left is looked through."""

import random
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.scripted_openai import ScriptedOpenAI
from tests.service import ADMIN, AGENT, Served, Talk, customer_token, forms_of

WORDS = {
    "card": "my card number is {}",
    "ssn": "my ssn is {}",
    "iban": "my iban is {}",
    "email": "write to {}",
    "phone": "call me at {}",
    "secret": "my password is {}",
}
UNCLEAR = "hmm my thing is kind of weird, what now?"


class Canaries:
    """Makes values that nobody else has, and remembers through which way each went."""

    def __init__(self) -> None:
        self._random = random.Random(11)
        self.sent: dict[str, str] = {}

    def bare(self, way: str, kind: str) -> str:
        value = self.sent[f"{way}/{kind}"] = getattr(self, f"_{kind}")()
        return value

    def said(self, way: str, kind: str) -> str:
        return WORDS[kind].format(self.bare(way, kind))

    def _digits(self, count: int) -> str:
        return "".join(self._random.choice("0123456789") for _ in range(count))

    def _card(self) -> str:
        body = f"4716{self._digits(11)}"
        doubled = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(body))]
        digits = body + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)
        return "-".join(digits[at : at + 4] for at in range(0, 16, 4))

    def _ssn(self) -> str:
        return f"{self._random.randint(301, 599)}-{self._random.randint(11, 98)}-{self._random.randint(1001, 9998)}"

    def _iban(self) -> str:
        account = self._digits(18)
        return f"DE{98 - int(f'{account}131400') % 97:02d}{account}"

    def _email(self) -> str:
        return f"tilda.{self._digits(9)}@post-example.org"

    def _phone(self) -> str:
        return f"+49 30 {self._random.randint(2100, 8999)}{self._digits(4)}"

    def _secret(self) -> str:
        return f"vB{self._digits(7)}!q"


class Ways:
    """Every way in of one service."""

    def __init__(self, served: Served) -> None:
        self.served, self.canaries, self.answers = served, Canaries(), list[bytes]()

    def call(self, method: str, path: str, body: Any = None, key: str | None = None, **headers: str) -> Any:
        response = self.served.call(method, path, body, key, **headers)
        assert response.status_code < 500, f"{method} {path}: {response.status_code}"
        self.answers.append(response.content)
        return response

    def all_of(self, kind: str) -> None:
        self.forms(kind)
        self.openings(kind)
        self.keys(kind)
        self.people(kind)
        self.searches_and_mistakes(kind)

    def form(self, talk: Talk, name: str, /, **arguments: Any) -> None:
        self.call(
            "POST", f"/v1/conversations/{talk.id}/messages", {"action": {"name": name, "arguments": arguments}}, talk.token
        )

    def forms(self, kind: str) -> None:
        bare, said = self.canaries.bare, self.canaries.said
        guest = self.served.talk(region="US", consent=True)
        for field in (
            "track_order.order_id", "track_refund.order_id", "send_invoice.order_id", "verify.order_id", "verify.email",
            "verify.postcode", "verify.code", "send_password_reset.email",
        ):  # fmt: skip
            name, argument = field.split(".")
            self.form(guest, name, **{argument: bare(field, kind)})
        mine = self.served.signed_in("C0001", region="US")
        order = "HP104233"
        for name, arguments in {
            "cancel_order": {"reason": said("cancel", kind)},
            "refund_order": {"reason": said("refund", kind), "line_ids": [bare("lines", kind)]},
            "return_items": {"line_ids": ["1"], "refund_to": bare("refund_to", kind)},
            "exchange_items": {
                "changes": [{"line_id": bare("line", kind), "variant_id": bare("variant", kind)}],
                "payment_method_id": bare("method", kind),
            },
            "change_payment_method": {"payment_method_id": bare("payment", kind)},
        }.items():
            self.form(mine, name, order_id=order, **arguments)
        self.form(
            mine, "refund_order", order_id=order, amount={"amount": bare("amount", kind), "currency": bare("currency", kind)}
        )
        for field in ("name", "phone", "email"):
            self.form(mine, "update_account", **{field: bare(f"account.{field}", kind)})
        address = {"line1": "5 Mill Lane", "city": "Springfield", "postcode": "62701", "country": "US"}
        for field in ("line1", "city", "postcode", "country"):
            self.form(mine, "change_shipping_address", order_id=order, address={**address, field: bare(f"to.{field}", kind)})
        for talk in (guest, mine):
            talk.say(UNCLEAR)

    def openings(self, kind: str) -> None:
        bare, said = self.canaries.bare, self.canaries.said
        page = {
            "url": f"https://shop.example/item/{bare('page.path', kind)}?e={bare('page.query', kind)}#{bare('page.part', kind)}",
            "title": said("page.title", kind),
        }
        if kind == "secret":
            page["url"] = f"https://shop.example/item?e={bare('page.query', kind)}"  # in a path nothing tells it from a name
        for body in (
            {"page": page},
            {"page": {"url": "https://shop.example/", "kind": bare("page.kind", kind)}},
            *({name: bare(name, kind)} for name in ("channel", "locale", "region", "graph_version", "customer_token")),
        ):
            self.call("POST", "/v1/conversations", {"region": "US", **body})

    def keys(self, kind: str) -> None:
        bare = self.canaries.bare
        self.call("POST", "/v1/conversations", {}, **{"Idempotency-Key": f"{bare('key.opening', kind)} {uuid4()}"})
        talk = self.served.talk(region="US", consent=True)
        path = f"/v1/conversations/{talk.id}/messages"
        self.call("POST", path, {"text": "good day"}, talk.token, **{"Idempotency-Key": bare("key.header", kind)})
        self.call("POST", path, {"text": "good day", "client_message_id": bare("key.message", kind)}, talk.token)

    def people(self, kind: str) -> None:
        bare, said = self.canaries.bare, self.canaries.said
        talk = self.served.talk(region="US", consent=True)
        talk.say("hello")
        wish = {"reason": f"please help, {said('wish', kind)}"}
        if kind == "email":
            wish["email"] = bare("wish.email", kind)
        handoff = self.call("POST", f"/v1/conversations/{talk.id}/handoff", wish, talk.token).json()["handoff"]
        path = f"/v1/handoffs/{handoff['id']}"
        self.call("POST", f"{path}/claim", {}, AGENT)
        self.call("POST", f"{path}/messages", {"text": f"Dear customer, {said('agent', kind)}"}, AGENT)
        talk.say(said("held", kind))
        self.call("POST", f"{path}/resume", {"action": "return_to_bot", "note": said("note", kind)}, AGENT)
        talk.say(UNCLEAR)
        talk.say(f"{UNCLEAR} {said('message', kind)}")
        answers = [m["id"] for m in talk.transcript() if m["role"] in ("assistant", "agent")]
        flag = self.call(
            "POST", f"/v1/messages/{answers[-1]}/flags", {"reason": "wrong", "correction": said("flag", kind)}, AGENT
        ).json()["flag"]
        self.call("POST", f"/v1/kb/flags/{flag['id']}/resolve", {"dismiss": said("dismiss", kind)}, ADMIN)
        comment = {"helpful": False, "comment": said("feedback", kind)}
        self.call("POST", f"/v1/messages/{answers[0]}/feedback", comment, talk.token)
        self.call("POST", f"/v1/conversations/{talk.id}/csat", {"score": 1, "comment": said("csat", kind)}, talk.token)

    def searches_and_mistakes(self, kind: str) -> None:
        bare = self.canaries.bare
        for path, name in (("/v1/kb/search", "q"), ("/v1/conversations", "q"), ("/v1/conversations", "customer_id")):
            value = self.served.http.build_request("GET", path, params={name: bare(f"{path}?{name}", kind)})
            self.call("GET", str(value.url).removeprefix(self.served.url), key=ADMIN)
        talk = self.served.talk(region="US")
        path = f"/v1/conversations/{talk.id}/messages"
        for body in (
            {"text": "x", bare("field", kind): 1},
            {"text": {"a": bare("type", kind)}},
            {"action": {"name": bare("action", kind), "arguments": {}}},
            {"action": {"name": "verify", "arguments": {bare("argument", kind): "1"}}},
            {"action": {"name": "cancel_order", "arguments": {"order_id": {"a": bare("shape", kind)}}}},
        ):
            self.call("POST", path, body, talk.token)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    return str(request.getfixturevalue("postgresql")) if request.param == "postgresql" else None


def rows_of(url: str) -> bytes:
    """Every row of every table, as text."""
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = [connection.execute(f'SELECT t::text FROM "{name}" t').fetchall() for (name,) in tables]  # type: ignore[call-overload]
    return "\n".join(str(row[0]) for found in rows for row in found).encode()


@pytest.fixture
def emptied(database_url: str | None) -> str | None:
    if database_url:
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return database_url


def test_nothing_personal_is_left_in_clear(tmp_path: Path, emptied: str | None) -> None:
    with ScriptedOpenAI(answer=lambda _: "NO_ANSWER") as model:
        env = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
        if emptied:
            env |= {"SUPPORTGRAPH_DATABASE_URL": emptied, "SUPPORTGRAPH_VAULT_KEY": "A" * 43 + "="}
        with Served(tmp_path / "data", **env) as served:
            ways = Ways(served)
            for kind in WORDS:
                ways.all_of(kind)
            left = served.stored_bytes()
            if emptied:
                left["rows"] = rows_of(emptied)
        left |= served.stored_bytes()
        left["model"] = "\n".join(str(r) for r in model.requests).encode()
        left["answers"] = b"\n".join(ways.answers)
    assert len(model.requests) >= len(WORDS), "the model was hardly asked, so this proves little"
    assert len(ways.canaries.sent) > 45 * len(WORDS)
    found = [
        f"{way} in {place}"
        for way, value in ways.canaries.sent.items()
        for form in forms_of(value)
        for place, data in left.items()
        if form in data
    ]
    assert not found, "\n".join(found)


def test_the_customers_name_is_not_for_the_model(tmp_path: Path) -> None:
    with ScriptedOpenAI(answer=lambda _: "NO_ANSWER") as model:
        env = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
        with Served(tmp_path / "data", **env) as served:
            token = customer_token("C0007", name="Xandrellia Voskuijlen")
            talk = served.talk(customer_token=token, consent=True, region="US")
            greeted = talk.transcript()[0]["text"].split("!")[0].removeprefix("Hello ")
            talk.say(UNCLEAR)
            talk.say(UNCLEAR)
        said = "\n".join(str(r) for r in model.requests)
    assert "AI assistant" in said, "the greeting stands in what the model reads, so its name would"
    assert greeted not in said
    assert "Xandrellia" not in said
