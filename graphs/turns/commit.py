"""Committing: in one transaction the messages, events, hand-off and result of a turn, and the next turn's claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.acts import Act
from domain.billing import Prices, TokenUse
from domain.clock import Clock
from domain.conversation import (
    HELD_BY_PERSON,
    Author,
    Button,
    Citation,
    ConversationStatus,
    Handoff,
    JsonObject,
    Message,
    Outcome,
    PendingAction,
    ToolCall,
    Turn,
    TurnStatus,
)
from domain.experiments import Enrolment, Happened, shows
from domain.ids import new_id
from domain.jobs import SEND_MAIL
from domain.language.languages.written_language import plain_language
from domain.rules.policy import Policy
from domain.telemetry.metrics import TURN_SECONDS, TURNS, intent_label
from graphs.consents import ConsentProofs
from graphs.turns.beside import Mark
from graphs.turns.requests import Claim
from graphs.turns.shadow import Shadow
from graphs.turns.withdrawals import mark_handoff
from nodes.agenda import in_the_contract
from nodes.state import ConversationState, Draft
from records.conversations import HeldConversation, SavedCheckpoint
from records.engine.session import Database
from records.engine.unit import Unit
from records.handoffs import to_handoff
from records.tables.conversation import HandoffRow, TurnRow

# An answer that left a mail to send is told so much later, whether or not the mail goes to anybody: usually the mail is out
# by then, and what its sending costs the database does not show in the time of the next answer.
SENDING_SECONDS = 0.2


class LeaseLost(Exception):
    """Another process runs this conversation now: what this one computed is dropped."""


@dataclass(frozen=True)
class Finished:
    """What a turn came to. ``state`` is the graph's final state, None where the graph did not run."""

    status: TurnStatus
    outcome: Outcome
    state: ConversationState | None = None
    checkpoint: SavedCheckpoint | None = None
    notice: str | None = None  # what the customer is told where the graph did not run
    said: frozenset[str] = frozenset()  # ids of the messages that were said
    told: Sequence[str] = ()  # of those, what the reply is made of, in its order
    recording: JsonObject | None = None  # what the run was told, masked
    use: TokenUse | None = None  # of a hosted model; None without one
    shadow: Shadow | None = None  # what a candidate read beside it
    is_beside: bool = False  # a look beside a hand-off: what it said and showed counts, the conversation stands as it stood
    mark: Mark | None = None  # what the hand-off that waits is to tell its person besides


@dataclass(frozen=True)
class Committed:
    answer: JsonObject  # the body that the API returns, and returns again
    has_more: bool  # whether turns were accepted meanwhile; if not, the lease was given back


def _exposed(places: list[Enrolment], kind: str, turn: Turn, done: Finished, now: datetime) -> list[JsonObject] | None:
    """The conversation's places in experiments, with the time where this turn is the first that showed the variant."""
    searched = turn.grounded is not None or turn.outcome == "no_answer_found"
    happened = Happened(kind, turn.intent, searched, done.said)
    if done.state is None:
        return [place.model_dump(mode="json") for place in places] or None
    shown = [
        place.model_copy(update={"exposed_at": now}) if place.exposed_at is None and shows(place, happened) else place
        for place in places
    ]
    return [place.model_dump(mode="json") for place in shown] or None


def notice(text: str) -> Draft:
    """Words of the service itself, not of the assistant."""
    return {"id": new_id(), "role": "system", "text": text}


class TurnCloser:
    """``configuration``: what this process was started with (`domain.history.Configuration.id`)."""

    def __init__(
        self,
        database: Database,
        policy: Policy,
        clock: Clock,
        consents: ConsentProofs,
        configuration: str,
        prices: Prices | None,
    ) -> None:
        self._database, self._policy, self._clock, self._consents = database, policy, clock, consents
        self._configuration, self._prices = configuration, prices

    def _billed(self, use: TokenUse | None) -> JsonObject:
        if use is None:
            return {}
        cost = self._prices.of(use) if self._prices else None
        return {"tokens_read": use.read, "tokens_written": use.written, "cost": cost}

    async def commit(self, claim: Claim, done: Finished) -> Committed:
        """Store the result of a turn and return its answer. Raises ``LeaseLost``, with nothing kept."""
        now, turn = self._clock(), claim.turn
        async with self._database.begin() as unit:
            row = await unit.conversations.lock(claim.conversation.id)
            # An equal fence also says that the turn is still open: only the holder of the lease closes turns.
            if row is None or row.fence != claim.fence:
                raise LeaseLost
            done = await self._beside_a_person(unit, row, claim, done, now)
            state: ConversationState = done.state or {}
            drafts = [notice(done.notice)] if done.notice else state.get("reply", [])
            messages = [self._say(unit, row, turn, draft, now) for draft in drafts]
            calls = [ToolCall.model_validate(c) for c in state.get("tool_calls", [])]
            for call in calls:
                unit.transcript.emit(row, "tool.completed", {"turn_id": turn.id, **call.model_dump(mode="json")}, now)
            if done.is_beside:
                if done.checkpoint is not None:
                    row.checkpoint = done.checkpoint
            elif done.state is not None:
                await self._carry_over(unit, row, claim, done, now)
            result = self._result(row, turn, done, calls, now)
            row.variants = _exposed(claim.conversation.variants, turn.kind, result, done, now)
            turn_json = result.model_dump(mode="json")
            conversation = {"id": row.id, "status": row.status, "failures": row.failures}
            answer: JsonObject = {
                "turn": turn_json,
                "messages": [m.model_dump(mode="json") for m in messages],
                "conversation": conversation,
            }
            if turn.kind in ("resume", "handoff"):
                await unit.flush()  # the hand-off may have been opened in this very transaction
                found = await unit.handoffs.get(turn.input.get("handoff_id") or row.handoff_id or "")
                answer["handoff"] = found.model_dump(mode="json") if found else None
            unit.transcript.emit(
                row,
                "conversation.updated",
                {**conversation, "pending_action": row.pending_action, "handoff_id": row.handoff_id},
                now,
            )
            unit.transcript.emit(row, "turn.completed", turn_json, now)
            row.updated_at = now
            kept = result.model_dump(mode="json", exclude={"id", "variant"}) | {"configuration": self._configuration}
            mails = state.get("mails", [])
            unit.changes.told_after = SENDING_SECONDS if mails else 0.0
            for mail in mails:
                # With the turn's own commit, and looked up and sent after it: its answer is the same for every address.
                await unit.jobs.add(SEND_MAIL, {**mail, "conversation_id": row.id, "turn_id": turn.id}, now)
            mine = {"response": answer, "finished_at": now, "told": list(done.told) or None, **self._billed(done.use)}
            if "client" in turn.input:  # what its limits needed is not kept
                mine["input"] = {k: v for k, v in turn.input.items() if k != "client"}
            await unit.turns.finish(row, turn.id, {**kept, **mine})
            if done.recording is not None:
                unit.recordings.add(row.id, turn.id, done.recording, now)
            if done.shadow and done.shadow.reading:
                unit.intent_candidates.add_reading(row.id, turn.id, done.shadow.candidate_id, *done.shadow.reading)
            for other in claim.merged:
                merged = {**kept, "response": answer, "finished_at": now, "merged_into": turn.id}
                if "client" in other.input:
                    merged["input"] = {k: v for k, v in other.input.items() if k != "client"}
                await unit.turns.finish(row, other.id, merged)
            has_more = row.open_turns > 0
            if not has_more:
                row.lease_owner, row.lease_until = None, None
        for ended in (turn, *claim.merged):
            TURNS.labels(intent_label(result.intent), result.outcome).inc()
            TURN_SECONDS.labels(ended.kind).observe(max(0.0, (now - ended.created_at).total_seconds()))
        return Committed(answer, has_more)

    async def _beside_a_person(
        self, unit: Unit, row: HeldConversation, claim: Claim, done: Finished, now: datetime
    ) -> Finished:
        """What was done beside a hand-off, and what it is to tell its person. Who has claimed it meanwhile has the word."""
        is_beside = claim.conversation.status in HELD_BY_PERSON and claim.turn.kind not in ("resume", "greeting")
        handoff = await unit.handoffs.lock(row.handoff_id) if is_beside and row.handoff_id else None
        if handoff is None or handoff.status == "resumed":
            return done
        if done.mark is not None:
            mark_handoff(unit, row, handoff, done.mark, now)
        if done.mark not in (None, "wants_person"):
            return done  # whom to call in danger is said whoever has the word
        is_overtaken = handoff.status == "claimed" and (done.is_beside or claim.turn.kind == "text")
        return Finished("completed", "relayed_to_human", notice=claim.turn.input.get("notice")) if is_overtaken else done

    def _say(self, unit: Unit, row: HeldConversation, turn: TurnRow, draft: Draft, now: datetime) -> Message:
        is_assistant = draft["role"] == "assistant"
        name = self._policy.assistant_name if is_assistant else self._policy.company
        message = Message(
            id=draft["id"],
            seq=0,
            turn_id=turn.id,
            role=draft["role"],
            text=draft["text"],
            created_at=now,
            author=Author(name=f"{name} (AI)" if is_assistant else name, kind="ai"),
            citations=[Citation.model_validate(c) for c in draft.get("citations", [])],
            actions=[Button.model_validate(a) for a in draft.get("actions", [])],
        )
        return unit.transcript.say(row, message)

    async def _carry_over(self, unit: Unit, row: HeldConversation, claim: Claim, done: Finished, now: datetime) -> None:
        """From the graph's state into the conversation: what the API shows without asking the graph."""
        state = done.state or {}
        row.failures = state.get("failures", 0)
        pending = state.get("pending")
        shown = {k: pending.get(k) for k in PendingAction.model_fields} if pending else None
        row.pending_action = PendingAction.model_validate(shown).model_dump(mode="json") if shown else None
        if state.get("consent") != claim.conversation.consent:  # else it may have been given by a form meanwhile
            row.consent = state.get("consent")
            if row.consent is not None:
                await self._consents.keep(unit, row, row.consent, "words")
        identity = state.get("identity", {})
        if identity.get("level", "guest") in ("code", "signed_in"):
            row.customer_id = identity.get("customer_id") or row.customer_id
        if row.status != "closed":
            await self._hand_over(unit, row, claim.turn, state, now)
        if done.checkpoint is not None:
            row.checkpoint = done.checkpoint

    async def _hand_over(
        self, unit: Unit, row: HeldConversation, turn: TurnRow, state: ConversationState, now: datetime
    ) -> None:
        handoff = state.get("handoff")
        if not handoff or not handoff.get("id"):
            row.status, row.handoff_id = "closed" if state.get("close") else "open", None
            if state.get("close"):
                row.closed_at, row.closed_by, row.pending_action = now, "agent", None
            return
        if handoff["id"] == row.handoff_id:
            return
        opened = HandoffRow(
            id=handoff["id"],
            conversation_id=row.id,
            turn_id=turn.id,
            kind=handoff["kind"],
            reason=handoff["reason"],
            status="waiting",
            waiting_since=now,
            summary=handoff.get("summary", ""),
            detail=handoff.get("detail"),
        )
        unit.handoffs.open(opened)
        row.handoff_id = opened.id
        status: ConversationStatus = "waiting_for_approval" if handoff["kind"] == "approval" else "waiting_for_human"
        row.status = status
        shown: Handoff = to_handoff(opened)
        unit.transcript.emit(row, "handoff.updated", shown.model_dump(mode="json"), now)

    def _result(self, row: HeldConversation, turn: TurnRow, done: Finished, calls: list[ToolCall], now: datetime) -> Turn:
        state = done.state or {}
        return Turn(
            id=turn.id,
            status=done.status,
            intent=state.get("intent"),
            confidence=state.get("confidence"),
            outcome=done.outcome,
            tool_calls=calls,
            acts=[in_the_contract(Act.model_validate(act)) for act in state.get("acts", [])],
            language=plain_language(_said(state)),
            grounded=state.get("grounded"),
            failures=row.failures,
            variant=turn.variant,
            duration_ms=max(0, int((now - turn.created_at).total_seconds() * 1000)),
        )


def _said(state: ConversationState) -> str:
    """The customer's masked words of this turn; empty where it was no message."""
    turn = state.get("turn")
    return turn.get("whole") or turn.get("text", "") if turn and turn["kind"] == "text" else ""
