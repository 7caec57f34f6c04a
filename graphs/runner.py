"""The one way to run a turn: claim the conversation, run its graph version from the last turn's checkpoint, commit."""

import asyncio
import contextlib
import logging
from collections.abc import Callable

from langchain_core.runnables import RunnableConfig
from langgraph.types import Command

from domain.clock import Clock
from domain.conversation import HELD_BY_PERSON, Conversation, JsonObject, TurnStatus
from domain.errors import NotFound, StorageUnavailable
from domain.policy import Policy
from graphs.accept import Acceptance
from graphs.bus import Bus
from graphs.checkpoints import Checkpoints, saved_values, thread
from graphs.close_turn import Committed, Finished, LeaseLost, TurnCloser
from graphs.requests import LEASE, Accepted, Claim, NewConversation, RequestKey, TurnRequest
from graphs.versions import GraphVersions
from nodes.deps import Deps
from nodes.state import ConversationState, TurnInput, fresh_turn
from records.session import Database, is_storage_trouble

logger = logging.getLogger(__name__)

TURN_LIMIT_SECONDS = 45.0
_POLL_SECONDS = 0.2  # how often another replica's turn is looked for


class TurnRunner:
    def __init__(
        self,
        database: Database,
        checkpoints: Checkpoints,
        versions: GraphVersions,
        acceptance: Acceptance,
        closer: TurnCloser,
        bus: Bus,
        policy: Policy,
        clock: Clock,
        deps_for: Callable[[Conversation], Deps],
        owner: str,
        parallel_turns: int = 16,
    ) -> None:
        self._database, self._checkpoints, self.versions = database, checkpoints, versions
        self._acceptance, self._closer, self._bus = acceptance, closer, bus
        self._policy, self._clock, self._deps_for = policy, clock, deps_for
        self.owner = owner
        self._drivers: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()  # conversations that got news while their driver was running
        self._results: dict[str, asyncio.Future[JsonObject]] = {}
        self._slots = asyncio.Semaphore(parallel_turns)

    # what the API calls

    async def begin(self, new: NewConversation, key: RequestKey | None = None) -> tuple[Accepted, JsonObject]:
        """Open a conversation and greet; the accepted turn and its answer."""
        accepted = await self._acceptance.conversation(new, self.versions.check(new.graph_version), key)
        self._start(accepted)
        return accepted, await self.result(accepted)

    async def submit(self, conversation_id: str, request: TurnRequest, key: RequestKey | None = None) -> Accepted:
        """Accept a turn and start it; it goes on whatever becomes of the caller."""
        accepted = await self._acceptance.turn(conversation_id, request, key)
        self._bus.ring(conversation_id)
        self._start(accepted)
        return accepted

    async def result(self, accepted: Accepted) -> JsonObject:
        """Wait for a turn's answer, whichever process runs it. Raises ``StorageUnavailable`` where it cannot be stored now."""
        future = self._results.get(accepted.turn_id)
        if future is None:
            async with self._database.read() as unit:
                turn = await unit.turns.get(accepted.turn_id)
            if turn is None:
                raise NotFound
            if turn.finished_at is not None:
                return turn.response or {}
            future = self._expect(accepted.turn_id)
            self.drive(accepted.conversation_id)
        while True:
            done, _ = await asyncio.wait({future}, timeout=_POLL_SECONDS)
            if done:
                return future.result()
            async with self._database.read() as unit:
                turn = await unit.turns.get(accepted.turn_id)
            if turn is not None and turn.finished_at is not None:
                self._results.pop(accepted.turn_id, None)
                return turn.response or {}
            self.drive(accepted.conversation_id)

    def _expect(self, turn_id: str) -> asyncio.Future[JsonObject]:
        """Where the answer of a turn that this process runs will appear."""
        return self._results.setdefault(turn_id, asyncio.get_running_loop().create_future())

    def _start(self, accepted: Accepted) -> None:
        if not accepted.is_replay:
            self._expect(accepted.turn_id)
            self.drive(accepted.conversation_id, accepted.claim)

    def drive(self, conversation_id: str, claim: Claim | None = None) -> None:
        """See to it that somebody works through this conversation's open turns."""
        if conversation_id in self._drivers:
            self._more.add(conversation_id)
        else:
            task = asyncio.create_task(self._drive(conversation_id, claim))
            self._drivers[conversation_id] = task

    # the loop

    async def _drive(self, conversation_id: str, first: Claim | None = None) -> None:
        turn_id: str | None = None
        try:
            async with self._slots:
                go_on = True
                while go_on or conversation_id in self._more:
                    self._more.discard(conversation_id)
                    claim, first = first or await self._claim(conversation_id), None
                    if claim is None:
                        go_on = False
                        continue
                    turn_id = claim.turn.id
                    committed = await self._run(claim)
                    self._answer(turn_id, committed.answer)
                    self._bus.ring(conversation_id)
                    go_on = committed.has_more
        except LeaseLost:
            logger.info("another process took over a conversation")
        except StorageUnavailable as away:
            self._fail(turn_id, away)
        except Exception as error:  # a driver's last words: whatever it is must reach the log and the waiting caller
            if not is_storage_trouble(error):
                logger.exception("a turn could not be run", extra={"conversation_id": conversation_id})
            self._fail(turn_id, StorageUnavailable(retry_after=2) if is_storage_trouble(error) else error)
        finally:
            # No await since the last look at `_more`: nobody can have counted on this driver in between.
            self._drivers.pop(conversation_id, None)
            self._more.discard(conversation_id)

    def _answer(self, turn_id: str, answer: JsonObject) -> None:
        future = self._results.pop(turn_id, None)
        if future and not future.done():
            future.set_result(answer)

    def _fail(self, turn_id: str | None, error: Exception) -> None:
        future = self._results.pop(turn_id, None) if turn_id else None
        if future and not future.done():
            future.set_exception(error)
            future.exception()  # nobody may be waiting any more

    async def _claim(self, conversation_id: str) -> Claim | None:
        """The next open turn, with the lease; None (and the lease given back) where there is none or another runs it."""
        now = self._clock()
        async with self._database.begin() as unit:
            turns = await unit.turns.unfinished(conversation_id)
            if not turns:
                await unit.conversations.drop_lease(conversation_id, self.owner)
                return None
            fence = await unit.conversations.take_lease(conversation_id, self.owner, now, now + LEASE)
            if fence is None:
                return None
            turn = turns[0]
            turn.attempts += 1
            conversation = await unit.conversations.get(conversation_id)
        return Claim(conversation, turn, fence) if conversation else None

    async def _run(self, claim: Claim) -> Committed:
        conversation, turn = claim.conversation, claim.turn
        if self._is_for_a_person(claim):
            done = Finished(turn.id, claim.fence, "completed", "relayed_to_human", None, None, conversation.consent)
            return await self._closer.commit(conversation.id, done)
        state = await self._recovered(claim) if turn.attempts > 1 else None
        if state is None:
            state = await self._run_graph(claim)
        checkpoint_id = self._checkpoints.take(conversation.id) or (await self._latest(conversation.id))
        outcome = state.get("outcome") or "error"
        status: TurnStatus = (
            "failed" if outcome == "error" else "interrupted" if (state.get("handoff") or {}).get("id") else "completed"
        )
        done = Finished(turn.id, claim.fence, status, outcome, state, checkpoint_id, conversation.consent)
        return await self._closer.commit(conversation.id, done)

    def _is_for_a_person(self, claim: Claim) -> bool:
        """While a person holds the conversation nothing but their own decision enters the graph."""
        if claim.turn.kind in ("resume", "greeting"):
            return False
        return claim.conversation.status in HELD_BY_PERSON or claim.conversation.status == "closed"

    async def _latest(self, conversation_id: str) -> str | None:
        saved = await saved_values(self._checkpoints, conversation_id)
        return saved[0] if saved else None

    async def _recovered(self, claim: Claim) -> ConversationState | None:
        """After a crash: the state of a run that was saved but not committed, else None with what it left cleared away."""
        saved = await saved_values(self._checkpoints, claim.conversation.id)
        if saved is None or saved[0] == claim.conversation.checkpoint_id:
            return None
        values: ConversationState = saved[1]  # type: ignore[assignment]  # the saver returns the channels as a dict
        if values.get("last_turn_seq") == claim.turn.seq and values.get("turn", {}).get("id") == claim.turn.id:
            return values
        await self._roll_back(claim.conversation)
        return None

    async def _roll_back(self, conversation: Conversation) -> None:
        async with self._database.begin() as unit:
            await unit.checkpoints.keep_only(conversation.id, conversation.checkpoint_id)

    async def _run_graph(self, claim: Claim) -> ConversationState:
        """Run the conversation's version; a run that breaks is answered by the graph's own apology."""
        try:
            return await self._invoke(claim, self._input(claim))
        except Exception as error:  # any fault of a node ends in an apology and a counted failure, not in a lost turn
            if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                raise
            logger.exception("a graph run broke", extra={"conversation_id": claim.conversation.id, "turn_id": claim.turn.id})
        await self._roll_back(claim.conversation)
        crashed = self._turn_input(claim)
        crashed["kind"] = "crashed"
        if claim.turn.kind == "resume":
            # The interrupt still stands: go on from it, and let the person's decision be the way back.
            crashed["decision"] = "return_to_bot"
            return await self._invoke(
                claim, Command(resume="crashed", update=fresh_turn(crashed, claim.conversation.consent))
            )
        return await self._invoke(claim, fresh_turn(crashed, claim.conversation.consent))

    async def _invoke(self, claim: Claim, given: ConversationState | Command[str]) -> ConversationState:
        graph = self.versions.compiled(claim.conversation.graph_version)
        config: RunnableConfig = {**thread(claim.conversation.id), "recursion_limit": 25}
        async with asyncio.timeout(TURN_LIMIT_SECONDS):
            # mypy sees one overload of `ainvoke`; what comes back is the state's own dict
            values = await graph.ainvoke(given, config, context=self._deps_for(claim.conversation), durability="exit")
        return values  # type: ignore[return-value]

    def _turn_input(self, claim: Claim) -> TurnInput:
        turn, conversation = claim.turn, claim.conversation
        mode = self._policy.consent_mode(conversation.region)
        may_read = conversation.consent is True or (mode == "notice" and conversation.consent is not False)
        given: TurnInput = {
            "id": turn.id,
            "seq": turn.seq,
            "kind": turn.kind,  # type: ignore[typeddict-item]  # written by `Acceptance` from the same words
            "at": turn.created_at.isoformat(),
            "may_read": may_read,
        }
        for name in ("text", "action", "arguments", "hidden", "reason", "decision", "note", "page_kind"):
            if name in turn.input:
                given[name] = turn.input[name]
        return given

    def _input(self, claim: Claim) -> ConversationState | Command[str]:
        conversation = claim.conversation
        state = fresh_turn(self._turn_input(claim), conversation.consent)
        if claim.turn.kind == "greeting":
            signed_in = conversation.customer_id is not None
            state["identity"] = {"level": "signed_in" if signed_in else "guest", "customer_id": conversation.customer_id}
            # The token's name greets where the back office has none, or is away.
            first_name = claim.turn.input.get("first_name")
            state["customer"] = {"first_name": first_name} if first_name else None
            state["region"], state["locale"], state["failures"] = conversation.region, conversation.locale, 0
        if claim.turn.kind == "resume":
            state["stage"] = "approved" if claim.turn.input.get("decision") == "approve" else "start"
            return Command(resume=claim.turn.input.get("decision", "return_to_bot"), update=state)
        return state

    # recovery

    async def sweep(self) -> int:
        """Take up every open turn that nobody runs; how many conversations that were."""
        async with self._database.read() as unit:
            abandoned = await unit.conversations.abandoned(self._clock())
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
        """Let running turns end; what is left is taken up by another process or the next start."""
        running = list(self._drivers.values())
        if running:
            await asyncio.wait(running, timeout=grace_seconds)
        for task in running:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*running, return_exceptions=True)
