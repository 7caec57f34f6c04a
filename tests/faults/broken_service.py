"""The service with one promise taken out: what the fault tests have to notice.

    python -m tests.faults.broken_service VARIANT serve ...

A variant is a function that patches the product; `ServiceForks` applies one in the fork, tests inside a process by pytest's own
``monkeypatch``.
"""

import asyncio
import contextlib
import dataclasses
import sys
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.faults.on_demand import dies_on_demand, short_leases, slow_masking
from tests.faults.patching import ForGood, Patch


def new_key_each_try(patch: Patch) -> None:
    """Every try asks the back office under a key of its own."""
    from nodes.actions.pipeline import perform as pipeline

    patch.setattr(pipeline, "operation_key", lambda conversation_id, *_: f"{conversation_id}.{uuid4()}")


def forgets_request_keys(patch: Patch) -> None:
    """A repeated request is a new one."""
    from records.ledger import IdempotencyKeys

    async def answered(*_: object) -> None:
        return None

    patch.setattr(IdempotencyKeys, "answered", answered)
    patch.setattr(IdempotencyKeys, "remember", lambda *_, **__: None)


def answers_before_storing(patch: Patch) -> None:
    """A message is acknowledged, and stored a moment later."""
    from graphs.turns.requests import Accepted
    from graphs.turns.runner import TurnRunner

    submit, result, early = TurnRunner.submit, TurnRunner.result, set()

    async def submitted(self: TurnRunner, conversation_id: str, *given: Any) -> Accepted:
        async def later() -> None:
            await asyncio.sleep(1)
            await submit(self, conversation_id, *given)

        early.add(asyncio.create_task(later()))
        return Accepted(conversation_id, "early")

    async def answered(self: TurnRunner, accepted: Accepted) -> Any:
        if accepted.turn_id != "early":
            return await result(self, accepted)
        turn = {"id": "early", "outcome": "answered"}
        return {"turn": turn, "messages": [], "conversation": {"id": accepted.conversation_id}}

    patch.setattr(TurnRunner, "submit", submitted)
    patch.setattr(TurnRunner, "result", answered)


def takes_nothing_up(patch: Patch) -> None:
    """Turns that a killed process left are nobody's: neither at start nor by a sweep."""
    from graphs.turns.runner import TurnRunner

    async def sweep(self: TurnRunner) -> int:
        return 0

    patch.setattr(TurnRunner, "sweep", sweep)


def ignores_the_fence(patch: Patch) -> None:
    """Whoever has computed an answer stores it, whoever holds the conversation by now."""
    from graphs.turns.commit import TurnCloser

    commit = TurnCloser.commit

    async def careless(self: Any, claim: Any, done: Any) -> Any:
        async with self._database.begin() as unit:
            row = await unit.conversations.lock(claim.conversation.id)
            claim = dataclasses.replace(claim, fence=row.fence)
        # Without what a replay needs: a turn has that once, which is a second fence.
        return await commit(self, claim, dataclasses.replace(done, recording=None))

    patch.setattr(TurnCloser, "commit", careless)


def claims_by_a_stale_look(patch: Patch) -> None:
    """The open turns are read before the conversation is locked."""
    from graphs.turns.leases import Leases
    from records.turns import Turns

    claim = Leases.claim

    async def stale(self: Any, conversation_id: str) -> Any:
        async with self._database.read_snapshot() as unit:
            seen = await unit.turns.unfinished(conversation_id)

        async def unfinished(*_: object) -> Any:
            return seen

        kept = Turns.unfinished
        Turns.unfinished = unfinished  # type: ignore[method-assign]  # for this one call
        try:
            return await claim(self, conversation_id)
        finally:
            Turns.unfinished = kept  # type: ignore[method-assign]

    patch.setattr(Leases, "claim", stale)


def streams_skip(patch: Patch) -> None:
    """A stream begins with what comes next, wherever its reader was."""
    from api.routes import messages

    events = messages.conversation_events

    async def from_now(service: Any, conversation_id: str, after: int, until_turn: str | None = None) -> AsyncIterator[Any]:
        async with service.database.read() as unit:
            after = await unit.transcript.last_event(conversation_id)
        async for event in events(service, conversation_id, after, until_turn):
            yield event

    patch.setattr(messages, "conversation_events", from_now)


def tries_again_in_doubt(patch: Patch) -> None:
    """A call without an answer is made again, under another key."""
    from backoffice.http import HttpOrderDesk
    from domain.shop import DeskUnavailable

    execute = HttpOrderDesk.execute

    async def stubborn(self: Any, key: str, operation: Any) -> Any:
        try:
            return await execute(self, key, operation)
        except DeskUnavailable:
            return await execute(self, f"{key}-again", operation)

    patch.setattr(HttpOrderDesk, "execute", stubborn)


def takes_everything(patch: Patch) -> None:
    """No request is refused, however many wait."""
    from graphs.turns.runner import TurnRunner

    patch.setattr(TurnRunner, "_room", lambda *_, **__: contextlib.nullcontext())


def stops_whatever(patch: Patch) -> None:
    """A turn is stopped although it has asked the back office."""
    from records.ledger import Operations

    async def has_any_of(*_: object) -> bool:
        return False

    patch.setattr(Operations, "has_any_of", has_any_of)


def ends_at_once(patch: Patch) -> None:
    """SIGTERM ends the process as uvicorn does it: with nothing handed over."""
    import uvicorn

    from supportgraph import serve

    patch.setattr(serve._Server, "handle_exit", uvicorn.Server.handle_exit)


def overlooks_who_is_arriving(patch: Patch) -> None:
    """A stopping process lets turns end, and forgets the requests that are still on their way to one."""
    from graphs.turns.requests import Accepted
    from graphs.turns.runner import TurnRunner

    async def start(self: TurnRunner, accepted: Accepted) -> None:
        if not accepted.is_replay:
            self._awaited.expect(accepted.turn_id)
            self.schedule(accepted.conversation_id, accepted.claim)

    patch.setattr(TurnRunner, "_room", lambda *_, **__: contextlib.nullcontext())
    patch.setattr(TurnRunner, "_start", start)


def cuts_off_who_waits(patch: Patch) -> None:
    """What outlasts the grace is left to uvicorn, which answers in plain text that it is an error of ours."""
    from api.middleware.stopping import AnswerWhileStopping

    patch.setattr(AnswerWhileStopping, "give_up", lambda _: None)


def overlooks_storage_trouble(patch: Patch) -> None:
    """A full disk is an error like any other."""
    from graphs.turns import execute, runner
    from records.engine import session

    for module in (session, runner, execute):
        patch.setattr(module, "is_storage_trouble", lambda _: False)


def forgets_who_waits_in_line(patch: Patch) -> None:
    """Only the turn that was being run hears of storage trouble."""
    from graphs.turns.event_bus import AwaitedAnswers

    def fail(self: AwaitedAnswers, _conversation_id: str, turn_id: str | None, error: Exception) -> None:
        if turn_id:
            self.fail(turn_id, error)

    patch.setattr(AwaitedAnswers, "fail_in_line", fail)


def forms_wait_with_words(patch: Patch) -> None:
    """Every turn takes one of the places of those that wait for a model."""
    from graphs.turns import runner

    patch.setattr(runner, "may_ask_a_model", lambda _: True)


def anyone_may_claim(patch: Patch) -> None:
    """A hand-off is taken by whoever asks, without comparing."""
    from records.handoffs import Handoffs

    lock = Handoffs.lock

    async def claim(*_: object) -> bool:
        return True

    async def as_if_it_waited(self: Handoffs, handoff_id: str) -> Any:
        row = await lock(self, handoff_id)
        if row and row.status == "claimed":
            row.status, row.claimed_by = "waiting", None
        return row

    patch.setattr(Handoffs, "claim", claim)
    patch.setattr(Handoffs, "lock", as_if_it_waited)


def resumes_as_often_as_asked(patch: Patch) -> None:
    """A decision that was made is forgotten."""
    from records.handoffs import Handoffs

    lock = Handoffs.lock

    async def as_if_undecided(self: Handoffs, handoff_id: str) -> Any:
        row = await lock(self, handoff_id)
        if row and row.status == "resumed":
            row.status = "claimed"
        return row

    patch.setattr(Handoffs, "lock", as_if_undecided)


def keeps_leases_of_any_time(patch: Patch) -> None:
    """A lease from a clock that was put back holds its conversation until then."""
    from graphs.turns import leases, requests

    for module in (requests, leases):
        patch.setattr(module, "MAX_LEASE_SKEW", timedelta(days=1))


VARIANTS: dict[str, Callable[[Patch], None]] = {
    variant.__name__: variant
    for variant in (
        new_key_each_try,
        forgets_request_keys,
        answers_before_storing,
        takes_nothing_up,
        ignores_the_fence,
        claims_by_a_stale_look,
        streams_skip,
        tries_again_in_doubt,
        takes_everything,
        stops_whatever,
        ends_at_once,
        overlooks_who_is_arriving,
        cuts_off_who_waits,
        overlooks_storage_trouble,
        forgets_who_waits_in_line,
        forms_wait_with_words,
        anyone_may_claim,
        resumes_as_often_as_asked,
        keeps_leases_of_any_time,
        # these break nothing
        dies_on_demand,
        short_leases,
        slow_masking,
    )
}


def break_it(variant: str) -> None:
    VARIANTS[variant](ForGood())


if __name__ == "__main__":
    from supportgraph.cli import main

    break_it(sys.argv[1])
    main(sys.argv[2:])
