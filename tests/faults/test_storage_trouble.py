"""The disk is full while the service runs: 503 and when to come back, nothing lost, and no restart is needed afterwards."""

import asyncio
import contextlib
import resource
from collections.abc import Callable, Iterator
from uuid import uuid4

import httpx

from tests.faults.conftest import NewService
from tests.faults.crowd import Crowd
from tests.faults.fault_service import FaultService
from tests.scripted_openai import ScriptedOpenAI
from tests.service import Talk


@contextlib.contextmanager
def full_disk(service: FaultService) -> Iterator[None]:
    """No file of the process may grow beyond a page: what the kernel says is what SQLite hears of a full disk."""
    assert service.process is not None
    _, hard = resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE, (hard, hard))


def said_on_a_full_disk(service: FaultService) -> tuple[Talk, str, list[httpx.Response]]:
    talk = service.talk(consent=True, region="US")
    talk.say("Where is parcel one?")
    key = str(uuid4())
    with full_disk(service):
        answers = [talk.post({"text": "Where is parcel two?"}, **{"Idempotency-Key": key}) for _ in range(3)]
        assert len(talk.transcript()) == 3, "what is there can be read"
    return talk, key, answers


def test_a_full_disk_is_said_and_nothing_is_lost_by_it(single: FaultService) -> None:
    talk, key, answers = said_on_a_full_disk(single)
    assert {(a.status_code, a.json()["code"]) for a in answers} == {(503, "storage_unavailable")}
    assert all(int(a.headers["retry-after"]) >= 1 for a in answers)
    assert talk.post({"text": "Where is parcel two?"}, **{"Idempotency-Key": key}).status_code == 200
    said = [m["text"] for m in talk.transcript()]
    single.restart()
    assert [m["text"] for m in talk.transcript()] == said
    assert said[3] == "Where is parcel two?"
    assert len(said) == 5


async def told_in_line(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd], *variants: str
) -> list[int | None]:
    """What is told to whoever waits for a turn that could not be stored and for the one behind it; None: nothing so far."""
    service = new_service(*variants).ask_model(model.base_url)
    await asyncio.to_thread(service.start)
    crowd = crowd_of(service)
    (running,) = await crowd.hanging(1, model, talk := await crowd.talk())
    waiting = asyncio.create_task(crowd.send(talk, text="Where is parcel two?"))
    await crowd.stands(talk, 3)
    with full_disk(service):
        model.release()
        await asyncio.wait({running, waiting}, timeout=8)
        told = [task.result().status_code if task.done() else None for task in (running, waiting)]
    await asyncio.wait({running, waiting})
    await crowd.stands(talk, 5)  # when there is room again both are answered, told or not
    return told


async def test_whoever_waits_in_line_is_told_of_a_full_disk_too(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    assert await told_in_line(new_service, model, crowd_of) == [503, 503]


async def test_whoever_waits_in_line_and_is_forgotten_is_noticed(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    assert await told_in_line(new_service, model, crowd_of, "forgets_who_waits_in_line") == [503, None]


def test_a_full_disk_that_is_an_error_like_any_other_is_noticed(new_service: NewService) -> None:
    _, _, answers = said_on_a_full_disk(new_service("overlooks_storage_trouble").start())
    assert {a.status_code for a in answers} == {500}
