"""The clock jumps by an hour, forwards or back, while turns run: nothing is done twice, and nothing is stuck."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from graphs.turns.requests import Claim, TurnRequest
from tests.faults.broken_service import VARIANTS
from tests.faults.in_process import JumpingClock, in_process
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import customer_id, order_id
from tests.graphs.inside import Inside, InsideTalk


@contextlib.asynccontextmanager
async def one(folder: Path, office: OfficeProcess, clock: JumpingClock) -> AsyncIterator[Inside]:
    async with in_process(folder / "data", clock, backoffice_url=office.url) as inside:
        yield inside


@contextlib.asynccontextmanager
async def two(folder: Path, office: OfficeProcess, a: JumpingClock, b: JumpingClock) -> AsyncIterator[tuple[Inside, Inside]]:
    """Two services on one database, each by its own clock."""
    shared = {"backoffice_url": office.url, "database_url": f"sqlite+aiosqlite:///{folder / 'shared.db'}"}
    async with in_process(folder / "a", a, **shared) as first, in_process(folder / "b", b, **shared) as second:
        yield first, second


async def quoted(inside: Inside, office: OfficeProcess) -> tuple[InsideTalk, str]:
    number = office.new_customer()
    talk = await inside.talk(customer_id(number))
    quote = await talk.do("refund_order", order_id=order_id(number, 0), reason="damaged")
    assert quote["turn"]["outcome"] == "asked_for_confirmation"
    return talk, order_id(number, 0)


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_jump_during_a_refund_neither_repeats_nor_stops_it(
    hours: int, tmp_path: Path, office: OfficeProcess
) -> None:
    clock = JumpingClock()
    async with one(tmp_path, office, clock) as inside:
        talk, order = await quoted(inside, office)
        office.behave(delay_before=0.4, delay_after=0.4)
        confirming = asyncio.create_task(talk.do("confirm"))
        await asyncio.sleep(0.3)
        clock.jump(hours)
        runner = inside.service.runner
        await runner.keep_leases()
        await runner.sweep()
        assert (await confirming)["turn"]["outcome"] == "action_done"
        said = await talk.texts()
        assert len(said) == 5
        assert office.done("refund")[order] == 1
        assert (await talk.say("Where is my parcel?"))["turn"]["status"] == "completed"


async def test_a_quote_runs_out_by_the_clock_and_can_be_had_again(tmp_path: Path, office: OfficeProcess) -> None:
    clock = JumpingClock()
    async with one(tmp_path, office, clock) as inside:
        talk, order = await quoted(inside, office)
        clock.jump(0.75)  # the sign-in still lasts
        assert (await talk.do("confirm"))["turn"]["outcome"] == "asked_for_confirmation"
        assert office.done("refund")[order] == 0
        clock.jump(-0.75)
        assert (await talk.do("confirm"))["turn"]["outcome"] == "action_done"
        assert office.done("refund")[order] == 1


async def texts_of_a_turn_taken_over(folder: Path, office: OfficeProcess) -> tuple[list[str], int]:
    """A turn that a second service takes over while the first is at it, since its clock is three quarters of an hour ahead."""
    async with two(folder, office, JumpingClock(), JumpingClock(timedelta(minutes=45))) as (a, b):
        talk, order = await quoted(a, office)
        office.behave(delay_before=0.5, delay_after=0.5)
        confirming = asyncio.create_task(talk.send(action={"name": "confirm", "arguments": {}}))
        await asyncio.sleep(0.3)
        assert await b.service.runner.sweep() == 1
        answer = await confirming
        assert answer.json()["turn"]["outcome"] == "action_done"
        await b.service.runner.finish(grace_seconds=5)
        return await talk.texts(), office.done("refund")[order]


async def test_a_turn_that_two_services_run_at_once_is_done_and_answered_once(tmp_path: Path, office: OfficeProcess) -> None:
    said, paid = await texts_of_a_turn_taken_over(tmp_path, office)
    assert (len(said), paid) == (5, 1)


async def test_a_turn_that_is_answered_twice_is_noticed(
    tmp_path: Path, office: OfficeProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    VARIANTS["ignores_the_fence"](monkeypatch)
    said, _ = await texts_of_a_turn_taken_over(tmp_path, office)
    assert len(said) > 5


async def is_answered_after_the_clock_was_put_back(folder: Path, office: OfficeProcess) -> bool:
    """Whether a turn is taken up whose process died with a lease of an hour later."""
    clock = JumpingClock(timedelta(hours=1))
    async with two(folder, office, clock, JumpingClock()) as (dying, other):
        talk = await dying.talk()
        acceptance = dying.service.handoffs.acceptance
        accepted = await acceptance.turn(talk.id, TurnRequest(text="Where is my parcel?"), None)
        assert accepted.claim is not None  # it holds the lease, and dies
        await other.service.runner.sweep()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1.5):
                while len(await talk.again(other).texts()) < 3:  # noqa: ASYNC110 (it is looked at from outside)
                    await asyncio.sleep(0.05)
        return len(await talk.again(other).texts()) == 3


async def test_a_lease_of_a_clock_that_was_put_back_holds_nothing_up(tmp_path: Path, office: OfficeProcess) -> None:
    assert await is_answered_after_the_clock_was_put_back(tmp_path, office)


async def test_a_conversation_that_is_stuck_is_noticed(
    tmp_path: Path, office: OfficeProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    VARIANTS["keeps_leases_of_any_time"](monkeypatch)
    assert not await is_answered_after_the_clock_was_put_back(tmp_path, office)


async def claim_beside_a_commit(folder: Path, url: str) -> Claim | None:
    """What one replica may run while another is about to commit the conversation's only open turn."""
    async with in_process(folder / "data", JumpingClock(), database_url=url.replace("://", "+psycopg://", 1)) as inside:
        talk = await inside.talk()
        runner = inside.service.runner
        await inside.service.handoffs.acceptance.turn(talk.id, TurnRequest(text="Where is my parcel?"), None)
        async with await psycopg.AsyncConnection.connect(url) as committing:
            await committing.execute("SELECT 1 FROM conversation WHERE id = %s FOR UPDATE", (talk.id,))
            await committing.execute("UPDATE turn SET finished_at = now(), response = '{}' WHERE finished_at IS NULL")
            await committing.execute("UPDATE conversation SET lease_owner = NULL")
            claiming = asyncio.create_task(runner._leases.claim(talk.id))
            await asyncio.sleep(0.3)
            await committing.commit()
        return await claiming


async def test_a_turn_that_is_being_closed_is_not_claimed(tmp_path: Path, new_database: Callable[[], str]) -> None:
    assert await claim_beside_a_commit(tmp_path, new_database()) is None


async def test_a_closed_turn_that_is_run_again_is_noticed(
    tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    VARIANTS["claims_by_a_stale_look"](monkeypatch)
    assert await claim_beside_a_commit(tmp_path, new_database()) is not None
