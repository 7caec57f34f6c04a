"""A browser of staff who sign in by an identity provider: its cookies and the redirects, without the browser."""

import itertools
import re
from typing import Any

import httpx

from tests.service import Served

SESSION, WAY = "supportgraph-staff", "supportgraph-signing-in"
MEANT = {"X-Staff-Session": "1"}
_ADDRESSES = itertools.cycle(range(1, 255))


class Tab:
    def __init__(self, desk: Served) -> None:
        given = {"X-Forwarded-For": f"192.0.2.{next(_ADDRESSES)}"}  # so that only the test of the limit meets it
        self.http = httpx.Client(base_url=desk.url, headers=given, follow_redirects=False, timeout=30)

    def sent_there(self, page: str = "agent") -> str:
        answer = self.http.get("/staff/sign-in", params={"page": page})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def back(self, there: str) -> str:
        """The address with which the provider sends the browser back."""
        found = re.search(r'href="([^"]+)"', httpx.get(there).text)
        assert found is not None
        return found[1].replace("&amp;", "&")

    def land(self, address: str) -> str:
        answer = self.http.get(address)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def sign_in(self, page: str = "agent") -> str:
        return self.land(self.back(self.sent_there(page)))

    def call(self, path: str, method: str = "GET", body: Any = None, **headers: str) -> httpx.Response:
        return self.http.request(method, path, json=body, headers={**MEANT, **headers})

    def me(self) -> tuple[int, str | None, str | None]:
        answer = self.call("/v1/staff/me")
        body = answer.json()
        return answer.status_code, body.get("name"), body.get("role")
