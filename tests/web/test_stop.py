"""The customer stops an answer that takes long, against a slow model over real HTTP."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Route, expect

from tests.scripted_openai import ScriptedOpenAI
from tests.service import ADMIN, Served
from tests.web.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ASK = "How long is the zeppelin tether warranty?"


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(answer=lambda request: "The tether is covered for 7000 days [1].", mode="slow", delay=6) as server:
        yield server


@pytest.fixture(scope="module")
def slow(chromium: str, model: ScriptedOpenAI, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    env = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
    with Served(tmp_path_factory.mktemp("slow") / "data", SUPPORTGRAPH_MODEL_TIMEOUT="20", **env) as served:
        article = {"title": "Zeppelin tether warranty", "body": "The zeppelin tether warranty lasts 7000 days."}
        assert served.call("POST", "/v1/kb/articles", article, ADMIN).status_code == 201
        yield served


@pytest_asyncio.fixture(loop_scope="module")
async def guest(browser: Browser, slow: Served) -> AsyncIterator[Visitor]:
    visitor = await Visitor.arrive(browser, slow.url)
    await visitor.open_chat()
    yield visitor
    complaints = visitor.complaints
    await visitor.leave()
    assert complaints == []


async def test_an_answer_is_stopped_and_the_next_one_comes(guest: Visitor, model: ScriptedOpenAI) -> None:
    stop = guest.page.get_by_role("button", name="Stop")
    await expect(stop).to_have_count(0)
    model.mode = "slow"
    await guest.say(ASK)
    await stop.click()
    await guest.reads("You stopped this answer")
    await expect(stop).to_have_count(0)
    await expect(guest.page.get_by_role("textbox", name="Your message")).to_be_focused()
    model.mode = "ok"
    await guest.say(ASK)
    await guest.reads("7000 days")


async def test_a_stop_that_comes_too_late_is_no_trouble(guest: Visitor, model: ScriptedOpenAI) -> None:
    async def too_late(route: Route) -> None:
        body = '{"status": 409, "code": "turn_already_done", "detail": "The turn was already answered."}'
        await route.fulfill(status=409, content_type="application/problem+json", body=body)

    await guest.page.route("**/stop", too_late)
    model.mode, model.delay = "slow", 2
    await guest.say(ASK)
    await guest.press("Stop")
    await guest.reads("7000 days")
    await expect(guest.page.get_by_role("alert")).to_have_count(0)
    guest.forgive("status of 409")
