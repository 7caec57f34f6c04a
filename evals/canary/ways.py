"""Every way in: words, forms, openings, keys, people, searches, mistakes; each gets values of its own."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import httpx

from domain.ids import new_id
from domain.personal_data import PersonalDataKind
from evals.canary.values import BARE, SAID, Planter

UNCLEAR = "hmm my thing is kind of weird, what now?"  # the hosted model is asked what it means
_SEARCHES = (("/v1/kb/search", "q"), ("/v1/conversations", "q"), ("/v1/conversations", "customer_id"))


class CanaryBroken(RuntimeError):
    """A call that should have been taken was not: then the search would prove little."""


class Ways:
    """``customer_token``: a customer's id → a token of theirs. What is answered is kept: it is searched as well."""

    def __init__(
        self, http: httpx.AsyncClient, agent: str, admin: str, customer_token: Callable[[str], str], planter: Planter
    ) -> None:
        self._http, self._agent, self._admin, self._customer_token = http, agent, admin, customer_token
        self._planter = planter
        self.answers: list[bytes] = []

    async def all(self, *, is_long: bool) -> None:
        """Every kind through every way; in a short round every kind in words, and some of them through each other way."""
        for kind in SAID:
            await self._words(kind, messages=4 if is_long else 1)
        for kind in SAID if is_long else self._planter.some(list(SAID), 2):
            await self._people(kind)
        for kind in BARE if is_long else self._planter.some(BARE, 1):
            await self._forms(kind)
            await self._openings(kind)
            await self._keys(kind)
            await self._searches_and_mistakes(kind)

    async def read_everything(self) -> dict[str, bytes]:
        """What staff are shown and given: transcripts, exports, eval cases, flags."""
        found: dict[str, bytes] = {}
        listed = await self._call("GET", "/v1/conversations?limit=200", key=self._admin)
        for one in listed.json()["items"]:
            path = f"/v1/conversations/{one['id']}/messages?limit=200"
            found["transcripts"] = found.get("transcripts", b"") + (await self._call("GET", path, key=self._admin)).content
        for name, path in (("eval cases", "/v1/evals/cases"), ("flags", "/v1/kb/flags?limit=200"), ("audit log", "/v1/audit-log?limit=200"),
                           ("gaps", "/v1/kb/gaps")):  # fmt: skip
            found[name] = (await self._call("GET", path, key=self._admin)).content
        export = (await self._call("GET", "/v1/customers/C0001/export", key=self._admin)).json()
        self.answers.pop()  # searched below, without what it opens
        for conversation in export["conversations"]:
            del conversation["sealed"]  # opened for the person it is about: what an export is for
        found["export without what it opens"] = str(export).encode()
        return found

    async def _call(
        self, method: str, path: str, body: Any = None, key: str | None = None, **headers: str
    ) -> httpx.Response:
        if key:
            headers["Authorization"] = f"Bearer {key}"
        response = await self._http.request(method, path, json=body, headers=headers)
        if response.status_code >= 500:
            raise CanaryBroken(f"{method} {path.partition('?')[0]}: {response.status_code}")
        self.answers.append(response.content)
        return response

    async def _taken(self, method: str, path: str, body: Any = None, key: str | None = None, **headers: str) -> Any:
        response = await self._call(method, path, body, key, **headers)
        if response.status_code >= 400:
            raise CanaryBroken(f"{method} {path}: {response.status_code}")
        return response.json()

    async def _talk(self, **body: Any) -> tuple[str, str]:
        made = await self._taken("POST", "/v1/conversations", {"region": "US", "consent": True, **body})
        return f"/v1/conversations/{made['id']}", made["token"]

    async def _say(self, talk: tuple[str, str], text: str) -> None:
        await self._taken("POST", f"{talk[0]}/messages", {"text": text, "client_message_id": new_id()}, talk[1])

    def _said(self, way: str, kind: PersonalDataKind) -> str:
        return self._planter.plant(way, kind).said

    def _bare(self, way: str, kind: PersonalDataKind) -> str:
        return self._planter.plant(way, kind, plainly=True).value

    async def _words(self, kind: PersonalDataKind, messages: int) -> None:
        talk = await self._talk(customer_token=self._customer_token("C0001"))
        for n in range(messages):
            await self._say(talk, f"Good day, {self._said(f'message {n}', kind)}, thank you.")
        await self._say(talk, f"{UNCLEAR} {self._said('unclear message', kind)}")

    async def _people(self, kind: PersonalDataKind) -> None:
        talk = await self._talk()
        await self._say(talk, "How long does delivery take?")
        wish = {"reason": f"please help, {self._said('wish', kind)}"}
        if kind == "email":
            wish["email"] = self._bare("wish.email", kind)
        handoff = (await self._taken("POST", f"{talk[0]}/handoff", wish, talk[1]))["handoff"]["id"]
        path = f"/v1/handoffs/{handoff}"
        await self._taken("POST", f"{path}/claim", {}, self._agent)
        reply = {"text": f"Dear customer, {self._said('agent', kind)}"}
        answer = (await self._taken("POST", f"{path}/messages", reply, self._agent))["id"]
        await self._say(talk, self._said("while held", kind))
        note = {"action": "return_to_bot", "note": self._said("note", kind)}
        await self._taken("POST", f"{path}/resume", note, self._agent)
        await self._say(talk, UNCLEAR)
        flag = {"reason": "wrong", "correction": self._said("correction", kind)}
        flagged = (await self._taken("POST", f"/v1/messages/{answer}/flags", flag, self._agent))["flag"]["id"]
        await self._taken("POST", f"/v1/kb/flags/{flagged}/resolve", {"dismiss": self._said("dismissal", kind)}, self._admin)
        comment = {"helpful": False, "comment": self._said("feedback", kind)}
        await self._taken("POST", f"/v1/messages/{answer}/feedback", comment, talk[1])
        score = {"score": 1, "comment": self._said("satisfaction", kind)}
        await self._taken("POST", f"{talk[0]}/csat", score, talk[1])
        reading = {"dimension": "tone", "value": 0, "note": self._said("reading of a score", kind)}
        await self._taken("POST", f"{talk[0]}/score/review", reading, self._agent)

    async def _form(self, talk: tuple[str, str], name: str, arguments: dict[str, Any]) -> None:
        await self._call("POST", f"{talk[0]}/messages", {"action": {"name": name, "arguments": arguments}}, talk[1])

    async def _forms(self, kind: PersonalDataKind) -> None:
        guest = await self._talk()
        for name, argument in (
            ("track_order", "order_id"), ("send_invoice", "order_id"), ("verify", "order_id"), ("verify", "email"),
            ("verify", "postcode"), ("verify", "code"), ("send_password_reset", "email"),
        ):  # fmt: skip
            await self._form(guest, name, {argument: self._bare(f"{name}.{argument}", kind)})
        mine = await self._talk(customer_token=self._customer_token("C0001"))
        order = {"order_id": "HP104233"}
        await self._form(mine, "cancel_order", {**order, "reason": self._said("cancel_order.reason", kind)})
        await self._form(mine, "refund_order", {**order, "reason": self._said("refund_order.reason", kind)})
        for argument in ("refund_to", "line_ids"):
            value = self._bare(f"return_items.{argument}", kind)
            await self._form(
                mine, "return_items", {**order, "line_ids": ["1"], argument: [value] if argument == "line_ids" else value}
            )
        for field in ("name", "phone", "email"):
            await self._form(mine, "update_account", {field: self._bare(f"update_account.{field}", kind)})
        address = {"line1": "5 Mill Lane", "city": "Springfield", "postcode": "62701", "country": "US"}
        for field in address:
            value = self._bare(f"change_shipping_address.{field}", kind)
            await self._form(mine, "change_shipping_address", {**order, "address": {**address, field: value}})
        for talk in (guest, mine):
            await self._say(talk, UNCLEAR)

    async def _openings(self, kind: PersonalDataKind) -> None:
        place = f"https://shop.example/item?e={self._bare('page.query', kind)}#{self._bare('page.fragment', kind)}"
        pages = [
            {"url": place, "title": self._said("page.title", kind)},
            {"url": place, "kind": self._bare("page.kind", kind)},
        ]
        visit = {**pages[0], "errors": [self._said("offer.errors", kind)], "kind": "pricing", "dwell_seconds": 60}
        offered = {"page": visit, "region": "US", "visitor_id": self._bare("offer.visitor", kind)}
        offer = (await self._taken("POST", "/v1/offers", offered))["offer"]["id"]
        await self._taken("POST", "/v1/conversations", {"region": "US", "page": pages[0], "offer_id": offer})
        await self._call("POST", "/v1/offers", {"page": {**visit, "kind": self._bare("offer.kind", kind)}})
        for page in pages:
            await self._call("POST", "/v1/conversations", {"region": "US", "page": page})
        for name in ("channel", "locale", "region", "graph_version", "customer_token"):
            await self._call("POST", "/v1/conversations", {"region": "US", name: self._bare(f"opening.{name}", kind)})

    async def _keys(self, kind: PersonalDataKind) -> None:
        key = {"Idempotency-Key": f"{self._bare('opening key', kind)} {new_id()}"}
        await self._call("POST", "/v1/conversations", {}, **key)
        path, token = await self._talk()
        header = {"Idempotency-Key": self._bare("message key", kind), "X-Request-ID": self._bare("request id", kind)}
        await self._call("POST", f"{path}/messages", {"text": "good day"}, token, **header)
        body = {"text": "good day", "client_message_id": self._bare("client_message_id", kind)}
        await self._call("POST", f"{path}/messages", body, token)

    async def _searches_and_mistakes(self, kind: PersonalDataKind) -> None:
        for path, name in _SEARCHES:
            await self._call("GET", f"{path}?{name}={quote(self._bare(f'{path}?{name}', kind), safe='')}", key=self._admin)
        await self._call("GET", f"/v1/conversations/{quote(self._bare('path', kind), safe='')}", key=self._admin)
        path, token = await self._talk()
        for body in (
            {"text": "x", self._bare("unknown field", kind): 1},
            {"text": {"a": self._bare("wrong type", kind)}},
            {"action": {"name": self._bare("action's name", kind), "arguments": {}}},
            {"action": {"name": "verify", "arguments": {self._bare("argument's name", kind): "1"}}},
        ):
            await self._call("POST", f"{path}/messages", body, token)
