"""Who may call from a browser, call by call as the routes are; what every answer tells browsers; the scripts' compression."""

import asyncio
import gzip
from collections.abc import Iterator

import httpx
import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.types import Receive, Scope, Send

from api.app import routes
from api.contract import _no_service
from api.middleware.cors import ShareWithOrigins
from api.middleware.secure_headers import SecureHeaders
from domain.errors import CannotStart
from supportgraph.configuration.settings import Settings
from tests.service import ADMIN, Served

SHOP = "https://shop.example"
STRANGERS = ["https://shop.example.evil.example", "https://shop.example:8443", "http://shop.example", "https://evilshop.example",
             "https://a.shop.example", "null", "HTTPS://SHOP.EXAMPLE", "https://shop.example/"]  # fmt: skip


@pytest.fixture(scope="module")
def app() -> Litestar:
    return routes(_no_service, "tests")


def _calls(app: Litestar) -> Iterator[tuple[str, str, set[str]]]:
    """Every method and path of the API, with the names of its guards."""
    for route in app.routes:
        if isinstance(route, HTTPRoute) and route.path.startswith("/v1"):
            for method, (handler, _) in route.route_handler_map.items():
                if method != "OPTIONS":
                    guards = {getattr(g, "func", g).__qualname__ for g in handler.resolve_guards()}
                    yield method, route.path_format.replace("{", "").replace("}", ""), guards


async def _ok(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def _ask(app: Litestar, method: str, path: str, **headers: str) -> httpx.Response:
    async def go() -> httpx.Response:
        # Litestar's and httpx's ASGI types differ in name only
        transport = httpx.ASGITransport(app=SecureHeaders(ShareWithOrigins(_ok, app, [SHOP])))  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
            return await client.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return asyncio.run(go())


def _allowed(app: Litestar, method: str, path: str, origin: str) -> tuple[str | None, str | None]:
    """By the preflight and by the call itself."""
    preflight = _ask(app, "OPTIONS", path, Origin=origin, Access_Control_Request_Method=method)
    call = _ask(app, method, path, Origin=origin)
    assert "Origin" in preflight.headers["vary"]
    name = "access-control-allow-origin"
    return preflight.headers.get(name), call.headers.get(name)


BEFORE_A_CONVERSATION = {("POST", "/v1/conversations"), ("POST", "/v1/offers")}  # nobody has a token yet


def test_a_listed_origin_may_make_every_call_of_a_customer_and_no_other(app: Litestar) -> None:
    customers = 0
    for method, path, guards in _calls(app):
        is_customers = bool(guards & {"customer_only", "customer_or_agent"}) or (method, path) in BEFORE_A_CONVERSATION
        customers += is_customers
        assert _allowed(app, method, path, SHOP) == ((SHOP, SHOP) if is_customers else (None, None)), (method, path)
    assert customers >= 12


@pytest.mark.parametrize("origin", STRANGERS)
def test_an_origin_that_is_not_listed_to_the_letter_may_make_none(app: Litestar, origin: str) -> None:
    for method, path, _ in _calls(app):
        assert _allowed(app, method, path, origin) == (None, None), (method, path)


def test_what_a_browser_says_another_site_sent_is_refused(app: Litestar) -> None:
    for site in ("cross-site", "same-site"):
        refused = _ask(app, "POST", "/v1/conversations", Origin="https://evil.example", Sec_Fetch_Site=site)
        assert (refused.status_code, refused.json()["code"]) == (403, "origin_not_allowed")
        assert _ask(app, "POST", "/v1/conversations", Origin=SHOP, Sec_Fetch_Site=site).status_code == 200
        assert _ask(app, "GET", "/v1/handoffs", Origin=SHOP, Sec_Fetch_Site=site).status_code == 403
    assert _ask(app, "POST", "/v1/conversations", Origin="http://inside", Sec_Fetch_Site="same-origin").status_code == 200


def test_what_the_chat_sends_and_reads_is_allowed(app: Litestar) -> None:
    preflight = _ask(app, "OPTIONS", "/v1/conversations/1/events", Origin=SHOP, Access_Control_Request_Method="GET")
    assert {"authorization", "content-type", "idempotency-key", "last-event-id"} <= {
        name.strip() for name in preflight.headers["access-control-allow-headers"].split(",")
    }
    assert "access-control-allow-credentials" not in preflight.headers  # there are no cookies


@pytest.mark.parametrize(
    "value", ["*", "shop.example", "https://shop.example/", "https://Shop.example", "https://shop.example:443", "null"]
)
def test_what_is_no_origin_is_refused_at_the_start(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTGRAPH_ALLOWED_ORIGINS", f"https://good.example,{value}")
    with pytest.raises(CannotStart, match="SUPPORTGRAPH_ALLOWED_ORIGINS"):
        Settings.load()


def test_every_answer_has_its_headers(demo: Served) -> None:
    answers = [
        demo.call("POST", "/v1/conversations", {}),
        demo.call("GET", "/v1/conversations"),  # 401
        demo.call("GET", "/v1/kb/articles/none", key=ADMIN),  # 404
        demo.call("GET", "/nowhere"),
        demo.call("GET", "/health/live"),
        demo.call("GET", "/agent"),
        demo.call("GET", "/static/widget.js"),
        demo.call("GET", "/schema/openapi.json"),
        demo.http.post("/v1/conversations", content=b"x" * (65 << 10)),  # 413
    ]
    for answer in answers:
        for name in (
            "x-content-type-options",
            "referrer-policy",
            "content-security-policy",
            "x-frame-options",
            "permissions-policy",
        ):
            assert len(answer.headers.get_list(name)) == 1, (answer.request.url, name)
        if answer.request.url.path.startswith("/v1"):
            assert answer.headers["cache-control"] == "no-store"


def test_scripts_are_compressed_and_kept(demo: Served) -> None:
    packed = demo.http.get("/static/widget.js", headers={"Accept-Encoding": "br;q=1, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) <= 60_000
    plain = demo.http.get("/static/widget.js", headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == packed.content
    assert len(gzip.compress(plain.content)) < len(plain.content)
    assert "max-age" in packed.headers["cache-control"]
    again = demo.http.get("/static/widget.js", headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert packed.headers["etag"] != plain.headers["etag"]
    assert demo.http.head("/static/widget.js").status_code == 200
    assert demo.http.get("/static/..%2fpackage.json").status_code == 404
    assert demo.http.get("/static/nothing.js").status_code == 404
