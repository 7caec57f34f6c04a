"""A claim that is left without an answer ends by itself: which ones, when, and once, whichever replica looks."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import pytest_asyncio

from domain.rules.policy import Policy
from graphs.handoffs import HandoffService
from records.handoffs import Handoffs
from supportgraph.configuration.rule_files import load_policy
from tests.faults.in_process import JumpingClock, in_process
from tests.faults.office_process import OfficeProcess
from tests.faults.recording_backoffice import LARGE_ORDER, customer_id, order_id
from tests.graphs.inside import Inside, InsideTalk
from tests.service import AGENT, SECOND_AGENT

pytestmark = pytest.mark.asyncio(loop_scope="module")

MINUTE = 1 / 60  # hours, which is what the clock jumps by
PATIENCE = 30  # minutes, as shipped


class Scene:
    """A customer who waits for a person, a clock, and the sweep that maintenance makes every few seconds."""

    def __init__(self, inside: Inside, talk: InsideTalk, clock: JumpingClock, handoff: str) -> None:
        self.inside, self.talk, self.clock, self.handoff = inside, talk, clock, handoff

    @classmethod
    async def of(cls, inside: Inside, clock: JumpingClock) -> "Scene":
        talk = await inside.talk(consent=True, region="US")
        await talk.ask_for_person()
        return cls(inside, talk, clock, (await talk.state())["handoff"]["id"])

    async def staff(self, what: str, key: str = AGENT, **body: Any) -> httpx.Response:
        return await self.inside.call("POST", f"/v1/handoffs/{self.handoff}/{what}", body, key)

    async def is_back_after(self, minutes: float) -> bool:
        """Whether it is in the queue once this much time has passed."""
        self.clock.jump(minutes * MINUTE)
        await self.inside.service.handoffs.release_overdue()
        return (await self.talk.state())["handoff"]["status"] == "waiting"

    async def apologies(self) -> int:
        return sum("couldn't answer in time" in text for text in await self.talk.texts())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def served(
    tmp_path_factory: pytest.TempPathFactory, office_process: OfficeProcess
) -> AsyncIterator[tuple[Inside, JumpingClock]]:
    clock, office_url = JumpingClock(), office_process.url
    async with in_process(tmp_path_factory.mktemp("claims") / "data", clock, backoffice_url=office_url) as inside:
        yield inside, clock


@pytest_asyncio.fixture(loop_scope="module")
async def scene(served: tuple[Inside, JumpingClock]) -> Scene:
    return await Scene.of(*served)


@pytest_asyncio.fixture(loop_scope="module")
async def approval(served: tuple[Inside, JumpingClock], office: OfficeProcess) -> Scene:
    number = office.new_customer()
    served[1].ahead = timedelta()  # earlier tests have moved it beyond the end of a sign-in
    talk = await served[0].talk(customer_id(number))
    await talk.do("refund_order", order_id=order_id(number, LARGE_ORDER), reason="damaged")
    assert (await talk.do("confirm"))["conversation"]["status"] == "waiting_for_approval"
    return Scene(served[0], talk, served[1], (await talk.state())["handoff"]["id"])


async def test_a_claim_that_is_never_answered_goes_back_and_the_customer_is_told(scene: Scene) -> None:
    since = (await scene.talk.state())["handoff"]["waiting_since"]
    await scene.staff("claim")
    assert not await scene.is_back_after(PATIENCE - 1)
    assert await scene.is_back_after(2)
    state = await scene.talk.state()
    assert (state["status"], state["handoff"]["waiting_since"]) == ("waiting_for_human", since)
    assert state["handoff"]["claimed_by"] is None
    assert (await scene.talk.texts())[-1].startswith("We're sorry, Ana couldn't answer in time. You're back in the queue")
    await scene.is_back_after(PATIENCE + 1)
    assert await scene.apologies() == 1
    late = await scene.staff("messages", text="Sorry, I was away.")
    assert (late.status_code, late.json()["code"]) == (409, "not_claimed")
    assert (await scene.staff("release")).json()["code"] == "not_claimed"
    assert (await scene.staff("claim", SECOND_AGENT)).status_code == 200


async def test_an_answer_ends_the_waiting_until_the_customer_speaks_again(scene: Scene) -> None:
    await scene.staff("claim")
    await scene.is_back_after(10)
    await scene.staff("messages", text="Which lamp is it?")
    assert not await scene.is_back_after(3 * PATIENCE)  # the customer's turn, however long it takes
    await scene.talk.send(text="the brass one")
    assert not await scene.is_back_after(PATIENCE - 5)
    await scene.talk.send(text="hello? are you there?")  # who asks again does not wait longer for it
    assert await scene.is_back_after(6)


async def test_what_is_claimed_anew_has_its_whole_time(scene: Scene) -> None:
    await scene.staff("claim")
    await scene.staff("messages", text="One moment.")
    await scene.staff("release")
    await scene.is_back_after(PATIENCE + 1)
    await scene.staff("claim", SECOND_AGENT)
    assert not await scene.is_back_after(PATIENCE - 1)
    assert await scene.is_back_after(2)
    assert (await scene.talk.texts())[-1].startswith("We're sorry, Ben couldn't")


async def test_what_waits_or_is_done_is_left_alone(scene: Scene) -> None:
    await scene.is_back_after(10 * PATIENCE)
    assert await scene.apologies() == 0
    await scene.staff("claim")
    await scene.staff("resume", action="return_to_bot")
    scene.clock.jump(10 * PATIENCE * MINUTE)
    await scene.inside.service.handoffs.release_overdue()
    assert (await scene.talk.state())["status"] == "open"
    assert await scene.apologies() == 0


async def test_an_approval_that_is_left_goes_back_although_its_holder_said_something(approval: Scene) -> None:
    await approval.staff("claim")
    await approval.is_back_after(20)
    await approval.staff("messages", text="I am looking at it.")
    assert not await approval.is_back_after(PATIENCE - 1)
    assert await approval.is_back_after(2)
    assert (await approval.talk.state())["status"] == "waiting_for_approval"
    assert (await approval.staff("resume", action="approve")).json()["code"] == "not_claimed"
    await approval.staff("claim", SECOND_AGENT)
    decided = await approval.staff("resume", SECOND_AGENT, action="approve")
    assert decided.json()["turn"]["outcome"] == "action_done"


@pytest.mark.parametrize("never", [0, None])
async def test_a_policy_may_let_claims_stand(scene: Scene, never: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    handoffs: HandoffService = scene.inside.service.handoffs
    monkeypatch.setattr(handoffs, "policy", handoffs.policy.model_copy(update={"claim_timeout": never}))
    await scene.staff("claim")
    assert not await scene.is_back_after(100 * PATIENCE)


async def test_upkeep_looks_by_itself(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    handoffs: HandoffService = scene.inside.service.handoffs
    monkeypatch.setattr(handoffs, "policy", handoffs.policy.model_copy(update={"claim_timeout": 0.02}))
    await scene.staff("claim")
    for _ in range(100):
        await asyncio.sleep(0.1)
        if await scene.apologies():
            return
    raise AssertionError("nobody put it back")


async def at_two_replicas(folder: Path, url: str) -> list[str]:
    """What the customer is told where two replicas find the same claim overdue at the same moment."""
    clock = JumpingClock()
    at_postgres = {"database_url": url.replace("://", "+psycopg://", 1)}
    async with in_process(folder / "a", clock, **at_postgres) as a, in_process(folder / "b", clock, **at_postgres) as b:
        scene = await Scene.of(a, clock)
        await scene.staff("claim")
        clock.jump((PATIENCE + 1) * MINUTE)
        async with await psycopg.AsyncConnection.connect(url) as holding:
            await holding.execute("SELECT 1 FROM conversation WHERE id = %s FOR UPDATE", (scene.talk.id,))
            sweeps = [asyncio.create_task(one.service.handoffs.release_overdue()) for one in (a, b)]
            await asyncio.sleep(0.3)
            await holding.commit()
        await asyncio.gather(*sweeps)
        return [text for text in await scene.talk.texts() if "couldn't answer in time" in text]


async def test_two_replicas_put_it_back_once(tmp_path: Path, new_database: Callable[[], str]) -> None:
    assert len(await at_two_replicas(tmp_path, new_database())) == 1


async def test_a_claim_that_is_put_back_twice_is_noticed(
    tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    overdue = Handoffs.overdue

    async def as_first_seen(self: Handoffs, before: datetime, handoff_id: str | None = None) -> list[str]:
        return [handoff_id] if handoff_id else await overdue(self, before)

    monkeypatch.setattr(Handoffs, "overdue", as_first_seen)
    assert len(await at_two_replicas(tmp_path, new_database())) == 2


async def test_an_answer_that_comes_at_the_last_moment_counts(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is stored between the sweep's look and its turn at the row."""
    await scene.staff("claim")
    overdue = Handoffs.overdue

    async def then_answered(self: Handoffs, before: datetime, handoff_id: str | None = None) -> list[str]:
        found = await overdue(self, before, handoff_id)
        if found and handoff_id is None:
            await scene.staff("messages", text="Here I am.")
        return found

    monkeypatch.setattr(Handoffs, "overdue", then_answered)
    assert not await scene.is_back_after(PATIENCE + 1)


async def test_the_shipped_policy_gives_half_an_hour() -> None:
    shipped: Policy = load_policy(None)
    assert shipped.claim_timeout == PATIENCE
