"""What still waits for a person can be taken back by the customer: decided under the lock of the conversation, so that an
approval and its withdrawal can never both count."""

from datetime import datetime

from domain.conversation import HandoffEnd
from domain.errors import AlreadyClaimed, NothingToWithdraw
from domain.language.asks_for_person import asks_for_person
from domain.language.refusal import refuses
from domain.phrases import read_confirmation
from graphs.turns.requests import TurnRequest
from records.engine.unit import Unit
from records.handoffs import to_handoff
from records.held_conversation import HeldConversation
from records.tables.handoff import HandoffRow

WITHDRAW: HandoffEnd = "withdraw"  # the decision under which the graph goes on


async def withdraws(unit: Unit, row: HeldConversation, request: TurnRequest, text: str, now: datetime) -> HandoffRow | None:
    """The hand-off that a request takes back, marked as ended; None where it takes back nothing.

    Words and `cancel` take back an approval, at any time before a person has decided. The request to withdraw takes back any
    hand-off that nobody holds. Raises ``NothingToWithdraw`` or ``AlreadyClaimed`` for that one only."""
    approving = row.status == "waiting_for_approval"
    if not request.withdraw and not (approving and _takes_back(row, request, text)):
        return None
    handoff = await unit.handoffs.lock(row.handoff_id) if row.handoff_id else None
    if handoff is None or handoff.status == "resumed":
        if request.withdraw:
            raise NothingToWithdraw
        return None  # a person decided this moment: these words come after it
    if request.withdraw and not approving and handoff.status == "claimed":
        raise AlreadyClaimed("A person is in the conversation by now", claimed_by=handoff.claimed_by)
    handoff.status, handoff.resumed_at, handoff.resume_action = "resumed", now, WITHDRAW
    unit.transcript.emit(row, "handoff.updated", to_handoff(handoff).model_dump(mode="json"), now)
    return handoff


async def wishes_for_person(unit: Unit, row: HeldConversation, request: TurnRequest, text: str, now: datetime) -> bool:
    """Whether somebody whose approval waits asks for a person: whoever approves is shown it."""
    asks = request.handoff is not None or (request.text is not None and asks_for_person(text))
    if row.status != "waiting_for_approval" or not asks or not row.handoff_id:
        return False
    handoff = await unit.handoffs.lock(row.handoff_id)
    if handoff is None or handoff.status == "resumed":
        return False
    if not (handoff.detail or {}).get("wants_person"):
        handoff.detail = {**(handoff.detail or {}), "wants_person": True}
        handoff.summary = f"Also asks to talk to a person · {handoff.summary}"
        unit.transcript.emit(row, "handoff.updated", to_handoff(handoff).model_dump(mode="json"), now)
    return True


def _takes_back(row: HeldConversation, request: TurnRequest, text: str) -> bool:
    quote = row.pending_action or {}
    if request.action is not None:
        return request.action.name == "cancel" and request.action.arguments.get("quote_id") in (None, quote.get("id"))
    if request.text is None or asks_for_person(text):
        return False
    name = quote.get("name")
    return read_confirmation(text, name) == "no" or refuses(text, name) is not None
