"""What people do with a hand-off: claim it, answer, and give it back or end it. The row decides, by compare-and-set."""

from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import Author, Handoff, Message, ResumeAction
from domain.errors import (
    AlreadyClaimed,
    AlreadyResumed,
    Forbidden,
    NotClaimed,
    NotConfirmed,
    NotFound,
    Withdrawn,
    WrongHandoffKind,
)
from domain.ids import new_id
from domain.messages.messages import Messages, Say
from domain.rules.policy import Policy
from graphs.turns.accept import Acceptance
from graphs.turns.masking import Masking, Words
from graphs.turns.requests import Accepted
from graphs.turns.withdrawals import WITHDRAW
from records.conversations import HeldConversation
from records.engine.session import Database
from records.engine.unit import Unit
from records.handoffs import to_handoff
from records.tables.conversation import HandoffRow

QUEUE = "handoffs"  # the bus topic of the agents' queue

_ALLOWED: dict[str, frozenset[str]] = {
    "conversation": frozenset({"return_to_bot", "close"}),
    "approval": frozenset({"approve", "reject", "close"}),
}


def _refuse_ended(row: HandoffRow) -> None:
    if row.status == "resumed":
        raise Withdrawn if row.resume_action == WITHDRAW else AlreadyResumed


@dataclass
class HandoffService:
    database: Database
    acceptance: Acceptance
    masking: Masking
    clock: Clock
    policy: Policy
    messages: Messages

    async def claim(self, unit: Unit, handoff_id: str, name: str) -> Handoff:
        """Take a hand-off. Raises ``AlreadyClaimed`` with who holds it; the holder's repeated claim is fine."""
        row = await self._row(unit, handoff_id)
        if row.status == "claimed" and row.claimed_by == name:
            return to_handoff(row)
        _refuse_ended(row)
        if not await unit.handoffs.claim(handoff_id, name, self.clock()):
            raise AlreadyClaimed(f"{row.claimed_by} holds this hand-off", claimed_by=row.claimed_by)
        await unit.session.refresh(row)
        conversation = await self._conversation(unit, row)
        if row.kind == "conversation":
            conversation.status = "with_human"
            self._say(
                unit,
                conversation,
                "system",
                self._words(conversation)("person-joined", name=name),
                Author(name=name, kind="human"),
            )
        self._tell(unit, conversation, row)
        return to_handoff(row)

    async def reply(self, unit: Unit, handoff_id: str, name: str, words: Words) -> Message:
        """The holder's words to the customer, masked like everybody's."""
        row = await self._held_by(unit, handoff_id, name)
        conversation = await self._conversation(unit, row)
        if row.first_reply_at is None:
            row.first_reply_at = self.clock()
        self.masking.keep(unit, row.conversation_id, words.sealed)
        return self._say(unit, conversation, "agent", words.texts[0], Author(name=name, kind="human"))

    async def resume(self, unit: Unit, handoff_id: str, name: str, action: ResumeAction, words: Words) -> Accepted:
        """Decide, once, and open the turn that resumes the graph. The same decision again is the same turn."""
        row, note = await self._row(unit, handoff_id), words.texts[0] or None
        if row.status == "resumed":
            if row.resume_action == WITHDRAW:
                raise Withdrawn
            if (row.resume_action, row.resume_note) != (action, note) or row.resume_turn_id is None:
                raise AlreadyResumed
            return Accepted(row.conversation_id, row.resume_turn_id, is_replay=True)
        await self._held_by(unit, handoff_id, name)
        if action not in _ALLOWED[row.kind]:
            raise WrongHandoffKind(f"{action} does not fit a hand-off of kind {row.kind}")
        conversation = await self._conversation(unit, row)
        if action == "approve":
            await _check_confirmed(unit, row, conversation)
        self.masking.keep(unit, row.conversation_id, words.sealed)
        turn = self.acceptance.open_resume(unit, conversation, {"decision": action, "note": note, "handoff_id": row.id})
        row.status, row.resumed_at, row.resumed_by = "resumed", self.clock(), name
        row.resume_action, row.resume_note, row.resume_turn_id = action, note, turn.id
        self._tell(unit, conversation, row)
        return Accepted(row.conversation_id, turn.id)

    async def release(self, unit: Unit, handoff_id: str, name: str, *, is_admin: bool) -> Handoff:
        """Back to the queue, in its old place; the same wish again is the same answer.

        Raises ``NotClaimed``, ``AlreadyResumed``, or ``Forbidden`` where another holds it and the caller is no admin."""
        row = await self._row(unit, handoff_id)
        _refuse_ended(row)
        if row.status == "waiting" and row.released_by != name:
            raise NotClaimed("Nobody holds this hand-off")
        if row.status == "claimed":
            if row.claimed_by != name and not is_admin:
                raise Forbidden(f"{row.claimed_by} holds this hand-off")
            await self._put_back(unit, row, Author(name=name, kind="human"))
            row.released_by = name
        return to_handoff(row)

    async def release_overdue(self) -> int:
        """Put back what is claimed and left for longer than the policy's ``claim_timeout``; how many that were."""
        patience, released = self.policy.claim_patience, 0
        if patience is None:
            return 0
        async with self.database.read_snapshot() as unit:
            overdue = await unit.handoffs.overdue(self.clock() - patience)
        for handoff_id in overdue:
            async with self.database.begin() as unit:
                row = await self._row(unit, handoff_id)
                # Once more, under the lock: the holder may have answered, or another replica been here.
                if not await unit.handoffs.overdue(self.clock() - patience, handoff_id):
                    continue
                company = Author(name=self.policy.company, kind="ai")
                await self._put_back(unit, row, company, is_late=True)
                row.released_by = None
            released += 1
        return released

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
        _refuse_ended(row)
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

    async def _put_back(self, unit: Unit, row: HandoffRow, author: Author, *, is_late: bool = False) -> None:
        conversation = await self._conversation(unit, row)
        say, name = self._words(conversation), row.claimed_by or ""
        left = say("person-left.in-time", name=name) if is_late else say("person-left", name=name)
        queued = say("back-in-queue") if row.kind == "conversation" else say("back-in-queue.approval")
        row.status, row.claimed_by, row.claimed_at = "waiting", None, None
        conversation.status = "waiting_for_human" if row.kind == "conversation" else "waiting_for_approval"
        self._say(unit, conversation, "system", f"{left} {queued}", author)
        self._tell(unit, conversation, row)

    def _words(self, conversation: HeldConversation) -> Say:
        return self.messages.speaking(conversation.locale)

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


async def _check_confirmed(unit: Unit, row: HandoffRow, conversation: HeldConversation) -> None:
    """Raises ``NotConfirmed`` unless the turn that asked for the approval did so for the very quote that waits."""
    pending, asked = conversation.pending_action, row.detail or {}
    turn = await unit.turns.get(row.turn_id) if row.turn_id else None
    calls = [call["name"] for call in (turn.tool_calls or []) if call["status"] == "needs_approval"] if turn else []
    same = ("name", "arguments", "amount", "method_id")
    if pending is None or pending["name"] not in calls or any(asked.get(k) != pending.get(k) for k in same):
        raise NotConfirmed
