"""Staff sign in by the company's identity provider, in a browser."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, expect

from tests.open_id_server import CLIENT_ID, CLIENT_SECRET, OpenIdServer
from tests.service import Served
from tests.web.visitor import SOON, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest.fixture(scope="module")
def provider() -> Iterator[OpenIdServer]:
    with OpenIdServer() as running:
        yield running


@pytest.fixture(scope="module")
def desk(chromium: str, provider: OpenIdServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(
        tmp_path_factory.mktemp("desk") / "data",
        SUPPORTGRAPH_OIDC_ISSUER=provider.issuer,
        SUPPORTGRAPH_OIDC_CLIENT_ID=CLIENT_ID,
        SUPPORTGRAPH_OIDC_CLIENT_SECRET=CLIENT_SECRET,
        SUPPORTGRAPH_OIDC_ROLES="admin:leads,agent:support",
        SUPPORTGRAPH_OIDC_NAME="Acme",
    )
    served.env["SUPPORTGRAPH_OIDC_STAFF_URL"] = served.url
    with served:
        yield served


async def test_staff_sign_in_come_back_and_sign_out(browser: Browser, desk: Served, provider: OpenIdServer) -> None:
    desk.talk(consent=True).ask_for_person()
    provider.be("u-web", "Wilma Web", "leads")
    visitor = await Visitor.arrive(browser, desk.url)
    page = visitor.page
    await visitor.open("/admin#articles")
    await page.get_by_role("link", name="Sign in with Acme").click()
    await page.get_by_role("link", name="Continue").click()
    await expect(page.get_by_role("link", name="Articles")).to_have_attribute("aria-current", "page", timeout=SOON)
    assert page.url == f"{desk.url}/admin#articles"
    assert await page.evaluate("document.cookie") == ""
    assert "session" in await page.evaluate("JSON.stringify(sessionStorage)")  # a word, no credential
    await visitor.open("/agent")  # the same browser is in there, too
    await expect(page.get_by_role("button", name="Sign out Wilma Web")).to_be_visible(timeout=SOON)
    await page.get_by_role("button", name="Sign out Wilma Web").click()
    await expect(page.get_by_role("heading", name="Signed out of Acme")).to_be_visible(timeout=SOON)
    await visitor.open("/agent")
    await expect(page.get_by_role("link", name="Sign in with Acme")).to_be_visible(timeout=SOON)
    provider.be("u-web-2", "Wolf Web", "sales")
    await page.get_by_role("link", name="Sign in with Acme").click()
    await page.get_by_role("link", name="Continue").click()
    await expect(page.get_by_role("alert")).to_contain_text("nothing gives you access here", timeout=SOON)
    assert page.url == f"{desk.url}/agent"
    assert {c for c in visitor.complaints if "asked another host" not in c} == set()
    await visitor.leave()


async def test_a_session_that_ends_leads_to_the_sign_in_and_back_to_the_place(
    browser: Browser, desk: Served, provider: OpenIdServer
) -> None:
    provider.be("u-late", "Lars Late", "leads")
    visitor = await Visitor.arrive(browser, desk.url)
    page = visitor.page
    await visitor.open("/admin")
    await page.get_by_role("link", name="Sign in with Acme").click()
    await page.get_by_role("link", name="Continue").click()
    await expect(page.get_by_role("link", name="Flags", exact=True)).to_be_visible(timeout=SOON)
    for session in desk.call("GET", "/v1/staff/sessions", key="admin-key-ada-0123456789").json()["items"]:
        desk.call("DELETE", f"/v1/staff/sessions/{session['id']}", key="admin-key-ada-0123456789")
    # By its address: the page may have noticed already, by what it asks on its own, and then shows no links.
    await page.evaluate("location.hash = 'gaps'")
    await page.get_by_role("link", name="Sign in with Acme").click()
    await page.get_by_role("link", name="Continue").click()
    await expect(page.get_by_role("link", name="Gaps", exact=True)).to_have_attribute("aria-current", "page", timeout=SOON)
    await visitor.leave()
