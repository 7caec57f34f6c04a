"""What people do with a hand-off: claim it, answer, and give it back or end it. The row decides, by compare-and-set."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import Author, Handoff, JsonObject, Message, ResumeAction
from domain.errors import AlreadyClaimed, AlreadyResumed, NotClaimed, NotFound, WrongHandoffKind
from domain.ids import new_id
from domain.personal_data import NEVER_KEPT
from domain.ports.privacy import Masker
from graphs.accept import Acceptance
from graphs.bus import Bus
from graphs.requests import Accepted
from graphs.runner import TurnRunner
from records.handoffs import to_handoff
from records.held_conversation import HeldConversation
from records.session import Database
from records.tables.handoff import HandoffRow
from records.unit import Unit

QUEUE = "handoffs"  # the bus topic of the agents' queue

_ALLOWED: dict[str, frozenset[str]] = {
    "conversation": frozenset({"return_to_bot", "close"}),
    "approval": frozenset({"approve", "reject", "close"}),
}


@dataclass
class HandoffDesk:
    database: Database
    acceptance: Acceptance
    runner: TurnRunner
    masker: Masker
    bus: Bus
    clock: Clock

    async def claim(self, unit: Unit, handoff_id: str, name: str) -> Handoff:
        """Take a hand-off. Raises ``AlreadyClaimed`` with who holds it; the holder's repeated claim is fine."""
        row = await self._row(unit, handoff_id)
        if row.status == "claimed" and row.claimed_by == name:
            return to_handoff(row)
        if row.status == "resumed":
            raise AlreadyResumed
        if not await unit.handoffs.claim(handoff_id, name, self.clock()):
            raise AlreadyClaimed(f"{row.claimed_by} holds this hand-off", claimed_by=row.claimed_by)
        await unit.session.refresh(row)
        conversation = await self._conversation(unit, row)
        if row.kind == "conversation":
            conversation.status = "with_human"
            self._say(unit, conversation, "system", f"{name} joined the conversation.", Author(name=name, kind="human"))
        self._tell(unit, conversation, row)
        return to_handoff(row)

    async def reply(self, unit: Unit, handoff_id: str, name: str, text: str) -> Message:
        """The holder's words to the customer."""
        row = await self._held_by(unit, handoff_id, name)
        conversation = await self._conversation(unit, row)
        if row.first_reply_at is None:
            row.first_reply_at = self.clock()
        return self._say(unit, conversation, "agent", self.without_secrets(text), Author(name=name, kind="human"))

    async def resume(self, unit: Unit, handoff_id: str, name: str, action: ResumeAction, note: str | None) -> Accepted:
        """Decide, once, and open the turn that resumes the graph. The same decision again is the same turn."""
        row = await self._row(unit, handoff_id)
        note = self.without_secrets(note) if note else None
        if row.status == "resumed":
            if (row.resume_action, row.resume_note) != (action, note) or row.resume_turn_id is None:
                raise AlreadyResumed
            return Accepted(row.conversation_id, row.resume_turn_id, is_replay=True)
        await self._held_by(unit, handoff_id, name)
        if action not in _ALLOWED[row.kind]:
            raise WrongHandoffKind(f"{action} does not fit a hand-off of kind {row.kind}")
        conversation = await self._conversation(unit, row)
        turn = self.acceptance.open_resume(unit, conversation, {"decision": action, "note": note, "handoff_id": row.id})
        row.status, row.resumed_at, row.resumed_by = "resumed", self.clock(), name
        row.resume_action, row.resume_note, row.resume_turn_id = action, note, turn.id
        self._tell(unit, conversation, row)
        return Accepted(row.conversation_id, turn.id)

    async def after_commit(self, accepted: Accepted) -> JsonObject:
        """Run the decision's turn; its answer is the same however often it is asked for."""
        self.ring(accepted.conversation_id)
        answer = await self.runner.result(accepted)
        self.ring(accepted.conversation_id)
        return answer

    async def customer_closes(self, unit: Unit, conversation: HeldConversation) -> None:
        """The customer ends the conversation; an open hand-off ends with it."""
        now = self.clock()
        conversation.status, conversation.closed_at, conversation.closed_by = "closed", now, "customer"
        conversation.updated_at, conversation.pending_action = now, None
        row = await unit.handoffs.lock(conversation.handoff_id) if conversation.handoff_id else None
        if row and row.status != "resumed":
            row.status, row.resumed_at, row.resume_action = "resumed", now, "close"
            self._tell(unit, conversation, row)
        data = {"id": conversation.id, "status": "closed", "failures": conversation.failures, "pending_action": None}
        unit.transcript.emit(conversation, "conversation.updated", data, now)

    def ring(self, conversation_id: str) -> None:
        self.bus.ring(conversation_id)
        self.bus.ring(QUEUE)

    def without_secrets(self, text: str) -> str:
        """Staff's words keep names and addresses, but no card number, password or the like is stored from them either."""
        for found in reversed(self.masker.find(text)):
            if found.kind in NEVER_KEPT:
                text = f"{text[: found.start]}[{found.kind.upper()}]{text[found.end :]}"
        return text

    async def _row(self, unit: Unit, handoff_id: str) -> HandoffRow:
        """The hand-off, locked after its conversation: whoever locks both does so in this order, and nobody waits in a circle."""
        conversation_id = await unit.handoffs.conversation_of(handoff_id)
        if conversation_id is None:
            raise NotFound
        await unit.conversations.lock(conversation_id)
        row = await unit.handoffs.lock(handoff_id)
        if row is None:
            raise NotFound
        return row

    async def _held_by(self, unit: Unit, handoff_id: str, name: str) -> HandoffRow:
        row = await self._row(unit, handoff_id)
        if row.status == "resumed":
            raise AlreadyResumed
        if row.status != "claimed":
            raise NotClaimed
        if row.claimed_by != name:
            raise AlreadyClaimed(f"{row.claimed_by} holds this hand-off", claimed_by=row.claimed_by)
        return row

    async def _conversation(self, unit: Unit, row: HandoffRow) -> HeldConversation:
        conversation = await unit.conversations.lock(row.conversation_id)
        if conversation is None:
            raise NotFound
        return conversation

    def _say(self, unit: Unit, conversation: HeldConversation, role: str, text: str, author: Author) -> Message:
        now = self.clock()
        conversation.updated_at = now
        said = Message(
            id=new_id(),
            seq=0,
            turn_id=None,
            role="agent" if role == "agent" else "system",
            text=text,
            created_at=now,
            author=author,
        )
        return unit.transcript.say(conversation, said)

    def _tell(self, unit: Unit, conversation: HeldConversation, row: HandoffRow) -> None:
        now = self.clock()
        unit.transcript.emit(conversation, "handoff.updated", to_handoff(row).model_dump(mode="json"), now)
        data = {"id": conversation.id, "status": conversation.status, "failures": conversation.failures}
        unit.transcript.emit(conversation, "conversation.updated", data, now)
