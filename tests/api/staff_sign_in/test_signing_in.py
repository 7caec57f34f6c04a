"""Staff who sign in by the company's identity provider: a real service, a small provider over HTTP, and what goes wrong between them."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from supportgraph.configuration.settings import Settings, SettingsInvalid
from tests.api.staff_sign_in.sessions import audit_log
from tests.api.wrong_id_tokens import WRONG_TOKENS
from tests.open_id_server import CLIENT_ID, OpenIdServer, signed
from tests.service import ADMIN, Served
from tests.staff_tab import MEANT, SESSION, WAY, Tab


def test_a_person_signs_in_works_and_signs_out(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-mara", "Mara O'Neil", "support")
    assert tab.http.get("/staff/ways").json() == {"single_sign_on": "Acme", "has_session": False}
    there = tab.sent_there()
    asked = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}
    assert there.startswith(f"{provider.issuer}/authorize?")
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"] == "openid profile"
    assert asked["redirect_uri"] == f"{desk.url}/staff/signed-in"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert tab.land(tab.back(there)) == "/agent"
    assert provider.form["code_verifier"] not in there
    assert tab.me() == (200, "Mara O'Neil", "agent")
    talk = desk.talk(consent=True)
    handoff = talk.ask_for_person()["id"]
    assert tab.call(f"/v1/handoffs/{handoff}/claim", "POST", {}).json()["claimed_by"] == "Mara O'Neil"
    assert tab.call("/v1/audit-log").status_code == 403
    seen = [e for e in audit_log(desk, "staff_signed_in") if e["actor"] == "Mara O'Neil"]
    assert [(e["role"], e["detail"]["person"]) for e in seen] == [("agent", "u-mara")]
    out = tab.call("/v1/staff/sign-out", "POST")
    assert out.json()["address"].startswith(f"{provider.issuer}/logout?client_id={CLIENT_ID}&")
    assert tab.me()[0] == 401
    assert [e["detail"]["why"] for e in audit_log(desk, "staff_signed_out") if e["actor"] == "Mara O'Neil"] == ["signed out"]


def test_the_cookie_is_kept_from_scripts_other_sites_and_this_service_itself(
    desk: Served, provider: OpenIdServer, tab: Tab
) -> None:
    provider.be("u-kai", "Kai", "support")
    way = tab.http.get("/staff/sign-in").headers["set-cookie"].lower()
    assert "httponly" in way
    assert "samesite=lax" in way
    landed = tab.http.get(tab.back(tab.sent_there()))
    cookies = [c for c in landed.headers.get_list("set-cookie") if c.startswith(f"{SESSION}=")]
    assert len(cookies) == 1
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip().lower() for part in cookies[0].split(";")}
    assert landed.headers["cache-control"] == "no-store"
    value = tab.http.cookies[SESSION]
    stored = b"".join(desk.stored_bytes().values())
    assert value.encode() not in stored
    assert b"u-kai" in stored  # which is where the row is


def test_over_tls_the_cookies_are_this_hosts_alone(provider: OpenIdServer, tmp_path: Path) -> None:
    env = {
        "SUPPORTGRAPH_OIDC_ISSUER": provider.issuer,
        "SUPPORTGRAPH_OIDC_CLIENT_ID": CLIENT_ID,
        "SUPPORTGRAPH_OIDC_ROLES": "agent:support",
        "SUPPORTGRAPH_OIDC_STAFF_URL": "https://staff.example.com",
    }
    with Served(tmp_path / "data", demo=False, **env) as served:
        cookie = served.http.get("/staff/sign-in").headers["set-cookie"]
    assert cookie.startswith("__Host-supportgraph-signing-in=")
    assert {"secure", "path=/", "httponly"} <= {part.strip().lower() for part in cookie.split(";")}
    assert "domain" not in cookie.lower()


def test_a_cookie_alone_opens_nothing(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    """What a form or a picture of another site could send has no header of ours; a script's call with one is asked about first."""
    provider.be("u-csrf", "Cleo", "leads")
    tab.sign_in()
    assert tab.me()[0] == 200
    assert tab.http.get("/v1/staff/me").status_code == 401
    assert tab.http.post("/v1/staff/keys", json={"role": "admin", "name": "Evil"}).status_code == 401
    for site in ("cross-site", "same-site"):
        assert tab.call("/v1/staff/me", **{"Sec-Fetch-Site": site}).status_code == 403
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    preflight = tab.http.options("/v1/staff/keys", headers={**asked, "Access-Control-Request-Headers": "x-staff-session"})
    assert "access-control-allow-origin" not in preflight.headers


@pytest.mark.parametrize("wrong", WRONG_TOKENS)
def test_a_token_that_does_not_hold_lets_nobody_in(
    desk: Served, provider: OpenIdServer, tab: Tab, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    provider.be("u-wrong", "Wanda Wrong", "leads")
    provider.sign = WRONG_TOKENS[wrong]
    assert tab.sign_in() == "/agent?sign-in=refused"
    assert SESSION not in tab.http.cookies
    assert "Wanda" not in desk.call("GET", "/v1/staff/sessions", key=ADMIN).text


def test_the_same_person_with_a_right_token_is_let_in(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    """So that each refusal above is for its own reason."""
    provider.be("u-right", "Rita Right", "leads")
    provider.sign = lambda claims: signed({**claims, "aud": [CLIENT_ID, "another-client"], "azp": CLIENT_ID})
    assert tab.sign_in("admin") == "/admin"
    assert tab.me() == (200, "Rita Right", "admin")


def test_what_comes_back_must_be_what_was_begun_here(
    desk: Served, provider: OpenIdServer, tab: Tab, tabs: Callable[[], Tab]
) -> None:
    provider.be("u-state", "Stan", "leads")
    back = tab.back(tab.sent_there())
    provider.asked.clear()
    query = parse_qs(urlsplit(back).query)
    code, state = query["code"][0], query["state"][0]
    other = tabs()
    assert other.land(back) == "/agent?sign-in=expired"  # a browser that began nothing: nobody is signed in as somebody else
    other.sent_there()
    assert other.land(back) == "/agent?sign-in=expired"  # nor one that began another
    for given in ({"code": code}, {"code": code, "state": state[:-1] + "x"}, {"code": code, "state": ""}):
        tab.sent_there()
        assert tab.http.get("/staff/signed-in", params=given).headers["location"] == "/agent?sign-in=expired"
    for cookie in ("", "AAAA", "ÄÖ", "." * 5000):
        answer = httpx.get(
            f"{desk.url}/staff/signed-in",
            params={"code": code, "state": state},
            headers={"Cookie": f"{WAY}={cookie}".encode()},
        )
        assert answer.headers["location"] == "/agent?sign-in=expired"
    assert "/token" not in provider.asked
    assert desk.call("GET", "/v1/staff/sessions", key=ADMIN).text.count("Stan") == 0


def test_a_code_and_a_way_lead_in_once(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    """Even where the provider would take the code again, and the browser kept its cookie."""
    provider.be("u-twice", "Twyla", "support")
    provider.keeps_codes_once = False
    there = tab.sent_there()
    way, back = tab.http.cookies[WAY], tab.back(there)
    assert tab.land(back) == "/agent"
    replay = httpx.get(back, headers={"Cookie": f"{WAY}={way}"})
    assert replay.headers["location"] == "/agent?sign-in=expired"
    assert provider.asked.count("/token") == 1


def test_another_providers_answer_and_a_refusal_are_not_taken(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-mix", "Mixa", "support")
    back = tab.back(tab.sent_there())
    assert tab.land(back.replace("iss=http", "iss=https")) == "/agent?sign-in=refused"
    state = parse_qs(urlsplit(tab.sent_there()).query)["state"][0]
    denied = {"error": "access_denied", "error_description": "<script>", "state": state}
    assert tab.http.get("/staff/signed-in", params=denied).headers["location"] == "/agent?sign-in=refused"
    assert "/token" not in provider.asked


@pytest.mark.parametrize(
    "page", ["https://evil.example", "//evil.example", "/admin", "admin/../x", "\\evil", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere(desk: Served, provider: OpenIdServer, tab: Tab, page: str) -> None:
    provider.be("u-open", "Opal", "support")
    assert tab.sent_there(page).startswith(f"{provider.issuer}/authorize?")
    assert tab.land(tab.back(tab.sent_there(page))) == "/agent"


def test_without_a_role_nobody_is_let_in_and_the_log_tells(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-none", "Nora Nobody", "sales", "supporters")
    assert tab.sign_in() == "/agent?sign-in=no_role"
    assert tab.me()[0] == 401
    assert [(e["actor"], e["detail"]["person"]) for e in audit_log(desk, "staff_refused")] == [("Nora Nobody", "u-none")]


def test_groups_may_come_by_userinfo_and_the_first_role_that_fits_counts(
    desk: Served, provider: OpenIdServer, tab: Tab
) -> None:
    provider.be("u-info", "Ines", "platform", "support")
    provider.groups_by_userinfo = True
    tab.sign_in()
    assert tab.me() == (200, "Ines", "agent")
    assert "/userinfo" in provider.asked


def test_a_name_is_one_persons(provider: OpenIdServer, tabs: Callable[[], Tab]) -> None:
    """Hand-offs are held by name: nobody gets at another's by being called the same, whether by a person's name or a key's."""
    names = []
    for subject, name in (("u-1", "Ana"), ("u-2", "Sam\u202e  Lee\n"), ("u-3", "Sam Lee"), ("u-2", "Sam Lee")):
        tab = tabs()
        provider.be(subject, name, "support")
        tab.sign_in()
        names.append(tab.me()[1])
    assert names == ["Ana 2", "Sam Lee", "Sam Lee 2", "Sam Lee"]


def test_coming_back_is_limited_by_address(provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-many", "Mani", "support")
    back = tab.back(tab.sent_there())
    way = {"Cookie": f"{WAY}={tab.http.cookies[WAY]}"}
    landed = {tab.http.get(back, headers=way).headers["location"] for _ in range(32)}
    assert landed == {"/agent", "/agent?sign-in=expired", "/agent?sign-in=too_often"}


def test_without_a_provider_there_is_no_such_way(demo: Served) -> None:
    assert demo.http.get("/staff/ways").json() == {"single_sign_on": None, "has_session": False}
    assert demo.http.get("/staff/sign-in").status_code == 404
    assert demo.http.get("/staff/signed-in").status_code == 404
    assert demo.http.get("/v1/staff/me", headers=MEANT).status_code == 401


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"OIDC_CLIENT_ID": ""}, "SUPPORTGRAPH_OIDC_CLIENT_ID"),
        ({"OIDC_ROLES": ""}, "SUPPORTGRAPH_OIDC_ROLES"),
        ({"OIDC_ROLES": "boss:leads"}, "SUPPORTGRAPH_OIDC_ROLES"),
        ({"OIDC_STAFF_URL": ""}, "SUPPORTGRAPH_OIDC_STAFF_URL"),
        ({"OIDC_STAFF_URL": "http://staff.example.com"}, "SUPPORTGRAPH_OIDC_STAFF_URL"),
        ({"OIDC_STAFF_URL": "https://staff.example.com/desk"}, "SUPPORTGRAPH_OIDC_STAFF_URL"),
        ({"OIDC_ISSUER": "http://id.example.com"}, "SUPPORTGRAPH_OIDC_ISSUER"),
        ({"OIDC_SCOPE": "profile"}, "SUPPORTGRAPH_OIDC_SCOPE"),
    ],
)
def test_half_a_setting_is_named_at_the_start(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], names: str) -> None:
    env = {
        "OIDC_ISSUER": "https://id.example.com",
        "OIDC_CLIENT_ID": "x",
        "OIDC_ROLES": "agent:support",
        "OIDC_STAFF_URL": "https://staff.example.com",
        **changed,
    }
    for name, value in env.items():
        monkeypatch.setenv(f"SUPPORTGRAPH_{name}", value)

    with pytest.raises(SettingsInvalid, match=names):
        Settings.load()
