"""The first steps of an admin who cares for the knowledge base."""

from typing import Any

from playwright.async_api import expect

from tests.service import ADMIN, Served
from tests.web.conftest import Arrive
from tests.web.visitor import Visitor


async def administration(arrive: Arrive, room: str, **window: Any) -> Visitor:
    ada = await arrive(**window)
    await ada.sign_in_as_staff("/admin", ADMIN)
    await enter(ada, room)
    return ada


async def enter(ada: Visitor, room: str) -> None:
    await ada.page.get_by_role("navigation").get_by_role("link", name=room).click()
    await expect(ada.page.get_by_role("main").get_by_role("heading").first).to_be_visible()


def written(shop: Served, title: str, body: str, **more: Any) -> str:
    response = shop.call("POST", "/v1/kb/articles", {"title": title, "body": body, **more}, ADMIN)
    assert response.status_code == 201, response.text
    return str(response.json()["id"])
