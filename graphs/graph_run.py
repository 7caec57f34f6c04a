"""From a claimed turn to what it came to: the conversation's graph version runs in memory, and nothing is stored here."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from langchain_core.runnables import RunnableConfig
from langgraph.types import Command

from domain.conversation import HELD_BY_PERSON, Conversation, TurnStatus
from domain.errors import StorageUnavailable
from domain.policy import Policy
from graphs.checkpoints import TurnSaver
from graphs.close_turn import Finished
from graphs.requests import Claim
from graphs.versions import GraphVersions
from nodes.deps import Deps
from nodes.state import ConversationState, TurnInput, fresh_turn
from records.session import Database, is_storage_trouble

logger = logging.getLogger(__name__)

TURN_LIMIT = timedelta(seconds=45)
_STEPS = 25  # nodes that a turn may pass; the longest way has fewer than ten


class GraphDidNotRun(Exception):
    """LangGraph returned without this turn's end: it takes a resume of what does not wait for a silent success."""


class GraphRun:
    def __init__(
        self,
        database: Database,
        versions: GraphVersions,
        saver: TurnSaver,
        policy: Policy,
        deps_for: Callable[[Conversation], Deps],
        turn_limit: timedelta = TURN_LIMIT,
    ) -> None:
        self._database, self._versions, self._saver = database, versions, saver
        self._policy, self._deps_for = policy, deps_for
        self._limit_seconds = turn_limit.total_seconds()

    async def of(self, claim: Claim) -> Finished:
        """Run the turn. Raises ``StorageUnavailable``; any other fault is answered by the graph's own apology."""
        if _is_for_a_person(claim):
            return Finished("completed", "relayed_to_human")
        try:
            state = await self._invoke(claim, self._input(claim))
        except Exception as error:  # any fault of a node ends in an apology and a counted failure, not in a lost turn
            if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                raise
            logger.exception("a graph run broke", extra={"conversation_id": claim.conversation.id, "turn_id": claim.turn.id})
            state = await self._after_fault(claim)
        outcome = state.get("outcome") or "error"
        status: TurnStatus = (
            "failed" if outcome == "error" else "interrupted" if (state.get("handoff") or {}).get("id") else "completed"
        )
        return Finished(status, outcome, state, self._saver.end(claim.conversation.id))

    async def _after_fault(self, claim: Claim) -> ConversationState:
        if await self._has_acted(claim):
            # What was asked of the back office has its key: running again finds out what became of it.
            try:
                return await self._invoke(claim, self._input(claim))
            except Exception as error:  # as above
                if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                    raise
                logger.exception("a graph run broke again", extra={"turn_id": claim.turn.id})
        crashed: TurnInput = {**self._turn_input(claim), "kind": "crashed"}
        if claim.turn.kind == "resume":
            # The interrupt still stands: go on from it, and let the person's decision be the way back.
            crashed["decision"] = "return_to_bot"
            return await self._invoke(
                claim, Command(resume="crashed", update=fresh_turn(crashed, claim.conversation.consent))
            )
        return await self._invoke(claim, fresh_turn(crashed, claim.conversation.consent))

    async def _has_acted(self, claim: Claim) -> bool:
        async with self._database.glance() as unit:
            return await unit.operations.has_any_of(claim.turn.id)

    async def _invoke(self, claim: Claim, given: ConversationState | Command[str]) -> ConversationState:
        graph = self._versions.compiled(claim.conversation.graph_version)
        config: RunnableConfig = {"configurable": {"thread_id": claim.conversation.id}, "recursion_limit": _STEPS}
        self._saver.begin(claim.conversation.id, claim.checkpoint)
        async with asyncio.timeout(self._limit_seconds):
            # Nothing is asked of the stream: the state is taken from the checkpoint that the run leaves.
            await graph.ainvoke(
                given, config, context=self._deps_for(claim.conversation), durability="exit", stream_mode="custom"
            )
        state: ConversationState = self._saver.left(claim.conversation.id)  # type: ignore[assignment]  # channels as a dict
        if state.get("turn", {}).get("id") != claim.turn.id or state.get("last_turn_seq") != state["turn"]["seq"]:
            raise GraphDidNotRun(claim.turn.id)
        return state

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
        if claim.merged:
            burst = [turn, *claim.merged]
            given["text"] = "\n".join(t.input["text"] for t in burst)
            given["hidden"] = list(dict.fromkeys(kind for t in burst for kind in t.input.get("hidden", [])))
            given["seq"] = claim.merged[-1].seq
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


def _is_for_a_person(claim: Claim) -> bool:
    """While a person holds the conversation nothing but their own decision enters the graph."""
    if claim.turn.kind in ("resume", "greeting"):
        return False
    return claim.conversation.status in HELD_BY_PERSON or claim.conversation.status == "closed"


def may_ask_a_model(claim: Claim) -> bool:
    return claim.turn.kind == "text" and not _is_for_a_person(claim)
