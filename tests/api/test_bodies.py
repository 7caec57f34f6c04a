"""What a request brings: times, articles, customer tokens, and nothing at all."""

import time
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
import jwt
import pytest

from tests.service import ADMIN, AGENT, JWT_SECRET, Served, customer_token


def refused_field(response: httpx.Response) -> str:
    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, "validation_failed"), response.text
    return str(problem["errors"][0]["field"])


@pytest.mark.parametrize("name", ["from", "to"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30", "soon"])
def test_a_time_that_is_none_in_utc_is_refused(demo: Served, name: str, moment: str) -> None:
    for grouped in ("", "&group_by=day"):
        assert refused_field(demo.call("GET", f"/v1/kpis?{name}={quote(moment)}{grouped}", key=ADMIN)) == name


def test_the_first_and_the_last_time_are_taken(demo: Served) -> None:
    every = f"/v1/kpis?from=0001-01-01T00:00:00Z&to={quote('9999-12-31T23:59:59+00:00')}"
    assert demo.call("GET", every, key=ADMIN).status_code == 200
    always = {"valid_from": "0001-01-01T00:00:00Z", "valid_until": "9999-12-31T23:59:59Z"}
    made = write(demo, title="How do I oil a mango tray?", body="Rub it with walnut oil.", **always)
    assert made.status_code == 201, made.text
    shown = demo.call("GET", f"/v1/kb/articles/{made.json()['id']}", key=ADMIN).json()
    assert (shown["valid_from"], shown["valid_until"]) == ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")


def write(demo: Served, /, **article: Any) -> httpx.Response:
    return demo.call("POST", "/v1/kb/articles", article, ADMIN)


@pytest.mark.parametrize(
    ("field", "article"),
    [
        ("valid_until", {"valid_from": "0001-01-01T00:00:00Z", "valid_until": "9999-12-31T23:59:59-14:00"}),
        ("review_by", {"review_by": "0001-01-01T00:00:00+01:00"}),
        ("valid_until", {"valid_from": "2026-05-01T00:00:00Z", "valid_until": "2026-04-01T00:00:00Z"}),
        ("valid_until", {"valid_from": "2026-05-01T02:00:00+02:00", "valid_until": "2026-05-01T00:00:00Z"}),
        ("url", {"url": "javascript:alert(1)"}),
        ("url", {"url": "data:text/html,hello"}),
        ("url", {"url": "//elsewhere.example/help"}),
        ("url", {"url": "help/trays"}),
        ("regions", {"regions": ["US", "ZZ"]}),
        ("title", {"title": "Trays\x00"}),
        ("body", {"body": "Rub it\x00 with oil."}),
        ("url", {"url": "/help/\x00trays"}),
        ("tags", {"tags": ["care\x00"]}),
    ],
)
def test_an_article_that_cannot_be_served_is_refused(demo: Served, field: str, article: dict[str, Any]) -> None:
    whole = {"title": "How do I oil a mango tray?", "body": "Rub it with walnut oil.", **article}
    assert refused_field(write(demo, **whole)).startswith(field)


@pytest.mark.parametrize("url", ["https://shop.example/help/trays", "/help/trays#oil", "/"])
def test_an_article_is_linked_to_its_page(demo: Served, url: str) -> None:
    made = write(demo, title="How do I oil a beech tray?", body="Rub it with tung oil.", url=url, regions=["de", "XK"])
    assert (made.status_code, made.json()["url"], made.json()["regions"]) == (201, url, ["DE", "XK"])


@pytest.mark.parametrize(
    ("exp", "more"),
    [(25 * 3600, {}), (48 * 3600, {"iat": 47 * 3600}), (3600, {"iat": 600}), (3600, {"iat": 30 * 3600})],
)
def test_a_customer_token_lasts_a_day_from_now_at_most(demo: Served, exp: int, more: dict[str, int]) -> None:
    now = int(time.time())
    token = customer_token("C0001", exp=now + exp, **{name: now + seconds for name, seconds in more.items()})
    refused = demo.call("POST", "/v1/conversations", {"customer_token": token})
    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_customer_token")


@pytest.mark.parametrize("exp", ["9" * 12, float("inf"), float("nan"), 1e300])
def test_a_customer_token_with_an_odd_end_is_refused(demo: Served, exp: Any) -> None:
    token = jwt.encode({"sub": "C0001", "exp": exp}, JWT_SECRET, algorithm="HS256")
    refused = demo.call("POST", "/v1/conversations", {"customer_token": token})
    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_customer_token")


def test_a_customer_token_of_a_clock_that_is_a_little_ahead_is_taken(demo: Served) -> None:
    now = int(time.time())
    token = customer_token("C0001", iat=now + 40, exp=now + 40 + 24 * 3600)
    assert demo.call("POST", "/v1/conversations", {"customer_token": token}).status_code == 201


def test_no_body_is_an_empty_one_where_every_field_is_optional(demo: Served) -> None:
    made = demo.call("POST", "/v1/conversations")
    assert made.status_code == 201, made.text
    path, token = f"/v1/conversations/{made.json()['id']}", made.json()["token"]
    key = str(uuid4())
    first = demo.call("POST", f"{path}/handoff", None, token, **{"Idempotency-Key": key})
    again = demo.call("POST", f"{path}/handoff", {}, token, **{"Idempotency-Key": key})
    assert (first.status_code, again.status_code) == (202, 202)
    handoff = f"/v1/handoffs/{first.json()['handoff']['id']}"
    for what, whose in (
        (f"{handoff}/claim", AGENT),
        (f"{handoff}/release", AGENT),
        (f"{path}/handoff/withdraw", token),
        (f"{path}/close", token),
    ):
        response = demo.call("POST", what, None, whose)
        assert response.status_code == 200, (what, response.text)


def test_a_body_that_is_missing_is_said_to_be(demo: Served) -> None:
    talk = demo.talk(region="US")
    missing = demo.call("POST", f"/v1/conversations/{talk.id}/messages", None, talk.token)
    assert missing.status_code == 400
    assert missing.json()["errors"] == [{"field": "", "message": "a JSON body is required"}]


@pytest.mark.parametrize("path", ["/v1/conversations", "/v1/offers", "/v1/privacy/mask"])
def test_a_body_that_is_no_utf_8_is_refused(demo: Served, path: str) -> None:
    key = {"Authorization": f"Bearer {ADMIN}"} if path == "/v1/privacy/mask" else {}
    headers = {"Content-Type": "application/json", **key}
    answer = demo.http.post(path, content=b'{"region": "\xff\xfe"}', headers=headers)
    assert refused_field(answer) == ""
    assert "UTF-8" in answer.text


def test_a_slash_too_many_opens_no_door(demo: Served) -> None:
    assert demo.http.get("//v1/kpis").status_code in (401, 404)
    assert demo.http.get("//v1/handoffs/").status_code in (401, 404)
