"""A back office that is watched: an outage is said once, whatever the number of calls, and what is wrong is known."""

import asyncio
import contextlib
import logging

import pytest

import backoffice.watched
from backoffice.watched import RECORD_SECONDS, STEADY_SECONDS, WatchedDesk
from domain.shop import DeskUnavailable, Product


class Desk:
    """Answers as it is told."""

    def __init__(self) -> None:
        self.error: DeskUnavailable | None = None
        self.calls, self.was_asked_thrice = 0, asyncio.Event()

    async def product(self, product_id: str) -> Product | None:
        self.calls += 1
        if self.calls == 3:
            self.was_asked_thrice.set()
        if self.error:
            raise self.error
        return None


class Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def watched(desk: Desk, time: Time) -> WatchedDesk:
    return WatchedDesk(desk, time)  # type: ignore[arg-type]  # a part of the port


async def calls(watched: WatchedDesk, number: int = 1) -> None:
    for _ in range(number):
        with contextlib.suppress(DeskUnavailable):
            await watched.product("P1")


async def test_an_outage_is_one_line_and_its_end_another(
    watched: WatchedDesk, desk: Desk, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    desk.error = DeskUnavailable("the back office answered 401", answered=True)
    await calls(watched, 50)
    assert watched.problem() == "the back office answered 401"
    desk.error = DeskUnavailable("the back office answered 503", answered=True)
    await calls(watched, 50)
    desk.error, time.now = None, time.now + STEADY_SECONDS + 1
    await calls(watched, 50)
    assert watched.problem() is None
    assert [r.getMessage() for r in caplog.records] == [
        "the back office answered 401",
        "the back office answered 503",
        "the back office answers again, after 11 s",
    ]


async def test_one_that_fails_every_other_call_is_one_outage(
    watched: WatchedDesk, desk: Desk, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(60):
        desk.error = DeskUnavailable("the back office answered 500", answered=True) if number % 2 else None
        await calls(watched)
        time.now += 1
    assert len(caplog.records) == 1
    assert watched.problem()


async def test_a_record_that_is_wrong_is_said_once_and_is_no_outage(
    watched: WatchedDesk, desk: Desk, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = DeskUnavailable("the back office answers, and order W1 is not of the contract", is_one_record=True)
    for _ in range(20):
        desk.error = wrong
        await calls(watched)
        desk.error = None
        await calls(watched)
    assert [r.getMessage() for r in caplog.records] == [wrong.reason]
    assert watched.problem() == wrong.reason
    time.now += RECORD_SECONDS + 1
    assert watched.problem() is None


async def test_it_is_asked_while_nobody_calls_so_that_an_outage_is_known_before_a_customer_meets_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = WatchedDesk(desk)  # type: ignore[arg-type]  # a part of the port
    monkeypatch.setattr(backoffice.watched, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(backoffice.watched, "AGAIN_SECONDS", 0.01)
    desk.error = DeskUnavailable("the back office cannot be reached: no connection")
    watching = asyncio.create_task(watched.watch())
    await asyncio.wait_for(desk.was_asked_thrice.wait(), 5)
    watching.cancel()
    assert watched.problem() == "the back office cannot be reached: no connection"
