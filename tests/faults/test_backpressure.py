"""A slow model stops nobody else, and what is too much is refused in time, with when to come back."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import httpx

from tests.faults.conftest import NewService
from tests.faults.crowd import ASKS_THE_MODEL, PARALLEL_TURNS, Crowd
from tests.faults.fault_service import FaultService
from tests.scripted_openai import ScriptedOpenAI

HANGING = PARALLEL_TURNS + 6

Send = Callable[..., Awaitable[httpx.Response]]


async def seconds_of_a_form(crowd: Crowd, model: ScriptedOpenAI) -> float:
    """How long a form takes while more turns than may run at a time wait for the model."""
    talk = await crowd.talk()
    tasks = await crowd.hanging(HANGING, model)
    began = time.monotonic()
    form = asyncio.create_task(crowd.send(talk, action={"name": "confirm", "arguments": {}}))
    await asyncio.wait({form}, timeout=3)
    took = time.monotonic() - began
    model.release()
    assert (await form).status_code == 200
    assert {task.result().status_code for task in (await asyncio.wait(tasks))[0]} == {200}
    return took


async def test_forms_go_on_while_more_turns_than_may_run_wait_for_a_model(
    pair: tuple[FaultService, FaultService], model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    assert await seconds_of_a_form(crowd_of(pair[0]), model) < 2.5


async def test_a_form_that_waits_behind_words_is_noticed(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    service = new_service("forms_wait_with_words", parallel_turns=str(PARALLEL_TURNS)).ask_model(model.base_url)
    await asyncio.to_thread(service.start)
    assert await seconds_of_a_form(crowd_of(service), model) > 2.5


async def overloaded(crowd: Crowd, model: ScriptedOpenAI) -> list[httpx.Response]:
    """The answers to one more message, and to the wish for a person, while the service is full."""
    talk = await crowd.talk()
    tasks = await crowd.hanging(4, model)
    message = asyncio.create_task(crowd.send(talk, text="Where is my parcel?"))
    await asyncio.wait({message}, timeout=2)
    person = await crowd.ask_for_person(talk)
    model.release()
    await asyncio.wait(tasks)
    return [await message, person]


async def test_beyond_what_may_wait_messages_are_refused_and_the_way_to_a_person_is_not(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    service = new_service(max_waiting_turns="4").ask_model(model.base_url)
    await asyncio.to_thread(service.start)
    message, person = await overloaded(crowd_of(service), model)
    assert (message.status_code, message.json()["code"]) == (503, "overloaded")
    assert int(message.headers["retry-after"]) >= 1
    assert person.status_code == 202


async def test_a_service_that_takes_everything_is_noticed(
    new_service: NewService, model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    service = new_service("takes_everything", max_waiting_turns="4").ask_model(model.base_url)
    await asyncio.to_thread(service.start)
    message, _ = await overloaded(crowd_of(service), model)
    assert message.status_code == 200


async def _ended(number: int, tasks: list[asyncio.Task[httpx.Response]]) -> set[asyncio.Task[httpx.Response]]:
    """So many of the tasks, as soon as they have ended."""
    ended, waiting = set[asyncio.Task[httpx.Response]](), set(tasks)
    async with asyncio.timeout(15):
        while len(ended) < number:
            more, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            ended |= more
    return ended


async def test_a_conversation_with_too_many_waiting_messages_is_told_to_wait(
    pair: tuple[FaultService, FaultService], model: ScriptedOpenAI, crowd_of: Callable[[FaultService], Crowd]
) -> None:
    crowd = crowd_of(pair[0])
    talk = await crowd.talk()
    model.mode = "hang"
    first = asyncio.create_task(crowd.send(talk, text=ASKS_THE_MODEL))
    await asyncio.sleep(0.3)
    waiting = [asyncio.create_task(crowd.send(talk, action={"name": "cancel", "arguments": {}})) for _ in range(55)]
    done = await _ended(6, waiting)  # the first one and 49 others wait
    await asyncio.sleep(0.5)
    assert sum(task.done() for task in waiting) == 6
    refused = [task.result() for task in done]
    assert {(r.status_code, r.json()["code"]) for r in refused} == {(429, "too_many_waiting")}
    assert all(int(r.headers["retry-after"]) >= 1 for r in refused)
    person = asyncio.create_task(crowd.ask_for_person(talk))
    await asyncio.sleep(0.2)
    model.release()
    assert (await first).status_code == 200
    assert (await person).status_code == 202
    assert {(await task).status_code for task in set(waiting) - done} == {200}
