"""What still waits for a person can be taken back by the customer: decided under the lock of the conversation, so that an
approval and its withdrawal can never both count."""

from datetime import datetime

from domain.conversation import HandoffEnd, HandoffStatus, JsonObject
from domain.errors import AlreadyClaimed, NothingToWithdraw
from domain.language.danger.hard_times import calls_off_alarm
from domain.language.danger.urgent import gravest, urgent
from domain.language.orders.order_references import orders_in
from domain.language.people.asks_for_person import asks_for_person
from domain.language.quotes.phrases import read_confirmation
from domain.language.quotes.refusal import takes_back
from domain.language.text.clauses import clauses
from domain.order_numbers import digits_of
from graphs.engine.checkpointer import channels_of
from graphs.turns.beside import Mark
from graphs.turns.requests import TurnRequest
from records.conversations import HeldConversation
from records.engine.unit import Unit
from records.handoffs import to_handoff
from records.tables.conversation import HandoffRow

WITHDRAW: HandoffEnd = "withdraw"  # the decision under which the graph goes on


async def withdraws(unit: Unit, row: HeldConversation, request: TurnRequest, text: str, now: datetime) -> HandoffRow | None:
    """The hand-off that a request takes back, marked as ended; None where it takes back nothing.

    Words and `cancel` take back an approval, at any time before a person has decided; words that say that nobody is hurt take back
    the alarm of an injury, and of nothing graver, that nobody holds. The request to withdraw takes back any
    hand-off that nobody holds. Raises ``NothingToWithdraw`` or ``AlreadyClaimed`` for that one only."""
    approving = row.status == "waiting_for_approval"
    calls_off = request.text is not None and not approving and _calls_off(text)
    if not request.withdraw and not calls_off and not (approving and _takes_back(row, request, text)):
        return None
    handoff = await unit.handoffs.lock(row.handoff_id) if row.handoff_id else None
    if handoff is None or handoff.status == "resumed":
        if request.withdraw:
            raise NothingToWithdraw
        return None  # a person decided this moment: these words come after it
    if calls_off and (handoff.status == "claimed" or not _is_of_an_injury(handoff)):
        return None
    if handoff.status == "claimed" and _is_bare_no(row, request, text) and not _says_so(row, text):
        return None  # whoever holds it may have asked something
    if request.withdraw and not approving and handoff.status == "claimed":
        raise AlreadyClaimed("A person is in the conversation by now", claimed_by=handoff.claimed_by)
    handoff.status, handoff.resumed_at, handoff.resume_action = "resumed", now, WITHDRAW
    unit.transcript.emit(row, "handoff.updated", to_handoff(handoff).model_dump(mode="json"), now)
    return handoff


async def wishes_for_person(
    unit: Unit, row: HeldConversation, request: TurnRequest, text: str, now: datetime
) -> HandoffStatus | None:
    """How the approval stands of somebody who asks for a person while it waits: whoever approves is shown it. None for others."""
    asks = request.handoff is not None or (request.text is not None and asks_for_person(text))
    if row.status != "waiting_for_approval" or not asks or not row.handoff_id:
        return None
    handoff = await unit.handoffs.lock(row.handoff_id)
    if handoff is None or handoff.status == "resumed":
        return None
    mark_handoff(unit, row, handoff, "wants_person", now)
    return handoff.status


def mark_handoff(unit: Unit, row: HeldConversation, handoff: HandoffRow, mark: Mark, now: datetime) -> None:
    """Tell whoever takes, or holds, the hand-off what came up meanwhile; danger goes ahead of the queue."""
    told = handoff.detail or {}
    if mark in (told.get("urgent"), "wants_person" if told.get("wants_person") else None):
        return
    if mark == "wants_person":
        handoff.detail = {**told, "wants_person": True}
        handoff.summary = f"Also asks to talk to a person · {handoff.summary}"
    else:
        kind = gravest(kind for kind in (mark, told.get("urgent")) if kind)
        handoff.detail = {**told, "urgent": kind, "came_up": [*told.get("came_up", []), mark]}
        handoff.summary = f"Urgent ({mark}) · {handoff.summary}"
        if mark != "legal":
            handoff.reason = "safety"
    unit.transcript.emit(row, "handoff.updated", to_handoff(handoff).model_dump(mode="json"), now)


def _calls_off(text: str) -> bool:
    return calls_off_alarm(text) and urgent(text) is None and not asks_for_person(text)


def _is_of_an_injury(handoff: HandoffRow) -> bool:
    """Whether an alarm of an injury brought it, and nothing else urgent came up while it waited."""
    told = handoff.detail or {}
    return handoff.reason == "safety" and told.get("urgent") == "injury" and not told.get("came_up")


def _takes_back(row: HeldConversation, request: TurnRequest, text: str) -> bool:
    quote = row.pending_action or {}
    if request.action is not None:
        return request.action.name == "cancel" and request.action.arguments.get("quote_id") in (None, quote.get("id"))
    if request.text is None or asks_for_person(text):
        return False
    if _is_bare_no(row, request, text):
        return not _answers_offer(row)
    return _says_so(row, text)


def _says_so(row: HeldConversation, text: str) -> bool:
    quote = row.pending_action or {}
    parts = clauses(text)
    others = [part for part in parts if _is_of_another_order(part.text, quote)]
    if others:
        text = " ".join(f"{part.text}{'?' if part.asks else '.'}" for part in parts if part not in others)
    return takes_back(text, str(quote.get("name")))


def _is_bare_no(row: HeldConversation, request: TurnRequest, text: str) -> bool:
    return request.text is not None and read_confirmation(text, (row.pending_action or {}).get("name")) == "no"


def _is_of_another_order(clause: str, quote: JsonObject) -> bool:
    """ "Also cancel my other order" takes back nothing that waits."""
    own = (quote.get("arguments") or {}).get("order_id")
    return any(
        ref.which == "other" or (ref.number is not None and digits_of(ref.number) != digits_of(own or ""))
        for ref in orders_in(clause)
    )


def _answers_offer(row: HeldConversation) -> bool:
    """Whether a bare no is to the offer of a person, made beside the approval that waits."""
    saved = row.checkpoint
    asked = channels_of(saved).get("open_question") if saved else None
    return (asked or {}).get("kind") == "person"
