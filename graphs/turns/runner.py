"""The one way to run a turn: accept it, hold the conversation's lease, run its graph version, commit, go on with the next."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import NotFound, Overloaded, ShuttingDown, StorageUnavailable, TurnAlreadyDone
from graphs.engine.crash_points import OnStep, nothing_happens
from graphs.turns.accept import Acceptance
from graphs.turns.commit import Finished, LeaseLost, TurnCloser
from graphs.turns.event_bus import AwaitedAnswers
from graphs.turns.execute import GraphRun, may_ask_a_model
from graphs.turns.leases import Leases
from graphs.turns.requests import Accepted, Claim, NewConversation, TurnRequest
from graphs.versions.registry import GraphVersions
from records.engine.session import Database, is_storage_trouble
from records.ledger import RequestKey

logger = logging.getLogger(__name__)

PARALLEL_TURNS = 64  # of those that may wait for a model, which most of such a turn may be spent on
MOST_WAITING = 1000  # turns in this process, running or waiting: what is beyond is refused before memory grows
_POLL_SECONDS = 0.5  # how often another replica's turn is looked for, should its notification be lost


@dataclass(frozen=True)
class _Running:
    turn_id: str
    task: asyncio.Task[Finished]


class TurnRunner:
    def __init__(
        self,
        database: Database,
        versions: GraphVersions,
        acceptance: Acceptance,
        graph_run: GraphRun,
        closer: TurnCloser,
        clock: Clock,
        leases: Leases,
        *,
        parallel_turns: int = PARALLEL_TURNS,
        most_waiting: int = MOST_WAITING,
        reached: OnStep = nothing_happens,
    ) -> None:
        self._database, self.versions, self._acceptance = database, versions, acceptance
        self._graph_run, self._closer, self._clock, self._leases = graph_run, closer, clock, leases
        self._most_waiting, self._reached = most_waiting, reached
        self._scheduled: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()  # conversations that got news while their task was running
        self._awaited = AwaitedAnswers()
        self._running: dict[str, _Running] = {}  # graph runs by conversation
        self._arriving = 0  # requests between their arrival and their task
        self._is_stopping = False  # nothing more is taken
        self.is_over = False  # and nothing more is run
        self._less_to_do = asyncio.Event()  # something that arrived was taken, or a task has ended
        self._slots = asyncio.Semaphore(parallel_turns)

    # what the API calls

    async def begin(self, new: NewConversation, key: RequestKey | None = None) -> tuple[Accepted, JsonObject]:
        """Open a conversation and greet; the accepted turn and its answer. Raises ``Overloaded``, ``ShuttingDown``."""
        async with self._room():
            accepted = await self._acceptance.conversation(new, self.versions.choose, key)
            await self._start(accepted)
        return accepted, await self.result(accepted)

    async def submit(self, conversation_id: str, request: TurnRequest, key: RequestKey | None = None) -> Accepted:
        """Accept a turn and start it; it goes on whatever becomes of the caller.

        Raises ``Overloaded``, ``TooManyWaiting``, ``ShuttingDown``."""
        async with self._room(always=request.handoff is not None):
            self._reached("accept")
            accepted = await self._acceptance.turn(conversation_id, request, key)
            self._reached("accepted")
            await self._start(accepted)
        return accepted

    async def result(self, accepted: Accepted) -> JsonObject:
        """Wait for a turn's answer, whichever process runs it.

        Raises ``StorageUnavailable`` where it cannot be stored now, ``ShuttingDown`` where this process ends first."""
        future = self._awaited.get(accepted.turn_id)
        if future is None:
            answer = await self._stored(accepted)
            if answer is not None:
                return answer
            if self.is_over:  # no await from here to the wait: what is expected by then is told of the end
                raise ShuttingDown
            future = self._awaited.expect(accepted.turn_id)
            self.schedule(accepted.conversation_id)
        self._awaited.wait(accepted)
        try:
            while True:
                if (await asyncio.wait({future}, timeout=_POLL_SECONDS))[0]:
                    return future.result()
                if accepted.conversation_id not in self._scheduled:
                    await self._answer_or_take_over(accepted)
        finally:
            self._awaited.wait_no_more(accepted)

    async def stop(self, conversation_id: str, turn_id: str) -> None:
        """Stop a turn at the customer's wish. Raises ``NotFound``, or ``TurnAlreadyDone`` once it was answered or has acted."""
        async with self._database.begin() as unit:
            row = await unit.conversations.lock(conversation_id)
            turn = await unit.turns.get(turn_id)
            if row is None or turn is None or turn.conversation_id != conversation_id:
                raise NotFound
            if turn.finished_at is not None or turn.merged_into or turn.kind not in ("text", "action"):
                raise TurnAlreadyDone
            if await unit.operations.has_any_of(turn_id):
                raise TurnAlreadyDone("the back office was already asked, so this turn has to end by itself")
            unit.turns.stop(turn, self._clock())
        running = self._running.get(conversation_id)
        if running and running.turn_id == turn_id:
            running.task.cancel()

    # the loop

    @contextlib.asynccontextmanager
    async def _room(self, always: bool = False) -> AsyncIterator[None]:
        if self._is_stopping:
            raise ShuttingDown
        if not always and self._arriving + len(self._awaited) >= self._most_waiting:
            raise Overloaded(retry_after=1)
        self._arriving += 1
        try:
            yield
        finally:
            self._arriving -= 1
            self._less_to_do.set()

    async def _stored(self, accepted: Accepted) -> JsonObject | None:
        async with self._database.read_snapshot() as unit:
            turn = await unit.turns.get(accepted.turn_id)
        if turn is None:
            raise NotFound
        return (turn.response or {}) if turn.finished_at is not None else None

    async def _answer_or_take_over(self, accepted: Accepted) -> None:
        """Whether another process has answered; else try to take the turn over."""
        answer = await self._stored(accepted)
        if answer is not None:
            self._awaited.answer(accepted.turn_id, answer)
        else:
            self.schedule(accepted.conversation_id)

    async def on_notification(self, conversation_id: str) -> None:
        """Another process has news of a conversation: an answer that somebody here waits for, or a wish to stop."""
        if conversation_id not in self._scheduled:  # else the answer will come from here
            for accepted in self._awaited.of(conversation_id):
                await self._answer_or_take_over(accepted)
        running = self._running.get(conversation_id)
        if running:
            async with self._database.read_snapshot() as unit:
                turn = await unit.turns.get(running.turn_id)
            if turn is not None and turn.stopped_at is not None:
                running.task.cancel()

    async def _start(self, accepted: Accepted) -> None:
        """Raises ``ShuttingDown`` where it was stored too late to be run here: whoever comes next runs it."""
        if accepted.is_replay:
            return
        if self.is_over:
            await self._leases.let_go([accepted.conversation_id])
            raise ShuttingDown
        self._awaited.expect(accepted.turn_id)
        self.schedule(accepted.conversation_id, accepted.claim)

    def schedule(self, conversation_id: str, claim: Claim | None = None) -> None:
        """See to it that somebody works through this conversation's open turns."""
        if conversation_id in self._scheduled:
            self._more.add(conversation_id)
        elif not self.is_over:
            self._scheduled[conversation_id] = asyncio.create_task(self._run_turns(conversation_id, claim))

    async def _run_turns(self, conversation_id: str, first: Claim | None = None) -> None:
        try:
            go_on = True
            while go_on or conversation_id in self._more:
                turn_id: str | None = None
                self._more.discard(conversation_id)
                claim, first = first or await self._leases.claim(conversation_id), None
                if claim is None:
                    go_on = False
                    continue
                turn_id = claim.turn.id
                self._reached("run")
                done = await self._run(claim)
                self._reached("commit")
                committed = await self._closer.commit(claim, done)
                self._reached("committed")
                for turn in (claim.turn, *claim.merged):
                    self._awaited.answer(turn.id, committed.answer)
                go_on = committed.has_more
        except LeaseLost:
            logger.info("another process took over a conversation")
        except Exception as error:  # the last words of a task: whatever it is must reach the log and the waiting caller
            told = StorageUnavailable(retry_after=2) if is_storage_trouble(error) else error
            if not isinstance(told, StorageUnavailable):
                logger.exception("a turn could not be run", extra={"conversation_id": conversation_id})
            self._awaited.fail_in_line(conversation_id, turn_id, told)
        finally:
            # No await since the last look at `_more`: nobody can have counted on this task in between.
            self._scheduled.pop(conversation_id, None)
            self._more.discard(conversation_id)
            self._less_to_do.set()

    async def _run(self, claim: Claim) -> Finished:
        """Run the graph as a task of its own, so that it can be stopped without stopping the conversation."""
        if claim.turn.stopped_at is not None and not claim.merged:
            return self._graph_run.stopped(claim)
        running = asyncio.create_task(self._in_its_place(claim))
        self._running[claim.conversation.id] = _Running(claim.turn.id, running)
        try:
            return await running
        except asyncio.CancelledError:
            this = asyncio.current_task()
            if this is not None and this.cancelling():
                running.cancel()
                raise  # the process is ending: whoever comes next runs the turn
            return self._graph_run.stopped(claim)
        finally:
            self._running.pop(claim.conversation.id, None)

    async def _in_its_place(self, claim: Claim) -> Finished:
        """Only turns that may wait for a model wait for one another: a form goes past them."""
        async with self._slots if may_ask_a_model(claim) else contextlib.nullcontext():
            return await self._graph_run.of(claim)

    # recovery

    async def sweep(self) -> int:
        """Take up every open turn that nobody runs; how many conversations that were."""
        if self._is_stopping:
            return 0
        abandoned = await self._leases.abandoned()
        for conversation_id in abandoned:
            self.schedule(conversation_id)
        return len(abandoned)

    async def keep_leases(self) -> None:
        """Extend the leases of the conversations that this process is running."""
        mine = list(self._scheduled)
        if mine:
            await self._leases.extend(mine)

    async def finish(self, grace_seconds: float) -> None:
        """Take nothing more, and let what arrives and what runs end; what is left is handed over: its leases are free at
        once, and who waits here for an answer is told to ask again."""
        self._is_stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(grace_seconds):
                while self._arriving or self._scheduled:
                    self._less_to_do.clear()
                    await self._less_to_do.wait()
        self.is_over, left = True, dict(self._scheduled)
        for task in left.values():
            task.cancel()
        await asyncio.gather(*left.values(), return_exceptions=True)
        # Before the database is asked for anything: it may be what does not answer.
        self._awaited.fail_all(ShuttingDown())
        if left:
            with contextlib.suppress(StorageUnavailable):  # then they run out
                await self._leases.let_go(list(left))
