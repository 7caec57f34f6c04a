"""The one way to run a turn: accept it, hold the conversation's lease, run its graph version, commit, go on with the next."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import NotFound, Overloaded, StorageUnavailable, TurnAlreadyDone
from graphs.accept import Acceptance
from graphs.bursts import burst_after
from graphs.bus import Bus
from graphs.close_turn import Committed, Finished, LeaseLost, TurnCloser
from graphs.graph_run import GraphRun, may_ask_a_model
from graphs.requests import FARTHEST, LEASE, Accepted, Claim, NewConversation, RequestKey, TurnRequest, is_free
from graphs.steps import Reached, nothing_happens
from graphs.versions import GraphVersions
from records.conversations import to_conversation
from records.session import Database, is_storage_trouble

logger = logging.getLogger(__name__)

PARALLEL_TURNS = 64  # of those that may wait for a model, which most of such a turn may be spent on
MOST_WAITING = 1000  # turns in this process, running or waiting: what is beyond is refused before memory grows
_POLL_SECONDS = 0.5  # how often another replica's turn is looked for, should its doorbell not ring
_STOPPED = "You stopped this answer. Nothing was done."


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
        bus: Bus,
        clock: Clock,
        owner: str,
        *,
        merge_bursts: bool = False,
        parallel_turns: int = PARALLEL_TURNS,
        most_waiting: int = MOST_WAITING,
        reached: Reached = nothing_happens,
    ) -> None:
        self._database, self.versions, self._acceptance = database, versions, acceptance
        self._graph_run, self._closer, self._bus, self._clock, self.owner = graph_run, closer, bus, clock, owner
        self._merge_bursts, self._most_waiting, self._reached = merge_bursts, most_waiting, reached
        self._drivers: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()  # conversations that got news while their driver was running
        self._results: dict[str, asyncio.Future[JsonObject]] = {}
        self._waiting: dict[str, dict[str, Accepted]] = {}  # turns whose answer somebody here waits for, by conversation
        self._running: dict[str, _Running] = {}  # graph runs by conversation
        self._arriving, self._is_over = 0, False
        self._slots = asyncio.Semaphore(parallel_turns)

    # what the API calls

    async def begin(self, new: NewConversation, key: RequestKey | None = None) -> tuple[Accepted, JsonObject]:
        """Open a conversation and greet; the accepted turn and its answer. Raises ``Overloaded``."""
        async with self._room():
            accepted = await self._acceptance.conversation(new, self.versions.choose, key)
            self._start(accepted)
        return accepted, await self.result(accepted)

    async def submit(self, conversation_id: str, request: TurnRequest, key: RequestKey | None = None) -> Accepted:
        """Accept a turn and start it; it goes on whatever becomes of the caller. Raises ``Overloaded``, ``TooManyWaiting``."""
        async with self._room(always=request.handoff is not None):
            self._reached("accept")
            accepted = await self._acceptance.turn(conversation_id, request, key)
            self._reached("accepted")
            self._bus.ring(conversation_id)
            self._start(accepted)
        return accepted

    async def result(self, accepted: Accepted) -> JsonObject:
        """Wait for a turn's answer, whichever process runs it. Raises ``StorageUnavailable`` where it cannot be stored now."""
        future = self._results.get(accepted.turn_id)
        if future is None:
            answer = await self._stored(accepted)
            if answer is not None:
                return answer
            future = self._expect(accepted.turn_id)
            self.drive(accepted.conversation_id)
        self._waiting.setdefault(accepted.conversation_id, {})[accepted.turn_id] = accepted
        try:
            while True:
                if (await asyncio.wait({future}, timeout=_POLL_SECONDS))[0]:
                    return future.result()
                if accepted.conversation_id not in self._drivers:
                    await self._look(accepted)
        finally:
            self._waiting.get(accepted.conversation_id, {}).pop(accepted.turn_id, None)
            if not self._waiting.get(accepted.conversation_id):
                self._waiting.pop(accepted.conversation_id, None)

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
            turn.stopped_at = self._clock()
        running = self._running.get(conversation_id)
        if running and running.turn_id == turn_id:
            running.task.cancel()
        self._bus.ring(conversation_id)

    # the loop

    @contextlib.asynccontextmanager
    async def _room(self, always: bool = False) -> AsyncIterator[None]:
        if self._is_over or (not always and self._arriving + len(self._results) >= self._most_waiting):
            raise Overloaded(retry_after=1)
        self._arriving += 1
        try:
            yield
        finally:
            self._arriving -= 1

    def _expect(self, turn_id: str) -> asyncio.Future[JsonObject]:
        """Where the answer of a turn that this process runs will appear."""
        return self._results.setdefault(turn_id, asyncio.get_running_loop().create_future())

    async def _stored(self, accepted: Accepted) -> JsonObject | None:
        async with self._database.glance() as unit:
            turn = await unit.turns.get(accepted.turn_id)
        if turn is None:
            raise NotFound
        return (turn.response or {}) if turn.finished_at is not None else None

    async def _look(self, accepted: Accepted) -> None:
        """Whether another process has answered; else try to take the turn over."""
        answer = await self._stored(accepted)
        if answer is not None:
            self._answer(accepted.turn_id, answer)
        else:
            self.drive(accepted.conversation_id)

    async def heard(self, conversation_id: str) -> None:
        """Another process has news of a conversation: an answer that somebody here waits for, or a wish to stop."""
        if conversation_id not in self._drivers:  # else the answer will come from here
            for accepted in list(self._waiting.get(conversation_id, {}).values()):
                await self._look(accepted)
        running = self._running.get(conversation_id)
        if running:
            async with self._database.glance() as unit:
                turn = await unit.turns.get(running.turn_id)
            if turn is not None and turn.stopped_at is not None:
                running.task.cancel()

    def _start(self, accepted: Accepted) -> None:
        if not accepted.is_replay:
            self._expect(accepted.turn_id)
            self.drive(accepted.conversation_id, accepted.claim)

    def drive(self, conversation_id: str, claim: Claim | None = None) -> None:
        """See to it that somebody works through this conversation's open turns."""
        if conversation_id in self._drivers:
            self._more.add(conversation_id)
        elif not self._is_over:
            self._drivers[conversation_id] = asyncio.create_task(self._drive(conversation_id, claim))

    async def _drive(self, conversation_id: str, first: Claim | None = None) -> None:
        try:
            go_on = True
            while go_on or conversation_id in self._more:
                turn_id: str | None = None
                self._more.discard(conversation_id)
                claim, first = first or await self._claim(conversation_id), None
                if claim is None:
                    go_on = False
                    continue
                turn_id = claim.turn.id
                self._reached("run")
                done = await self._run(claim)
                self._reached("commit")
                committed = await self._closer.commit(claim, done)
                self._reached("committed")
                self._tell(claim, committed)
                go_on = committed.has_more
        except LeaseLost:
            logger.info("another process took over a conversation")
        except Exception as error:  # a driver's last words: whatever it is must reach the log and the waiting caller
            told = StorageUnavailable(retry_after=2) if is_storage_trouble(error) else error
            if not isinstance(told, StorageUnavailable):
                logger.exception("a turn could not be run", extra={"conversation_id": conversation_id})
            self._fail_who_waits(conversation_id, turn_id, told)
        finally:
            # No await since the last look at `_more`: nobody can have counted on this driver in between.
            self._drivers.pop(conversation_id, None)
            self._more.discard(conversation_id)

    async def _run(self, claim: Claim) -> Finished:
        """Run the graph as a task of its own, so that it can be stopped without stopping the conversation."""
        if claim.turn.stopped_at is not None and not claim.merged:
            return Finished("failed", "error", notice=_STOPPED)
        running = asyncio.create_task(self._in_its_place(claim))
        self._running[claim.conversation.id] = _Running(claim.turn.id, running)
        try:
            return await running
        except asyncio.CancelledError:
            this = asyncio.current_task()
            if this is not None and this.cancelling():
                running.cancel()
                raise  # the process is ending: whoever comes next runs the turn
            return Finished("failed", "error", notice=_STOPPED)
        finally:
            self._running.pop(claim.conversation.id, None)

    async def _in_its_place(self, claim: Claim) -> Finished:
        """Only turns that may wait for a model wait for one another: a form goes past them."""
        async with self._slots if may_ask_a_model(claim) else contextlib.nullcontext():
            return await self._graph_run.of(claim)

    def _tell(self, claim: Claim, committed: Committed) -> None:
        for turn in (claim.turn, *claim.merged):
            self._answer(turn.id, committed.answer)
        self._bus.ring(claim.conversation.id)

    def _answer(self, turn_id: str, answer: JsonObject) -> None:
        future = self._results.pop(turn_id, None)
        if future and not future.done():
            future.set_result(answer)

    def _fail_who_waits(self, conversation_id: str, turn_id: str | None, error: Exception) -> None:
        """Tell whoever waits for the turn; where none could even be claimed, whoever waits for this conversation."""
        for waited_for in [turn_id] if turn_id else list(self._waiting.get(conversation_id, {})):
            self._fail(waited_for, error)

    def _fail(self, turn_id: str, error: Exception) -> None:
        future = self._results.pop(turn_id, None)
        if future and not future.done():
            future.set_exception(error)
            future.exception()  # nobody may be waiting any more

    async def _claim(self, conversation_id: str) -> Claim | None:
        """The next open turn, with the lease; None (and the lease given back) where there is none or another runs it."""
        now = self._clock()
        async with self._database.begin() as unit:
            # The row is locked before the open turns are read: another process may be closing one this very moment.
            row = await unit.conversations.lock(conversation_id)
            turns = await unit.turns.unfinished(conversation_id) if row else []
            if row is None or not is_free(row, now, self.owner):
                return None
            if not turns:
                row.lease_owner, row.lease_until = None, None
                return None
            row.lease_owner, row.lease_until, row.fence = self.owner, now + LEASE, row.fence + 1
            turn, merged = turns[0], burst_after(turns) if self._merge_bursts else []
            turn.attempts += 1
            return Claim(to_conversation(row), turn, row.fence, row.checkpoint, merged)

    # recovery

    async def sweep(self) -> int:
        """Take up every open turn that nobody runs; how many conversations that were."""
        async with self._database.glance() as unit:
            abandoned = await unit.conversations.abandoned(self._clock(), self._clock() + FARTHEST)
        for conversation_id in abandoned:
            self.drive(conversation_id)
        return len(abandoned)

    async def keep_leases(self) -> None:
        """Extend the leases of the conversations that this process is running."""
        mine = list(self._drivers)
        if mine:
            async with self._database.begin() as unit:
                await unit.conversations.extend_leases(mine, self.owner, self._clock() + LEASE)

    async def finish(self, grace_seconds: float) -> None:
        """Take nothing more and let running turns end; what is left is handed over: its leases are free at once, and who
        waits here for an answer is told to ask again."""
        self._most_waiting = 0
        if self._drivers:
            await asyncio.wait(list(self._drivers.values()), timeout=grace_seconds)
        self._is_over, left = True, dict(self._drivers)
        for task in left.values():
            task.cancel()
        await asyncio.gather(*left.values(), return_exceptions=True)
        if left:
            async with self._database.begin() as unit:
                for conversation_id in left:
                    await unit.conversations.drop_lease(conversation_id, self.owner)
        for turn_id in list(self._results):
            self._fail(turn_id, Overloaded("the service is stopping here: ask again", retry_after=1))
