"""From a claimed turn to what it came to: the conversation's graph version runs in memory, and nothing is stored here."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from langchain_core.runnables import RunnableConfig
from langgraph.types import Command

from domain.billing import TokenUse
from domain.conversation import HELD_BY_PERSON, Conversation, JsonObject, TurnStatus
from domain.errors import StorageUnavailable
from domain.json_values import strings
from domain.messages.messages import Messages
from domain.rules.policy import Policy
from domain.telemetry.log_context import logged_about
from domain.telemetry.metrics import intent_label
from domain.telemetry.spans import Attributes, span
from graphs.engine.checkpointer import TurnSaver, with_values
from graphs.turns.beside import SHOWN, look_from, looked_up, may_look, waiting_notice
from graphs.turns.commit import Finished
from graphs.turns.recorder import Recorder, RecordingDesk
from graphs.turns.requests import Claim
from graphs.turns.shadow import Shadow, ShadowedIntents
from graphs.turns.told import told_in
from graphs.versions.registry import GraphVersions
from nodes.deps import Deps
from nodes.state import ConversationState, TurnInput, fresh_turn
from records.engine.session import Database, is_storage_trouble

logger = logging.getLogger(__name__)

TURN_LIMIT = timedelta(seconds=45)
_LATEST = 16  # messages among which what we said is looked for
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
        messages: Messages,
        deps_for: Callable[[Conversation, str | None], Deps],
        turn_limit: timedelta = TURN_LIMIT,
    ) -> None:
        self._database, self._versions, self._saver = database, versions, saver
        self._policy, self._messages, self._deps_for = policy, messages, deps_for
        self._limit_seconds = turn_limit.total_seconds()
        self._said: dict[str, dict[str, list[str]]] = {}  # by turn, what its run said: words by a message's id
        self._uses: dict[str, list[TokenUse]] = {}  # by turn, of the hosted model; one a run
        self._recorders: dict[str, Recorder] = {}  # by turn, what its run was told
        self._shadows: dict[str, Shadow] = {}  # by turn, what a candidate read beside it

    def stopped(self, claim: Claim) -> Finished:
        """What a turn came to that its customer stopped."""
        return Finished("failed", "error", notice=self._messages.speaking(claim.conversation.locale)("answer-stopped"))

    async def of(self, claim: Claim) -> Finished:
        """Run the turn. Raises ``StorageUnavailable``; any other fault is answered by the graph's own apology."""
        with (
            logged_about(conversation_id=claim.conversation.id, turn_id=claim.turn.id),
            span("invoke_agent supportgraph", _attributes(claim)) as turn,
        ):
            done = await self._told(claim)
            if turn is not None:
                turn.set_attribute("supportgraph.outcome", done.outcome)
                turn.set_attribute("supportgraph.intent", intent_label((done.state or {}).get("intent")))
            return done

    async def _told(self, claim: Claim) -> Finished:
        if _is_for_a_person(claim):
            return await self._beside(claim)
        try:
            state = await self._invoke(claim, self._input(claim))
        except Exception as error:  # any fault of a node ends in an apology and a counted failure, not in a lost turn
            if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                raise
            logger.exception("a graph run broke")
            state = await self._after_fault(claim)
        outcome = state.get("outcome") or "error"
        status: TurnStatus = (
            "failed" if outcome == "error" else "interrupted" if (state.get("handoff") or {}).get("id") else "completed"
        )
        said = self._said.pop(claim.turn.id, {})
        told = told_in([draft["text"] for draft in state.get("reply", [])], said)
        recording = self._recorded(claim, state)
        checkpoint, use = self._saver.end(claim.conversation.id), self._used(claim)
        shadow = self._shadows.pop(claim.turn.id, None)
        return Finished(
            status,
            outcome,
            state,
            checkpoint,
            said=frozenset(said),
            told=told,
            recording=recording,
            use=use,
            shadow=shadow,
        )

    async def _beside(self, claim: Claim) -> Finished:
        """A turn while something waits for a person. Words are read by the person; what only looks is looked up."""
        say = self._messages.speaking(claim.conversation.locale)
        async with self._database.read_snapshot() as unit:
            handoff = await unit.handoffs.get(claim.conversation.handoff_id or "")
            unclaimed = handoff is not None and handoff.status == "waiting"
            latest = await unit.transcript.latest(claim.conversation.id, _LATEST) if unclaimed else []
        known = (handoff.detail or {}).get("urgent") if handoff is not None else None
        before = [message.text for message in reversed(latest) if message.role != "customer"]
        notice, mark = waiting_notice(say, self._policy, claim, unclaimed, known, before)
        looks = mark is None and not claim.turn.input.get("notice") and may_look(claim, unclaimed, known)
        if looks and (found := await self._looked_up(claim)) is not None:
            return found
        return Finished("completed", "relayed_to_human", notice=notice, mark=mark)

    async def _looked_up(self, claim: Claim) -> Finished | None:
        """What a look beside the waiting hand-off finds; None where there is nothing to be said of it."""
        saved = claim.checkpoint
        if saved is None:
            return None
        stands: ConversationState = self._saver.values(saved)  # type: ignore[assignment]  # channels as a dict
        begin = look_from(stands, self._turn_input(claim), claim.conversation.consent, claim.conversation.status)
        if begin is None:
            return None
        try:
            state = await self._invoke(claim, begin, from_here=True)
        except Exception as error:  # any fault of a look leaves the words to the person
            if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                raise
            logger.exception("a look beside a hand-off broke")
            return None
        finally:
            self._saver.drop(claim.conversation.id)
            said, use = self._said.pop(claim.turn.id, {}), self._used(claim)
            for kept in (self._recorders, self._shadows):
                kept.pop(claim.turn.id, None)
        found = looked_up(self._messages.speaking(claim.conversation.locale), state, claim.conversation.status)
        if found is None:
            return None
        texts = [draft["text"] for draft in found.drafts]
        shown = {name: state[name] for name in SHOWN if name in state}  # type: ignore[literal-required]  # SHOWN names keys of it
        return Finished(
            "completed",
            "answered" if found.is_answer else "relayed_to_human",
            {**state, "reply": found.drafts},
            with_values(saved, shown) if found.is_answer else None,
            said=frozenset(said),
            told=told_in(texts, said),
            use=use,
            is_beside=True,
            mark=found.mark,
        )

    def _used(self, claim: Claim) -> TokenUse | None:
        runs = self._uses.pop(claim.turn.id, None)
        if runs is None:
            return None
        return TokenUse(sum(run.read for run in runs), sum(run.written for run in runs))

    def _recorded(self, claim: Claim, state: ConversationState) -> JsonObject | None:
        recorder = self._recorders.pop(claim.turn.id, None)
        if recorder is None:
            return None
        identity = state.get("identity", {})
        given = [turn.input for turn in (claim.turn, *claim.merged)]
        said = [*(draft["text"] for draft in state.get("reply", [])), *strings(given)]
        return recorder.recorded(said, identity.get("customer_id"), identity.get("orders", []))

    async def _after_fault(self, claim: Claim) -> ConversationState:
        if await self._has_acted(claim):
            # What was asked of the back office has its key: running again finds out what became of it.
            try:
                return await self._invoke(claim, self._input(claim))
            except Exception as error:  # as above
                if is_storage_trouble(error) or isinstance(error, StorageUnavailable):
                    raise
                logger.exception("a graph run broke again")
        crashed: TurnInput = {**self._turn_input(claim), "kind": "crashed"}
        if claim.turn.kind == "resume":
            # The interrupt still stands: go on from it, and let the person's decision be the way back.
            crashed["decision"] = "return_to_bot"
            return await self._invoke(
                claim, Command(resume="crashed", update=fresh_turn(crashed, claim.conversation.consent))
            )
        return await self._invoke(claim, fresh_turn(crashed, claim.conversation.consent))

    async def _has_acted(self, claim: Claim) -> bool:
        async with self._database.read_snapshot() as unit:
            return await unit.operations.has_any_of(claim.turn.id)

    async def _invoke(
        self, claim: Claim, given: ConversationState | Command[str], *, from_here: bool = False
    ) -> ConversationState:
        """``from_here``: from what is given alone, not from where the conversation stands."""
        graph = self._versions.compiled(claim.conversation.graph_version)
        config: RunnableConfig = {"configurable": {"thread_id": claim.conversation.id}, "recursion_limit": _STEPS}
        self._saver.begin(claim.conversation.id, None if from_here else claim.checkpoint)
        deps = self._deps_for(claim.conversation, claim.turn.input.get("client"))
        self._said[claim.turn.id] = deps.say.said
        if deps.use is not None:
            self._uses.setdefault(claim.turn.id, []).append(deps.use)
        if isinstance(deps.desk, RecordingDesk):
            self._recorders[claim.turn.id] = deps.desk.recorder
        if isinstance(deps.intents, ShadowedIntents):
            self._shadows[claim.turn.id] = deps.intents.shadow
        async with asyncio.timeout(self._limit_seconds):
            # Nothing is asked of the stream: the state is taken from the checkpoint that the run leaves.
            await graph.ainvoke(given, config, context=deps, durability="exit", stream_mode="custom")
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
        for name in (
            "text",
            "action",
            "arguments",
            "hidden",
            "in_pieces",
            "decision",
            "note",
            "page_kind",
            "offer",
            "quote_seen",
        ):
            if name in turn.input:
                given[name] = turn.input[name]
        if claim.merged:
            batch = [turn, *claim.merged]
            given["text"] = "\n".join(t.input["text"] for t in batch)
            given["in_pieces"] = any(t.input.get("in_pieces") for t in batch)
            given["hidden"] = list(dict.fromkeys(kind for t in batch for kind in t.input.get("hidden", [])))
            given["seq"] = claim.merged[-1].seq
        return given

    def _input(self, claim: Claim) -> ConversationState | Command[str]:
        conversation = claim.conversation
        state = fresh_turn(self._turn_input(claim), conversation.consent)
        state["locale"] = conversation.locale  # which follows the language that the customer writes
        if claim.turn.kind == "greeting":
            signed_in = conversation.customer_id is not None
            state["identity"] = {
                "level": "signed_in" if signed_in else "guest",
                "customer_id": conversation.customer_id,
                "until": claim.turn.input.get("signed_in_until"),
            }
            # The token's name greets where the back office has none, or is away.
            first_name = claim.turn.input.get("first_name")
            state["customer"] = {"first_name": first_name} if first_name else None
            state["region"], state["failures"] = conversation.region, 0
        if claim.turn.kind == "resume":
            state["task"] = None  # what a look beside it left open
            state["stage"] = "approved" if claim.turn.input.get("decision") == "approve" else "start"
            return Command(resume=claim.turn.input.get("decision", "return_to_bot"), update=state)
        return state


def _attributes(claim: Claim) -> Attributes:
    return {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.name": "supportgraph",
        "gen_ai.conversation.id": claim.conversation.id,
        "supportgraph.turn.id": claim.turn.id,
        "supportgraph.turn.kind": claim.turn.kind,
        "supportgraph.graph_version": claim.conversation.graph_version,
    }


def _is_for_a_person(claim: Claim) -> bool:
    """While a person holds the conversation nothing but their own decision enters the graph."""
    if claim.turn.kind in ("resume", "greeting"):
        return False
    return claim.conversation.status in HELD_BY_PERSON or claim.conversation.status == "closed"


def may_ask_a_model(claim: Claim) -> bool:
    return claim.turn.kind == "text" and not _is_for_a_person(claim)
