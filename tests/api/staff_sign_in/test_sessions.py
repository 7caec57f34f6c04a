"""Sessions of staff who signed in: how they go on, and what ends them."""

from collections.abc import Callable

from tests.api.staff_sign_in.sessions import age, audit_log
from tests.open_id_server import OpenIdServer
from tests.service import ADMIN, AGENT, Served
from tests.staff_tab import Tab


def test_who_is_deactivated_loses_access_when_the_provider_is_asked_again(
    desk: Served, provider: OpenIdServer, tab: Tab
) -> None:
    provider.be("u-leave", "Lea", "leads")
    tab.sign_in()
    age(desk, ask_at="-6 minutes")
    assert tab.me() == (200, "Lea", "admin")  # asked, and renewed under a new token
    provider.person["groups"] = ["support"]
    age(desk, ask_at="-6 minutes")
    assert tab.me() == (200, "Lea", "agent")  # a role that was taken away is gone as well
    assert tab.me() == (200, "Lea", "agent")
    provider.deactivated.add("u-leave")
    assert tab.me()[0] == 200  # not asked yet
    age(desk, ask_at="-6 minutes")
    assert tab.me()[0] == 401
    assert [e["detail"]["why"] for e in audit_log(desk, "staff_signed_out") if e["actor"] == "Lea"] == [
        "the provider said no"
    ]
    assert "Lea" not in [s["name"] for s in desk.call("GET", "/v1/staff/sessions", key=ADMIN).json()["items"]]


def test_a_group_that_was_taken_away_ends_the_session(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-group", "Gus", "support")
    tab.sign_in()
    provider.person["groups"] = ["sales"]
    age(desk, ask_at="-6 minutes")
    assert tab.me()[0] == 401


def test_while_the_provider_is_away_sessions_go_on_for_an_hour(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-away", "Avi", "support")
    tab.sign_in()
    provider.is_away = True
    age(desk, ask_at="-6 minutes", heard_at="-50 minutes")
    assert tab.me()[0] == 200
    assert provider.asked.count("/token") == 2
    assert tab.me()[0] == 200
    assert provider.asked.count("/token") == 2  # not asked again with every call
    age(desk, heard_at="-15 minutes")
    assert tab.me()[0] == 401
    provider.is_away = False
    age(desk, ask_at="-6 minutes")
    assert tab.me()[0] == 200  # it answers again


def test_where_it_gives_nothing_to_ask_by_a_session_lasts_an_hour(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-short", "Sho", "support")
    provider.gives_refresh_tokens = False
    tab.sign_in()
    age(desk, ask_at="-50 minutes", heard_at="-50 minutes")
    assert tab.me()[0] == 200
    age(desk, heard_at="-11 minutes")
    assert tab.me()[0] == 401


def test_a_session_ends_and_an_admin_can_end_it(desk: Served, provider: OpenIdServer, tab: Tab) -> None:
    provider.be("u-end", "Enno", "support")
    tab.sign_in()
    age(desk, ends_at="-11 hours")
    assert tab.me()[0] == 401
    tab.sign_in()
    listed = desk.call("GET", "/v1/staff/sessions", key=ADMIN).json()["items"]
    mine = next(s for s in listed if s["name"] == "Enno")
    assert (mine["subject"], mine["role"]) == ("u-end", "agent")
    assert desk.call("DELETE", f"/v1/staff/sessions/{mine['id']}", key=AGENT).status_code == 403
    assert desk.call("DELETE", f"/v1/staff/sessions/{mine['id']}", key=ADMIN).status_code == 204
    assert tab.me()[0] == 401
    assert desk.call("DELETE", f"/v1/staff/sessions/{mine['id']}", key=ADMIN).status_code == 404
    told = [(e["actor"], e["detail"]) for e in audit_log(desk, "staff_signed_out") if e["detail"]["person"] == "u-end"]
    assert told == [("Ada", {"why": "by an admin", "person": "u-end"})]


def test_a_session_goes_on_after_a_restart(desk: Served, provider: OpenIdServer, tab: Tab, tabs: Callable[[], Tab]) -> None:
    """Nothing of it is in a process: a way that was begun before is finished after, too."""
    provider.be("u-stay", "Stella", "support")
    tab.sign_in()
    other = tabs()
    back = other.back(other.sent_there())
    desk.restart_after_kill()
    assert tab.me()[0] == 200
    assert other.land(back) == "/agent"
    assert other.me()[0] == 200
